-- Modules of a programme: who is in which since when, and the changes that are intended, rated in described points over time.

create table module_memberships (
  id uuid primary key,
  enrolment_id uuid not null references enrolments on delete cascade,
  person_id uuid not null references persons on delete cascade,
  module text not null check (module ~ '^[a-z][a-z0-9-]{0,39}$'),
  from_date date not null,
  until_date date,
  added_by uuid not null references users,
  added_at timestamptz not null default now(),
  ended_by uuid references users,
  check (until_date is null or until_date >= from_date)
);
create unique index module_memberships_running on module_memberships (enrolment_id, module) where until_date is null;
create index module_memberships_person on module_memberships (person_id);
comment on table module_memberships is 'Who takes part in which module of the blueprint since when. That a planned module takes nobody is a rule of the application: the blueprint is not in the database.';
select app.protect('module_memberships', 'attendance'), app.protect_in_programme('module_memberships', 'attendance');
grant update (until_date, ended_by) on module_memberships to app;

create table change_ratings (
  id uuid primary key,
  enrolment_id uuid not null references enrolments on delete cascade,
  person_id uuid not null references persons on delete cascade,
  module text not null check (module ~ '^[a-z][a-z0-9-]{0,39}$'),
  change text not null check (change ~ '^[a-z][a-z0-9-]{0,39}$'),
  point int not null check (point between 1 and 5),
  words bytea,
  on_date date not null,
  rated_by uuid not null references users,
  side text not null check (side in ('social', 'training')),
  shared_on date,
  created_at timestamptz not null default now()
);
create index change_ratings_enrolment on change_ratings (enrolment_id, module, change, on_date);
create index change_ratings_person on change_ratings (person_id);
comment on table change_ratings is 'One described point of an intended change on a date; rows are added, never rewritten.';
comment on column change_ratings.words is 'Sealed with the person''s key.';
select app.protect_follow_up('change_ratings');
