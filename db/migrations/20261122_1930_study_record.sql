-- The record of a study says of every entry when it was made, by whom and about whom, and the database holds it to that: an entry
-- is written as it happens, under the writer's own name and role; a unit is named before its arm is drawn, never after; the seed
-- is kept by whoever committed to it, and the one revealed is the one committed to.

create policy as_it_happens on study_entries as restrictive for insert to app with check (
  abs(extract(epoch from (line::jsonb->>'at')::timestamptz - (select app.now()))) < 1
  and line::jsonb->'by'->>'role' = (select app.role())
  and line::jsonb->'by'->>'name' = (select u.name from users u where u.id = (select app.uid())));

create or replace function app.keep_study_log() returns trigger language plpgsql set search_path = public, pg_temp as $$
declare
  said jsonb := new.line::jsonb;
  unit int := case when new.kind in ('unit', 'allocation', 'override') then (said->'data'->>'unit')::int end;
  last record;
  drawer uuid;
  committed text;
  units int;
begin
  perform pg_advisory_xact_lock(hashtextextended(new.study_id::text, 0));
  select number, kind, hash into last from study_entries where study_id = new.study_id order by number desc limit 1;
  select made_by, line::jsonb->'data'->>'commitment' into drawer, committed
    from study_entries where study_id = new.study_id and kind = 'commitment';
  select count(*) into units from study_entries where study_id = new.study_id and kind = 'unit';
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
    or new.kind = 'unit' and (unit is distinct from units + 1
      or not exists (select 1 from study_units u where u.study_id = new.study_id and u.number = units + 1))
    or new.kind = 'allocation' and unit is distinct from units
    or new.kind = 'override' and (unit between 1 and units) is not true
    or new.kind = 'seed' and encode(sha256(convert_to(said->'data'->>'seed', 'UTF8')), 'hex') is distinct from committed
  then
    raise exception 'not what may come next in the log of a study' using errcode = '42501';
  end if;
  return new;
end $$;

-- Rows go only with the person they are of; whom a number stands for is never changed.
create trigger keep_record before update on study_units for each row execute function app.refuse_change();
-- Named together with its entry, by someone who may save units: a row of its own would be a place kept for later.
create policy not_the_drawer on study_units as restrictive for insert to app with check (not exists (
  select 1 from study_entries e where e.study_id = study_units.study_id and e.kind = 'commitment' and e.made_by = (select app.uid())));
create function app.keep_study_unit() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if not exists (select 1 from study_entries e where e.study_id = new.study_id and e.kind = 'unit' and e.made_by = new.made_by
      and e.line::jsonb->'data'->>'unit' = new.number::text) then
    raise exception 'a unit without its entry in the log' using errcode = '42501';
  end if;
  return null;
end $$;
create constraint trigger keep_unit after insert on study_units deferrable initially deferred
  for each row execute function app.keep_study_unit();
grant execute on function app.keep_study_unit() to app;

drop policy colleagues_draw on study_seeds;
-- Whoever may commit is asked by the log; the seed belongs to that entry.
create policy committed_by on study_seeds for insert to app with check (
  drawn_by = (select app.uid()) and (select app.role()) in ('coordinator', 'programme-office')
  and study_id in (select s.id from studies s)
  and exists (select 1 from study_entries e where e.study_id = study_seeds.study_id and e.kind = 'commitment' and e.made_by = (select app.uid())));
