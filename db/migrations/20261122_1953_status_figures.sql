-- That an individual interview was held, and when, for the figures of those who coordinate the programme: not what it was about,
-- nor with whom. Beside app.procedure_facts, which says the same of steps with institutions.
set local role definer;
create function app.interview_facts(programme uuid) returns table (person_id uuid, on_date date) language plpgsql stable
security definer set search_path = public, pg_temp as $$
begin
  if app.role() is distinct from 'coordinator' or not programme = any (app.my_programmes('attendance')) then return; end if;
  return query select a.person_id, a.on_date from appointments a join enrolments e on e.id = a.enrolment_id
   where e.programme_id = programme and a.kind = 'interview' and a.state = 'held';
end $$;
grant execute on function app.interview_facts(uuid) to app;
reset role;
set local role owner;
