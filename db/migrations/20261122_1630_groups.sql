-- Groups, their coaches and members, sessions, attendance.

create table groups (
  id uuid primary key,
  programme_id uuid not null references programmes,
  name text not null check (length(name) between 1 and 120),
  language text not null,
  site text,
  room text,
  capacity int not null check (capacity between 1 and 200),
  starts_on date,
  ends_on date,
  mandates_until date,
  created_at timestamptz not null default now(),
  created_by uuid not null,
  closed_on date
);
create index groups_programme on groups (programme_id);
comment on column groups.mandates_until is 'The coaches'' mandates over the members end on this day: last session plus the time for the hand-over.';

create table group_coaches (
  id uuid primary key,
  group_id uuid not null references groups,
  user_id uuid not null references users,
  part text not null check (part in ('coach', 'co-coach', 'trainee')),
  from_date date not null,
  ended_on date,
  added_by uuid not null
);
create unique index group_coaches_running on group_coaches (group_id, user_id) where ended_on is null;
create index group_coaches_user on group_coaches (user_id);

create table group_members (
  id uuid primary key,
  group_id uuid not null references groups,
  enrolment_id uuid not null references enrolments on delete cascade,
  person_id uuid not null references persons on delete cascade,
  joined_on date not null,
  joined_by uuid not null,
  left_on date,
  left_reason text check (left_reason in ('dropped', 'moved-group', 'never-came', 'completed', 'mistake')),
  left_by uuid
);
create unique index group_members_running on group_members (enrolment_id) where left_on is null;
create index group_members_group on group_members (group_id) where left_on is null;
create index group_members_person on group_members (person_id);

create table sessions (
  id uuid primary key,
  group_id uuid not null references groups,
  number int not null check (number between 1 and 500),
  on_date date not null,
  half_day text not null check (half_day in ('am', 'pm')),
  starts_at time not null,
  ends_at time not null check (ends_at > starts_at),
  theme jsonb not null,
  place text,
  room text,
  material text,
  outing text,
  homework text,
  cancelled_on date,
  cancel_reason text,
  moved_from date,
  closed_at timestamptz,
  closed_by uuid,
  updated_at timestamptz not null default now()
);
create index sessions_group on sessions (group_id, on_date, half_day);
create index sessions_day on sessions (on_date);
comment on column sessions.theme is 'Key and title per language, copied from the programme when the group was planned.';

-- Who is expected when that is not the whole group; no row for a session means everyone.
create table session_expected (
  session_id uuid not null references sessions on delete cascade,
  person_id uuid not null references persons on delete cascade,
  primary key (session_id, person_id)
);

create table absence_announcements (
  id uuid primary key,
  session_id uuid not null references sessions on delete cascade,
  person_id uuid not null references persons on delete cascade,
  announced_at timestamptz not null default now(),
  by_kind text not null check (by_kind in ('card', 'staff')),
  by_id uuid,
  withdrawn_at timestamptz
);
create unique index absence_announcements_running on absence_announcements (session_id, person_id) where withdrawn_at is null;

-- Every tap is a row; the last one that is not undone counts. The key is made on the device, so the same tap never counts twice.
create table attendance_marks (
  key uuid primary key,
  session_id uuid not null references sessions on delete cascade,
  person_id uuid not null references persons on delete cascade,
  status text not null check (status in ('present', 'late', 'left-early', 'excused', 'absent', 'none')),
  note bytea,
  marked_by uuid not null references users,
  marked_at timestamptz not null default clock_timestamp()
);
create index attendance_marks_session on attendance_marks (session_id, person_id, marked_at desc);
create index attendance_marks_person on attendance_marks (person_id);
comment on column attendance_marks.status is 'none takes the mark back (undo).';
comment on column attendance_marks.note is 'Sealed with the person''s key.';

