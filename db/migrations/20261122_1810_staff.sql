-- Accounts after the first day: another phone, a new role, leaving, coming back, a forgotten password; limits of tries by kind.

set local role definer;

-- Ten failures of one account from one address in fifteen minutes block that pair for fifteen minutes. An account alone may
-- fail twice as often, so that nobody locks a colleague out by typing nonsense; an address sixty times: an office shares one.
create or replace function app.note_failure(keys text[]) returns void language sql
security definer set search_path = public, pg_temp as $$
  insert into attempts as a (key, failures, window_start) select k, 1, now() from unnest(keys) k
  on conflict (key) do update set
    failures = case when a.window_start < now() - interval '15 minutes' then 1 else a.failures + 1 end,
    window_start = case when a.window_start < now() - interval '15 minutes' then now() else a.window_start end,
    blocked_until = case
      when a.window_start >= now() - interval '15 minutes'
        and a.failures + 1 >= case split_part(a.key, ':', 1) when 'address' then 60 when 'account' then 20 else 10 end
      then now() + interval '15 minutes' else a.blocked_until end
$$;

-- The first run says which languages the site and its first institution work in.
drop function app.found_site(text, boolean, uuid, text, text, text, text, uuid, text, text, text, bytea, text, bytea, bytea, bytea[]);
create function app.found_site(site_name text, is_demo boolean, institution uuid, institution_name text, institution_kind text, zone text, area text,
  admin uuid, admin_name text, admin_email text, lang text, new_salt bytea, new_params text, new_proof_hash bytea, new_totp bytea, codes bytea[],
  tongues text[] default '{fr,de}')
returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into sites (name, demo, languages) values (site_name, is_demo, (select array_agg(distinct l) from unnest(tongues || '{en}') l));
  insert into institutions (id, name, kind, languages, time_zone, region) values (institution, institution_name, institution_kind, tongues, zone, area);
  insert into users (id, institution_id, name, email, role, language) values (admin, institution, admin_name, admin_email, 'administrator', lang);
  insert into credentials (user_id, salt, params, proof_hash, totp_secret) values (admin, new_salt, new_params, new_proof_hash, new_totp);
  insert into recovery_codes (user_id, code_hash) select admin, c from unnest(codes) c;
end $$;

-- Another phone. The last step is kept: codes that were seen before stay used.
create function app.replace_factor(new_totp bytea, step bigint) returns void language plpgsql
security definer set search_path = public, pg_temp as $$
begin
  update credentials set totp_secret = new_totp, totp_last_step = step, changed_at = now() where user_id = app.uid();
  if not found then raise exception 'nobody'; end if;
  update staff_sessions set ended_at = now(), ended_by = app.uid() where user_id = app.uid() and id <> app.session_id() and ended_at is null;
end $$;

-- The current password, asked again before another takes its place; counted like signing in.
create function app.check_own_password(proof bytea, keys text[]) returns boolean language plpgsql
security definer set search_path = public, ext, pg_temp as $$
begin
  if app.is_blocked(keys) then return false; end if;
  if exists (select 1 from credentials where user_id = app.uid() and proof_hash = digest(proof, 'sha256')) then return true; end if;
  perform app.note_failure(keys);
  return false;
end $$;

create function app.end_other_sessions() returns int language plpgsql
security definer set search_path = public, pg_temp as $$
declare n int;
begin
  update staff_sessions set ended_at = now(), ended_by = app.uid() where user_id = app.uid() and id <> app.session_id() and ended_at is null;
  get diagnostics n = row_count;
  return n;
end $$;

-- Whether the actor administers this account: a colleague's, of the same institution, never their own.
create function app.administers(account uuid) returns boolean language sql stable
security definer set search_path = public, pg_temp as $$
  select app.role() = 'administrator' and account <> app.uid()
    and exists (select 1 from users where id = account and institution_id = app.institution())
$$;

-- How many files would lose this professional: a number for whoever ends the account, never which files.
create function app.open_mandates_of(account uuid) returns int language plpgsql stable
security definer set search_path = public, pg_temp as $$
begin
  if not app.administers(account) then return null; end if;
  return (select count(distinct person_id) from mandates
    where professional_id = account and revoked_at is null and from_date <= app.today() and (to_date is null or to_date >= app.today()));
