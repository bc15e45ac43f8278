-- Rights that reached past their border: each is now kept to what it was given for. test/trust/borders.test.ts says how.

-- What was handed in opens the others' answers; it can't be taken out of the chain again to answer anew. A peer takes back the
-- whole sheet, for good. The owner of the site (demo, tests) may still set the scene.
create function app.keep_handed_in() returns trigger language plpgsql as $$
begin
  if app.kind() is not null
    and (old.handed_in_at is not null and new.handed_in_at is distinct from old.handed_in_at
      or old.withdrawn_at is not null and new.withdrawn_at is distinct from old.withdrawn_at) then
    raise exception 'a sheet that was handed in stays' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger keep_handed_in before update on sheets for each row execute function app.keep_handed_in();
drop policy raters_change on sheets;
create policy raters_change on sheets for update to app
  using (id = any ((select app.sheets_in_hand())::uuid[])
    or rater_kind = 'peer' and rater_person_id = (select app.card_person()) and (select app.level()) = 'pin')
  with check (id = any ((select app.sheets_in_hand())::uuid[])
    or rater_kind = 'peer' and rater_person_id = (select app.card_person()) and (select app.level()) = 'pin');

-- A group is led by coaches and trainees: a mandate by the group carries its holder's role, and with it that role's classes.
create policy coaches_only on group_coaches as restrictive for insert to app with check (
  user_id in (select u.id from users u where u.role in ('coach', 'trainee') and u.ended_on is null));

-- An institution that has an administrator of its own lets its own people in, and says itself what it is called. One that has none
-- yet is set up by whoever made it.
create policy own_people on links as restrictive for insert to app with check (
  institution_id = (select app.institution())
  or not exists (select 1 from users u where u.institution_id = links.institution_id and u.role = 'administrator' and u.ended_on is null));
create policy own_links on links as restrictive for update to app using (
  institution_id = (select app.institution())
  or not exists (select 1 from users u where u.institution_id = links.institution_id and u.role = 'administrator' and u.ended_on is null));
create policy own_name on institutions as restrictive for update to app using (
  id = (select app.institution())
  or not exists (select 1 from users u where u.institution_id = institutions.id and u.role = 'administrator' and u.ended_on is null));

-- Taking back an import deletes the files it made; nothing else deletes a file.
create policy of_own_import on persons as restrictive for delete to app using (
  id in (select r.person_id from import_rows r where r.kind = 'created'));

set local role definer;

-- An invitation stands as long as whoever made it is still an administrator.
create or replace function app.enter_link(token text) returns setof app.entry language plpgsql
security definer set search_path = public, ext, pg_temp as $$
declare l record; e app.entry;
begin
  select * into l from links k
   where k.token_hash = digest(token, 'sha256') and k.revoked_at is null and k.used_at is null and k.expires_at > now()
     and (k.created_by is null or exists (select 1 from users u where u.id = k.created_by and u.role = 'administrator' and u.ended_on is null));
  if not found then return; end if;
  perform app.set_context(concat_ws('|', 'link', l.id, l.institution_id, l.purpose, '', '', ''));
  e := row('link', l.id, l.institution_id, l.purpose, l.audience, l.details->>'language', null, null, null, null, l.details, app.today(), app.now());
  return next e;
end $$;

-- Another role is other work: the groups led in the old one are left with its mandates, and so are the programmes, unless the new
-- role works in programmes too. (Mandates alone were ended before: the next change in the group made new ones, with the new role.)
create or replace function app.change_role(account uuid, new_role text, new_field text) returns boolean language plpgsql
security definer set search_path = public, pg_temp as $$
declare was text;
begin
  if not app.administers(account) then return false; end if;
  select role into was from users where id = account and ended_on is null for update;
  if not found then return false; end if;
  update users set role = new_role, field = new_field where id = account;
  if was = new_role then return true; end if;
  update mandates set revoked_at = now(), revoked_by = app.uid() where professional_id = account and revoked_at is null and role <> new_role;
  update group_coaches set ended_on = app.today() where user_id = account and ended_on is null;
  if not (was in ('coordinator', 'programme-office') and new_role in ('coordinator', 'programme-office')) then
    update programme_staff set to_date = app.today() where user_id = account and (to_date is null or to_date > app.today());
  end if;
  return true;
end $$;

create or replace function app.led_groups() returns uuid[] language plpgsql stable parallel restricted
security definer set search_path = public, pg_temp as $$
declare r uuid[];
begin
  if app.uid() is null or app.role() not in ('coach', 'trainee') then return '{}'; end if;
  select coalesce(array_agg(c.group_id), '{}') into r from group_coaches c join groups g on g.id = c.group_id
   where c.user_id = app.uid() and c.ended_on is null and (g.mandates_until is null or g.mandates_until >= app.today());
  return r;
end $$;