select app.lock_table('groups'), app.lock_table('group_coaches'), app.lock_table('group_members'), app.lock_table('sessions'), app.lock_table('session_expected');
grant select on groups, group_coaches, group_members, enrolments, sessions to definer;
create policy definer_reads on groups for select to definer using (true);
create policy definer_reads on group_coaches for select to definer using (true);
create policy definer_reads on group_members for select to definer using (true);
create policy definer_reads on enrolments for select to definer using (true);
create policy definer_reads on sessions for select to definer using (true);

set local role definer;
-- Groups the professional leads today, or that a member they hold a mandate on belongs to; for a card the person's own groups.
create function app.led_groups() returns uuid[] language plpgsql stable parallel restricted
security definer set search_path = public, pg_temp as $$
declare r uuid[];
begin
  if app.uid() is null then return '{}'; end if;
  select coalesce(array_agg(c.group_id), '{}') into r from group_coaches c join groups g on g.id = c.group_id
   where c.user_id = app.uid() and c.ended_on is null and (g.mandates_until is null or g.mandates_until >= app.today());
  return r;
end $$;
create function app.known_groups() returns uuid[] language plpgsql stable parallel restricted
security definer set search_path = public, pg_temp as $$
declare r uuid[]; p uuid[] := app.persons_for('attendance');
begin
  select coalesce(array_agg(distinct group_id), '{}') into r from group_members where person_id = any (p);
  return r || app.led_groups();
end $$;

-- Puts the mandates of a group's coaches right: one per coach and member while both are in the group, until groups.mandates_until.
create function app.settle_group_mandates(which uuid) returns void language plpgsql
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
     where gm.group_id = which and gm.left_on is null and gc.ended_on is null
       and not exists (select 1 from mandates m where m.source_id = which and m.person_id = gm.person_id and m.professional_id = gc.user_id and m.revoked_at is null);
end $$;

-- Other bookings of a coach or a room on given half-days, without saying for whom: conflicts must show across groups one does not lead.
create function app.bookings(days date[], coaches uuid[], rooms text[]) returns table (on_date date, half_day text, group_id uuid, user_id uuid, room text)
language sql stable security definer set search_path = public, pg_temp as $$
  select s.on_date, s.half_day, s.group_id, c.user_id, coalesce(s.room, g.room)
    from sessions s join groups g on g.id = s.group_id left join group_coaches c on c.group_id = g.id and c.ended_on is null
   where app.role() in ('coordinator', 'programme-office', 'coach', 'trainee') and s.on_date = any (days) and s.cancelled_on is null
     and (c.user_id = any (coaches) or coalesce(s.room, g.room) = any (rooms))
$$;
reset role;
set local role owner;

grant select, insert on groups, group_coaches, group_members, sessions, session_expected to app;
grant update (name, language, site, room, capacity, starts_on, ends_on, mandates_until, closed_on) on groups to app;
grant update (ended_on) on group_coaches to app;
grant update (left_on, left_reason, left_by) on group_members to app;
grant update (number, on_date, half_day, starts_at, ends_at, theme, place, room, material, outing, homework, cancelled_on, cancel_reason, moved_from, closed_at, closed_by, updated_at) on sessions to app;
grant delete on session_expected to app;

create policy programme_read on groups for select to app using (programme_id = any ((select app.my_programmes('attendance'))::uuid[]));
create policy known_read on groups for select to app using (id = any ((select app.known_groups())::uuid[]));
create policy programme_add on groups for insert to app with check (programme_id = any ((select app.my_programmes_to_write('attendance'))::uuid[]));
create policy programme_change on groups for update to app using (programme_id = any ((select app.my_programmes_to_write('attendance'))::uuid[]));
create policy coaches_change on groups for update to app using (id = any ((select app.led_groups())::uuid[]) and (select app.role()) = 'coach');

create policy group_read on group_coaches for select to app using (group_id in (select id from groups));
create policy coordinators_add on group_coaches for insert to app with check (
  (select app.role()) = 'coordinator' and group_id in (select g.id from groups g where g.programme_id = any ((select app.my_programmes_to_write('attendance'))::uuid[])));
