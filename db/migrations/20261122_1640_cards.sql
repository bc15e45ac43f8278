-- Personal cards: a participant's way in, without e-mail. The QR token alone opens sessions and voting; the rest asks for the PIN.

create table cards (
  id uuid primary key,
  person_id uuid not null references persons on delete cascade,
  token_hash bytea not null unique,
  code_hash bytea not null unique,
  salt bytea,
  params text,
  pin_hash bytea,
  failures int not null default 0,
  locked_at timestamptz,
  issued_by uuid not null references users,
  issued_at timestamptz not null default now(),
  revoked_at timestamptz,
  revoked_by uuid
);
create unique index cards_running on cards (person_id) where revoked_at is null;
create table card_sessions (
  id uuid primary key default gen_random_uuid(),
  token_hash bytea not null unique,
  card_id uuid not null references cards on delete cascade,
  level text not null check (level in ('token', 'pin')),
  kiosk boolean not null default false,
  created_at timestamptz not null default now(),
  last_seen_at timestamptz not null default now(),
  expires_at timestamptz not null,
  ended_at timestamptz
);
alter table card_sessions enable row level security;
alter table card_sessions force row level security;
grant select, insert, update, delete on card_sessions to definer;
create policy definer_all on card_sessions to definer using (true) with check (true);

select app.lock_table('cards');
grant select (id, person_id, failures, locked_at, issued_by, issued_at, revoked_at, revoked_by) on cards to app;
grant insert (id, person_id, token_hash, code_hash, issued_by) on cards to app;
grant update (revoked_at, revoked_by, locked_at, failures) on cards to app;
grant select, update on cards to definer;
create policy definer_all on cards to definer using (true) with check (true);
create policy known_actor on cards as restrictive for all to app using ((select app.kind()) is not null);
create policy professionals_read on cards for select to app using (person_id = any ((select app.persons_for('attendance'))::uuid[]) and (select app.kind()) = 'staff');
create policy professionals_issue on cards for insert to app with check (person_id = any ((select app.persons_to_write('attendance'))::uuid[]) and issued_by = (select app.uid()));
create policy professionals_change on cards for update to app using (person_id = any ((select app.persons_to_write('attendance'))::uuid[]) and (select app.kind()) = 'staff');

set local role definer;
create function app.enter_card(token text) returns setof app.entry language plpgsql
security definer set search_path = public, ext, pg_temp as $$
declare s record; e app.entry;
begin
  select cs.id as session_id, cs.level, cs.last_seen_at, c.id, c.person_id, c.pin_hash is not null as has_pin, p.first_name, p.language, p.institution_id into s
    from card_sessions cs join cards c on c.id = cs.card_id join persons p on p.id = c.person_id
   where cs.token_hash = digest(token, 'sha256') and cs.ended_at is null and cs.expires_at > now() and c.revoked_at is null
     and cs.last_seen_at > now() - case when cs.kiosk then interval '5 minutes' else interval '60 minutes' end;
  if not found then return; end if;
  if s.last_seen_at < now() - interval '1 minute' then update card_sessions set last_seen_at = now() where id = s.session_id; end if;
  perform app.set_context(concat_ws('|', 'card', s.id, s.institution_id, 'participant', s.person_id, s.level, s.session_id));
  e := row('card', s.id, s.institution_id, 'participant', case when s.level = 'pin' then s.first_name end, s.language, s.person_id, s.level, s.session_id, null,
    jsonb_build_object('hasPin', s.has_pin), app.today(), app.now());
  return next e;
end $$;

-- Scanning the card: a session of level 'token'.
create function app.scan_card(card_token text, new_token_hash bytea, at_kiosk boolean) returns boolean language plpgsql
security definer set search_path = public, ext, pg_temp as $$
declare c uuid;
begin
  select id into c from cards where token_hash = digest(card_token, 'sha256') and revoked_at is null;
  if c is null then return false; end if;
  insert into card_sessions (token_hash, card_id, level, kiosk, expires_at) values (new_token_hash, c, 'token', at_kiosk, now() + interval '12 hours');
  return true;
end $$;

-- What deriving the PIN's proof needs; a fake for an unknown code, always the same.
create function app.code_salt(code bytea) returns table (salt bytea, params text, has_pin boolean) language plpgsql stable
security definer set search_path = public, ext, pg_temp as $$
begin
  return query select c.salt, c.params, true from cards c where c.code_hash = code and c.revoked_at is null and c.pin_hash is not null;
  if not found then return query select substring(hmac(code, k.key, 'sha256') from 1 for 16), ''::text, false from context_keys k; end if;
