-- Programmes, referrals, enrolments and their stages.

create table programmes (
  id uuid primary key,
  institution_id uuid not null references institutions,
  blueprint text not null,
  settings jsonb not null,
  created_at timestamptz not null default now(),
  created_by uuid not null references users,
  updated_at timestamptz not null default now()
);
comment on column programmes.settings is 'The editable part of the blueprint, checked by app/blueprints/settings.ts: title, languages, dates, target, funding, sites, stages, group size, themes of the half-days.';

create table programme_staff (
  programme_id uuid not null references programmes,
  user_id uuid not null references users,
  from_date date not null,
  to_date date,
  added_by uuid not null,
  added_at timestamptz not null default now(),
  primary key (programme_id, user_id)
);
create index programme_staff_user on programme_staff (user_id);

create table enrolments (
  id uuid primary key,
  person_id uuid not null references persons on delete cascade,
  programme_id uuid not null references programmes,
  referrer_id uuid references users,
  language text,
  created_at timestamptz not null default now(),
  created_on date not null,
  ended_on date
);
create unique index enrolments_running on enrolments (person_id, programme_id) where ended_on is null;
create index enrolments_programme on enrolments (programme_id, created_on);
comment on column enrolments.language is 'The language of the group the person wants.';

-- The current stage is the row without ended_at; history stays.
create table enrolment_stages (
  id uuid primary key,
  enrolment_id uuid not null references enrolments on delete cascade,
  person_id uuid not null references persons on delete cascade,
  stage text not null,
  kind text not null check (kind in ('registered', 'contacted', 'informed', 'allocated', 'started', 'completed', 'dropped', 'never-started', 'other')),
  on_date date not null,
  reason text,
  reason_words bytea,
  entered_by uuid,
  entered_at timestamptz not null default now(),
  ended_at timestamptz,
  ended_by uuid
);
create unique index enrolment_stages_current on enrolment_stages (enrolment_id) where ended_at is null;
create index enrolment_stages_person on enrolment_stages (person_id);
comment on column enrolment_stages.reason_words is 'Free words about the reason, sealed with the person''s key.';

create table referrals (
  id uuid primary key,
  enrolment_id uuid not null references enrolments on delete cascade,
  person_id uuid not null references persons on delete cascade,
  referrer_id uuid not null references users,
  institution_id uuid not null references institutions,
  explained text[] not null default '{}',
  sheet_language text,
  explained_on date,
  sent_at timestamptz not null default now(),
  sent_on date not null
);
create unique index referrals_enrolment on referrals (enrolment_id);
create index referrals_person on referrals (person_id);

-- The words of a referral: read by those with the notes class, not by the office.
create table referral_words (
  referral_id uuid primary key references referrals on delete cascade,
  person_id uuid not null references persons on delete cascade,
  reason bytea not null,
  expectation bytea,
  written_by uuid not null
);
create table motivation_talks (
  id uuid primary key,
  enrolment_id uuid not null references enrolments on delete cascade,
  person_id uuid not null references persons on delete cascade,
  held_on date not null,
  held_by uuid not null references users,
  words bytea,
  created_at timestamptz not null default now()
);
create index motivation_talks_enrolment on motivation_talks (enrolment_id);

create table contact_attempts (
  id uuid primary key,
  enrolment_id uuid not null references enrolments on delete cascade,
  person_id uuid not null references persons on delete cascade,
  on_date date not null,
  channel text not null check (channel in ('phone', 'letter', 'email', 'sms', 'in-person')),
  result text not null check (result in ('reached', 'no-answer', 'message-left', 'wrong-number', 'declined')),
  made_by uuid not null references users,
  created_at timestamptz not null default now()
);
create index contact_attempts_enrolment on contact_attempts (enrolment_id, on_date);

