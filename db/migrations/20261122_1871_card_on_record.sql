-- Opening one's space is an act about a person, so the record says whose card it was. And a peer who took back what they said is
-- no longer named to the coach.
set local role definer;

-- Whose card a session that was just opened belongs to. Whoever holds its token can see as much by using it.
create function app.opened_card(token text) returns table (card_id uuid, person_id uuid) language sql stable
security definer set search_path = public, ext, pg_temp as $$
  select c.id, c.person_id from card_sessions s join cards c on c.id = s.card_id
   where s.token_hash = digest(token, 'sha256') and s.ended_at is null and s.expires_at > now() and c.revoked_at is null
$$;

create or replace function app.rater_name(sheet uuid) returns text language sql stable
security definer set search_path = public, pg_temp as $$
  select coalesce(u.name, p.first_name) from sheets s left join users u on u.id = s.rater_user_id left join persons p on p.id = s.rater_person_id
   where s.id = sheet and (s.id = any (app.open_sheets())
     or s.withdrawn_at is null and s.person_id = any (app.persons_for('profile')) and app.role() in ('coach', 'trainee'))
$$;
grant execute on function app.opened_card(text) to app;
reset role;
set local role owner;
