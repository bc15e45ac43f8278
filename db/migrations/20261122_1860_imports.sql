-- Lists of people that somebody brings: looked at, confirmed in one transaction, undone within a day.

create table imports (
  id uuid primary key,
  user_id uuid not null references users,
  institution_id uuid not null references institutions,
  file_name text not null check (length(file_name) between 1 and 200),
  file bytea,
  mapping jsonb not null default '{}',
  created_at timestamptz not null,
  confirmed_at timestamptz,
  confirmed_on date,
  written_at timestamptz,
  figures jsonb,
  undone_at timestamptz,
  cleared_at timestamptz
);
create index imports_user on imports (user_id, created_at desc);
comment on column imports.file is 'The file as it came, sealed with the site key. Gone once confirmed, discarded, or after a day.';
comment on column imports.written_at is 'The time of the transaction that wrote the rows, as persons.updated_at has it.';

-- What somebody said of rows that are perhaps someone twice.
create table import_choices (
  import_id uuid not null references imports on delete cascade,
  row_number int not null,
  choice text not null check (choice in ('same', 'another', 'leave-out')),
  person_id uuid references persons on delete cascade,
  primary key (import_id, row_number)
);

-- What a confirmed import wrote, for undoing it.
create table import_rows (
  import_id uuid not null references imports on delete cascade,
  row_number int not null,
  person_id uuid not null references persons on delete cascade,
  kind text not null check (kind in ('created', 'updated')),
  before bytea,
  kept boolean not null default false,
  primary key (import_id, row_number)
);
create index import_rows_person on import_rows (person_id);
comment on column import_rows.before is 'What an update replaced, sealed with the site key. Gone after a day.';
comment on column import_rows.kept is 'Undoing left it, because somebody had worked on it since.';

-- How an institution's lists are to be read, by their headers. No names of people in it.
create table import_mappings (
  institution_id uuid not null references institutions,
  fingerprint text not null check (length(fingerprint) = 32),
  mapping jsonb not null,
  updated_at timestamptz not null default now(),
  primary key (institution_id, fingerprint)
);

select app.lock_table(t) from unnest(array['imports', 'import_choices', 'import_rows', 'import_mappings']::regclass[]) t;
grant select, insert, delete on imports, import_choices, import_rows to app;
grant select, insert on import_mappings to app;
grant update (mapping, file, confirmed_at, confirmed_on, written_at, figures, undone_at, cleared_at) on imports to app;
grant update (choice, person_id) on import_choices to app;
grant update (before, kept) on import_rows to app;
grant update (mapping, updated_at) on import_mappings to app;

-- Only for whoever brought the file, while their role opens files.
create policy own on imports to app
  using (user_id = (select app.uid()) and institution_id = (select app.institution()) and (select app.role_writes('identity')))
  with check (user_id = (select app.uid()) and institution_id = (select app.institution()) and (select app.role_writes('identity')));
create policy of_own_import on import_choices to app using (import_id in (select id from imports))
  with check (import_id in (select id from imports) and (person_id is null or person_id in (select id from persons)));
create policy of_own_import on import_rows to app using (import_id in (select id from imports))
  with check (import_id in (select id from imports) and person_id in (select id from persons));
create policy of_own_institution on import_mappings to app
  using (institution_id = (select app.institution()) and (select app.role_writes('identity')))
  with check (institution_id = (select app.institution()) and (select app.role_writes('identity')));

-- The nightly job clears what is older than a day; it sees nothing younger.
create policy job_reads on imports for select to app using ((select app.kind()) = 'job' and coalesce(confirmed_at, created_at) < (select app.now()) - interval '24 hours');
create policy job_clears on imports for update to app
  using ((select app.kind()) = 'job' and cleared_at is null and coalesce(confirmed_at, created_at) < (select app.now()) - interval '24 hours')
  with check ((select app.kind()) = 'job' and file is null);

grant select on imports, import_rows to definer;
create policy definer_reads on imports for select to definer using (true);
create policy definer_reads on import_rows for select to definer using (true);
grant select on audit_entries to definer;
create policy definer_reads on audit_entries for select to definer using (true);

set local role definer;

-- People of one's own import on whom somebody has worked since: any act on record, any other mandate. What others wrote is hidden
-- from the importer, and taking a file back would take it along; so this looks past the policies and says only "touched".
create function app.touched_since_import(which uuid) returns uuid[] language plpgsql stable
security definer set search_path = public, pg_temp as $$
declare i record; r uuid[];
begin
  select * into i from imports where id = which and user_id = app.uid();
  if not found then return '{}'; end if;
  select coalesce(array_agg(distinct x.person_id), '{}') into r from import_rows x
   where x.import_id = which and (
     exists (select 1 from audit_entries a where a.person_id = x.person_id and a.at > i.written_at and a.result = 'done' and a.object_id is distinct from which)
     or x.kind = 'created' and exists (select 1 from mandates m where m.person_id = x.person_id and (m.professional_id <> i.user_id or m.purpose <> 'intake')));
  return r;
end $$;

-- Whose import it is, for the command line of the site's owner.
create function app.importer_of(which uuid) returns text language sql stable
security definer set search_path = public, pg_temp as $$
  select u.email from imports i join users u on u.id = i.user_id where i.id = which
$$;
grant execute on function app.touched_since_import(uuid) to app;
grant execute on function app.importer_of(uuid) to owner;
set local role owner;