create table instrument_answers (
  id uuid primary key,
  enrolment_id uuid not null references enrolments on delete cascade,
  person_id uuid not null references persons on delete cascade,
  instrument text not null,
  moment text not null check (moment in ('before', 'after', 'later')),
  answers jsonb not null,
  score numeric,
  answered_on date not null,
  entered_by_kind text not null,
  entered_by uuid,
  created_at timestamptz not null default now(),
  unique (enrolment_id, instrument, moment)
);

set local role definer;
-- Programmes in which the professional works today, if their role sees the class; what a coordinator or the office holds instead of single mandates.
create function app.my_programmes(class_name text) returns uuid[] language plpgsql stable parallel restricted
security definer set search_path = public, pg_temp as $$
declare u uuid := app.uid(); d date; r uuid[];
begin
  if u is null or app.role() not in ('coordinator', 'programme-office') or not app.role_reads(class_name) then return '{}'; end if;
  d := app.today();
  select coalesce(array_agg(programme_id), '{}') into r from programme_staff
   where user_id = u and from_date <= d and (to_date is null or to_date >= d);
  return r;
end $$;
create function app.my_programmes_to_write(class_name text) returns uuid[] language plpgsql stable parallel restricted
security definer set search_path = public, pg_temp as $$
begin
  if not app.role_writes(class_name) then return '{}'; end if;
  return app.my_programmes(class_name);
end $$;
-- Reads no table, so that it can stand in policies of programmes and programme_staff.
create function app.found_programme(which uuid) returns void language plpgsql
security definer set search_path = public, pg_temp as $$
begin
  if app.role() is distinct from 'coordinator' or exists (select 1 from programme_staff where programme_id = which) then
    raise exception 'not permitted' using errcode = '42501';
  end if;
  insert into programme_staff (programme_id, user_id, from_date, added_by) values (which, app.uid(), app.today(), app.uid());
end $$;
-- The referrer of a person keeps the file open while the enrolment runs; called with the referral.
create function app.programme_colleagues(programme uuid) returns table (user_id uuid, name text, role text) language sql stable
security definer set search_path = public, pg_temp as $$
  select u.id, u.name, u.role from programme_staff s join users u on u.id = s.user_id
   where s.programme_id = programme and (s.to_date is null or s.to_date >= app.today()) and app.kind() in ('staff', 'card')
   order by u.name
$$;
reset role;
set local role owner;
alter table programme_staff drop constraint programme_staff_programme_id_fkey;
alter table programme_staff add constraint programme_staff_programme_id_fkey foreign key (programme_id) references programmes deferrable initially deferred;

select app.lock_table('programmes'), app.lock_table('programme_staff');
grant select, insert on programmes to app;
grant update (settings, updated_at) on programmes to app;
create policy staff_and_cards_read on programmes for select to app using ((select app.kind()) in ('staff', 'card'));
create policy founders_add on programmes for insert to app with check (id = any ((select app.my_programmes('identity'))::uuid[]) and (select app.role()) = 'coordinator' and institution_id = (select app.institution()));
create policy coordinators_change on programmes for update to app
  using (id = any ((select app.my_programmes('identity'))::uuid[]) and (select app.role()) = 'coordinator')
  with check (id = any ((select app.my_programmes('identity'))::uuid[]));
grant select, insert on programme_staff to app;
grant update (from_date, to_date) on programme_staff to app;
grant select, insert on programme_staff to definer;
create policy definer_all on programme_staff to definer using (true) with check (true);
create policy colleagues_read on programme_staff for select to app using (user_id = (select app.uid()) or programme_id = any ((select app.my_programmes('identity'))::uuid[]));
create policy coordinators_add on programme_staff for insert to app with check (
  programme_id = any ((select app.my_programmes('identity'))::uuid[]) and (select app.role()) = 'coordinator' and added_by = (select app.uid()));
create policy coordinators_change on programme_staff for update to app
  using (programme_id = any ((select app.my_programmes('identity'))::uuid[]) and (select app.role()) = 'coordinator')
  with check (programme_id = any ((select app.my_programmes('identity'))::uuid[]));

