-- The kernel: schemas, the signed context, the clock, institutions, staff, sign-in, audit.
-- Roles (owner, definer, app, audit_writer, stats, backup) are made by app/shared/db/roles.ts before the first migration.

create schema ext;
create extension pgcrypto schema ext;
create extension pg_trgm schema ext;
create extension unaccent schema ext;
create extension fuzzystrmatch schema ext;
create schema app;
grant usage on schema ext, app to app, audit_writer, backup, definer, stats;
grant create on schema app to definer;
revoke all on schema public from public;
grant usage on schema public to app, audit_writer, backup, definer, stats;
-- A schema's own default privileges can't take back what every function grants to public from the start; these can.
alter default privileges for role owner revoke execute on functions from public;
set local role definer;
alter default privileges for role definer revoke execute on functions from public;
set local role owner;

-- Every table passes here: security on and forced, the backup may read, nothing else is said yet.
create function app.lock_table(t regclass) returns void language plpgsql as $$
begin
  execute format('alter table %s enable row level security', t);
  execute format('alter table %s force row level security', t);
  execute format('grant select on %s to backup', t);
  execute format('create policy backup_reads on %s for select to backup using (true)', t);
end $$;

-- ------------------------------------------------------------------ signed context
create table context_keys (
  id int primary key default 1 check (id = 1),
  key bytea not null
);
alter table context_keys enable row level security;
alter table context_keys force row level security;
grant select, insert on context_keys to definer;
create policy definer_all on context_keys to definer using (true) with check (true);
comment on table context_keys is 'Signs the identity of a transaction. Never backed up; made anew on restore.';

create table clock (
  id int primary key default 1 check (id = 1),
  today date not null,
  at_time time
);
select app.lock_table('clock');
grant select on clock to app, definer;
create policy everyone_reads on clock for select to app, definer using (true);
create policy owner_sets on clock to owner using (true) with check (true);
comment on table clock is 'One row in demo and tests: the day the site believes it is. Empty on a real site.';

create table sites (
  id int primary key default 1 check (id = 1),
  name text not null,
  demo boolean not null default false,
  languages text[] not null default '{fr,de,en}',
  founded_at timestamptz not null default now()
);
select app.lock_table('sites');
grant select on sites to app;
grant select, insert on sites to definer;
create policy everyone_reads on sites for select to app using (true);
create policy definer_all on sites to definer using (true) with check (true);

create table institutions (
  id uuid primary key,
  name text not null check (length(name) between 1 and 200),
  kind text not null check (kind in ('social-service', 'integration-service', 'programme-unit', 'placement-office', 'association')),
  languages text[] not null default '{fr,de}',
  time_zone text not null default 'Europe/Zurich',
  region text not null default 'CH-BE',
  phone text,
  created_at timestamptz not null default now()
);
select app.lock_table('institutions');
grant select, insert, update (name, kind, languages, time_zone, region, phone) on institutions to app;
grant select, insert on institutions to definer;
create policy definer_all on institutions to definer using (true) with check (true);

create table users (
  id uuid primary key,
  institution_id uuid not null references institutions,
  name text not null check (length(name) between 1 and 200),
  email text not null check (length(email) between 3 and 320),
  role text not null check (role in ('administrator', 'coordinator', 'programme-office', 'coach', 'trainee', 'social-worker', 'measures-officer')),
  field text,
  phone text,
  language text not null default 'fr',
  created_at timestamptz not null default now(),
  ended_on date,
  ended_by uuid
);
create unique index users_email on users (lower(email));
select app.lock_table('users');
grant select on users to app;
grant update (name, field, phone, language, role, ended_on, ended_by) on users to app;
grant select, insert, update on users to definer;
create policy definer_all on users to definer using (true) with check (true);
comment on column users.field is 'A coach''s field of origin, e.g. adult education or social work.';

