-- Hand-overs: a press can be taken back, a direction that ends takes its mandate along, and everyone plans under their own name.

-- Whoever pressed takes it back; the audit keeps both. Which press may go is a rule of the feature (only the last one).
grant delete on hand_over_steps to app;
create policy own_take_back on hand_over_steps for delete to app using (
  entered_by = (select app.uid()) and (select app.role()) = 'social-worker' and person_id = any ((select app.persons_to_write('plan'))::uuid[]));
-- The talk's direction is changed by those who hold such talks, not by everyone who plans.
create policy ended_by_receiver on directions as restrictive for update to app using ((select app.role()) = 'social-worker') with check (ended_by = (select app.uid()));
create policy own_name on goals as restrictive for insert to app with check (made_by_kind = (select app.kind()) and made_by = (select app.actor_id()));
create policy own_name on steps as restrictive for insert to app with check (made_by_kind = (select app.kind()) and made_by = (select app.actor_id()));

grant select (at, seq) on audit_entries to definer;
create policy definer_counts on audit_entries for select to definer using (seq is null);

set local role definer;
-- A direction that has ended no longer opens the file for whoever took it up.
create function app.take_back(which uuid) returns boolean language plpgsql
security definer set search_path = public, pg_temp as $$
declare p uuid;
begin
  select x.person_id into p from directions x where x.id = which and x.ended_at is not null;
  if p is null or app.role() is distinct from 'social-worker' or not (p = any (app.persons_to_write('plan'))) then return false; end if;
  update mandates set revoked_at = now(), revoked_by = app.uid() where source_id = which and purpose = 'pass-on' and revoked_at is null;
  return found;
end $$;
-- How far the sealing of the record is behind: a number and an age, no entry.
create function app.unsealed_entries() returns table (entries bigint, oldest timestamptz) language sql stable
security definer set search_path = public, pg_temp as $$
  select count(*), min(at) from audit_entries where seq is null and app.role() = 'administrator'
$$;
grant execute on function app.take_back(uuid), app.unsealed_entries() to app;
reset role;
set local role owner;
