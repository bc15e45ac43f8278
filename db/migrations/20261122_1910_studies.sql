-- Studies: methods allocated to groups or people by chance, on record. The log is a chain of entries that nobody changes; the seed is
-- sealed and hidden until the study is closed; who drew it neither saves units nor draws arms. Which unit is which is kept apart from
-- the log, so that a person can be erased and the log still proves itself.

create table studies (
  id uuid primary key,
  programme_id uuid not null references programmes,
  name text not null check (length(name) between 1 and 120),
  made_by uuid not null references users,
  made_at timestamptz not null default app.now(),
  unique (id, programme_id)
);
create index studies_programme on studies (programme_id, made_at desc);
comment on table studies is 'A study of methods. What it lays down is the first entry of its log.';

create table study_entries (
  study_id uuid not null references studies,
  number int not null check (number > 0),
  kind text not null check (kind in ('protocol', 'commitment', 'unit', 'allocation', 'override', 'closure', 'seed')),
  line text not null,
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  made_by uuid not null references users,
  primary key (study_id, number)
);
comment on column study_entries.line is 'The entry as JSON, exactly as it was hashed; it names the hash of the entry before. No names of people in it: units have numbers.';

create table study_units (
  study_id uuid not null,
  programme_id uuid not null,
  number int not null check (number > 0),
  group_id uuid references groups,
  enrolment_id uuid,
  person_id uuid,
  made_by uuid not null references users,
  primary key (study_id, number),
  unique (study_id, group_id),
  unique (study_id, person_id),
  check ((group_id is null) = (person_id is not null) and (enrolment_id is null) = (person_id is null)),
  foreign key (study_id, programme_id) references studies (id, programme_id),
  foreign key (enrolment_id, person_id, programme_id) references enrolments (id, person_id, programme_id) on delete cascade
);
create index study_units_group on study_units (group_id);
create index study_units_person on study_units (person_id);
comment on table study_units is 'Which group or person a number of the log stands for.';

create table study_seeds (
  study_id uuid primary key references studies,
  sealed bytea not null,
  drawn_by uuid not null references users,
  drawn_at timestamptz not null default app.now()
);
comment on column study_seeds.sealed is 'Sealed with the site key. The application reads it through app.sealed_seed only: for the draw that is due, and once the study is closed.';

select app.lock_table('studies'), app.lock_table('study_entries'), app.lock_table('study_units'), app.lock_table('study_seeds');
-- No update and no delete anywhere here: all of it is record.
grant select, insert on studies, study_entries, study_units to app;
grant insert on study_seeds to app;
grant select on studies, study_entries, study_units, study_seeds to definer;
create policy definer_reads on studies for select to definer using (true);
create policy definer_reads on study_entries for select to definer using (true);
create policy definer_reads on study_units for select to definer using (true);
create policy definer_reads on study_seeds for select to definer using (true);

create policy known_actor on studies as restrictive for all to app using ((select app.kind()) is not null);
create policy programme_read on studies for select to app using (programme_id = any ((select app.my_programmes('language'))::uuid[]));
create policy coordinators_add on studies for insert to app with check (
  (select app.role()) = 'coordinator' and made_by = (select app.uid()) and programme_id = any ((select app.my_programmes('language'))::uuid[]));

create policy known_actor on study_entries as restrictive for all to app using ((select app.kind()) is not null);
create policy programme_read on study_entries for select to app using (study_id in (select id from studies));
-- The office may draw the seed; everything else is the coordinators'.
create policy programme_add on study_entries for insert to app with check (
  made_by = (select app.uid()) and study_id in (select id from studies)
  and ((select app.role()) = 'coordinator' or (select app.role()) = 'programme-office' and kind = 'commitment'));

create policy known_actor on study_units as restrictive for all to app using ((select app.kind()) is not null);
create policy programme_read on study_units for select to app using (programme_id = any ((select app.my_programmes('language'))::uuid[]));
create policy coordinators_add on study_units for insert to app with check (
  (select app.role()) = 'coordinator' and made_by = (select app.uid()) and programme_id = any ((select app.my_programmes('language'))::uuid[])
  and (group_id is null or group_id in (select g.id from groups g where g.programme_id = study_units.programme_id)));