end $$;

drop function app.end_sessions_of(uuid);
-- Leaving: sessions stop at once, mandates end with them, the groups know that their coach is gone.
create function app.end_account(account uuid) returns boolean language plpgsql
security definer set search_path = public, pg_temp as $$
begin
  if not app.administers(account) then return false; end if;
  update users set ended_on = app.today(), ended_by = app.uid() where id = account and ended_on is null;
  if not found then return false; end if;
  update staff_sessions set ended_at = now(), ended_by = app.uid() where user_id = account and ended_at is null;
  update mandates set revoked_at = now(), revoked_by = app.uid() where professional_id = account and revoked_at is null;
  update group_coaches set ended_on = app.today() where user_id = account and ended_on is null;
  update programme_staff set to_date = app.today() where user_id = account and (to_date is null or to_date > app.today());
  return true;
end $$;

-- Back again: the account opens with its old password and phone; mandates are given anew by the work.
create function app.reopen_account(account uuid) returns boolean language plpgsql
security definer set search_path = public, pg_temp as $$
begin
  if not app.administers(account) then return false; end if;
  update users set ended_on = null, ended_by = null where id = account and ended_on is not null;
  return found;
end $$;

-- Another role is other work: what the old role was allowed to open ends with it.
create function app.change_role(account uuid, new_role text, new_field text) returns boolean language plpgsql
security definer set search_path = public, pg_temp as $$
begin
  if not app.administers(account) then return false; end if;
  update users set role = new_role, field = new_field where id = account and ended_on is null;
  if not found then return false; end if;
  update mandates set revoked_at = now(), revoked_by = app.uid() where professional_id = account and revoked_at is null and role <> new_role;
  return true;
end $$;

-- An invitation whose details name an account renews that account's secrets: a forgotten password, a lost phone and codes.
-- Only for accounts of the institution of whoever made the link.
create or replace function app.accept_invitation(new_id uuid, new_name text, new_language text, new_salt bytea, new_params text, new_proof_hash bytea, new_totp bytea, codes bytea[])
returns uuid language plpgsql security definer set search_path = public, pg_temp as $$
declare l record; u uuid;
begin
  select * into l from links where id = app.actor_id() and app.kind() = 'link' and purpose = 'invitation' and used_at is null for update;
  if not found then return null; end if;
  if l.details ? 'account' then
    select a.id into u from users a join users maker on maker.id = l.created_by and maker.institution_id = a.institution_id
     where a.id = (l.details->>'account')::uuid and a.id = new_id and lower(a.email) = lower(l.audience) and a.ended_on is null;
    if u is null then return null; end if;
    update credentials set salt = new_salt, params = new_params, proof_hash = new_proof_hash, totp_secret = new_totp, totp_last_step = 0, changed_at = now() where user_id = u;
    delete from recovery_codes where user_id = u;
    update staff_sessions set ended_at = now() where user_id = u and ended_at is null;
  else
    u := new_id;
    if exists (select 1 from users where lower(email) = lower(l.audience)) then return null; end if;
    insert into users (id, institution_id, name, email, role, field, language)
      values (u, l.institution_id, new_name, l.audience, l.details->>'role', l.details->>'field', new_language);
    insert into credentials (user_id, salt, params, proof_hash, totp_secret) values (u, new_salt, new_params, new_proof_hash, new_totp);
  end if;
  insert into recovery_codes (user_id, code_hash) select u, c from unnest(codes) c;
  update links set used_at = now() where id = l.id;
  return u;
end $$;

grant execute on function app.replace_factor(bytea, bigint), app.check_own_password(bytea, text[]), app.end_other_sessions(), app.administers(uuid), app.open_mandates_of(uuid), app.end_account(uuid), app.reopen_account(uuid),
  app.change_role(uuid, text, text),
  app.found_site(text, boolean, uuid, text, text, text, text, uuid, text, text, text, bytea, text, bytea, bytea, bytea[], text[]) to app;
reset role;
set local role owner;

-- Role and end of an account change through these functions only, so that mandates and sessions never lag behind.
revoke update (role, ended_on, ended_by) on users from app;
grant update (ended_on) on group_coaches to definer;
create policy definer_ends on group_coaches for update to definer using (true) with check (true);
grant update (to_date) on programme_staff to definer;
