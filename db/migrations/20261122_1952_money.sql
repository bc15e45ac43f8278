-- Team and money of a programme: who works in it, who pays which share of what, what was spent. For the programme's own
-- coordinators and nobody else; an administrator, the office and coordinators of other programmes see no row.

create table team_members (
  id uuid primary key,
  programme_id uuid not null references programmes,
  user_id uuid references users,
  name text check (length(name) between 1 and 200),
  function text not null check (length(function) between 1 and 200),
  profiles text[] not null default '{}',
  fte int not null check (fte between 1 and 100),
  from_date date not null,
  to_date date check (to_date >= from_date),
  entered_by uuid not null references users,
  entered_at timestamptz not null default now(),
  unique (id, programme_id),
  check ((user_id is null) <> (name is null))
);
create index team_members_programme on team_members (programme_id);
comment on table team_members is 'Who works in a programme, with an account or by name. Somebody whose full-time equivalent changes has a second row.';
comment on column team_members.fte is 'Hundredths of a full-time equivalent.';
comment on column team_members.profiles is 'Keys of the blueprint''s team profiles that this person holds.';

create table team_times (
  id uuid primary key,
  programme_id uuid not null,
  member_id uuid not null,
  line text not null check (line ~ '^[a-z][a-z0-9-]{0,39}$'),
  share int not null check (share between 1 and 10000),
  from_date date not null,
  to_date date check (to_date >= from_date),
  entered_by uuid not null references users,
  entered_at timestamptz not null default now(),
  ended_at timestamptz,
  foreign key (member_id, programme_id) references team_members (id, programme_id)
);
create index team_times_member on team_times (member_id) where ended_at is null;
comment on table team_times is 'Working time of a member per funding line. A row is ended, never changed.';
comment on column team_times.share is 'Hundredths of a percent of the member''s time in the programme.';
comment on column team_times.line is 'Key of the funding line, the same in every version of the lines.';

-- The lines are saved together, as a version: shares that add up belong together, and a report says which version it is made of.
create table funding_sets (
  id uuid primary key,
  programme_id uuid not null references programmes,
  number int not null check (number > 0),
  complete boolean not null,
  entered_by uuid not null references users,
  entered_on date not null,
  entered_at timestamptz not null default now(),
  unique (programme_id, number),
  unique (id, programme_id)
);
comment on column funding_sets.complete is 'The shares of each cost base add up to 100 on every day covered. Others are drafts that no report is made of.';
create table funding_lines (
  set_id uuid not null,
  programme_id uuid not null,
  position int not null check (position >= 0),
  key text not null check (key ~ '^[a-z][a-z0-9-]{0,39}$'),
  funder text not null check (length(funder) between 1 and 200),
  share int not null check (share between 1 and 10000),
  cost_base text not null check (cost_base in ('staff', 'all')),
  from_date date not null,
  to_date date not null check (to_date >= from_date),
  eligibility text not null check (eligibility in ('everyone', 'third-country', 'other')),
  eligibility_words text check (length(eligibility_words) <= 300),
  fte int check (fte between 0 and 99999),
  entered_by uuid not null references users,
  primary key (set_id, position),
  unique (set_id, key),
  foreign key (set_id, programme_id) references funding_sets (id, programme_id)
);
comment on column funding_lines.share is 'Hundredths of a percent.';
comment on column funding_lines.fte is 'Hundredths of a full-time equivalent that the funder counts on.';

create table staff_costs (
  id uuid primary key,
  programme_id uuid not null references programmes,
  month date not null check (extract(day from month) = 1),
  member_id uuid,
  cents int not null check (cents >= 0),
  entered_by uuid not null references users,
  entered_at timestamptz not null default now(),
  ended_at timestamptz,
  foreign key (member_id, programme_id) references team_members (id, programme_id)
);
create unique index staff_costs_running on staff_costs (programme_id, month, member_id) nulls not distinct where ended_at is null;
comment on table staff_costs is 'What the team cost in a month: per member, or one sum (no member) for all. A correction ends the row and adds another.';

