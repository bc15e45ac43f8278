-- People, the mandates that open their files, and the classes of fields that each role may see.

-- Which class of field a role may read or write. The same table is in app/features/mandates/classes.ts; a test compares them.
create table role_classes (
  role text not null,
  class text not null check (class in ('identity', 'social-aid', 'language', 'attendance', 'profile', 'plan', 'notes', 'health', 'residence')),
  writes boolean not null,
  primary key (role, class)
);
select app.lock_table('role_classes');
grant select on role_classes to app, definer;
create policy everyone_reads on role_classes for select to app, definer using (true);
create policy owner_sets on role_classes to owner using (true) with check (true);
insert into role_classes (role, class, writes) values
  ('coordinator', 'identity', true), ('coordinator', 'language', true), ('coordinator', 'attendance', true), ('coordinator', 'plan', false),
  ('programme-office', 'identity', true), ('programme-office', 'language', false), ('programme-office', 'attendance', true),
  ('coach', 'identity', false), ('coach', 'language', true), ('coach', 'attendance', true), ('coach', 'profile', true), ('coach', 'plan', true), ('coach', 'notes', true),
  ('trainee', 'identity', false), ('trainee', 'language', false), ('trainee', 'attendance', true), ('trainee', 'profile', true), ('trainee', 'plan', false), ('trainee', 'notes', true),
  ('social-worker', 'identity', true), ('social-worker', 'social-aid', true), ('social-worker', 'language', true), ('social-worker', 'attendance', true),
  ('social-worker', 'profile', false), ('social-worker', 'plan', true), ('social-worker', 'notes', true), ('social-worker', 'health', true), ('social-worker', 'residence', true),
  ('measures-officer', 'identity', false), ('measures-officer', 'profile', false), ('measures-officer', 'plan', true);

create table mandates (
  id uuid primary key default gen_random_uuid(),
  person_id uuid not null,
  professional_id uuid not null references users,
  role text not null,
  institution_id uuid not null references institutions,
  purpose text not null check (purpose in ('intake', 'referral', 'group', 'colleague', 'pass-on')),
  from_date date not null,
  to_date date,
  source_id uuid,
  reason text,
  created_at timestamptz not null default now(),
  created_by uuid,
  revoked_at timestamptz,
  revoked_by uuid
);
create index mandates_professional on mandates (professional_id, person_id) where revoked_at is null;
create index mandates_person on mandates (person_id);
create index mandates_source on mandates (source_id) where revoked_at is null;
select app.lock_table('mandates');
grant select on mandates to app;
grant select, insert, update on mandates to definer;
create policy definer_all on mandates to definer using (true) with check (true);
comment on table mandates is 'Why a professional may open a person''s file: role, institution, purpose, from, to. Written by definer functions only.';

create table persons (
  id uuid primary key,
  institution_id uuid not null references institutions,
  first_name text not null check (length(first_name) between 1 and 200),
  last_name text check (length(last_name) <= 200),
  birth_date date,
  birth_year int check (birth_year between 1900 and 2100),
  gender text check (gender in ('w', 'm', 'x', 'not-disclosed')),
  language text,
  interpreter boolean,
  phone text,
  email text,
  street text,
  postal_code text,
  town text,
  created_at timestamptz not null default now(),
  created_by uuid not null,
  updated_at timestamptz not null default now(),
  search text generated always as (lower(coalesce(first_name, '') || ' ' || coalesce(last_name, ''))) stored
);
create index persons_institution on persons (institution_id);
create index persons_name on persons (lower(last_name), lower(first_name));
select app.lock_table('persons');
grant select, insert on persons to app;
grant update (first_name, last_name, birth_date, birth_year, gender, language, interpreter, phone, email, street, postal_code, town, updated_at) on persons to app;
grant delete on persons to app;
alter table mandates add constraint mandates_person_fk foreign key (person_id) references persons on delete cascade deferrable initially deferred;
comment on table persons is 'Identity and contact of whoever is helped; perhaps only a first name. One holding institution.';

create table person_social_aid (
  person_id uuid primary key references persons on delete cascade deferrable initially deferred,
  institution_id uuid not null references institutions,
  reference text,
  first_aid_on date,
  years_out_of_work text check (years_out_of_work in ('under-1', '1-2', '3-5', '6-10', 'over-10', 'never-worked', 'not-disclosed')),
  vocational_training text check (vocational_training in ('none', 'started', 'completed-here', 'completed-abroad', 'not-disclosed')),
  updated_at timestamptz not null default now()
);
create index person_social_aid_reference on person_social_aid (institution_id, reference);
create table person_health (
  person_id uuid primary key references persons on delete cascade deferrable initially deferred,
  declared bytea,
  updated_at timestamptz not null default now(),
  updated_by uuid not null
);
comment on column person_health.declared is 'Sealed with the person''s key.';
create table person_residence (
  person_id uuid primary key references persons on delete cascade deferrable initially deferred,
  permit bytea,
  valid_until bytea,
  updated_at timestamptz not null default now(),
  updated_by uuid not null
);
comment on column person_residence.permit is 'Sealed with the person''s key, as is valid_until.';

