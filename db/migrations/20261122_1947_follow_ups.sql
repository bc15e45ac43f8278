-- Individual follow-up: appointments, how stable things are, steps with institutions, situations with their targets and actions.

-- Rows of the cumulative follow-up that only their own side changes.
create function app.changed_by_own_side(t regclass) returns void language plpgsql as $$
begin
  execute format($p$create policy own_side_changes on %s as restrictive for update to app using (
    (select app.role()) = 'social-worker' and side = 'social' or (select app.role()) = 'coach' and side = 'training')$p$, t);
end $$;

create table appointments (
  id uuid primary key,
  enrolment_id uuid not null references enrolments on delete cascade,
  person_id uuid not null references persons on delete cascade,
  kind text not null check (kind in ('talk', 'interview')),
  on_date date not null,
  at_time text not null check (at_time ~ '^[0-2][0-9]:[0-5][0-9]$'),
  place text check (length(place) <= 200),
  with_user uuid not null references users,
  state text not null default 'planned' check (state in ('planned', 'held', 'missed', 'cancelled')),
  settled_on date,
  settled_by uuid references users,
  side text not null check (side in ('social', 'training')),
  shared_on date,
  planned_by uuid not null references users,
  planned_at timestamptz not null default now(),
  check ((state = 'planned') = (settled_on is null))
);
create index appointments_enrolment on appointments (enrolment_id, on_date);
create index appointments_person on appointments (person_id);
comment on column appointments.settled_on is 'When it was noted that it was held, missed or cancelled; it was held on on_date.';
select app.protect_follow_up('appointments'), app.changed_by_own_side('appointments');
grant update (state, settled_on, settled_by, on_date, at_time, place, with_user) on appointments to app;
-- When, where and with whom: the person reads it with the scanned card. What it is about stands in the next table.
create policy persons_read_their_own on appointments for select to app using (person_id = (select app.card_person()));

create table appointment_words (
  appointment_id uuid primary key references appointments on delete cascade,
  enrolment_id uuid not null references enrolments on delete cascade,
  person_id uuid not null references persons on delete cascade,
  purpose bytea,
  result bytea,
  side text not null check (side in ('social', 'training')),
  shared_on date
);
create index appointment_words_person on appointment_words (person_id);
comment on table appointment_words is 'Purpose and result, sealed with the person''s key.';
select app.protect_follow_up('appointment_words'), app.changed_by_own_side('appointment_words');
grant update (purpose, result) on appointment_words to app;

create table interviews (
  id uuid primary key,
  appointment_id uuid not null references appointments on delete cascade,
  enrolment_id uuid not null references enrolments on delete cascade,
  person_id uuid not null references persons on delete cascade,
  version int not null check (version > 0),
  held_on date not null,
  answers bytea not null,
  written_by uuid not null references users,
  side text not null check (side in ('social', 'training')),
  shared_on date,
  created_at timestamptz not null default now(),
  unique (appointment_id, version)
);
create index interviews_enrolment on interviews (enrolment_id, held_on);
create index interviews_person on interviews (person_id);
comment on column interviews.answers is 'The whole form as JSON, sealed with the person''s key. A correction is a new version; the old ones stay.';
select app.protect_follow_up('interviews');

create table stability_statements (
  id uuid primary key,
  enrolment_id uuid not null references enrolments on delete cascade,
  person_id uuid not null references persons on delete cascade,
  stable boolean not null,
  on_date date not null,
  said_by uuid not null references users,
  side text not null check (side = 'social'),
  shared_on date,
  created_at timestamptz not null default now()
);
create index stability_statements_enrolment on stability_statements (enrolment_id, on_date);
create index stability_statements_person on stability_statements (person_id);
comment on table stability_statements is 'Whether things are stable, as a social worker says on a date; the last one holds.';
select app.protect_follow_up('stability_statements');

create table procedures (
  id uuid primary key,
  enrolment_id uuid not null references enrolments on delete cascade,
  person_id uuid not null references persons on delete cascade,
  kind text not null check (kind ~ '^[a-z][a-z0-9-]{0,39}$'),
  institution bytea,
  due_on date,
  side text not null check (side in ('social', 'training')),
  shared_on date,
  created_at timestamptz not null default now()
);
create index procedures_enrolment on procedures (enrolment_id);
create index procedures_person on procedures (person_id);
comment on table procedures is 'Steps with institutions, of a kind of the blueprint. Where it stands is the last of procedure_states.';
comment on column procedures.institution is 'Sealed with the person''s key.';
select app.protect_follow_up('procedures'), app.changed_by_own_side('procedures');
grant update (due_on) on procedures to app;

create table procedure_states (
  id uuid primary key,
  procedure_id uuid not null references procedures on delete cascade,
  enrolment_id uuid not null references enrolments on delete cascade,
  person_id uuid not null references persons on delete cascade,
  state text not null check (state in ('opened', 'sent', 'waiting', 'granted', 'refused', 'withdrawn', 'settled')),
  on_date date not null,
  words bytea,
  entered_by uuid not null references users,
  side text not null check (side in ('social', 'training')),
  shared_on date,
  created_at timestamptz not null default now()
);
create index procedure_states_procedure on procedure_states (procedure_id, on_date, created_at);
create index procedure_states_person on procedure_states (person_id);
comment on column procedure_states.words is 'Sealed with the person''s key.';
select app.protect_follow_up('procedure_states');

