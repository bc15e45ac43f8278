-- Borders of the shared follow-up, found by reading: see test/trust/follow-up.test.ts.

-- ------------------------------------------------------------------ each side says what is shared of its own
select app.changed_by_own_side('orientation_findings');

-- Whoever settles a situation or ends an action sees it, does so in their own name, and once. (An update that names no column
-- asks no select policy.)
create policy seen_and_open on situations as restrictive for update to app
  using (settled_on is null and (side = 'training' or shared_on is not null or person_id = any ((select app.persons_in_house())::uuid[])))
  with check (settled_by is not distinct from (select app.uid()));
create policy seen_and_open on situation_aims as restrictive for update to app
  using (outcome is null and (side = 'training' or shared_on is not null or person_id = any ((select app.persons_in_house())::uuid[])))
  with check (outcome_by is not distinct from (select app.uid()));
-- The target chosen for a situation tells of the situation.
create policy with_the_situation on situation_aims as restrictive for select to app using (situation_id in (select s.id from situations s));

-- What the social service noted of the target group (from where, schooling, condition) is the house's to read; trainers from outside
-- read what trainers noted.
create policy in_house_or_trainers on target_criteria as restrictive for select to app using (
  (select app.role()) is null or (select app.role()) not in ('coach', 'trainee')
  or person_id = any ((select app.persons_in_house())::uuid[])
  or noted_by in (select u.id from users u where u.role in ('coach', 'trainee')));

-- ------------------------------------------------------------------ rows are about whom they say, in the name of who writes them
do $$
declare t record;
begin
  for t in select * from (values
      ('appointments', 'planned_by'), ('interviews', 'written_by'), ('stability_statements', 'said_by'), ('procedure_states', 'entered_by'),
      ('situations', 'noted_by'), ('situation_aims', 'chosen_by'), ('change_ratings', 'rated_by'), ('candidate_words', 'written_by'))
    as x (name, author) loop
    execute format('create policy own_name on %I as restrictive for insert to app with check (%I = (select app.uid()))', t.name, t.author);
  end loop;
  for t in select * from (values ('appointments'), ('appointment_words'), ('interviews'), ('stability_statements'), ('procedures'), ('procedure_states'),
      ('situations'), ('situation_aims'), ('change_ratings'), ('orientation_steps'), ('orientation_findings'), ('orientation_feedback'),
      ('module_memberships')) as x (name) loop
    execute format($p$create policy same_person on %1$I as restrictive for insert to app with check (
      exists (select 1 from enrolments e where e.id = enrolment_id and e.person_id = %1$I.person_id))$p$, t.name);
  end loop;
  for t in select * from (values
      ('appointment_words', 'appointments', 'appointment_id'), ('interviews', 'appointments', 'appointment_id'),
      ('procedure_states', 'procedures', 'procedure_id'), ('situation_aims', 'situations', 'situation_id'),
      ('orientation_findings', 'orientation_steps', 'step_id'), ('orientation_feedback', 'orientation_steps', 'step_id'))
    as x (name, parent, ref) loop
    execute format($p$create policy same_enrolment on %1$I as restrictive for insert to app with check (exists (
      select 1 from %2$I x where x.id = %1$I.%3$I and x.enrolment_id = %1$I.enrolment_id and x.person_id = %1$I.person_id))$p$, t.name, t.parent, t.ref);
  end loop;
end $$;

-- ------------------------------------------------------------------ the way in
-- Who was taken from the list is not put on it again by changing the row: listing anew asks for a mandate. Trainers have no part in it.
create policy while_listed on candidates as restrictive for update to app
  using (closed_on is null and (select app.role()) not in ('coach', 'trainee'))
  with check (closed_on is null or closed_by = (select app.uid()));
create policy while_it_lasts on orientation_steps as restrictive for update to app
  using (ended_on is null and (select app.role()) in ('social-worker', 'coach', 'coordinator'))
  with check (ended_on is null or ended_by = (select app.uid()));

-- A card that was only scanned opens sessions and votes: the way in and who received the report need the PIN.
do $$
declare t text;
begin
  foreach t in array array['candidates', 'target_criteria', 'orientation_steps', 'orientation_receipts', 'final_report_recipients'] loop
    execute format($p$create policy not_by_scan on %I as restrictive for select to app using (
      (select app.card_person()) is null or (select app.level()) = 'pin')$p$, t);
  end loop;