create table notes (
  id uuid primary key,
  person_id uuid not null references persons on delete cascade,
  author_id uuid not null references users,
  institution_id uuid not null references institutions,
  audience text not null check (audience in ('own', 'institution', 'shared')),
  body bytea not null,
  on_date date not null,
  created_at timestamptz not null default now()
);
create index notes_person on notes (person_id, on_date desc);
comment on column notes.body is 'Sealed with the person''s key.';

create table language_levels (
  id uuid primary key,
  person_id uuid not null references persons on delete cascade,
  language text not null,
  skill text not null check (skill in ('oral-reception', 'oral-production', 'reading', 'writing')),
  level text not null,
  source text not null check (source in ('self-declared', 'observed', 'tested')),
  assessed_by uuid references users,
  assessed_on date not null,
  created_at timestamptz not null default now()
);
create index language_levels_person on language_levels (person_id, language, skill, assessed_on desc);

create table positioning_sheets (
  person_id uuid primary key references persons on delete cascade,
  group_languages text[],
  schooling text check (schooling in ('never', 'up-to-6', 'up-to-12', 'more', 'not-disclosed')),
  digital text check (digital in ('none', 'phone-only', 'with-help', 'alone', 'not-disclosed')),
  place text,
  mobile boolean,
  half_days text[],
  childcare text check (childcare in ('yes', 'no', 'not-disclosed')),
  needs text[],
  earliest_start date,
  updated_at timestamptz not null default now(),
  updated_by uuid
);
comment on table positioning_sheets is 'What composing groups needs to know; null means not known yet, not-disclosed is an answer.';

create table duplicate_decisions (
  id uuid primary key,
  person_id uuid not null references persons on delete cascade,
  other_id uuid not null references persons on delete cascade,
  decision text not null check (decision in ('not-the-same')),
  decided_by uuid not null references users,
  decided_at timestamptz not null default now()
);

-- ------------------------------------------------------------------ questions that policies ask
set local role definer;

create function app.role_reads(class_name text) returns boolean language sql stable
security definer set search_path = public, pg_temp as $$
  select exists (select 1 from role_classes where role = app.role() and class = class_name)
$$;
create function app.role_writes(class_name text) returns boolean language sql stable
security definer set search_path = public, pg_temp as $$
  select exists (select 1 from role_classes where role = app.role() and class = class_name and writes)
$$;

-- Everyone on whom the professional holds a valid mandate today.
create function app.mandated_persons() returns uuid[] language plpgsql stable parallel restricted
security definer set search_path = public, pg_temp as $$
declare u uuid := app.uid(); d date; r uuid[];
begin
  if u is null then return '{}'; end if;
  d := app.today();
  select coalesce(array_agg(distinct person_id), '{}') into r from mandates
   where professional_id = u and revoked_at is null and from_date <= d and (to_date is null or to_date >= d);
  return r;
end $$;

-- People whose fields of this class the actor may read. A card reads its own person; scanned without PIN, only the attendance class.
create function app.persons_for(class_name text) returns uuid[] language plpgsql stable parallel restricted
security definer set search_path = public, pg_temp as $$
declare c uuid := app.card_person();
begin
  if c is not null then
    if class_name = 'attendance' or (app.level() = 'pin' and class_name in ('identity', 'language', 'profile', 'plan')) then return array[c]; end if;
    return '{}';
  end if;
  if not app.role_reads(class_name) then return '{}'; end if;
  return app.mandated_persons();
end $$;
create function app.persons_to_write(class_name text) returns uuid[] language plpgsql stable parallel restricted
security definer set search_path = public, pg_temp as $$
declare c uuid := app.card_person();
begin
  if c is not null then
    if app.level() = 'pin' and class_name in ('profile', 'plan') or class_name = 'announcement' then return array[c]; end if;
    return '{}';
  end if;
  if not app.role_writes(class_name) then return '{}'; end if;
  return app.mandated_persons();
end $$;

-- Opens new files for the professional: mandate first, person after. Ids must be new, so nobody mandates themselves onto a stranger.
create function app.open_files(ids uuid[]) returns void language plpgsql
security definer set search_path = public, pg_temp as $$
begin
  if app.uid() is null or not app.role_writes('identity') then raise exception 'not permitted' using errcode = '42501'; end if;
  if exists (select 1 from mandates where person_id = any (ids)) or app.person_exists(ids) then
    raise exception 'not permitted' using errcode = '42501';
  end if;
  insert into mandates (person_id, professional_id, role, institution_id, purpose, from_date, created_by)
    select i, app.uid(), app.role(), app.institution(), 'intake', app.today(), app.uid() from unnest(ids) i;
end $$;
create function app.person_exists(ids uuid[]) returns boolean language sql stable
security definer set search_path = public, pg_temp as $$ select exists (select 1 from persons where id = any (ids)) $$;

