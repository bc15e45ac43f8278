-- Undoing a confirmation also leaves alone what the new coaches have written in the files it opened to them: with the mandate gone,
-- their words would stay where they can no longer be mended.
set local role definer;
create or replace function app.touched_since_confirmation(which uuid) returns table (kind text, id uuid) language plpgsql stable
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
     where m.confirmation_id = which and p.opened_at > c.written_at
    union
    select 'file', m.enrolment_id from composition_members m join group_coaches k on k.group_id = m.group_id
      join audit_entries a on a.person_id = m.person_id and a.actor_id = k.user_id
     where m.confirmation_id = which and a.at > c.written_at and a.result = 'done'
       and a.object_kind is distinct from 'session' and a.object_kind is distinct from 'group';
end $$;
set local role owner;