create policy known_actor on study_seeds as restrictive for all to app using ((select app.kind()) is not null);
create policy colleagues_draw on study_seeds for insert to app with check (
  drawn_by = (select app.uid()) and (select app.role()) in ('coordinator', 'programme-office')
  and study_id in (select s.id from studies s where s.made_by <> (select app.uid()))
  and not exists (select 1 from study_entries e where e.study_id = study_seeds.study_id and e.kind = 'commitment'));

-- The chain, whoever writes: the next number, the hash of the entry before, and only what may follow (app/engine/allocation/study.ts).
create function app.keep_study_log() returns trigger language plpgsql set search_path = public, pg_temp as $$
declare
  said jsonb := new.line::jsonb;
  last record;
  drawer uuid;
begin
  perform pg_advisory_xact_lock(hashtextextended(new.study_id::text, 0));
  select number, kind, hash into last from study_entries where study_id = new.study_id order by number desc limit 1;
  select made_by into drawer from study_entries where study_id = new.study_id and kind = 'commitment';
  if new.number <> coalesce(last.number, 0) + 1
    or new.hash <> encode(sha256(convert_to(new.line, 'UTF8')), 'hex')
    or said->>'previous' is distinct from coalesce(last.hash, '')
    or said->>'kind' is distinct from new.kind or (said->>'number')::int is distinct from new.number
    or (said->'by'->>'id')::uuid is distinct from new.made_by
    or not (coalesce(last.kind, 'nothing') = any (case new.kind
      when 'protocol' then array['nothing']
      when 'commitment' then array['protocol']
      when 'unit' then array['commitment', 'allocation', 'override']
      when 'allocation' then array['unit']
      when 'override' then array['allocation', 'override']
      when 'closure' then array['protocol', 'commitment', 'allocation', 'override']
      when 'seed' then array['closure'] end))
    or new.kind in ('unit', 'allocation', 'override') and new.made_by = drawer
    or new.kind = 'commitment' and exists (select 1 from study_entries where study_id = new.study_id and kind = 'protocol' and made_by = new.made_by)
  then
    raise exception 'not what may come next in the log of a study' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger keep_log before insert on study_entries for each row execute function app.keep_study_log();

create function app.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'the record of a study is not changed' using errcode = '42501';
end $$;
create trigger keep_record before update or delete on studies for each row execute function app.refuse_change();
create trigger keep_record before update or delete on study_entries for each row execute function app.refuse_change();
create trigger keep_record before update or delete on study_seeds for each row execute function app.refuse_change();
grant execute on function app.keep_study_log(), app.refuse_change() to app;

set local role definer;
-- The sealed seed, only when it is needed: for a coordinator who did not draw it, while a saved unit waits for its arm; and once the
-- study is closed. Whoever gets it still needs the site key.
create function app.sealed_seed(which uuid) returns bytea language plpgsql stable
security definer set search_path = public, pg_temp as $$
declare s record; last text;
begin
  select d.sealed, d.drawn_by into s from study_seeds d join studies t on t.id = d.study_id
   where d.study_id = which and app.role() = 'coordinator' and t.programme_id = any (app.my_programmes('language'));
  if not found then return null; end if;
  select kind into last from study_entries where study_id = which order by number desc limit 1;
  if last = 'unit' and s.drawn_by <> app.uid() or last in ('closure', 'seed') then return s.sealed; end if;
  return null;
end $$;
-- The method that a study allocated to a group, and the one it really got: for whoever sees the group, coaches above all.
create function app.methods_of_group(which uuid) returns table (study text, arm text, delivered text) language plpgsql stable
security definer set search_path = public, pg_temp as $$
begin
  if not (which = any (app.led_groups()) or exists (
    select 1 from groups g where g.id = which and g.programme_id = any (app.my_programmes('attendance')))) then return; end if;
  return query
    select t.name, e.line::jsonb->'data'->>'arm', coalesce((
      select o.line::jsonb->'data'->>'arm' from study_entries o where o.study_id = u.study_id and o.kind = 'override'
        and (o.line::jsonb->'data'->>'unit')::int = u.number order by o.number desc limit 1), e.line::jsonb->'data'->>'arm')
      from study_units u join studies t on t.id = u.study_id
      join study_entries e on e.study_id = u.study_id and e.kind = 'allocation' and (e.line::jsonb->'data'->>'unit')::int = u.number
     where u.group_id = which order by t.made_at;
end $$;
grant execute on function app.sealed_seed(uuid), app.methods_of_group(uuid) to app;
reset role;
set local role owner;
