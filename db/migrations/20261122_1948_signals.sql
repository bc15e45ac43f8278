-- Signals: what trainers pick up day by day, to whoever can settle it, and what became of it. They belong to the cumulative
-- follow-up on the trainers' side; the words of the social service to whoever noted a signal are addressed to them.

create table signals (
  id uuid primary key,
  enrolment_id uuid not null references enrolments on delete cascade,
  person_id uuid not null references persons on delete cascade,
  session_id uuid references sessions on delete set null,
  theme text not null check (theme ~ '^[a-z][a-z-]{0,39}$'),
  urgency text not null check (urgency ~ '^[a-z][a-z-]{0,39}$'),
  body bytea not null,
  on_date date not null,
  due_on date not null,
  noted_by uuid not null references users,
  noted_at timestamptz not null default now()
);
create index signals_person on signals (person_id);
create index signals_enrolment on signals (enrolment_id, on_date);
create index signals_noted_by on signals (noted_by);
comment on table signals is 'Something a trainer noticed about one person, for whoever can settle it. Where it stands is the last of signal_steps.';
comment on column signals.id is 'Made on the device: the same signal never counts twice.';
comment on column signals.body is 'Sealed with the person''s key, as are the words of signal_words.';

create table signal_steps (
  id uuid primary key,
  signal_id uuid not null references signals on delete cascade,
  person_id uuid not null references persons on delete cascade,
  number int not null check (number >= 1),
  kind text not null check (kind in ('accepted', 'passed-on', 'settled')),
  to_user uuid references users,
  on_date date not null,
  by_user uuid not null references users,
  at timestamptz not null default now(),
  unique (signal_id, number),
  check ((kind = 'passed-on') = (to_user is not null))
);
create index signal_steps_person on signal_steps (person_id);
comment on table signal_steps is 'Accepted, passed on or settled: which, when, by whom. Without words, so that whoever noted the signal may see it.';

create table signal_words (
  id uuid primary key,
  signal_id uuid not null references signals on delete cascade,
  person_id uuid not null references persons on delete cascade,
  step_id uuid references signal_steps on delete cascade,
  side text not null check (side in ('social', 'training')),
  to_user uuid references users,
  body bytea not null,
  written_by uuid not null references users,
  on_date date not null,
  at timestamptz not null default now()
);
create index signal_words_signal on signal_words (signal_id);
create index signal_words_person on signal_words (person_id);
comment on column signal_words.to_user is 'Whom the words are for: they read them whatever else of the follow-up they may read.';

create table signal_receipts (
  id uuid primary key,
  signal_id uuid not null references signals on delete cascade,
  person_id uuid not null references persons on delete cascade,
  seen_by uuid not null references users,
  at timestamptz not null default now()
);
create index signal_receipts_signal on signal_receipts (signal_id);
create index signal_receipts_person on signal_receipts (person_id);
comment on table signal_receipts is 'That whoever noted a signal has seen what became of it so far.';

select app.protect(t, 'follow-up') from unnest(array['signals', 'signal_steps', 'signal_words', 'signal_receipts']::regclass[]) t;

-- A trainee is in the room too, and hears things: they may note a signal on people of their mandates, and see what became of
-- their own, though nothing else of the follow-up.
create policy trainees_add on signals for insert to app with check (
  (select app.role()) = 'trainee' and person_id = any ((select app.persons_to_write('attendance'))::uuid[]));
create policy noters_read on signals for select to app using (
  noted_by = (select app.uid()) and person_id = any ((select app.persons_for('attendance'))::uuid[]));
create policy own_name on signals as restrictive for insert to app with check (
  noted_by = (select app.uid()) and (select app.role()) in ('coach', 'trainee')
  and exists (select 1 from enrolments e where e.id = enrolment_id and e.person_id = signals.person_id)
  and (session_id is null or session_id in (select id from sessions)));

create policy noters_read on signal_steps for select to app using (
  person_id = any ((select app.persons_for('attendance'))::uuid[])
  and signal_id in (select s.id from signals s where s.noted_by = (select app.uid())));