create table credentials (
  user_id uuid primary key references users,
  salt bytea not null,
  params text not null,
  proof_hash bytea not null,
  totp_secret bytea not null,
  totp_last_step bigint not null default 0,
  failures int not null default 0,
  locked_until timestamptz,
  changed_at timestamptz not null default now()
);
select app.lock_table('credentials');
grant select, insert, update on credentials to definer;
create policy definer_all on credentials to definer using (true) with check (true);
comment on column credentials.totp_secret is 'Sealed with the site key, which is outside the database.';

create table recovery_codes (
  user_id uuid not null references users,
  code_hash bytea not null,
  used_at timestamptz,
  primary key (user_id, code_hash)
);
select app.lock_table('recovery_codes');
grant select, insert, update, delete on recovery_codes to definer;
create policy definer_all on recovery_codes to definer using (true) with check (true);

create table staff_sessions (
  id uuid primary key default gen_random_uuid(),
  token_hash bytea not null unique,
  user_id uuid not null references users,
  device text not null default '',
  created_at timestamptz not null default now(),
  last_seen_at timestamptz not null default now(),
  expires_at timestamptz not null,
  factor_at timestamptz,
  ended_at timestamptz,
  ended_by uuid
);
create index staff_sessions_user on staff_sessions (user_id) where ended_at is null;
alter table staff_sessions enable row level security;
alter table staff_sessions force row level security;
grant select, insert, update, delete on staff_sessions to definer;
create policy definer_all on staff_sessions to definer using (true) with check (true);

create table attempts (
  key text primary key,
  failures int not null,
  window_start timestamptz not null,
  blocked_until timestamptz
);
alter table attempts enable row level security;
alter table attempts force row level security;
grant select, insert, update, delete on attempts to definer;
create policy definer_all on attempts to definer using (true) with check (true);
comment on table attempts is 'Sign-in failures per account, address and both (keys are hashes).';

create table links (
  id uuid primary key,
  token_hash bytea not null unique,
  purpose text not null check (purpose in ('invitation')),
  audience text not null,
  institution_id uuid not null references institutions,
  details jsonb not null default '{}',
  created_by uuid,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  used_at timestamptz,
  revoked_at timestamptz
);
select app.lock_table('links');
grant select (id, purpose, audience, institution_id, details, created_by, created_at, expires_at, used_at, revoked_at) on links to app;
grant insert (id, token_hash, purpose, audience, institution_id, details, created_by, expires_at) on links to app;
grant update (revoked_at) on links to app;
grant select, update on links to definer;
create policy definer_all on links to definer using (true) with check (true);
comment on table links is 'Personal links: one purpose, one audience, an expiry. The token itself is never stored.';

create table job_tokens (
  name text primary key,
  token_hash bytea not null,
  expires_at timestamptz not null
);
alter table job_tokens enable row level security;
alter table job_tokens force row level security;
grant select, insert, update, delete on job_tokens to definer;
create policy definer_all on job_tokens to definer using (true) with check (true);

-- ------------------------------------------------------------------ who is asking
set local role definer;

create function app.sign_context(value text) returns text language plpgsql stable
security definer set search_path = public, ext, pg_temp as $$
declare k bytea;
begin
  select key into k from context_keys;
  if k is null then raise exception 'the context key is missing'; end if;
  return encode(hmac(convert_to(value || '|' || pg_backend_pid() || '|' || extract(epoch from transaction_timestamp()), 'UTF8'), k, 'sha256'), 'hex');
end $$;

create function app.make_context_key() returns void language sql
security definer set search_path = public, ext, pg_temp as $$
  insert into context_keys (key) values (gen_random_bytes(32)) on conflict do nothing
$$;

-- kind|id|institution|role|person|level|session, or null when nobody is here or the signature is wrong.
create function app.context() returns text language plpgsql stable parallel restricted
security definer set search_path = public, ext, pg_temp as $$
declare
  v text := nullif(current_setting('passerelle.context', true), '');
  s text := nullif(current_setting('passerelle.signature', true), '');