-- The programme's own people, for tables that name a person: reach through the enrolment.
create function app.protect_in_programme(t regclass, class_name text, person_column text default 'person_id') returns void language plpgsql as $$
begin
  execute format($p$create policy programme_read on %s for select to app using (exists (
    select 1 from enrolments e where e.person_id = %s.%I and e.programme_id = any ((select app.my_programmes(%L))::uuid[])))$p$, t, t, person_column, class_name);
  execute format($p$create policy programme_add on %s for insert to app with check (exists (
    select 1 from enrolments e where e.person_id = %s.%I and e.programme_id = any ((select app.my_programmes_to_write(%L))::uuid[])))$p$, t, t, person_column, class_name);
  execute format($p$create policy programme_change on %s for update to app using (exists (
    select 1 from enrolments e where e.person_id = %s.%I and e.programme_id = any ((select app.my_programmes_to_write(%L))::uuid[])))$p$, t, t, person_column, class_name);
end $$;

-- Enrolments: read with the attendance class; added by whoever may write identity or refers.
select app.lock_table('enrolments');
grant select, insert on enrolments to app;
grant update (ended_on, language, referrer_id) on enrolments to app;
create policy known_actor on enrolments as restrictive for all to app using ((select app.kind()) is not null);
create policy mandated_read on enrolments for select to app using (person_id = any ((select app.persons_for('attendance'))::uuid[]));
create policy programme_read on enrolments for select to app using (programme_id = any ((select app.my_programmes('attendance'))::uuid[]));
create policy officer_reads on enrolments for select to app using ((select app.role()) = 'measures-officer' and person_id = any ((select app.persons_for('plan'))::uuid[]));
create policy referrers_add on enrolments for insert to app with check (
  (select app.role()) in ('social-worker', 'coordinator', 'programme-office') and person_id = any ((select app.persons_to_write('identity'))::uuid[]));
create policy mandated_change on enrolments for update to app
  using (person_id = any ((select app.persons_to_write('attendance'))::uuid[])) with check (person_id = any ((select app.persons_to_write('attendance'))::uuid[]));
create policy programme_change on enrolments for update to app
  using (programme_id = any ((select app.my_programmes_to_write('attendance'))::uuid[])) with check (programme_id = any ((select app.my_programmes_to_write('attendance'))::uuid[]));

select app.protect(t, 'attendance'), app.protect_in_programme(t, 'attendance')
  from unnest(array['enrolment_stages', 'referrals', 'contact_attempts']::regclass[]) t;
create policy officer_reads on enrolment_stages for select to app using ((select app.role()) = 'measures-officer' and person_id = any ((select app.persons_for('plan'))::uuid[]));
grant update (ended_at, ended_by) on enrolment_stages to app;
select app.protect('referral_words', 'notes'), app.protect('motivation_talks', 'notes'), app.protect('instrument_answers', 'profile');
grant update (reason, expectation) on referral_words to app;
grant update (answers, score, answered_on, entered_by_kind, entered_by) on instrument_answers to app;
-- The referrer may note self-efficacy before the first half-day, though the profile itself is not theirs to write.
create policy referrers_add on instrument_answers for insert to app with check (
  (select app.role()) = 'social-worker' and moment = 'before' and person_id = any ((select app.persons_to_write('language'))::uuid[]));
select app.protect_in_programme('persons', 'identity', 'id'), app.protect_in_programme('language_levels', 'language'), app.protect_in_programme('positioning_sheets', 'language');
create policy programme_read_mandates on mandates for select to app using (exists (
  select 1 from enrolments e where e.person_id = mandates.person_id and e.programme_id = any ((select app.my_programmes('identity'))::uuid[])));

set local role definer;
grant execute on function app.my_programmes(text), app.my_programmes_to_write(text), app.found_programme(uuid), app.programme_colleagues(uuid) to app;
set local role owner;
