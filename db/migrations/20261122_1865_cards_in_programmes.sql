-- Cards for programme staff, who hold no mandate of their own; a person sees the name of everyone who opened their file.

-- The office prints cards and unlocks them; a programme's coordinator too.
select app.protect_in_programme('cards', 'attendance');
create policy own_name on cards as restrictive for insert to app with check (issued_by = (select app.uid()));
create policy staff_only on cards as restrictive for update to app using ((select app.kind()) = 'staff') with check (revoked_by is null or revoked_by = (select app.uid()));

set local role definer;
create or replace function app.clear_pin(card uuid) returns boolean language plpgsql
security definer set search_path = public, pg_temp as $$
begin
  update cards c set pin_hash = null, salt = null, params = null, failures = 0, locked_at = null
   where c.id = card and c.revoked_at is null and app.uid() is not null
     and (c.person_id = any (app.persons_to_write('attendance'))
       or exists (select 1 from enrolments e where e.person_id = c.person_id and e.programme_id = any (app.my_programmes_to_write('attendance'))));
  if not found then return false; end if;
  update card_sessions set ended_at = now() where card_id = card and ended_at is null;
  return true;
end $$;
reset role;
set local role owner;

-- An announcement is about a session that its author can see: a hidden id and an absent one are refused alike.
create policy seen_session on absence_announcements as restrictive for insert to app with check (session_id in (select id from sessions));

-- "Who opened my file" names whoever did, also programme staff and those whose mandate is over.
create policy persons_read_who_opened on users for select to app using (
  (select app.card_person()) is not null and (select app.level()) = 'pin'
  and id in (select actor_id from audit_entries where person_id = (select app.card_person()) and actor_kind = 'staff'));