begin
  if v is null or s is null or app.sign_context(v) <> s then return null; end if;
  return v;
end $$;

create function app.kind() returns text language sql stable parallel restricted
set search_path = public, pg_temp as $$ select split_part(app.context(), '|', 1) $$;
create function app.uid() returns uuid language plpgsql stable parallel restricted
set search_path = public, pg_temp as $$
declare c text := app.context();
begin
  if c is null or split_part(c, '|', 1) <> 'staff' then return null; end if;
  return split_part(c, '|', 2)::uuid;
end $$;
create function app.actor_id() returns uuid language sql stable parallel restricted
set search_path = public, pg_temp as $$ select nullif(split_part(app.context(), '|', 2), '')::uuid $$;
create function app.institution() returns uuid language sql stable parallel restricted
set search_path = public, pg_temp as $$ select nullif(split_part(app.context(), '|', 3), '')::uuid $$;
create function app.role() returns text language plpgsql stable parallel restricted
set search_path = public, pg_temp as $$
declare c text := app.context();
begin
  if c is null or split_part(c, '|', 1) <> 'staff' then return null; end if;
  return split_part(c, '|', 4);
end $$;
-- The participant behind a card; level 'token' (scanned only) or 'pin'.
create function app.card_person() returns uuid language plpgsql stable parallel restricted
set search_path = public, pg_temp as $$
declare c text := app.context();
begin
  if c is null or split_part(c, '|', 1) <> 'card' then return null; end if;
  return split_part(c, '|', 5)::uuid;
end $$;
create function app.level() returns text language sql stable parallel restricted
set search_path = public, pg_temp as $$ select nullif(split_part(app.context(), '|', 6), '') $$;
create function app.session_id() returns uuid language sql stable parallel restricted
set search_path = public, pg_temp as $$ select nullif(split_part(app.context(), '|', 7), '')::uuid $$;

create function app.today() returns date language plpgsql stable
security definer set search_path = public, pg_temp as $$
declare d date; tz text;
begin
  select today into d from clock;
  if d is not null then return d; end if;
  select time_zone into tz from institutions where id = app.institution();
  return (now() at time zone coalesce(tz, 'Europe/Zurich'))::date;
end $$;
create function app.now() returns timestamptz language plpgsql stable
security definer set search_path = public, pg_temp as $$
declare d date; tm time;
begin
  select today, at_time into d, tm from clock;
  if d is null then return now(); end if;
  return (d + coalesce(tm, (now() at time zone 'Europe/Zurich')::time)) at time zone 'Europe/Zurich';
end $$;

create function app.set_context(value text) returns void language plpgsql
security definer set search_path = public, pg_temp as $$
begin
  perform set_config('passerelle.context', value, true), set_config('passerelle.signature', app.sign_context(value), true);
end $$;

create type app.entry as (
  kind text, id uuid, institution_id uuid, role text, name text, language text, person_id uuid, level text,
  session_id uuid, factor_at timestamptz, details jsonb, today date, now timestamptz);

create function app.enter(token text) returns setof app.entry language plpgsql
security definer set search_path = public, ext, pg_temp as $$
declare s record; e app.entry;
begin
  select ss.id as session_id, ss.factor_at, ss.last_seen_at, u.id, u.institution_id, u.role, u.name, u.language into s
    from staff_sessions ss join users u on u.id = ss.user_id
   where ss.token_hash = digest(token, 'sha256') and ss.ended_at is null and ss.factor_at is not null
     and ss.expires_at > now() and ss.last_seen_at > now() - interval '15 minutes' and u.ended_on is null;
  if not found then return; end if;
  if s.last_seen_at < now() - interval '1 minute' then
    update staff_sessions set last_seen_at = now() where id = s.session_id;
  end if;
  perform app.set_context(concat_ws('|', 'staff', s.id, s.institution_id, s.role, '', '', s.session_id));
  e := row('staff', s.id, s.institution_id, s.role, s.name, s.language, null, null, s.session_id, s.factor_at, null, app.today(), app.now());
  return next e;
