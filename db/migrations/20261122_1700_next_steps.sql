-- The hand-over of a profile, the talk, the direction, measures assigned, plans; notices and drafts.

create table hand_overs (
  id uuid primary key,
  version_id uuid not null unique references profile_versions on delete cascade,
  person_id uuid not null references persons on delete cascade,
  enrolment_id uuid not null references enrolments on delete cascade,
  to_user_id uuid not null references users,
  handed_over_at timestamptz not null default now(),
  handed_over_on date not null,
  due_on date not null,
  by_kind text not null check (by_kind in ('card', 'staff')),
  by_id uuid
);
create index hand_overs_to on hand_overs (to_user_id);
create index hand_overs_person on hand_overs (person_id);
create table hand_over_steps (
  id uuid primary key,
  hand_over_id uuid not null references hand_overs on delete cascade,
  person_id uuid not null references persons on delete cascade,
  kind text not null check (kind in ('received', 'read', 'talk-planned', 'talk-held')),
  on_date date not null,
  entered_by uuid not null,
  entered_at timestamptz not null default now()
);
create index hand_over_steps_hand_over on hand_over_steps (hand_over_id);

create table directions (
  id uuid primary key,
  hand_over_id uuid not null references hand_overs on delete cascade,
  person_id uuid not null references persons on delete cascade,
  version_id uuid not null references profile_versions on delete cascade,
  direction text not null check (direction in ('ordinary-measure', 'mission-desk', 'training', 'own-steps', 'social-integration', 'none')),
  taken_up_by uuid references users,
  taken_up_by_person boolean not null default false,
  by_date date,
  words text,
  profile_passed boolean not null default false,
  decided_on date not null,
  decided_by uuid not null,
  ended_at timestamptz,
  ended_by uuid
);
create unique index directions_running on directions (hand_over_id) where ended_at is null;
create index directions_taken_up on directions (taken_up_by) where ended_at is null;
comment on column directions.profile_passed is 'The person agreed that the profile goes along.';

create table measure_assignments (
  id uuid primary key,
  direction_id uuid not null references directions on delete cascade,
  person_id uuid not null references persons on delete cascade,
  measure text not null check (length(measure) between 1 and 300),
  provider text,
  starts_on date,
  recorded_on date not null,
  recorded_by uuid not null references users
);

create table goals (
  id uuid primary key,
  person_id uuid not null references persons on delete cascade,
  enrolment_id uuid references enrolments on delete cascade,
  title text not null check (length(title) between 1 and 500),
  made_by_kind text not null check (made_by_kind in ('card', 'staff')),
  made_by uuid,
  made_on date not null,
  ended_on date,
  ended_how text check (ended_how in ('reached', 'dropped'))
);
create index goals_person on goals (person_id);
create table steps (
  id uuid primary key,
  person_id uuid not null references persons on delete cascade,
  goal_id uuid references goals on delete cascade,
  enrolment_id uuid references enrolments on delete cascade,
  what text not null check (length(what) between 1 and 500),
  who text not null check (who in ('person', 'professional')),
  who_user_id uuid references users,
  due_on date,
  made_by_kind text not null check (made_by_kind in ('card', 'staff')),
  made_by uuid,
  made_on date not null,
  done_on date,
  done_by_kind text,
  done_by uuid,
  dropped_on date
);
create index steps_person on steps (person_id);
create index steps_who on steps (who_user_id) where done_on is null and dropped_on is null;

create table notices (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null references users,
  person_id uuid references persons on delete cascade,
  kind text not null check (kind in ('two-absences', 'cannot-come', 'handed-over', 'passed-on', 'measure-assigned', 'never-started', 'dropped', 'card-locked')),
  source_id uuid,
  on_date date not null,
  created_at timestamptz not null default now(),
  seen_at timestamptz
);
create index notices_user on notices (user_id, created_at desc) where seen_at is null;
create unique index notices_once on notices (user_id, kind, source_id) where source_id is not null;

create table drafts (
  id uuid primary key,
  actor_kind text not null,
  actor_id uuid not null,
  form text not null,
  subject_id uuid,
  content bytea not null,
  updated_at timestamptz not null default now()
);
create index drafts_actor on drafts (actor_id, form);
comment on column drafts.content is 'Answers in progress, sealed with the site key.';

select app.protect(t, 'plan'), app.protect_in_programme(t, 'plan')
  from unnest(array['hand_overs', 'hand_over_steps', 'directions', 'measure_assignments', 'goals', 'steps']::regclass[]) t;
