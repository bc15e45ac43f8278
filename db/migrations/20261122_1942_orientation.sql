-- The way into a programme as a chain: the yearly list of possible participants, the steps of an orientation with their owners
-- and dates, what was found in them, feedback whose receipt is seen, and the criteria of the target group.

create table candidates (
  id uuid primary key,
  person_id uuid not null references persons on delete cascade,
  programme_id uuid not null references programmes,
  year int not null check (year between 2000 and 2100),
  institution_id uuid not null references institutions,
  antenna text check (length(antenna) between 1 and 120),
  listed_on date not null,
  listed_by uuid not null references users,
  asked_on date,
  asked_by uuid references users,
  outcome text check (outcome in ('set-aside', 'carried-over', 'registered')),
  reason text check (reason ~ '^[a-z][a-z-]{0,39}$'),
  closed_on date,
  closed_by uuid references users,
  enrolment_id uuid references enrolments on delete set null,
  created_at timestamptz not null default now(),
  check ((outcome is null) = (closed_on is null)),
  check (outcome is distinct from 'set-aside' or reason is not null)
);
create unique index candidates_listed on candidates (person_id, programme_id) where closed_on is null;
create index candidates_programme on candidates (programme_id, year) where closed_on is null;
create index candidates_person on candidates (person_id);
comment on table candidates is 'Possible participants of a programme, by year. A person of any institution, listed by whoever has a mandate.';
comment on column candidates.institution_id is 'Whose list it comes from; antenna says which office of it.';
comment on column candidates.asked_on is 'Since when the antenna is asked to register the person.';

create table candidate_words (
  candidate_id uuid primary key references candidates on delete cascade,
  person_id uuid not null references persons on delete cascade,
  side text not null check (side in ('social', 'training')),
  shared_on date,
  why bytea not null,
  written_by uuid not null references users,
  written_on date not null
);
create index candidate_words_person on candidate_words (person_id);
comment on column candidate_words.why is 'Why the person is on the list, sealed with their key.';

create table target_criteria (
  id uuid primary key,
  person_id uuid not null references persons on delete cascade,
  programme_id uuid not null references programmes,
  criterion text not null check (criterion ~ '^[a-z][a-z0-9-]{0,39}$'),
  answer text not null check (answer in ('met', 'not-met', 'not-disclosed', 'not-known')),
  evidence text check (evidence in ('identity-document', 'certificate', 'attestation', 'declaration')),
  evidence_on date,
  noted_by uuid not null references users,
  noted_on date not null,
  created_at timestamptz not null default now()
);
create index target_criteria_person on target_criteria (person_id, programme_id, criterion, created_at desc);
comment on table target_criteria is 'Whether somebody is of the target group, criterion by criterion; the latest row counts, earlier ones stay. Never bars anybody by itself.';

-- Where somebody stands in their orientation: the row without ended_on. The others are the way there.
create table orientation_steps (
  id uuid primary key,
  enrolment_id uuid not null references enrolments on delete cascade,
  person_id uuid not null references persons on delete cascade,
  position int not null,
  state text not null check (state in ('at-step', 'on-hold', 'elsewhere', 'accepted', 'refused')),
  step text not null check (step ~ '^[a-z][a-z-]{0,39}$'),
  part text check (part ~ '^[a-z][a-z-]{0,39}$'),
  owner_id uuid references users,
  from_date date not null,
  due_on date,
  until date,
  reason text check (reason ~ '^[a-z][a-z-]{0,39}$'),
  entered_by uuid references users,
  move text check (move in ('pass', 'skip', 'put-back', 'hold', 'send-elsewhere', 'take-up', 'refuse')),
  ended_on date,
  ended_by uuid references users,
  entered_at timestamptz not null default now(),
  unique (enrolment_id, position),
  check ((move is null) = (ended_on is null))
);
create unique index orientation_steps_current on orientation_steps (enrolment_id) where ended_on is null;
create index orientation_steps_owner on orientation_steps (owner_id) where ended_on is null;
create index orientation_steps_person on orientation_steps (person_id);
comment on column orientation_steps.step is 'A key of the blueprint''s orientation; on hold or elsewhere, the step to come back to.';
comment on column orientation_steps.reason is 'Why this stretch began: put back, on hold, sent elsewhere, refused, skipped to.';

