-- Composing groups: one try (composition) with its candidates and offers, searches (runs), plans that never change, changes by
-- hand, locks, pairs, and what a confirmed plan made. All of it is about people, and only for the programme's coordinators:
-- that two people are kept apart is nobody else's to know. One row per person everywhere, so that a file can be erased.

-- Rows here name an enrolment, its person and its programme together; the key below lets the database hold them to one another.
create unique index enrolments_whole on enrolments (id, person_id, programme_id);

create table compositions (
  id uuid primary key,
  programme_id uuid not null references programmes,
  name text not null check (length(name) between 1 and 120),
  mode text not null check (mode in ('homogeneous', 'mixed')),
  made_by uuid not null references users,
  made_on date not null,
  made_at timestamptz not null default app.now(),
  set_aside_at timestamptz,
  set_aside_by uuid,
  unique (id, programme_id)
);
create index compositions_programme on compositions (programme_id, made_at desc);
comment on table compositions is 'One try at forming groups from the waiting list of a programme. Confirmed when composition_confirmations has a row that was not undone.';

-- Who is to be placed. A working selection: what the engine saw is kept with each run.
create table composition_candidates (
  composition_id uuid not null,
  programme_id uuid not null,
  enrolment_id uuid not null,
  person_id uuid not null,
  added_by uuid not null references users,
  added_at timestamptz not null default app.now(),
  primary key (composition_id, enrolment_id),
  foreign key (composition_id, programme_id) references compositions (id, programme_id),
  foreign key (enrolment_id, person_id, programme_id) references enrolments (id, person_id, programme_id) on delete cascade
);
create index composition_candidates_enrolment on composition_candidates (enrolment_id);
create index composition_candidates_person on composition_candidates (person_id);

-- Groups on offer. One that is withdrawn stays, for the plans that used it.
create table composition_offers (
  id uuid primary key,
  composition_id uuid not null,
  programme_id uuid not null,
  position int not null,
  name text not null check (length(name) between 1 and 120),
  language text not null,
  place text not null check (length(place) between 1 and 120),
  half_days text[] not null check (cardinality(half_days) between 1 and 10),
  starts_on date not null,
  min int not null check (min between 1 and 200),
  max int not null check (max between 1 and 200),
  childcare_seats int not null default 0 check (childcare_seats between 0 and 200),
  coach_id uuid references users,
  co_coach_id uuid references users,
  trainee_id uuid references users,
  room text check (length(room) between 1 and 120),
  method text check (length(method) between 1 and 120),
  made_by uuid not null references users,
  made_at timestamptz not null default app.now(),
  updated_at timestamptz not null default app.now(),
  withdrawn_at timestamptz,
  withdrawn_by uuid,
  check (min <= max),
  foreign key (composition_id, programme_id) references compositions (id, programme_id)
);
create index composition_offers_composition on composition_offers (composition_id, position);
comment on column composition_offers.half_days is '`mon-am` to `fri-pm`, as on the positioning sheet.';
comment on column composition_offers.method is 'Null where none is set, or where a study allocates it to the group after composing.';

-- Two people who must not, or must, be in one group of the programme.
create table person_pairs (
  id uuid primary key,
  programme_id uuid not null references programmes,
  person_id uuid not null references persons on delete cascade,
  other_id uuid not null references persons on delete cascade,
  kind text not null check (kind in ('apart', 'together')),
  reason bytea not null,
  made_by uuid not null references users,
  made_on date not null,
  made_at timestamptz not null default app.now(),
  ended_on date,
  ended_by uuid,
  check (person_id <> other_id)
);
create unique index person_pairs_running on person_pairs (programme_id, least(person_id, other_id), greatest(person_id, other_id)) where ended_on is null;
create index person_pairs_person on person_pairs (person_id);
create index person_pairs_other on person_pairs (other_id);
comment on column person_pairs.reason is 'Sealed with the keys of both people, one within the other: unreadable as soon as either is erased.';

