-- What funders count people by, as it was on a day: at entry, on exit, six months later. Never changed: the last answer to a
-- question of a moment counts, the others stay as history.

create table status_events (
  id uuid primary key,
  enrolment_id uuid not null,
  person_id uuid not null references persons on delete cascade,
  moment text not null check (moment in ('entry', 'exit', 'later')),
  kind text not null check (kind ~ '^[a-z][a-z0-9-]{0,39}$'),
  value text not null check (value ~ '^[a-z][a-z0-9-]{0,39}$'),
  issuer text check (length(issuer) <= 200),
  on_date date not null,
  entered_by uuid not null references users,
  entered_at timestamptz not null default clock_timestamp(),
  foreign key (enrolment_id, person_id) references enrolments (id, person_id) on delete cascade
);
create index status_events_enrolment on status_events (enrolment_id, moment, kind, entered_at desc);
create index status_events_person on status_events (person_id);
comment on table status_events is 'Dated status of a person for a funder''s indicators: labour, education, from outside the EU … Kinds and values are in app/data/funding/status.ts. Health, minority and housing are not among them.';
comment on column status_events.issuer is 'Who issued the certificate, for a qualification.';

select app.protect('status_events', 'social-aid');
create policy own_name on status_events as restrictive for insert to app with check (entered_by = (select app.uid()));
-- The funder's report and register are exact: the programme's coordinator reads what they are made of.
create policy coordinators_read on status_events for select to app using (
  (select app.role()) = 'coordinator' and enrolment_id in (select e.id from enrolments e where e.programme_id = any ((select app.my_programmes('identity'))::uuid[])));
