-- Language tests, the schooling beside them and the triage; what a group works on; people who change group.

-- A sitting in which levels were found: the levels themselves stay in language_levels, where positioning and composing read them.
create table language_tests (
  id uuid primary key,
  person_id uuid not null references persons on delete cascade,
  language text not null check (language ~ '^[a-z]{2,3}$'),
  moment text not null check (moment in ('entry', 'between', 'exit')),
  source text not null check (source in ('self-declared', 'observed', 'tested', 'certificate')),
  test_name text check (length(test_name) <= 120),
  issuer text check (length(issuer) <= 120),
  assessor text check (length(assessor) <= 120),
  tested_on date not null,
  recorded_by uuid not null references users,
  created_at timestamptz not null default now(),
  check (source <> 'certificate' or issuer is not null)
);
create index language_tests_person on language_tests (person_id, tested_on desc);
comment on table language_tests is 'One sitting in one language; its levels are the rows of language_levels with its id. Never changed: who tests again adds one.';
comment on column language_tests.assessor is 'Who assessed when it was not whoever recorded it.';

alter table language_levels add column test_id uuid references language_tests on delete cascade;
alter table language_levels drop constraint language_levels_source_check;
alter table language_levels add constraint language_levels_source_check
  check (source in ('self-declared', 'observed', 'tested', 'certificate'));
create index language_levels_test on language_levels (test_id);

create table schooling_profiles (
  id uuid primary key,
  person_id uuid not null references persons on delete cascade,
  years int check (years between 0 and 30),
  years_withheld boolean not null default false,
  schooled_in text,
  script text check (script in ('latin', 'arabic', 'cyrillic', 'ethiopic', 'chinese', 'indic', 'greek', 'other', 'none', 'not-disclosed')),
  reads text check (reads in ('easily', 'with-effort', 'no', 'not-disclosed')),
  literacy_classes text check (literacy_classes in ('yes', 'no', 'not-disclosed')),
  noted_on date not null,
  noted_by uuid not null references users,
  created_at timestamptz not null default now(),
  check (years is null or not years_withheld)
);
create index schooling_profiles_person on schooling_profiles (person_id, created_at desc);
comment on table schooling_profiles is 'The latest row counts; null is not known yet, not-disclosed (or years_withheld) is an answer.';
comment on column schooling_profiles.years is 'School years in a row.';
comment on column schooling_profiles.reads is 'Whether the person reads in any script.';

create table language_triages (
  id uuid primary key,
  person_id uuid not null references persons on delete cascade,
  language text not null check (language ~ '^[a-z]{2,3}$'),
  suggested text check (suggested in ('alpha', 'post-alpha', 'illettrisme', 'fle', 'none')),
  decided text not null check (decided in ('alpha', 'post-alpha', 'illettrisme', 'fle', 'none')),
  reason text check (reason in ('test-result', 'interview', 'schooling', 'own-wish', 'other')),
  decided_on date not null,
  decided_by uuid not null references users,
  created_at timestamptz not null default now(),
  check (suggested is not distinct from decided or reason is not null)
);
create index language_triages_person on language_triages (person_id, language, created_at desc);
comment on table language_triages is 'What the assessor confirmed or chose instead of the suggestion; the latest row counts.';

select app.protect(t, 'language'), app.protect_in_programme(t, 'language')
  from unnest(array['language_tests', 'schooling_profiles', 'language_triages']::regclass[]) t;
create policy own_name on language_tests as restrictive for insert to app with check (recorded_by = (select app.uid()));
create policy own_name on schooling_profiles as restrictive for insert to app with check (noted_by = (select app.uid()));
create policy own_name on language_triages as restrictive for insert to app with check (decided_by = (select app.uid()));

-- Why somebody was placed otherwise, in words: not for coordinators.
create table language_triage_words (
  triage_id uuid primary key references language_triages on delete cascade,
  person_id uuid not null references persons on delete cascade,
  side text not null check (side in ('social', 'training')),
  shared_on date,
  words bytea not null
);
create index language_triage_words_person on language_triage_words (person_id);
comment on column language_triage_words.words is 'Sealed with the person''s key.';
select app.protect_follow_up('language_triage_words');

-- What a group works on, at which level of a programme's blueprint. The latest row counts. Names nobody.
create table group_content_levels (
  id uuid primary key,
  group_id uuid not null references groups,
  level text not null check (level ~ '^[a-z][a-z0-9-]{0,39}$'),
  suggested text,
  decided_on date not null,
  decided_by uuid not null references users,
  created_at timestamptz not null default now()
);
create index group_content_levels_group on group_content_levels (group_id, created_at desc);
select app.lock_table('group_content_levels');
grant select, insert on group_content_levels to app;
create policy group_read on group_content_levels for select to app using (group_id in (select id from groups));
create policy programme_add on group_content_levels for insert to app with check (decided_by = (select app.uid())
  and (select app.role()) = 'coordinator'
  and group_id in (select g.id from groups g where g.programme_id = any ((select app.my_programmes_to_write('attendance'))::uuid[])));
create policy coaches_add on group_content_levels for insert to app with check (decided_by = (select app.uid())
  and (select app.role()) = 'coach' and group_id = any ((select app.led_groups())::uuid[]));

-- Somebody went from one group to another; the memberships themselves are in group_members.
create table group_moves (
  id uuid primary key,
  person_id uuid not null references persons on delete cascade,
  enrolment_id uuid not null references enrolments on delete cascade,
  from_group uuid not null references groups,
  to_group uuid not null references groups check (to_group <> from_group),
  reason text not null check (reason in ('progressed', 'too-hard', 'timetable', 'own-wish', 'reorganised', 'other')),
  moved_on date not null,
  moved_by uuid not null references users,
  created_at timestamptz not null default now()
);
create index group_moves_person on group_moves (person_id);
create index group_moves_from on group_moves (from_group);
create index group_moves_to on group_moves (to_group);
select app.protect('group_moves', 'attendance'), app.protect_in_programme('group_moves', 'attendance');
create policy placing_adds on group_moves as restrictive for insert to app with check (
  moved_by = (select app.uid()) and (select app.role()) in ('coordinator', 'programme-office'));