-- A search. What it works on is written when it starts, so that seed, iterations and these rows give the same plan again.
create table composition_runs (
  id uuid primary key,
  composition_id uuid not null,
  programme_id uuid not null,
  mode text not null check (mode in ('homogeneous', 'mixed')),
  seed bigint not null check (seed between 0 and 4294967295),
  engine_version text not null,
  budget_ms int check (budget_ms > 0),
  prove_ms int not null default 0 check (prove_ms >= 0),
  iterations_planned bigint check (iterations_planned > 0),
  iterations_done bigint check (iterations_done >= 0),
  based_on uuid,
  max_moves int check (max_moves >= 0),
  state text not null default 'running' check (state in ('running', 'finished', 'stopped', 'interrupted')),
  made_by uuid not null references users,
  made_at timestamptz not null default app.now(),
  ended_at timestamptz,
  unique (id, composition_id, programme_id),
  unique (id, programme_id),
  foreign key (composition_id, programme_id) references compositions (id, programme_id)
);
create index composition_runs_composition on composition_runs (composition_id, made_at desc);
create unique index composition_runs_running on composition_runs (composition_id) where state = 'running';
comment on column composition_runs.based_on is 'The plan from which at most max_moves people may move.';
comment on column composition_runs.state is 'stopped: somebody found it good enough; interrupted: the site went down, or it failed, before a plan was there.';

create table composition_run_people (
  run_id uuid not null,
  programme_id uuid not null,
  enrolment_id uuid not null,
  person_id uuid not null,
  position int not null check (position >= 0),
  facts jsonb not null,
  pinned_to int,
  primary key (run_id, enrolment_id),
  unique (run_id, position),
  foreign key (run_id, programme_id) references composition_runs (id, programme_id),
  foreign key (enrolment_id, person_id, programme_id) references enrolments (id, person_id, programme_id) on delete cascade
);
create index composition_run_people_enrolment on composition_run_people (enrolment_id);
create index composition_run_people_person on composition_run_people (person_id);
comment on column composition_run_people.facts is 'The person as the engine saw them, in the exchange format: no name; the id there is the enrolment''s.';
comment on column composition_run_people.pinned_to is 'Locked to this offer (its position in composition_run_offers) when the run started.';

create table composition_run_offers (
  run_id uuid not null,
  programme_id uuid not null,
  position int not null check (position >= 0),
  offer_id uuid not null references composition_offers,
  facts jsonb not null,
  locked boolean not null default false,
  primary key (run_id, position),
  unique (run_id, offer_id),
  foreign key (run_id, programme_id) references composition_runs (id, programme_id)
);
comment on column composition_run_offers.facts is 'The offer in the exchange format, with its name, start, room and coaches.';
comment on column composition_run_offers.locked is 'The whole group was locked: nobody in, nobody out.';

create table composition_run_pairs (
  run_id uuid not null,
  programme_id uuid not null,
  kind text not null check (kind in ('apart', 'together')),
  enrolment_id uuid not null,
  person_id uuid not null,
  other_enrolment_id uuid not null,
  other_id uuid not null,
  primary key (run_id, enrolment_id, other_enrolment_id),
  foreign key (run_id, programme_id) references composition_runs (id, programme_id),
  foreign key (run_id, enrolment_id) references composition_run_people (run_id, enrolment_id) on delete cascade,
  foreign key (run_id, other_enrolment_id) references composition_run_people (run_id, enrolment_id) on delete cascade,
  foreign key (enrolment_id, person_id, programme_id) references enrolments (id, person_id, programme_id) on delete cascade,
  foreign key (other_enrolment_id, other_id, programme_id) references enrolments (id, person_id, programme_id) on delete cascade
);
create index composition_run_pairs_person on composition_run_pairs (person_id);
create index composition_run_pairs_other on composition_run_pairs (other_id);