create policy coordinators_change on group_coaches for update to app using (
  (select app.role()) = 'coordinator' and group_id in (select g.id from groups g where g.programme_id = any ((select app.my_programmes_to_write('attendance'))::uuid[])));

create policy known_actor on group_members as restrictive for all to app using ((select app.kind()) is not null);
create policy mandated_read on group_members for select to app using (person_id = any ((select app.persons_for('attendance'))::uuid[]));
create policy programme_read on group_members for select to app using (group_id in (select g.id from groups g where g.programme_id = any ((select app.my_programmes('attendance'))::uuid[])));
create policy coordinators_add on group_members for insert to app with check (
  (select app.role()) in ('coordinator', 'programme-office')
  and group_id in (select g.id from groups g join enrolments e on e.programme_id = g.programme_id
    where e.id = group_members.enrolment_id and e.person_id = group_members.person_id and g.programme_id = any ((select app.my_programmes_to_write('attendance'))::uuid[])));
create policy coordinators_change on group_members for update to app using (
  (select app.role()) in ('coordinator', 'programme-office')
  and group_id in (select g.id from groups g where g.programme_id = any ((select app.my_programmes_to_write('attendance'))::uuid[])));
create policy coaches_change on group_members for update to app using ((select app.role()) = 'coach' and group_id = any ((select app.led_groups())::uuid[]));

create policy group_read on sessions for select to app using (group_id in (select id from groups));
create policy programme_add on sessions for insert to app with check (group_id in (select g.id from groups g where g.programme_id = any ((select app.my_programmes_to_write('attendance'))::uuid[])));
create policy programme_change on sessions for update to app using (group_id in (select g.id from groups g where g.programme_id = any ((select app.my_programmes_to_write('attendance'))::uuid[])));
create policy coaches_change on sessions for update to app using (group_id = any ((select app.led_groups())::uuid[]));

create policy known_actor on session_expected as restrictive for all to app using ((select app.kind()) is not null);
create policy session_read on session_expected for select to app using (
  person_id = any ((select app.persons_for('attendance'))::uuid[]) or (select app.kind()) = 'staff' and session_id in (select s.id from sessions s join groups g on g.id = s.group_id where g.programme_id = any ((select app.my_programmes('attendance'))::uuid[])));
create policy leaders_add on session_expected for insert to app with check (session_id in (select s.id from sessions s join groups g on g.id = s.group_id
  where g.id = any ((select app.led_groups())::uuid[]) or g.programme_id = any ((select app.my_programmes_to_write('attendance'))::uuid[])));
create policy leaders_remove on session_expected for delete to app using (session_id in (select s.id from sessions s join groups g on g.id = s.group_id
  where g.id = any ((select app.led_groups())::uuid[]) or g.programme_id = any ((select app.my_programmes_to_write('attendance'))::uuid[])));

select app.protect('attendance_marks', 'attendance'), app.protect_in_programme('attendance_marks', 'attendance');
select app.protect('absence_announcements', 'attendance'), app.protect_in_programme('absence_announcements', 'attendance');
create policy own_announce on absence_announcements for insert to app with check (person_id = any ((select app.persons_to_write('announcement'))::uuid[]) and by_kind = 'card' and (select app.card_person()) is not null);
create policy own_withdraw on absence_announcements for update to app using (person_id = (select app.card_person())) with check (person_id = (select app.card_person()));
grant update (withdrawn_at) on absence_announcements to app;
-- A mark is written by whoever sees the session, under their own name.
create policy own_name on attendance_marks as restrictive for insert to app with check (marked_by = (select app.uid()) and session_id in (select id from sessions));

set local role definer;
grant execute on function app.led_groups(), app.known_groups(), app.settle_group_mandates(uuid), app.bookings(date[], uuid[], text[]) to app;
set local role owner;