end $$;

create function app.enter_link(token text) returns setof app.entry language plpgsql
security definer set search_path = public, ext, pg_temp as $$
declare l record; e app.entry;
begin
  select * into l from links
   where token_hash = digest(token, 'sha256') and revoked_at is null and used_at is null and expires_at > now();
  if not found then return; end if;
  perform app.set_context(concat_ws('|', 'link', l.id, l.institution_id, l.purpose, '', '', ''));
  e := row('link', l.id, l.institution_id, l.purpose, l.audience, l.details->>'language', null, null, null, null, l.details, app.today(), app.now());
  return next e;
end $$;

create function app.enter_job(token text) returns setof app.entry language plpgsql
security definer set search_path = public, ext, pg_temp as $$
declare j record; e app.entry;
begin
  select * into j from job_tokens where token_hash = digest(token, 'sha256') and expires_at > now();
  if not found then return; end if;
  perform app.set_context(concat_ws('|', 'job', '', '', j.name, '', '', ''));
  e := row('job', null, null, j.name, j.name, null, null, null, null, null, null, app.today(), app.now());
  return next e;
end $$;

-- Only the owner of the site (command line, start-up) may make these; app cannot call them.
create function app.make_job_token(job text, hash bytea) returns void language sql
security definer set search_path = public, pg_temp as $$
  insert into job_tokens values (job, hash, now() + interval '400 days')
  on conflict (name) do update set token_hash = excluded.token_hash, expires_at = excluded.expires_at
$$;
create function app.open_local_session(account text, hash bytea) returns uuid language plpgsql
security definer set search_path = public, pg_temp as $$
declare u uuid;
begin
  select id into u from users where lower(email) = lower(account) and ended_on is null;
  if u is null then return null; end if;
  insert into staff_sessions (token_hash, user_id, device, expires_at, factor_at) values (hash, u, 'command line', now() + interval '12 hours', now());
  return u;
end $$;

-- ------------------------------------------------------------------ sign-in, before there is an identity
create function app.is_blocked(keys text[]) returns boolean language sql stable
security definer set search_path = public, pg_temp as $$
  select exists (select 1 from attempts where key = any (keys) and blocked_until > now())
$$;
-- Ten failures in fifteen minutes block a key for fifteen minutes.
create function app.note_failure(keys text[]) returns void language sql
security definer set search_path = public, pg_temp as $$
  insert into attempts as a (key, failures, window_start) select k, 1, now() from unnest(keys) k
  on conflict (key) do update set
    failures = case when a.window_start < now() - interval '15 minutes' then 1 else a.failures + 1 end,
    window_start = case when a.window_start < now() - interval '15 minutes' then now() else a.window_start end,
    blocked_until = case when a.window_start >= now() - interval '15 minutes' and a.failures >= 9 then now() + interval '15 minutes' else a.blocked_until end
$$;
create function app.clear_failures(keys text[]) returns void language sql
security definer set search_path = public, pg_temp as $$ delete from attempts where key = any (keys) $$;

-- Salt and parameters for an account; for an unknown one a fake that is always the same.
create function app.sign_in_salt(account text) returns table (salt bytea, params text) language plpgsql stable
security definer set search_path = public, ext, pg_temp as $$
begin
  return query select c.salt, c.params from credentials c join users u on u.id = c.user_id
    where lower(u.email) = lower(account) and u.ended_on is null;
  if not found then
    return query select substring(hmac(convert_to(lower(account), 'UTF8'), k.key, 'sha256') from 1 for 16), ''::text from context_keys k;
  end if;
end $$;

