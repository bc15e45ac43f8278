-- What a person wants of their path, and what became of it: each new aim stands after the one before, none is overwritten.
create table aims (
  id uuid primary key,
  person_id uuid not null references persons on delete cascade,
  enrolment_id uuid not null references enrolments on delete cascade,
  side text not null check (side in ('social', 'training')),
  shared_on date,
  kind text not null check (kind ~ '^[a-z][a-z0-9-]{0,39}$'),
  is_dream boolean not null default false,
  words bytea,
  reason bytea,
  way bytea,
  noted_on date not null,
  noted_by uuid not null references users,
  created_at timestamptz not null default now()
);
create index aims_enrolment on aims (enrolment_id, noted_on desc);
create index aims_person on aims (person_id);
comment on column aims.kind is 'A kind of the blueprint, or not-disclosed. In clear, so that people can be counted.';
comment on column aims.words is 'The person''s own words, sealed with their key; so are reason (why the aim changed) and way (how a dream is worked on).';

create table aim_results (
  id uuid primary key,
  person_id uuid not null references persons on delete cascade,
  enrolment_id uuid not null references enrolments on delete cascade,
  aim_id uuid not null references aims on delete cascade,
  side text not null check (side in ('social', 'training')),
  shared_on date,
  result text not null check (result in ('reached', 'partly', 'not-reached', 'changed', 'not-disclosed')),
  words bytea,
  on_date date not null,
  recorded_by uuid not null references users,
  created_at timestamptz not null default now()
);
create index aim_results_enrolment on aim_results (enrolment_id, on_date desc);
create index aim_results_person on aim_results (person_id);
create index aim_results_aim on aim_results (aim_id);
comment on column aim_results.words is 'Sealed with the person''s key.';

select app.protect_follow_up('aims'), app.protect_follow_up('aim_results');
create policy own_name on aims as restrictive for insert to app with check (noted_by = (select app.uid())
  and exists (select 1 from enrolments e where e.id = enrolment_id and e.person_id = aims.person_id));
create policy own_name on aim_results as restrictive for insert to app with check (recorded_by = (select app.uid())
  and exists (select 1 from aims a where a.id = aim_id and a.enrolment_id = aim_results.enrolment_id and a.person_id = aim_results.person_id));

grant select on aims, aim_results to definer;
create policy definer_reads on aims for select to definer using (true);
create policy definer_reads on aim_results for select to definer using (true);
set local role definer;
-- How many people of a programme have which aim, and what became of it: counts for its coordinators, who see nobody's aim.
create function app.count_aims(programme uuid) returns table (kind text, result text, people bigint) language sql stable
security definer set search_path = public, pg_temp as $$
  with current_aim as (
    select distinct on (a.person_id) a.id, a.person_id, a.kind from aims a join enrolments e on e.id = a.enrolment_id
     where e.programme_id = programme and app.role() = 'coordinator' and programme = any (app.my_programmes('attendance'))
     order by a.person_id, e.created_on desc, e.id, a.is_dream, a.noted_on desc, a.created_at desc),
  last_result as (
    select distinct on (r.aim_id) r.aim_id, r.result from aim_results r join current_aim c on c.id = r.aim_id
     order by r.aim_id, r.on_date desc, r.created_at desc)
  select c.kind, l.result, count(*) from current_aim c left join last_result l on l.aim_id = c.id group by 1, 2
$$;
grant execute on function app.count_aims(uuid) to app;
set local role owner;