create table expenses (
  id uuid primary key,
  programme_id uuid not null references programmes,
  on_date date not null,
  cents int not null check (cents > 0),
  what text not null check (length(what) between 1 and 300),
  receipt_number text not null check (length(receipt_number) between 1 and 60),
  receipt_place text check (length(receipt_place) <= 200),
  entered_by uuid not null references users,
  entered_at timestamptz not null default now(),
  withdrawn_on date,
  withdrawn_by uuid references users,
  withdrawn_reason text check (length(withdrawn_reason) between 1 and 300),
  check ((withdrawn_on is null) = (withdrawn_by is null) and (withdrawn_on is null) = (withdrawn_reason is null))
);
create index expenses_programme on expenses (programme_id, on_date);
create unique index expenses_receipt on expenses (programme_id, lower(receipt_number)) where withdrawn_on is null;
comment on table expenses is 'Spent on outings. Struck out with a reason, never deleted.';

create table outings_budgets (
  id uuid primary key,
  programme_id uuid not null references programmes,
  from_date date not null,
  to_date date not null check (to_date >= from_date),
  cents int not null check (cents >= 0),
  entered_by uuid not null references users,
  entered_at timestamptz not null default now(),
  ended_at timestamptz
);
create index outings_budgets_programme on outings_budgets (programme_id) where ended_at is null;

-- What left the site for a funder, on what legal basis. Who and when is in the audit too; the basis is not, since it is words.
create table disclosures (
  id uuid primary key,
  programme_id uuid not null references programmes,
  kind text not null check (kind in ('report', 'register', 'indicators')),
  from_date date not null,
  to_date date not null check (to_date >= from_date),
  basis text not null check (basis in ('grant-agreement', 'law', 'other')),
  basis_words text not null check (length(basis_words) between 1 and 500),
  recipient text not null check (length(recipient) between 1 and 200),
  language text not null,
  format text not null check (format in ('xlsx', 'pdf')),
  people int not null check (people >= 0),
  entered_by uuid not null references users,
  entered_on date not null,
  entered_at timestamptz not null default now()
);
create index disclosures_programme on disclosures (programme_id, entered_at desc);

create table indicator_entries (
  id uuid primary key,
  programme_id uuid not null references programmes,
  code text not null check (length(code) between 1 and 20),
  value int not null check (value >= 0),
  note text check (length(note) <= 300),
  entered_by uuid not null references users,
  entered_on date not null,
  entered_at timestamptz not null default now(),
  ended_at timestamptz
);
create unique index indicator_entries_running on indicator_entries (programme_id, code) where ended_at is null;
comment on table indicator_entries is 'Indicators about the project, not its people: counted by hand.';

create function app.protect_money(t regclass) returns void language plpgsql as $$
begin
  perform app.lock_table(t);
  execute format('create policy known_actor on %s as restrictive for all to app using ((select app.kind()) = ''staff'')', t);
  execute format($p$create policy coordinators_read on %s for select to app using (
    (select app.role()) = 'coordinator' and programme_id = any ((select app.my_programmes('identity'))::uuid[]))$p$, t);
  execute format($p$create policy coordinators_add on %s for insert to app with check (
    (select app.role()) = 'coordinator' and programme_id = any ((select app.my_programmes('identity'))::uuid[]) and entered_by = (select app.uid()))$p$, t);
  execute format($p$create policy coordinators_change on %s for update to app using (
    (select app.role()) = 'coordinator' and programme_id = any ((select app.my_programmes('identity'))::uuid[]))
    with check ((select app.role()) = 'coordinator' and programme_id = any ((select app.my_programmes('identity'))::uuid[]))$p$, t);
  execute format('grant select, insert on %s to app', t);
end $$;
select app.protect_money(t) from unnest(array['team_members', 'team_times', 'funding_sets', 'funding_lines', 'staff_costs', 'expenses',
  'outings_budgets', 'disclosures', 'indicator_entries']::regclass[]) t;
grant update (function, profiles, fte, from_date, to_date) on team_members to app;
grant update (ended_at) on team_times, staff_costs, outings_budgets, indicator_entries to app;
grant update (withdrawn_on, withdrawn_by, withdrawn_reason) on expenses to app;
drop function app.protect_money(regclass);