-- First factor: makes a pending session (no factor yet, five minutes) and returns what the second factor needs.
create function app.sign_in(account text, proof bytea, new_token_hash bytea, agent text, keys text[])
returns table (user_id uuid, totp_secret bytea, totp_last_step bigint) language plpgsql
security definer set search_path = public, ext, pg_temp as $$
declare c record;
begin
  if app.is_blocked(keys) then return; end if;
  select cr.*, u.id as uid into c from credentials cr join users u on u.id = cr.user_id
    where lower(u.email) = lower(account) and u.ended_on is null and cr.proof_hash = digest(proof, 'sha256');
  if not found then perform app.note_failure(keys); return; end if;
  insert into staff_sessions (token_hash, user_id, device, expires_at) values (new_token_hash, c.uid, left(agent, 200), now() + interval '5 minutes');
  return query select c.uid, c.totp_secret, c.totp_last_step;
end $$;

create function app.pending_session(pending_token text) returns table (user_id uuid, totp_secret bytea, totp_last_step bigint, email text, language text)
language sql stable security definer set search_path = public, ext, pg_temp as $$
  select u.id, c.totp_secret, c.totp_last_step, u.email, u.language from staff_sessions s join users u on u.id = s.user_id join credentials c on c.user_id = u.id
   where s.token_hash = digest(pending_token, 'sha256') and s.factor_at is null and s.ended_at is null and s.expires_at > now()
$$;

-- Second factor passed: the pending session is ended and a new token takes its place (no fixation).
create function app.confirm_factor(pending_token text, new_token_hash bytea, step bigint, recovery_hash bytea, keys text[])
returns uuid language plpgsql security definer set search_path = public, ext, pg_temp as $$
declare s record;
begin
  if app.is_blocked(keys) then return null; end if;
  select * into s from staff_sessions where token_hash = digest(pending_token, 'sha256') and factor_at is null and ended_at is null and expires_at > now() for update;
  if not found then return null; end if;
  if recovery_hash is not null then
    update recovery_codes r set used_at = now() where r.user_id = s.user_id and r.code_hash = recovery_hash and r.used_at is null;
    if not found then perform app.note_failure(keys); return null; end if;
  else
    update credentials c set totp_last_step = step where c.user_id = s.user_id and c.totp_last_step < step;
    if not found then perform app.note_failure(keys); return null; end if;
  end if;
  perform app.clear_failures(keys);
  update staff_sessions set ended_at = now() where id = s.id;
  insert into staff_sessions (token_hash, user_id, device, expires_at, factor_at) values (new_token_hash, s.user_id, s.device, now() + interval '12 hours', now());
  return s.user_id;
end $$;

create function app.end_session(which uuid) returns boolean language plpgsql
security definer set search_path = public, pg_temp as $$
begin
  update staff_sessions set ended_at = now(), ended_by = app.uid() where id = which and user_id = app.uid() and ended_at is null;
  return found;
end $$;
create function app.own_sessions() returns table (id uuid, device text, created_at timestamptz, last_seen_at timestamptz, is_this boolean)
language sql stable security definer set search_path = public, pg_temp as $$
  select s.id, s.device, s.created_at, s.last_seen_at, s.id = app.session_id() from staff_sessions s
   where s.user_id = app.uid() and s.ended_at is null and s.factor_at is not null and s.expires_at > now()
   order by s.last_seen_at desc
$$;
-- A fresh second factor inside a session, before export and role change.
create function app.own_factor() returns table (totp_secret bytea, totp_last_step bigint) language sql stable
security definer set search_path = public, pg_temp as $$
  select c.totp_secret, c.totp_last_step from credentials c where c.user_id = app.uid()
$$;
create function app.renew_factor(step bigint) returns boolean language plpgsql
security definer set search_path = public, pg_temp as $$
begin
  update credentials set totp_last_step = step where user_id = app.uid() and totp_last_step < step;
  if not found then return false; end if;
  update staff_sessions set factor_at = now() where id = app.session_id();
  return true;
end $$;
create function app.replace_recovery_codes(hashes bytea[]) returns void language plpgsql
security definer set search_path = public, pg_temp as $$
begin
  if app.uid() is null then raise exception 'nobody'; end if;
  delete from recovery_codes where user_id = app.uid();
  insert into recovery_codes (user_id, code_hash) select app.uid(), h from unnest(hashes) h;