create table orientation_findings (
  id uuid primary key,
  step_id uuid not null references orientation_steps on delete cascade,
  enrolment_id uuid not null references enrolments on delete cascade,
  person_id uuid not null references persons on delete cascade,
  side text not null check (side in ('social', 'training')),
  shared_on date,
  aim_fits text check (aim_fits in ('fits', 'partly', 'no', 'not-disclosed')),
  motivation text check (motivation ~ '^[a-z][a-z-]{0,39}$'),
  words bytea not null,
  written_by uuid not null references users,
  written_on date not null,
  created_at timestamptz not null default now()
);
create index orientation_findings_enrolment on orientation_findings (enrolment_id);
create index orientation_findings_person on orientation_findings (person_id);
comment on column orientation_findings.words is 'Review, interview or the reason of a decision, sealed with the person''s key.';

create table orientation_feedback (
  id uuid primary key,
  step_id uuid not null references orientation_steps on delete cascade,
  enrolment_id uuid not null references enrolments on delete cascade,
  person_id uuid not null references persons on delete cascade,
  side text not null check (side in ('social', 'training')),
  shared_on date,
  words bytea not null,
  sent_by uuid not null references users,
  sent_on date not null,
  created_at timestamptz not null default now(),
  unique (id, sent_by)
);
create index orientation_feedback_enrolment on orientation_feedback (enrolment_id);
create index orientation_feedback_person on orientation_feedback (person_id);
comment on column orientation_feedback.words is 'Sealed with the person''s key.';

-- To whom a feedback goes and when they saw it. The key with the sender: nobody addresses another's words to themselves.
create table orientation_receipts (
  feedback_id uuid not null,
  user_id uuid not null references users,
  sent_by uuid not null,
  enrolment_id uuid not null references enrolments on delete cascade,
  person_id uuid not null references persons on delete cascade,
  seen_on date,
  primary key (feedback_id, user_id),
  foreign key (feedback_id, sent_by) references orientation_feedback (id, sent_by) on delete cascade
);
create index orientation_receipts_user on orientation_receipts (user_id) where seen_on is null;
create index orientation_receipts_person on orientation_receipts (person_id);
create index orientation_receipts_enrolment on orientation_receipts (enrolment_id);

grant select, insert, update on candidates to definer;
set local role definer;

-- People on the lists of programmes that the actor coordinates, while they are listed.
create function app.listed_candidates(class_name text) returns uuid[] language plpgsql stable parallel restricted
security definer set search_path = public, pg_temp as $$
declare mine uuid[]; r uuid[];
begin
  if app.role() is distinct from 'coordinator' then return '{}'; end if;
  mine := app.my_programmes(class_name);
  select coalesce(array_agg(person_id), '{}') into r from candidates where closed_on is null and programme_id = any (mine);
  return r;
end $$;

-- Puts somebody on the list of another year: the row of this year ends, a new one begins with the same antenna. Their words stay
-- where they are; the programme's coordinator does it, or whoever has a mandate. Null when it is not permitted.
create function app.carry_over_candidate(which uuid, to_year int) returns uuid language plpgsql
security definer set search_path = public, pg_temp as $$
declare c record; new_id uuid := gen_random_uuid();
begin
  select * into c from candidates where id = which and closed_on is null for update;
  if not found or to_year <= c.year or to_year > c.year + 5 then return null; end if;
  if not (app.role() = 'coordinator' and c.programme_id = any (app.my_programmes_to_write('attendance'))
    or app.role() = 'social-worker' and c.person_id = any (app.persons_to_write('attendance'))) then return null; end if;
  update candidates set outcome = 'carried-over', closed_on = app.today(), closed_by = app.uid() where id = which;
  insert into candidates (id, person_id, programme_id, year, institution_id, antenna, listed_on, listed_by)
    values (new_id, c.person_id, c.programme_id, to_year, c.institution_id, c.antenna, c.listed_on, c.listed_by);
  return new_id;
end $$;
grant execute on function app.listed_candidates(text), app.carry_over_candidate(uuid, int) to app;
reset role;
set local role owner;

select app.protect('candidates', 'attendance'), app.protect_follow_up('candidate_words');
create policy definer_all on candidates to definer using (true) with check (true);
create policy programme_read on candidates for select to app using (
  (select app.role()) = 'coordinator' and programme_id = any ((select app.my_programmes('attendance'))::uuid[]));