create table situations (
  id uuid primary key,
  enrolment_id uuid not null references enrolments on delete cascade,
  person_id uuid not null references persons on delete cascade,
  theme text not null check (length(theme) between 1 and 60),
  code text check (length(code) <= 200),
  words bytea,
  noted_on date not null,
  noted_by uuid not null references users,
  settled_on date,
  settled_by uuid references users,
  side text not null check (side in ('social', 'training')),
  shared_on date,
  created_at timestamptz not null default now(),
  check (code is not null or words is not null),
  check (settled_on is null or settled_on >= noted_on)
);
create index situations_enrolment on situations (enrolment_id);
create index situations_person on situations (person_id);
comment on table situations is 'A situation of the vocabulary carnet-de-bord, or one in own words; code "not-disclosed" says that the person does not tell, which is an answer. Either side may settle it.';
comment on column situations.words is 'Sealed with the person''s key.';
select app.protect_follow_up('situations');
grant update (settled_on, settled_by) on situations to app;

create table situation_aims (
  id uuid primary key,
  situation_id uuid not null references situations on delete cascade,
  enrolment_id uuid not null references enrolments on delete cascade,
  person_id uuid not null references persons on delete cascade,
  kind text not null check (kind in ('target', 'action')),
  code text not null check (length(code) between 1 and 200),
  chosen_on date not null,
  chosen_by uuid not null references users,
  due_on date,
  outcome text check (outcome in ('done', 'dropped')),
  outcome_on date,
  outcome_by uuid references users,
  side text not null check (side in ('social', 'training')),
  shared_on date,
  created_at timestamptz not null default now(),
  check ((outcome is null) = (outcome_on is null))
);
create index situation_aims_situation on situation_aims (situation_id);
create index situation_aims_person on situation_aims (person_id);
comment on table situation_aims is 'Targets and actions chosen for a situation, with what became of them.';
select app.protect_follow_up('situation_aims');
grant update (outcome, outcome_on, outcome_by) on situation_aims to app;

grant select, update on change_ratings, appointments, appointment_words, interviews, stability_statements, procedures, procedure_states,
  situations, situation_aims to definer;
create policy definer_all on change_ratings to definer using (true) with check (true);
create policy definer_all on appointments to definer using (true) with check (true);
create policy definer_all on appointment_words to definer using (true) with check (true);
create policy definer_all on interviews to definer using (true) with check (true);
create policy definer_all on stability_statements to definer using (true) with check (true);
create policy definer_all on procedures to definer using (true) with check (true);
create policy definer_all on procedure_states to definer using (true) with check (true);
create policy definer_all on situations to definer using (true) with check (true);
create policy definer_all on situation_aims to definer using (true) with check (true);

set local role definer;

-- The person agrees that trainers from outside read one thing of the social service's, or takes that back. What hangs on it goes with
-- it, so a thing is shared or it is not. Only who writes the social side's follow-up says so; false when it is not theirs.
create function app.share_follow_up(what text, which uuid, agreed boolean) returns boolean language plpgsql
security definer set search_path = public, pg_temp as $$
declare person uuid; day date := case when agreed then app.today() end;
begin
  if app.role() is distinct from 'social-worker' then return false; end if;
  select person_id into person from (
    select person_id from appointments where what = 'appointment' and id = which and side = 'social'
    union all select person_id from procedures where what = 'procedure' and id = which and side = 'social'
    union all select person_id from situations where what = 'situation' and id = which and side = 'social'
    union all select person_id from change_ratings where what = 'rating' and id = which and side = 'social') x;
  if person is null or not person = any (app.persons_to_write('follow-up')) then return false; end if;
  case what
    when 'appointment' then
      update appointments set shared_on = day where id = which;
      update appointment_words set shared_on = day where appointment_id = which;
      update interviews set shared_on = day where appointment_id = which;
    when 'procedure' then
      update procedures set shared_on = day where id = which;
      update procedure_states set shared_on = day where procedure_id = which;
    when 'situation' then
      update situations set shared_on = day where id = which;
      update situation_aims set shared_on = day where situation_id = which and side = 'social';
    else
      update change_ratings set shared_on = day where id = which;
  end case;
  return true;
end $$;

-- Kinds and dates of steps with institutions, for the figures of those who coordinate the programme: no institution, no words.
create function app.procedure_facts(programme uuid)
returns table (id uuid, enrolment_id uuid, person_id uuid, kind text, state text, on_date date) language plpgsql stable
security definer set search_path = public, pg_temp as $$
begin
  if not programme = any (app.my_programmes('attendance')) then return; end if;
  return query select p.id, p.enrolment_id, p.person_id, p.kind, s.state, s.on_date
    from procedures p join enrolments e on e.id = p.enrolment_id join procedure_states s on s.procedure_id = p.id
   where e.programme_id = programme order by s.on_date, s.created_at;
end $$;
grant execute on function app.share_follow_up(text, uuid, boolean), app.procedure_facts(uuid) to app;
reset role;
set local role owner;