end $$;
create function app.change_password(new_salt bytea, new_params text, new_proof_hash bytea) returns void language plpgsql
security definer set search_path = public, pg_temp as $$
begin
  update credentials set salt = new_salt, params = new_params, proof_hash = new_proof_hash, changed_at = now() where user_id = app.uid();
  if not found then raise exception 'nobody'; end if;
  update staff_sessions set ended_at = now(), ended_by = app.uid() where user_id = app.uid() and id <> app.session_id() and ended_at is null;
end $$;

-- First run: only on an empty site.
create function app.is_founded() returns boolean language sql stable
security definer set search_path = public, pg_temp as $$ select exists (select 1 from sites) $$;
create function app.found_site(site_name text, is_demo boolean, institution uuid, institution_name text, institution_kind text, zone text, area text,
  admin uuid, admin_name text, admin_email text, lang text, new_salt bytea, new_params text, new_proof_hash bytea, new_totp bytea, codes bytea[])
returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into sites (name, demo) values (site_name, is_demo);
  insert into institutions (id, name, kind, time_zone, region) values (institution, institution_name, institution_kind, zone, area);
  insert into users (id, institution_id, name, email, role, language) values (admin, institution, admin_name, admin_email, 'administrator', lang);
  insert into credentials (user_id, salt, params, proof_hash, totp_secret) values (admin, new_salt, new_params, new_proof_hash, new_totp);
  insert into recovery_codes (user_id, code_hash) select admin, c from unnest(codes) c;
end $$;

-- An invitation is accepted through its link: the link's details say which role at which institution.
create function app.accept_invitation(new_id uuid, new_name text, new_language text, new_salt bytea, new_params text, new_proof_hash bytea, new_totp bytea, codes bytea[])
returns uuid language plpgsql security definer set search_path = public, pg_temp as $$
declare l record;
begin
  select * into l from links where id = app.actor_id() and app.kind() = 'link' and purpose = 'invitation' and used_at is null for update;
  if not found then return null; end if;
  if exists (select 1 from users where lower(email) = lower(l.audience)) then return null; end if;
  insert into users (id, institution_id, name, email, role, field, language)
    values (new_id, l.institution_id, new_name, l.audience, l.details->>'role', l.details->>'field', new_language);
  insert into credentials (user_id, salt, params, proof_hash, totp_secret) values (new_id, new_salt, new_params, new_proof_hash, new_totp);
  insert into recovery_codes (user_id, code_hash) select new_id, c from unnest(codes) c;
  update links set used_at = now() where id = l.id;
  return new_id;
end $$;

-- An administrator ends an account: sessions stop at once.
create function app.end_sessions_of(account uuid) returns void language plpgsql
security definer set search_path = public, pg_temp as $$
begin
  if app.role() is distinct from 'administrator' or not exists (select 1 from users where id = account and institution_id = app.institution()) then
    raise exception 'not permitted';
  end if;
  update staff_sessions set ended_at = now(), ended_by = app.uid() where user_id = account and ended_at is null;
end $$;
create function app.sweep() returns int language plpgsql
security definer set search_path = public, pg_temp as $$
declare n int;
begin
  if app.kind() is distinct from 'job' then raise exception 'not permitted'; end if;
  delete from staff_sessions where expires_at < now() - interval '30 days';
  get diagnostics n = row_count;
  delete from attempts where window_start < now() - interval '1 day' and (blocked_until is null or blocked_until < now());
  return n;
end $$;
reset role;
set local role owner;

-- ------------------------------------------------------------------ who sees institutions, staff, links
create policy staff_and_cards_read on institutions for select to app using ((select app.kind()) in ('staff', 'card', 'link'));
create policy administrators_add on institutions for insert to app with check ((select app.role()) = 'administrator');
create policy administrators_change on institutions for update to app using ((select app.role()) = 'administrator') with check ((select app.role()) = 'administrator');

