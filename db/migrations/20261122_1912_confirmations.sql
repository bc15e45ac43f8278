-- Undoing a confirmed composition takes back only what nobody has worked on since. What others did is partly hidden from the
-- coordinator (a profile, a note of a half-day), so this looks past the policies and says only of what sort it was.
grant select on composition_confirmations, composition_groups, composition_members to definer;
create policy definer_reads on composition_confirmations for select to definer using (true);
create policy definer_reads on composition_groups for select to definer using (true);
create policy definer_reads on composition_members for select to definer using (true);

set local role definer;
-- `session` and `group`: an act on record on it, with its id; `profile`: of the enrolment. Joining and leaving are the caller's to see.
create function app.touched_since_confirmation(which uuid) returns table (kind text, id uuid) language plpgsql stable
security definer set search_path = public, pg_temp as $$
declare c record;
begin
  select * into c from composition_confirmations k where k.id = which;
  if not found or app.role() is distinct from 'coordinator' or not (c.programme_id = any (app.my_programmes_to_write('language'))) then return; end if;
  return query
    select distinct 'session', s.id from composition_groups g join sessions s on s.group_id = g.group_id
      join audit_entries a on a.object_id = s.id and a.object_kind = 'session'
     where g.confirmation_id = which and a.at > c.written_at and a.result = 'done'
    union
    select distinct 'group', g.group_id from composition_groups g join audit_entries a on a.object_id = g.group_id and a.object_kind = 'group'
     where g.confirmation_id = which and a.at > c.written_at and a.result = 'done' and a.act not in ('groups.create', 'groups.join')
    union
    select 'profile', m.enrolment_id from composition_members m join profiles p on p.enrolment_id = m.enrolment_id
     where m.confirmation_id = which and p.opened_at > c.written_at;
end $$;
grant execute on function app.touched_since_confirmation(uuid) to app;
set local role owner;
-- Entries come in the order of time: a coarse index finds those of the last day and costs an insert next to nothing.
create index audit_entries_at on audit_entries using brin (at);