end $$;
-- Printed code and PIN together: a session of level 'pin'. Five wrong tries lock the card until a professional unlocks it.
create function app.open_by_code(code bytea, proof bytea, new_token_hash bytea, at_kiosk boolean, keys text[]) returns boolean language plpgsql
security definer set search_path = public, ext, pg_temp as $$
declare c record;
begin
  if app.is_blocked(keys) then return false; end if;
  select * into c from cards where code_hash = code and revoked_at is null and pin_hash is not null for update;
  if not found then perform app.note_failure(keys); return false; end if;
  if c.locked_at is not null then perform app.note_failure(keys); return false; end if;
  if c.pin_hash <> digest(proof, 'sha256') then
    update cards set failures = failures + 1, locked_at = case when failures >= 4 then now() end where id = c.id;
    perform app.note_failure(keys);
    return false;
  end if;
  update cards set failures = 0 where id = c.id;
  insert into card_sessions (token_hash, card_id, level, kiosk, expires_at) values (new_token_hash, c.id, 'pin', at_kiosk, now() + interval '12 hours');
  return true;
end $$;
create function app.own_pin() returns table (salt bytea, params text, has_pin boolean, locked boolean) language sql stable
security definer set search_path = public, pg_temp as $$
  select c.salt, c.params, c.pin_hash is not null, c.locked_at is not null from cards c where app.kind() = 'card' and c.id = app.actor_id()
$$;
-- The participant chooses the PIN at first use; a new session replaces the scanned one.
create function app.choose_pin(new_salt bytea, new_params text, new_pin_hash bytea, new_token_hash bytea) returns boolean language plpgsql
security definer set search_path = public, pg_temp as $$
begin
  update cards set salt = new_salt, params = new_params, pin_hash = new_pin_hash where app.kind() = 'card' and id = app.actor_id() and pin_hash is null and revoked_at is null;
  if not found then return false; end if;
  perform app.raise_card_session(new_token_hash);
  return true;
end $$;
create function app.raise_card_session(new_token_hash bytea) returns void language plpgsql
security definer set search_path = public, pg_temp as $$
begin
  insert into card_sessions (token_hash, card_id, level, kiosk, expires_at)
    select new_token_hash, card_id, 'pin', kiosk, expires_at from card_sessions where id = app.session_id();
  update card_sessions set ended_at = now() where id = app.session_id();
end $$;
create function app.enter_pin(proof bytea, new_token_hash bytea) returns text language plpgsql
security definer set search_path = public, ext, pg_temp as $$
declare c record;
begin
  select * into c from cards where app.kind() = 'card' and id = app.actor_id() and revoked_at is null and pin_hash is not null for update;
  if not found then return 'none'; end if;
  if c.locked_at is not null then return 'locked'; end if;
  if c.pin_hash <> digest(proof, 'sha256') then
    update cards set failures = failures + 1, locked_at = case when failures >= 4 then now() end where id = c.id;
    return case when c.failures >= 4 then 'locked' else 'wrong' end;
  end if;
  update cards set failures = 0 where id = c.id;
  perform app.raise_card_session(new_token_hash);
  return 'open';
end $$;
create function app.leave_card() returns void language sql
security definer set search_path = public, pg_temp as $$ update card_sessions set ended_at = now() where app.kind() = 'card' and id = app.session_id() $$;
-- A forgotten PIN: the professional clears it, the participant chooses anew. All open sessions of the card end.
create function app.clear_pin(card uuid) returns boolean language plpgsql
security definer set search_path = public, pg_temp as $$
begin
  update cards set pin_hash = null, salt = null, params = null, failures = 0, locked_at = null
   where id = card and revoked_at is null and person_id = any (app.persons_to_write('attendance')) and app.uid() is not null;
  if not found then return false; end if;
  update card_sessions set ended_at = now() where card_id = card and ended_at is null;
  return true;
end $$;
create function app.end_card_sessions() returns trigger language plpgsql
security definer set search_path = public, pg_temp as $$
begin
  update card_sessions set ended_at = now() where card_id = new.id and ended_at is null;
  return new;
end $$;
grant execute on function app.end_card_sessions() to owner;
reset role;
set local role owner;
create trigger revoked_card_ends_sessions after update of revoked_at on cards for each row when (new.revoked_at is not null and old.revoked_at is null) execute function app.end_card_sessions();
set local role definer;
grant execute on function app.enter_card(text), app.scan_card(text, bytea, boolean), app.code_salt(bytea), app.open_by_code(bytea, bytea, bytea, boolean, text[]), app.own_pin(),
  app.choose_pin(bytea, text, bytea, bytea), app.enter_pin(bytea, bytea), app.leave_card(), app.clear_pin(uuid) to app;
set local role owner;