create policy staff_read on users for select to app using ((select app.uid()) is not null);
create policy administrators_change on users for update to app
  using ((select app.role()) = 'administrator' and institution_id = (select app.institution()))
  with check (institution_id = (select app.institution()));
create policy own_change on users for update to app using (id = (select app.uid())) with check (id = (select app.uid()));

create policy administrators_read on links for select to app using ((select app.role()) = 'administrator');
create policy administrators_add on links for insert to app with check ((select app.role()) = 'administrator' and created_by = (select app.uid()));
create policy administrators_revoke on links for update to app using ((select app.role()) = 'administrator') with check ((select app.role()) = 'administrator');

-- A user may change their own name and language; only administrators change roles.
create function app.keep_role() returns trigger language plpgsql as $$
begin
  if (new.role, new.ended_on) is distinct from (old.role, old.ended_on) and app.role() is distinct from 'administrator' then
    raise exception 'only an administrator changes roles' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger keep_role before update on users for each row execute function app.keep_role();

-- ------------------------------------------------------------------ audit
create table audit_entries (
  id uuid primary key default gen_random_uuid(),
  at timestamptz not null default clock_timestamp(),
  actor_kind text not null,
  actor_id uuid,
  institution_id uuid,
  mandate_id uuid,
  purpose text,
  act text not null,
  object_kind text,
  object_id uuid,
  person_id uuid,
  field_classes text[] not null default '{}',
  result text not null check (result in ('done', 'read', 'refused')),
  seq bigint unique,
  prev_hash bytea,
  hash bytea
);
create index audit_entries_person on audit_entries (person_id, at desc);
create index audit_entries_unsealed on audit_entries (at, id) where seq is null;
select app.lock_table('audit_entries');
grant insert (id, actor_kind, actor_id, institution_id, mandate_id, purpose, act, object_kind, object_id, person_id, field_classes, result) on audit_entries to app;
grant select on audit_entries to app, audit_writer;
grant update (seq, prev_hash, hash) on audit_entries to audit_writer;
-- The application writes what it does under its own name only.
create policy actors_write on audit_entries for insert to app with check (
  seq is null and prev_hash is null and hash is null
  and actor_kind = coalesce((select app.kind()), 'nobody') and actor_id is not distinct from (select app.actor_id()));
create policy persons_read_their_own on audit_entries for select to app using (person_id = (select app.card_person()) and (select app.level()) = 'pin');
create policy sealer_reads on audit_entries for select to audit_writer using (true);
create policy sealer_seals on audit_entries for update to audit_writer using (seq is null) with check (true);


set local role definer;
grant execute on function app.context(), app.kind(), app.uid(), app.actor_id(), app.institution(), app.role(), app.card_person(), app.level(), app.session_id(),
  app.today(), app.now() to app, definer, backup, audit_writer, owner;
grant execute on function app.enter(text), app.enter_link(text), app.enter_job(text), app.is_blocked(text[]), app.note_failure(text[]), app.clear_failures(text[]),
  app.sign_in_salt(text), app.sign_in(text, bytea, bytea, text, text[]), app.pending_session(text), app.confirm_factor(text, bytea, bigint, bytea, text[]),
  app.end_session(uuid), app.own_sessions(), app.own_factor(), app.renew_factor(bigint), app.replace_recovery_codes(bytea[]), app.change_password(bytea, text, bytea),
  app.is_founded(), app.accept_invitation(uuid, text, text, bytea, text, bytea, bytea, bytea[]), app.end_sessions_of(uuid), app.sweep(),
  app.found_site(text, boolean, uuid, text, text, text, text, uuid, text, text, text, bytea, text, bytea, bytea, bytea[]) to app;
grant execute on function app.make_job_token(text, bytea), app.open_local_session(text, bytea), app.make_context_key() to owner;
set local role owner;
select app.make_context_key();