end $$;

-- ------------------------------------------------------------------ who accompanies an enrolment
set local role definer;

-- As before; a trainer brings in trainers only, and nobody (oneself neither) gets a mandate that lasts longer than one's own.
create or replace function app.add_professional(enrolment uuid, part_key text, professional uuid) returns uuid language plpgsql
security definer set search_path = public, pg_temp as $$
declare e record; u record; new_id uuid := gen_random_uuid(); d date := app.today(); own_end date := 'infinity';
begin
  if not app.may_staff_enrolment(enrolment) then return null; end if;
  select en.person_id, en.programme_id, en.ended_on, p.institution_id as holder, pr.institution_id as runner into e
    from enrolments en join persons p on p.id = en.person_id join programmes pr on pr.id = en.programme_id where en.id = enrolment;
  if e.ended_on is not null then return null; end if;
  select * into u from users where id = professional and ended_on is null and role in ('social-worker', 'coach');
  if not found or app.role() = 'coach' and u.role <> 'coach' then return null; end if;
  if u.institution_id not in (e.holder, e.runner) and not exists (
    select 1 from programme_staff s where s.programme_id = e.programme_id and s.user_id = professional
       and s.from_date <= d and (s.to_date is null or s.to_date >= d)) then
    return null;
  end if;
  if exists (select 1 from enrolment_professionals x where x.enrolment_id = enrolment and x.part = part_key and x.user_id = professional and x.ended_on is null) then
    return null;
  end if;
  -- A coordinator names by the programme, which lasts; the others by their mandate.
  if app.role() <> 'coordinator' then
    select max(coalesce(m.to_date, 'infinity')) into own_end from mandates m
     where m.person_id = e.person_id and m.professional_id = app.uid() and m.revoked_at is null and m.from_date <= d and (m.to_date is null or m.to_date >= d);
  end if;
  insert into enrolment_professionals (id, enrolment_id, person_id, part, user_id, from_date, added_by)
    values (new_id, enrolment, e.person_id, part_key, professional, d, app.uid());
  insert into mandates (person_id, professional_id, role, institution_id, purpose, from_date, to_date, source_id, created_by)
    values (e.person_id, professional, u.role, u.institution_id, 'follow-up', d, nullif(own_end, 'infinity'), new_id, app.uid());
  return new_id;
end $$;

create or replace function app.end_professional(which uuid) returns boolean language plpgsql
security definer set search_path = public, pg_temp as $$
declare x record;
begin
  select p.*, u.role into x from enrolment_professionals p join users u on u.id = p.user_id where p.id = which and p.ended_on is null;
  if not found or not (x.user_id = app.uid() or app.may_staff_enrolment(x.enrolment_id) and (app.role() <> 'coach' or x.role = 'coach')) then
    return false;
  end if;
  update enrolment_professionals set ended_on = app.today() where id = which;
  update mandates set revoked_at = now(), revoked_by = app.uid() where source_id = which and purpose = 'follow-up' and revoked_at is null;
  return true;
end $$;

-- As before, but a mandate that was given until an earlier day keeps it.
create or replace function app.settle_follow_up() returns trigger language plpgsql
security definer set search_path = public, pg_temp as $$
begin
  update mandates m set to_date = least(nullif(m.to_date, old.ended_on + 92), new.ended_on + 92) from enrolment_professionals x
   where m.source_id = x.id and m.purpose = 'follow-up' and m.revoked_at is null and x.enrolment_id = new.id;
  return null;
end $$;

-- Person by person: for coordinators, as app.interview_facts is.
create or replace function app.procedure_facts(programme uuid)
returns table (id uuid, enrolment_id uuid, person_id uuid, kind text, state text, on_date date) language plpgsql stable
security definer set search_path = public, pg_temp as $$
begin
  if app.role() is distinct from 'coordinator' or not programme = any (app.my_programmes('attendance')) then return; end if;
  return query select p.id, p.enrolment_id, p.person_id, p.kind, s.state, s.on_date
    from procedures p join enrolments e on e.id = p.enrolment_id join procedure_states s on s.procedure_id = p.id
   where e.programme_id = programme order by s.on_date, s.created_at;
end $$;
reset role;
set local role owner;