-- A social worker lets a colleague of the holding institution open the file, or ends a mandate that they gave or hold.
create function app.give_mandate(person uuid, colleague uuid, until date, why text) returns uuid language plpgsql
security definer set search_path = public, pg_temp as $$
declare m uuid := gen_random_uuid();
begin
  if not (person = any (app.persons_to_write('identity'))) then return null; end if;
  if not exists (select 1 from users u where u.id = colleague and u.institution_id = app.institution() and u.role = app.role() and u.ended_on is null) then return null; end if;
  if exists (select 1 from mandates x where x.person_id = person and x.professional_id = colleague and x.revoked_at is null and (x.to_date is null or x.to_date >= app.today())) then
    return null;
  end if;
  insert into mandates (id, person_id, professional_id, role, institution_id, purpose, from_date, to_date, reason, created_by)
    values (m, person, colleague, app.role(), app.institution(), 'colleague', app.today(), until, why, app.uid());
  return m;
end $$;
create function app.end_mandate(which uuid) returns boolean language plpgsql
security definer set search_path = public, pg_temp as $$
begin
  update mandates set revoked_at = now(), revoked_by = app.uid()
   where id = which and revoked_at is null and purpose in ('intake', 'referral', 'colleague')
     and (professional_id = app.uid() or created_by = app.uid() and institution_id = app.institution());
  return found;
end $$;
reset role;
set local role owner;
grant select on persons to definer;
create policy definer_reads on persons for select to definer using (true);

-- Applies the uniform policies of a table of personal data of one class. Programme staff are added in the next migration.
create function app.protect(t regclass, class_name text) returns void language plpgsql as $$
begin
  perform app.lock_table(t);
  execute format('create policy known_actor on %s as restrictive for all to app using ((select app.kind()) is not null)', t);
  execute format('create policy mandated_read on %s for select to app using (person_id = any ((select app.persons_for(%L))::uuid[]))', t, class_name);
  execute format('create policy mandated_add on %s for insert to app with check (person_id = any ((select app.persons_to_write(%L))::uuid[]))', t, class_name);
  execute format('create policy mandated_change on %s for update to app using (person_id = any ((select app.persons_to_write(%L))::uuid[])) with check (person_id = any ((select app.persons_to_write(%L))::uuid[]))', t, class_name, class_name);
  execute format('grant select, insert on %s to app', t);
end $$;

select app.protect('person_social_aid', 'social-aid'), app.protect('person_health', 'health'), app.protect('person_residence', 'residence'),
  app.protect('language_levels', 'language'), app.protect('positioning_sheets', 'language'), app.protect('duplicate_decisions', 'identity');
grant update (reference, first_aid_on, years_out_of_work, vocational_training, updated_at) on person_social_aid to app;
grant update (declared, updated_at, updated_by) on person_health to app;
grant update (permit, valid_until, updated_at, updated_by) on person_residence to app;
grant update (group_languages, schooling, digital, place, mobile, half_days, childcare, needs, earliest_start, updated_at, updated_by) on positioning_sheets to app;

-- A new file belongs to the institution of whoever opens it.
create policy known_actor on persons as restrictive for all to app using ((select app.kind()) is not null);
create policy mandated_read on persons for select to app using (id = any ((select app.persons_for('identity'))::uuid[]));
create policy mandated_add on persons for insert to app with check (
  id = any ((select app.persons_to_write('identity'))::uuid[]) and institution_id = (select app.institution()) and created_by = (select app.uid()));
create policy mandated_change on persons for update to app
  using (id = any ((select app.persons_to_write('identity'))::uuid[])) with check (id = any ((select app.persons_to_write('identity'))::uuid[]));

-- An import that is undone takes back the files it made; nothing else deletes a person yet.
create policy makers_take_back on persons for delete to app using (
  created_by = (select app.uid()) and id = any ((select app.persons_to_write('identity'))::uuid[]));

-- Notes: own for the author alone, institution for colleagues with a mandate, shared for everyone with a mandate and the class.
select app.lock_table('notes');
grant select, insert on notes to app;
create policy known_actor on notes as restrictive for all to app using ((select app.kind()) is not null);
create policy audience_reads on notes for select to app using (
  person_id = any ((select app.persons_for('notes'))::uuid[])
  and (author_id = (select app.uid()) or audience = 'shared' or audience = 'institution' and institution_id = (select app.institution())));
create policy authors_add on notes for insert to app with check (
  person_id = any ((select app.persons_to_write('notes'))::uuid[]) and author_id = (select app.uid()) and institution_id = (select app.institution()));

-- Mandates are seen by whoever may see the person's identity, so that a file says who may open it.
create policy known_actor on mandates as restrictive for all to app using ((select app.kind()) is not null);
create policy own_read on mandates for select to app using (professional_id = (select app.uid()));
create policy of_person_read on mandates for select to app using (person_id = any ((select app.persons_for('identity'))::uuid[]));

-- A participant sees the names of the professionals who may open their file.
create policy persons_read_their_professionals on users for select to app using (
  (select app.card_person()) is not null and id in (select professional_id from mandates where person_id = (select app.card_person())));

set local role definer;
grant execute on function app.role_reads(text), app.role_writes(text), app.mandated_persons(), app.persons_for(text), app.persons_to_write(text),
  app.open_files(uuid[]), app.give_mandate(uuid, uuid, date, text), app.end_mandate(uuid) to app;
set local role owner;