-- Who goes where: a numbered version over the people and offers of a run.
create table composition_plans (
  id uuid primary key,
  composition_id uuid not null,
  programme_id uuid not null,
  run_id uuid not null,
  number int not null check (number > 0),
  origin text not null check (origin in ('proposed', 'by-hand')),
  based_on uuid references composition_plans,
  score int not null,
  seats int not null check (seats >= 0),
  soft_cost int not null check (soft_cost >= 0),
  proof text check (proof in ('optimal', 'bound')),
  bound int,
  seed bigint not null,
  iterations bigint not null check (iterations >= 0),
  engine_version text not null,
  made_by uuid not null references users,
  made_at timestamptz not null default app.now(),
  unique (composition_id, number),
  unique (id, run_id, programme_id),
  unique (id, composition_id, programme_id),
  foreign key (run_id, composition_id, programme_id) references composition_runs (id, composition_id, programme_id)
);
create unique index composition_plans_of_run on composition_plans (run_id) where origin = 'proposed';
comment on column composition_plans.based_on is 'The plan that this one was changed from, by hand.';

create table composition_plan_people (
  plan_id uuid not null,
  run_id uuid not null,
  programme_id uuid not null,
  enrolment_id uuid not null,
  person_id uuid not null,
  offer int,
  primary key (plan_id, enrolment_id),
  foreign key (plan_id, run_id, programme_id) references composition_plans (id, run_id, programme_id),
  foreign key (run_id, enrolment_id) references composition_run_people (run_id, enrolment_id) on delete cascade,
  foreign key (run_id, offer) references composition_run_offers (run_id, position),
  foreign key (enrolment_id, person_id, programme_id) references enrolments (id, person_id, programme_id) on delete cascade
);
create index composition_plan_people_run on composition_plan_people (run_id, enrolment_id);
create index composition_plan_people_person on composition_plan_people (person_id);
comment on column composition_plan_people.offer is 'Position in composition_run_offers; null stays on the waiting list.';

-- What was changed by hand on the way from a plan to the next.
create table composition_changes (
  id uuid primary key,
  plan_id uuid not null references composition_plans,
  programme_id uuid not null references programmes,
  number int not null check (number > 0),
  score_before int not null,
  score_after int not null,
  made_by uuid not null references users,
  made_at timestamptz not null default app.now(),
  undone_at timestamptz,
  undone_by uuid,
  unique (plan_id, number),
  unique (id, programme_id)
);
comment on column composition_changes.plan_id is 'The plan that was changed; the plan itself stays as it was.';

create table composition_change_people (
  change_id uuid not null,
  programme_id uuid not null,
  enrolment_id uuid not null,
  person_id uuid not null,
  from_offer int,
  to_offer int,
  primary key (change_id, enrolment_id),
  foreign key (change_id, programme_id) references composition_changes (id, programme_id),
  foreign key (enrolment_id, person_id, programme_id) references enrolments (id, person_id, programme_id) on delete cascade
);
create index composition_change_people_person on composition_change_people (person_id);

-- Held through the next proposal: a person in an offer, or (without a person) the offer as it is.
create table composition_locks (
  id uuid primary key,
  composition_id uuid not null,
  programme_id uuid not null,
  offer_id uuid not null references composition_offers,
  enrolment_id uuid,
  person_id uuid,
  made_by uuid not null references users,
  made_at timestamptz not null default app.now(),
  ended_at timestamptz,
  ended_by uuid,
  check ((enrolment_id is null) = (person_id is null)),
  foreign key (composition_id, programme_id) references compositions (id, programme_id),
  foreign key (enrolment_id, person_id, programme_id) references enrolments (id, person_id, programme_id) on delete cascade
);
create unique index composition_locks_person on composition_locks (composition_id, enrolment_id) where ended_at is null and enrolment_id is not null;
create unique index composition_locks_offer on composition_locks (composition_id, offer_id) where ended_at is null and enrolment_id is null;
create index composition_locks_of_person on composition_locks (person_id);

-- A plan that became groups, and what it made: enough to take it back.
create table composition_confirmations (
  id uuid primary key,
  composition_id uuid not null,
  programme_id uuid not null,
  plan_id uuid not null,
  made_by uuid not null references users,
  made_on date not null,
  made_at timestamptz not null default app.now(),
  written_at timestamptz not null default now(),
  undone_at timestamptz,
  undone_by uuid,
  unique (id, programme_id),
  foreign key (plan_id, composition_id, programme_id) references composition_plans (id, composition_id, programme_id)
);
create unique index composition_confirmations_standing on composition_confirmations (composition_id) where undone_at is null;
comment on column composition_confirmations.written_at is 'The time of the transaction, as audit entries and sessions have it: later ones are somebody''s work since.';

