-- Several professionals accompany one enrolment, each in a part that the programme's blueprint names (global, employment and
-- training social worker, trainer); and the class of fields in which they share one cumulative follow-up.

alter table role_classes drop constraint role_classes_class_check;
alter table role_classes add constraint role_classes_class_check
  check (class in ('identity', 'social-aid', 'language', 'attendance', 'profile', 'plan', 'notes', 'follow-up', 'health', 'residence'));
insert into role_classes (role, class, writes) values ('social-worker', 'follow-up', true), ('coach', 'follow-up', true);

alter table mandates drop constraint mandates_purpose_check;
alter table mandates add constraint mandates_purpose_check
  check (purpose in ('intake', 'referral', 'group', 'colleague', 'pass-on', 'follow-up'));

create table enrolment_professionals (
  id uuid primary key,
  enrolment_id uuid not null references enrolments on delete cascade,
  person_id uuid not null references persons on delete cascade,
  part text not null check (part ~ '^[a-z][a-z-]{0,39}$'),
  user_id uuid not null references users,
  from_date date not null,
  ended_on date,
  added_by uuid not null,
  added_at timestamptz not null default now()
);
create unique index enrolment_professionals_running on enrolment_professionals (enrolment_id, part, user_id) where ended_on is null;
create index enrolment_professionals_user on enrolment_professionals (user_id) where ended_on is null;
create index enrolment_professionals_person on enrolment_professionals (person_id);
comment on table enrolment_professionals is 'Who accompanies an enrolment, in which part of the blueprint. Written by definer functions only, with the mandate.';
select app.lock_table('enrolment_professionals');
grant select on enrolment_professionals to app;
grant select, insert, update on enrolment_professionals to definer;
create policy definer_all on enrolment_professionals to definer using (true) with check (true);
create policy known_actor on enrolment_professionals as restrictive for all to app using ((select app.kind()) is not null);
create policy mandated_read on enrolment_professionals for select to app using (person_id = any ((select app.persons_for('attendance'))::uuid[]));
create policy programme_read on enrolment_professionals for select to app using (exists (
  select 1 from enrolments e where e.id = enrolment_id and e.programme_id = any ((select app.my_programmes('attendance'))::uuid[])));

set local role definer;

-- Who may say who accompanies an enrolment: a social worker or trainer with the class and a mandate, and the programme's coordinator.
create function app.may_staff_enrolment(which uuid) returns boolean language plpgsql stable
security definer set search_path = public, pg_temp as $$
declare e record;
begin
  select person_id, programme_id into e from enrolments where id = which;
  if not found then return false; end if;
  return e.person_id = any (app.persons_to_write('follow-up'))
    or app.role() = 'coordinator' and e.programme_id = any (app.my_programmes_to_write('attendance'));
end $$;

-- Lets a professional accompany an enrolment, with the mandate that goes with it. They belong to the institution that holds the
-- file, to the one that runs the programme, or to the programme's staff. Null when it is not permitted or they do so already.
create function app.add_professional(enrolment uuid, part_key text, professional uuid) returns uuid language plpgsql
security definer set search_path = public, pg_temp as $$
declare e record; u record; new_id uuid := gen_random_uuid();
begin
  if not app.may_staff_enrolment(enrolment) then return null; end if;
  select en.person_id, en.programme_id, en.ended_on, p.institution_id as holder, pr.institution_id as runner into e
    from enrolments en join persons p on p.id = en.person_id join programmes pr on pr.id = en.programme_id where en.id = enrolment;
  if e.ended_on is not null then return null; end if;
  select * into u from users where id = professional and ended_on is null and role in ('social-worker', 'coach');
  if not found then return null; end if;
  if u.institution_id not in (e.holder, e.runner) and not exists (
    select 1 from programme_staff s where s.programme_id = e.programme_id and s.user_id = professional
       and s.from_date <= app.today() and (s.to_date is null or s.to_date >= app.today())) then
    return null;
  end if;
  if exists (select 1 from enrolment_professionals x where x.enrolment_id = enrolment and x.part = part_key and x.user_id = professional and x.ended_on is null) then
    return null;
  end if;
  insert into enrolment_professionals (id, enrolment_id, person_id, part, user_id, from_date, added_by)
    values (new_id, enrolment, e.person_id, part_key, professional, app.today(), app.uid());
  insert into mandates (person_id, professional_id, role, institution_id, purpose, from_date, source_id, created_by)
    values (e.person_id, professional, u.role, u.institution_id, 'follow-up', app.today(), new_id, app.uid());
  return new_id;
end $$;

create function app.end_professional(which uuid) returns boolean language plpgsql
security definer set search_path = public, pg_temp as $$
declare x record;
begin
  select * into x from enrolment_professionals where id = which and ended_on is null;
  if not found or not (x.user_id = app.uid() or app.may_staff_enrolment(x.enrolment_id)) then return false; end if;
  update enrolment_professionals set ended_on = app.today() where id = which;
  update mandates set revoked_at = now(), revoked_by = app.uid() where source_id = which and purpose = 'follow-up' and revoked_at is null;
  return true;
end $$;

-- When an enrolment ends, those who accompany it keep the file open for three months, so that the final report still reaches them;
-- when it is taken up again, without end.
create function app.settle_follow_up() returns trigger language plpgsql
security definer set search_path = public, pg_temp as $$
begin
  update mandates m set to_date = new.ended_on + 92 from enrolment_professionals x
   where m.source_id = x.id and m.purpose = 'follow-up' and m.revoked_at is null and x.enrolment_id = new.id;
  return null;
end $$;

-- People whose follow-up by the social service the actor may read without being asked: social workers with a mandate, and trainers
-- who belong to the institution that holds the file. Other trainers read of it what the person agreed to share.
create function app.persons_in_house() returns uuid[] language plpgsql stable parallel restricted
security definer set search_path = public, pg_temp as $$
declare r uuid[];
begin
  if app.card_person() is not null then return array[app.card_person()]; end if;
  if app.role() = 'social-worker' then return app.persons_for('follow-up'); end if;
  select coalesce(array_agg(p.id), '{}') into r from persons p
   where p.id = any (app.persons_for('follow-up')) and p.institution_id = app.institution();
  return r;
end $$;
grant execute on function app.may_staff_enrolment(uuid), app.add_professional(uuid, text, uuid), app.end_professional(uuid), app.persons_in_house() to app;
grant execute on function app.settle_follow_up() to owner;
reset role;
set local role owner;
create trigger settle_follow_up after update of ended_on on enrolments for each row
  when (old.ended_on is distinct from new.ended_on) execute function app.settle_follow_up();

-- A table of the cumulative follow-up: `side` says who recorded a row ('social': the social service, 'training': the trainers),
-- `shared_on` since when the person agrees that trainers from outside read what the social service recorded.
create function app.protect_follow_up(t regclass) returns void language plpgsql as $$
begin
  perform app.protect(t, 'follow-up');
  execute format($p$create policy in_house_or_shared on %s as restrictive for select to app using (
    side = 'training' or shared_on is not null or person_id = any ((select app.persons_in_house())::uuid[]))$p$, t);
  execute format($p$create policy own_side on %s as restrictive for insert to app with check (
    (select app.role()) = 'social-worker' and side = 'social' or (select app.role()) = 'coach' and side = 'training')$p$, t);
end $$;