create policy own_name on signal_steps as restrictive for insert to app with check (
  by_user = (select app.uid()) and exists (select 1 from signals s where s.id = signal_id and s.person_id = signal_steps.person_id));

create policy addressed_read on signal_words for select to app using (
  (to_user = (select app.uid()) or written_by = (select app.uid())) and person_id = any ((select app.persons_for('attendance'))::uuid[]));
create policy in_house_or_addressed on signal_words as restrictive for select to app using (
  side = 'training' or to_user = (select app.uid()) or written_by = (select app.uid())
  or person_id = any ((select app.persons_in_house())::uuid[]));
create policy trainees_add on signal_words for insert to app with check (
  (select app.role()) = 'trainee' and person_id = any ((select app.persons_to_write('attendance'))::uuid[])
  and signal_id in (select s.id from signals s where s.noted_by = (select app.uid())));
create policy own_name on signal_words as restrictive for insert to app with check (
  written_by = (select app.uid()) and exists (select 1 from signals s where s.id = signal_id and s.person_id = signal_words.person_id)
  and ((select app.role()) = 'social-worker') = (side = 'social'));

create policy own_read on signal_receipts for select to app using (seen_by = (select app.uid()));
create policy noters_add on signal_receipts for insert to app with check (
  person_id = any ((select app.persons_for('attendance'))::uuid[]));
create policy own_name on signal_receipts as restrictive for insert to app with check (
  seen_by = (select app.uid()) and exists (
    select 1 from signals s where s.id = signal_id and s.person_id = signal_receipts.person_id and s.noted_by = (select app.uid())));

-- What a coordinator learns: how many of a theme, without any person. A theme is counted when at least five people are behind
-- it, its states only when each of them has none or five. Half years only and no sum over themes, so that nothing small comes
-- out by subtraction. See decision 0024.
grant select on signals, signal_steps to definer;
create policy definer_reads on signals for select to definer using (true);
create policy definer_reads on signal_steps for select to definer using (true);
set local role definer;
create function app.signal_counts(programme uuid, half_from date)
returns table (theme text, signals int, noted int, accepted int, passed_on int, settled int, median_days int)
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if app.role() is distinct from 'coordinator' or not programme = any (app.my_programmes('attendance'))
     or extract(day from half_from) <> 1 or extract(month from half_from) not in (1, 7) then return; end if;
  return query
  with each as (
    select s.theme as t, s.person_id as p, s.on_date as began, coalesce(l.kind, 'noted') as state, l.on_date as ended
      from signals s join enrolments e on e.id = s.enrolment_id
      left join lateral (select x.kind, x.on_date from signal_steps x where x.signal_id = s.id order by x.number desc limit 1) l on true
     where e.programme_id = programme and s.on_date >= half_from and s.on_date < half_from + interval '6 months'
  ), counted as (
    select t, count(*)::int as n, count(distinct p) as people,
           (count(*) filter (where state = 'noted'))::int as n1, count(distinct p) filter (where state = 'noted') as p1,
           (count(*) filter (where state = 'accepted'))::int as n2, count(distinct p) filter (where state = 'accepted') as p2,
           (count(*) filter (where state = 'passed-on'))::int as n3, count(distinct p) filter (where state = 'passed-on') as p3,
           (count(*) filter (where state = 'settled'))::int as n4, count(distinct p) filter (where state = 'settled') as p4,
           round(percentile_cont(0.5) within group (order by ended - began) filter (where state = 'settled'))::int as median
      from each group by t
  ), told as (
    select *, people >= 5 and (p1 = 0 or p1 >= 5) and (p2 = 0 or p2 >= 5) and (p3 = 0 or p3 >= 5) and (p4 = 0 or p4 >= 5) as states from counted
  )
  select t, case when people >= 5 then n end, case when states then n1 end, case when states then n2 end,
         case when states then n3 end, case when states then n4 end, case when people >= 5 and p4 >= 5 then median end
    from told order by t;
end $$;
grant execute on function app.signal_counts(uuid, date) to app;
reset role;
set local role owner;