-- Coordinators see what became of a hand-over, not the plan itself.
drop policy programme_read on goals;
drop policy programme_read on steps;
grant update (ended_at, ended_by) on directions to app;
grant update (ended_on, ended_how, title) on goals to app;
grant update (what, due_on, done_on, done_by_kind, done_by, dropped_on, who, who_user_id) on steps to app;
-- A hand-over is the person's act, or a coach's on their behalf.
create policy persons_act on hand_overs as restrictive for insert to app with check ((select app.card_person()) is not null or (select app.role()) = 'coach');
create policy persons_or_coach on profile_versions as restrictive for insert to app with check ((select app.card_person()) is not null or (select app.role()) = 'coach');
create policy acknowledged_by_receiver on hand_over_steps as restrictive for insert to app with check ((select app.role()) = 'social-worker' and entered_by = (select app.uid()));
create policy decided_by_receiver on directions as restrictive for insert to app with check ((select app.role()) = 'social-worker' and decided_by = (select app.uid()));
create policy officers_record on measure_assignments as restrictive for insert to app with check (
  (select app.role()) = 'measures-officer' and direction_id in (select id from directions where taken_up_by = (select app.uid())));
-- A version is read by the person and those who accompany; by the receiver's institution once handed over; by an officer to whom it was passed on.
create policy after_hand_over on profile_versions as restrictive for select to app using (
  (select app.card_person()) is not null or (select app.role()) in ('coach', 'trainee')
  or (select app.role()) = 'social-worker' and id in (select h.version_id from hand_overs h join users u on u.id = h.to_user_id where u.institution_id = (select app.institution()))
  or (select app.role()) = 'measures-officer' and id in (select d.version_id from directions d where d.profile_passed and d.taken_up_by = (select app.uid()) and d.ended_at is null));

select app.lock_table('notices'), app.lock_table('drafts');
grant select on notices to app;
grant update (seen_at) on notices to app;
grant insert on notices to definer;
grant select on notices, directions to definer;
create policy definer_all on notices to definer using (true) with check (true);
create policy definer_reads on directions for select to definer using (true);
create policy own_read on notices for select to app using (user_id = (select app.uid()) and (person_id is null or person_id = any ((select app.mandated_persons())::uuid[])));
create policy own_change on notices for update to app using (user_id = (select app.uid())) with check (user_id = (select app.uid()));
grant select, insert, delete on drafts to app;
grant update (content, updated_at) on drafts to app;
create policy own_drafts on drafts to app using (actor_id = (select app.actor_id()) and actor_kind = (select app.kind()))
  with check (actor_id = (select app.actor_id()) and actor_kind = (select app.kind()));

set local role definer;
-- Tells every professional of a role who holds a mandate on the person; only about people one may see oneself. Once per source.
create function app.notify_mandated(person uuid, to_role text, what text, source uuid) returns int language plpgsql
security definer set search_path = public, pg_temp as $$
declare n int; d date := app.today();
begin
  if not (person = any (app.persons_for('attendance')) or person = any (app.persons_for('plan')) or app.kind() = 'job'
    or exists (select 1 from enrolments e where e.person_id = person and e.programme_id = any (app.my_programmes('attendance')))) then
    raise exception 'not permitted' using errcode = '42501';
  end if;
  insert into notices (user_id, person_id, kind, source_id, on_date)
    select distinct m.professional_id, person, what, source, d from mandates m join users u on u.id = m.professional_id
     where m.person_id = person and u.role = to_role and m.revoked_at is null and m.from_date <= d and (m.to_date is null or m.to_date >= d)
       and m.professional_id is distinct from app.uid()
  on conflict do nothing;
  get diagnostics n = row_count;
  return n;
end $$;
-- A direction that somebody else takes up opens the file for them: purpose pass-on, twelve months.
create function app.pass_on(which uuid) returns boolean language plpgsql
security definer set search_path = public, pg_temp as $$
declare d record;
begin
  select x.*, u.role, u.institution_id into d from directions x join users u on u.id = x.taken_up_by
   where x.id = which and x.ended_at is null and x.decided_by = app.uid() and u.role = 'measures-officer' and u.ended_on is null;
  if not found or not (d.person_id = any (app.persons_to_write('plan'))) then return false; end if;
  insert into mandates (person_id, professional_id, role, institution_id, purpose, from_date, to_date, source_id, created_by)
    values (d.person_id, d.taken_up_by, d.role, d.institution_id, 'pass-on', app.today(), (app.today() + interval '12 months')::date, which, app.uid());
  insert into notices (user_id, person_id, kind, source_id, on_date) values (d.taken_up_by, d.person_id, 'passed-on', which, app.today()) on conflict do nothing;
  return true;
end $$;
reset role;
set local role owner;
set local role definer;
grant execute on function app.notify_mandated(uuid, text, text, uuid), app.pass_on(uuid) to app;
set local role owner;
