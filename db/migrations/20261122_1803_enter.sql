-- The frame of every page names the institution one works for.
set local role definer;
create or replace function app.enter(token text) returns setof app.entry language plpgsql
security definer set search_path = public, ext, pg_temp as $$
declare s record; e app.entry;
begin
  select ss.id as session_id, ss.factor_at, ss.last_seen_at, u.id, u.institution_id, u.role, u.name, u.language, i.name as institution into s
    from staff_sessions ss join users u on u.id = ss.user_id join institutions i on i.id = u.institution_id
   where ss.token_hash = digest(token, 'sha256') and ss.ended_at is null and ss.factor_at is not null
     and ss.expires_at > now() and ss.last_seen_at > now() - interval '15 minutes' and u.ended_on is null;
  if not found then return; end if;
  if s.last_seen_at < now() - interval '1 minute' then
    update staff_sessions set last_seen_at = now() where id = s.session_id;
  end if;
  perform app.set_context(concat_ws('|', 'staff', s.id, s.institution_id, s.role, '', '', s.session_id));
  e := row('staff', s.id, s.institution_id, s.role, s.name, s.language, null, null, s.session_id, s.factor_at,
    jsonb_build_object('institution', s.institution), app.today(), app.now());
  return next e;
end $$;
set local role owner;
