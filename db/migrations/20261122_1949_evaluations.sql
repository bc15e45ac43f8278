-- Individual evaluations between trainers and participant, remarks in between, and entrance tests of qualifying trainings.

create table evaluations (
  id uuid primary key,
  enrolment_id uuid not null references enrolments on delete cascade,
  person_id uuid not null references persons on delete cascade,
  side text not null check (side in ('social', 'training')),
  shared_on date,
  kind text not null check (kind in ('regular', 'final', 'remark')),
  setting text check (setting in ('individual', 'group')),
  on_date date not null,
  own_points jsonb,
  trainer_points jsonb,
  words bytea,
  held_by uuid not null references users,
  created_at timestamptz not null default now(),
  check ((kind = 'remark') = (setting is not null)),
  check ((kind = 'remark') = (own_points is null)),
  check ((kind = 'remark') = (trainer_points is null))
);
create index evaluations_enrolment on evaluations (enrolment_id, on_date);
create index evaluations_person on evaluations (person_id);
comment on column evaluations.id is 'Made with the form: the same evaluation never counts twice.';
comment on column evaluations.own_points is 'What the person says of each item of the blueprint: a point from 1, or "not-disclosed".';
comment on column evaluations.trainer_points is 'What the trainer says of each item: a point from 1. The two stand side by side and are never averaged.';
comment on column evaluations.words is 'What was agreed, or the remark; sealed with the person''s key.';

create table entrance_tests (
  id uuid primary key,
  enrolment_id uuid not null references enrolments on delete cascade,
  person_id uuid not null references persons on delete cascade,
  side text not null check (side in ('social', 'training')),
  shared_on date,
  training bytea not null,
  place bytea,
  on_date date not null,
  recorded_by uuid not null references users,
  created_at timestamptz not null default now()
);
create index entrance_tests_enrolment on entrance_tests (enrolment_id, on_date);
create index entrance_tests_person on entrance_tests (person_id);
comment on table entrance_tests is 'A test to enter a qualifying training: planned, taken, with its results in the order in which they were known.';
comment on column entrance_tests.training is 'Sealed with the person''s key, as is place.';

create table entrance_test_results (
  id uuid primary key,
  test_id uuid not null references entrance_tests on delete cascade,
  person_id uuid not null references persons on delete cascade,
  number int not null check (number >= 1),
  result text not null check (result in ('awaited', 'passed', 'failed', 'not-taken')),
  on_date date not null,
  next_on date,
  recorded_by uuid not null references users,
  created_at timestamptz not null default now(),
  unique (test_id, number)
);
create index entrance_test_results_person on entrance_test_results (person_id);
comment on table entrance_test_results is 'Seen by whoever sees the test, whoever recorded the result: a trainer learns what came of a test they planned.';

select app.protect_follow_up(t) from unnest(array['evaluations', 'entrance_tests']::regclass[]) t;
select app.protect('entrance_test_results', 'follow-up');
create policy with_the_test on entrance_test_results as restrictive for select to app using (test_id in (select t.id from entrance_tests t));

create policy own_name on evaluations as restrictive for insert to app with check (
  held_by = (select app.uid()) and exists (select 1 from enrolments e where e.id = enrolment_id and e.person_id = evaluations.person_id));
create policy own_name on entrance_tests as restrictive for insert to app with check (
  recorded_by = (select app.uid()) and exists (select 1 from enrolments e where e.id = enrolment_id and e.person_id = entrance_tests.person_id));
create policy own_name on entrance_test_results as restrictive for insert to app with check (
  recorded_by = (select app.uid()) and exists (select 1 from entrance_tests t where t.id = test_id and t.person_id = entrance_test_results.person_id));