create or replace function app.settle_group_mandates(which uuid) returns void language plpgsql
security definer set search_path = public, pg_temp as $$
declare g record; d date := app.today();
begin
  select * into g from groups where id = which;
  if not found or not (g.programme_id = any (app.my_programmes_to_write('attendance')) or which = any (app.led_groups())) then
    raise exception 'not permitted' using errcode = '42501';
  end if;
  update mandates m set revoked_at = now(), revoked_by = app.uid()
   where m.source_id = which and m.purpose = 'group' and m.revoked_at is null
     and not exists (select 1 from group_members gm join group_coaches gc on gc.group_id = gm.group_id
       where gm.group_id = which and gm.person_id = m.person_id and gm.left_on is null and gc.user_id = m.professional_id and gc.ended_on is null);
  update mandates m set to_date = g.mandates_until where m.source_id = which and m.purpose = 'group' and m.revoked_at is null and m.to_date is distinct from g.mandates_until;
  insert into mandates (person_id, professional_id, role, institution_id, purpose, from_date, to_date, source_id, created_by)
    select gm.person_id, gc.user_id, u.role, u.institution_id, 'group', d, g.mandates_until, which, app.uid()
      from group_members gm join group_coaches gc on gc.group_id = gm.group_id join users u on u.id = gc.user_id
     where gm.group_id = which and gm.left_on is null and gc.ended_on is null and u.role in ('coach', 'trainee') and u.ended_on is null
       and not exists (select 1 from mandates m where m.source_id = which and m.person_id = gm.person_id and m.professional_id = gc.user_id and m.revoked_at is null);
end $$;

-- Other bookings within the institution: what is booked elsewhere is not for it to know, and a room of the same name is another room.
create or replace function app.bookings(days date[], coaches uuid[], rooms text[]) returns table (on_date date, half_day text, group_id uuid, user_id uuid, room text)
language sql stable security definer set search_path = public, pg_temp as $$
  select s.on_date, s.half_day, s.group_id, c.user_id, coalesce(s.room, g.room)
    from sessions s join groups g on g.id = s.group_id join programmes p on p.id = g.programme_id
    left join group_coaches c on c.group_id = g.id and c.ended_on is null
   where app.role() in ('coordinator', 'programme-office', 'coach', 'trainee') and p.institution_id = app.institution()
     and s.on_date = any (days) and s.cancelled_on is null
     and (c.user_id = any (coaches) or coalesce(s.room, g.room) = any (rooms))
$$;

-- Nobody gives for longer than they hold: two stand-ins would otherwise keep a file open for one another.
create or replace function app.give_mandate(person uuid, colleague uuid, until date, why text) returns uuid language plpgsql
security definer set search_path = public, pg_temp as $$
declare m uuid := gen_random_uuid(); d date := app.today(); own_end date;
begin
  if not (person = any (app.persons_to_write('identity'))) then return null; end if;
  if not exists (select 1 from users u where u.id = colleague and u.institution_id = app.institution() and u.role = app.role() and u.ended_on is null) then return null; end if;
  if exists (select 1 from mandates x where x.person_id = person and x.professional_id = colleague and x.revoked_at is null and (x.to_date is null or x.to_date >= d)) then
    return null;
  end if;
  select max(coalesce(x.to_date, 'infinity')) into own_end from mandates x
   where x.person_id = person and x.professional_id = app.uid() and x.revoked_at is null and x.from_date <= d and (x.to_date is null or x.to_date >= d);
  insert into mandates (id, person_id, professional_id, role, institution_id, purpose, from_date, to_date, reason, created_by)
    values (m, person, colleague, app.role(), app.institution(), 'colleague', d, nullif(least(coalesce(until, 'infinity'), own_end), 'infinity'), why, app.uid());
  return m;
end $$;

-- Only whoever is in the group themselves is among its peers.
create or replace function app.peers() returns table (step_id uuid, group_id uuid, person_id uuid, first_name text, profile_id uuid, sheet_id uuid, handed_in boolean, is_self boolean)
language sql stable security definer set search_path = public, pg_temp as $$
  select st.id, st.group_id, p.id, p.first_name, pr.id, s.id, s.handed_in_at is not null, p.id = app.card_person()
    from peer_joinings mine join peer_steps st on st.id = mine.step_id and st.closed_at is null
    join group_members own on own.group_id = st.group_id and own.person_id = mine.person_id and own.left_on is null
    join peer_joinings j on j.step_id = st.id and j.withdrawn_at is null
    join persons p on p.id = j.person_id
    join group_members gm on gm.group_id = st.group_id and gm.person_id = p.id and gm.left_on is null
    left join profiles pr on pr.enrolment_id = gm.enrolment_id
    left join sheets s on s.profile_id = pr.id and s.rater_person_id = app.card_person() and s.rater_kind = 'peer' and s.withdrawn_at is null
   where mine.person_id = app.card_person() and app.level() = 'pin' and mine.withdrawn_at is null
$$;
reset role;
set local role owner;
grant select on programmes to definer;
create policy definer_reads on programmes for select to definer using (true);