create table composition_groups (
  confirmation_id uuid not null,
  programme_id uuid not null,
  offer_id uuid not null references composition_offers,
  group_id uuid not null references groups,
  primary key (confirmation_id, offer_id),
  unique (group_id),
  foreign key (confirmation_id, programme_id) references composition_confirmations (id, programme_id)
);

create table composition_members (
  confirmation_id uuid not null,
  programme_id uuid not null,
  group_id uuid not null references groups,
  enrolment_id uuid not null,
  person_id uuid not null,
  stage_before text not null,
  primary key (confirmation_id, enrolment_id),
  foreign key (confirmation_id, programme_id) references composition_confirmations (id, programme_id),
  foreign key (enrolment_id, person_id, programme_id) references enrolments (id, person_id, programme_id) on delete cascade
);
create index composition_members_person on composition_members (person_id);
comment on column composition_members.stage_before is 'Where the person stood before, to go back to when the confirmation is undone.';

-- ------------------------------------------------------------------ coordinators of the programme, nobody else
create function app.protect_composition(t regclass) returns void language plpgsql as $$
declare
  mine text := $p$(select app.role()) = 'coordinator' and programme_id = any ((select app.my_programmes_to_write('language'))::uuid[])$p$;
begin
  perform app.lock_table(t);
  execute format('create policy known_actor on %s as restrictive for all to app using ((select app.kind()) is not null)', t);
  execute format('create policy coordinators_read on %s for select to app using (%s)', t, mine);
  execute format('create policy coordinators_add on %s for insert to app with check (%s)', t, mine);
  execute format('create policy coordinators_change on %s for update to app using (%s) with check (%s)', t, mine, mine);
  execute format('grant select, insert on %s to app', t);
  if exists (select 1 from pg_attribute where attrelid = t and attname = 'made_by') then
    execute format('create policy own_name on %s as restrictive for insert to app with check (made_by = (select app.uid()))', t);
  end if;
end $$;
select app.protect_composition(t) from unnest(array['compositions', 'composition_candidates', 'composition_offers', 'person_pairs',
  'composition_runs', 'composition_run_people', 'composition_run_offers', 'composition_run_pairs', 'composition_plans', 'composition_plan_people',
  'composition_changes', 'composition_change_people', 'composition_locks', 'composition_confirmations', 'composition_groups', 'composition_members']::regclass[]) t;

-- Plans, their people and what a run saw have no update: they never change.
grant update (name, mode, set_aside_at, set_aside_by) on compositions to app;
grant delete on composition_candidates to app;
create policy coordinators_remove on composition_candidates for delete to app
  using ((select app.role()) = 'coordinator' and programme_id = any ((select app.my_programmes_to_write('language'))::uuid[]));
grant update (position, name, language, place, half_days, starts_on, min, max, childcare_seats, coach_id, co_coach_id, trainee_id, room, method, updated_at, withdrawn_at, withdrawn_by) on composition_offers to app;
grant update (ended_on, ended_by) on person_pairs to app;
grant update (state, iterations_done, ended_at) on composition_runs to app;
grant update (undone_at, undone_by) on composition_changes to app;
grant update (ended_at, ended_by) on composition_locks to app;
grant update (undone_at, undone_by) on composition_confirmations to app;

-- Both people of a pair are the programme's own.
create policy both_enrolled on person_pairs as restrictive for insert to app with check (
  exists (select 1 from enrolments e where e.person_id = person_pairs.person_id and e.programme_id = person_pairs.programme_id)
  and exists (select 1 from enrolments e where e.person_id = person_pairs.other_id and e.programme_id = person_pairs.programme_id));
-- A confirmation names groups of its own programme.
create policy own_groups on composition_groups as restrictive for insert to app with check (
  group_id in (select g.id from groups g where g.programme_id = composition_groups.programme_id));