create policy programme_change on candidates for update to app
  using ((select app.role()) = 'coordinator' and programme_id = any ((select app.my_programmes_to_write('attendance'))::uuid[]))
  with check ((select app.role()) = 'coordinator' and programme_id = any ((select app.my_programmes_to_write('attendance'))::uuid[]));
create policy own_list on candidates as restrictive for insert to app with check (
  listed_by = (select app.uid()) and institution_id = (select app.institution()) and (select app.role()) = 'social-worker');
grant update (asked_on, asked_by, outcome, reason, closed_on, closed_by, enrolment_id) on candidates to app;

-- While somebody is listed, the programme's coordinator reads what is known of them: identity, levels, positioning sheet.
create policy listed_read on persons for select to app using (id = any ((select app.listed_candidates('identity'))::uuid[]));
create policy listed_read on language_levels for select to app using (person_id = any ((select app.listed_candidates('language'))::uuid[]));
create policy listed_read on positioning_sheets for select to app using (person_id = any ((select app.listed_candidates('language'))::uuid[]));

select app.protect('target_criteria', 'attendance');
create policy programme_read on target_criteria for select to app using (
  programme_id = any ((select app.my_programmes('attendance'))::uuid[]) and (person_id = any ((select app.listed_candidates('attendance'))::uuid[])
    or exists (select 1 from enrolments e where e.person_id = target_criteria.person_id and e.programme_id = target_criteria.programme_id)));
create policy programme_add on target_criteria for insert to app with check (
  programme_id = any ((select app.my_programmes_to_write('attendance'))::uuid[]) and (person_id = any ((select app.listed_candidates('attendance'))::uuid[])
    or exists (select 1 from enrolments e where e.person_id = target_criteria.person_id and e.programme_id = target_criteria.programme_id)));
create policy own_name on target_criteria as restrictive for insert to app with check (noted_by = (select app.uid()));

select app.protect('orientation_steps', 'attendance');
create policy programme_read on orientation_steps for select to app using (exists (
  select 1 from enrolments e where e.id = enrolment_id and e.programme_id = any ((select app.my_programmes('attendance'))::uuid[])));
create policy programme_add on orientation_steps for insert to app with check ((select app.role()) = 'coordinator' and exists (
  select 1 from enrolments e where e.id = enrolment_id and e.programme_id = any ((select app.my_programmes_to_write('attendance'))::uuid[])));
create policy programme_change on orientation_steps for update to app using ((select app.role()) = 'coordinator' and exists (
  select 1 from enrolments e where e.id = enrolment_id and e.programme_id = any ((select app.my_programmes_to_write('attendance'))::uuid[])));
grant update (part, owner_id, due_on, move, ended_on, ended_by) on orientation_steps to app;

select app.protect_follow_up('orientation_findings');
create policy own_name on orientation_findings as restrictive for insert to app with check (written_by = (select app.uid()));
grant update (shared_on) on orientation_findings to app;

-- Feedback reaches those it is addressed to, also a trainer from outside the house.
select app.protect('orientation_receipts', 'attendance');
create policy programme_read on orientation_receipts for select to app using (exists (
  select 1 from enrolments e where e.id = enrolment_id and e.programme_id = any ((select app.my_programmes('attendance'))::uuid[])));
create policy senders_add on orientation_receipts as restrictive for insert to app with check (
  sent_by = (select app.uid()) and person_id = any ((select app.persons_to_write('follow-up'))::uuid[]));
create policy own_receipt on orientation_receipts as restrictive for update to app using (user_id = (select app.uid()));
grant update (seen_on) on orientation_receipts to app;

select app.protect('orientation_feedback', 'follow-up');
create policy in_house_shared_or_addressed on orientation_feedback as restrictive for select to app using (
  side = 'training' or shared_on is not null or person_id = any ((select app.persons_in_house())::uuid[])
  or id in (select r.feedback_id from orientation_receipts r where r.user_id = (select app.uid())));
create policy own_side on orientation_feedback as restrictive for insert to app with check (
  sent_by = (select app.uid())
  and ((select app.role()) = 'social-worker' and side = 'social' or (select app.role()) = 'coach' and side = 'training'));
