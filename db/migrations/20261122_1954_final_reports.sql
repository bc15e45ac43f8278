-- The final report: drafted by both sides of the follow-up, read with the person, frozen when sent, acknowledged by each recipient.

-- That there is one and how far it is: dates and states, so that a coordinator can follow it without reading it.
create table final_reports (
  id uuid primary key,
  enrolment_id uuid not null unique references enrolments on delete cascade,
  person_id uuid not null references persons on delete cascade,
  -- Grows by one with every saved text: a reading and a version say which state of the words they are about.
  revision int not null default 0,
  started_on date not null,
  started_by uuid not null references users,
  unique (id, person_id, enrolment_id)
);
create index final_reports_person on final_reports (person_id);

-- What stands in a section, by side. Rows are only added: the newest number of a section and side holds, a sent version names its rows.
create table final_report_texts (
  id uuid primary key,
  report_id uuid not null,
  person_id uuid not null,
  enrolment_id uuid not null,
  section text not null check (section ~ '^[a-z][a-z-]{0,39}$'),
  side text not null check (side in ('social', 'training')),
  number int not null check (number > 0),
  content bytea not null,
  shared_on date,
  written_by uuid not null references users,
  written_at timestamptz not null default now(),
  unique (report_id, section, side, number),
  foreign key (report_id, person_id, enrolment_id) references final_reports (id, person_id, enrolment_id) on delete cascade
);
create index final_report_texts_person on final_report_texts (person_id);
comment on column final_report_texts.content is 'Facts and words, sealed with the person''s key.';
comment on column final_report_texts.shared_on is 'Since when the person agrees that trainers from outside read what the social side wrote.';

create table final_report_readings (
  id uuid primary key,
  report_id uuid not null,
  person_id uuid not null,
  enrolment_id uuid not null,
  revision int not null,
  kind text not null check (kind in ('read', 'not-reached')),
  on_date date not null,
  read_by uuid not null references users,
  language text,
  interpreter boolean,
  agreement text check (agreement in ('agrees', 'in-part', 'does-not', 'not-disclosed')),
  words bytea,
  recorded_by uuid not null references users,
  recorded_at timestamptz not null default now(),
  check ((kind = 'read') = (agreement is not null)),
  check (kind = 'read' or words is not null),
  foreign key (report_id, person_id, enrolment_id) references final_reports (id, person_id, enrolment_id) on delete cascade
);
create index final_report_readings_report on final_report_readings (report_id, recorded_at desc);
create index final_report_readings_person on final_report_readings (person_id);
comment on column final_report_readings.words is 'The person''s remark, or why they were not reached; sealed with the person''s key.';

create table final_report_versions (
  id uuid primary key,
  report_id uuid not null,
  person_id uuid not null,
  enrolment_id uuid not null,
  number int not null check (number > 0),
  revision int not null,
  language text not null,
  sent_on date not null,
  sent_by uuid not null references users,
  unique (report_id, number),
  unique (id, person_id),
  foreign key (report_id, person_id, enrolment_id) references final_reports (id, person_id, enrolment_id) on delete cascade
);
create index final_report_versions_person on final_report_versions (person_id);

create table final_report_contents (
  version_id uuid primary key,
  person_id uuid not null,
  text_ids uuid[] not null,
  content bytea not null,
  foreign key (version_id, person_id) references final_report_versions (id, person_id) on delete cascade
);
create index final_report_contents_person on final_report_contents (person_id);
comment on column final_report_contents.content is 'Names, period, the reading and who received it, as they were; sealed with the person''s key.';
comment on column final_report_contents.text_ids is 'The texts that this version froze; each reader opens those that are for them.';

create table final_report_recipients (
  id uuid primary key,
  version_id uuid not null,
  person_id uuid not null,
  user_id uuid not null references users,
  parts text[] not null,
  received_on date,
  unique (version_id, user_id),
  foreign key (version_id, person_id) references final_report_versions (id, person_id) on delete cascade
);
create index final_report_recipients_person on final_report_recipients (person_id);
create index final_report_recipients_waiting on final_report_recipients (user_id) where received_on is null;

-- ------------------------------------------------------------------ who sees and writes what
select app.protect(t, 'attendance') from unnest(array['final_reports', 'final_report_versions', 'final_report_recipients']::regclass[]) t;
select app.protect_follow_up('final_report_texts'), app.protect('final_report_readings', 'follow-up'), app.protect('final_report_contents', 'follow-up');
-- Versions, their contents and their recipients are made in one go by app.send_final_report, and then never change.
revoke insert on final_report_versions, final_report_contents, final_report_recipients from app;
grant update (received_on) on final_report_recipients to app;

create policy programme_read on final_reports for select to app using (exists (
  select 1 from enrolments e where e.id = enrolment_id and e.programme_id = any ((select app.my_programmes('attendance'))::uuid[])));
create policy programme_read on final_report_versions for select to app using (exists (
  select 1 from enrolments e where e.id = enrolment_id and e.programme_id = any ((select app.my_programmes('attendance'))::uuid[])));
create policy programme_read on final_report_recipients for select to app using (exists (
  select 1 from final_report_versions v where v.id = version_id));

create policy trainers_start on final_reports as restrictive for insert to app with check (
  (select app.role()) = 'coach' and started_by = (select app.uid()) and revision = 0
  and person_id = any ((select app.persons_to_write('follow-up'))::uuid[])
  and enrolment_id in (select e.id from enrolments e where e.person_id = final_reports.person_id));
create policy own_name on final_report_texts as restrictive for insert to app with check (
  written_by = (select app.uid()) and (shared_on is null or side = 'social'));
create policy own_name on final_report_readings as restrictive for insert to app with check (recorded_by = (select app.uid()));
create policy own_receipt on final_report_recipients as restrictive for update to app
  using (user_id = (select app.uid()) and received_on is null) with check (received_on = (select app.today()));

-- With the PIN the person reads what was sent about them: all of it, whichever side wrote it.
create policy own_report on final_report_contents for select to app using (
  person_id = (select app.card_person()) and (select app.level()) = 'pin');
create policy own_report on final_report_texts for select to app using (
  person_id = (select app.card_person()) and (select app.level()) = 'pin'
  and id in (select unnest(c.text_ids) from final_report_contents c));

grant select, update on final_reports to definer;
grant select, delete on final_report_texts to definer;
grant select on final_report_readings to definer;
grant select, insert on final_report_versions, final_report_contents, final_report_recipients to definer;
do $$
declare t text;
begin
  foreach t in array array['final_reports', 'final_report_texts', 'final_report_readings', 'final_report_versions', 'final_report_contents', 'final_report_recipients'] loop
    execute format('create policy definer_all on %I to definer using (true) with check (true)', t);
  end loop;
end $$;

set local role definer;

create function app.count_report_text() returns trigger language plpgsql
security definer set search_path = public, pg_temp as $$
begin
  update final_reports set revision = revision + 1 where id = new.report_id;
  return null;
end $$;

-- Everyone but the actor who accompanies the enrolment in one of these parts, or leads a group of it (`coach_part`), and whose
-- mandate is valid today. Only for who may read the person's follow-up.
create function app.final_report_recipients(enrolment uuid, wanted text[], coach_part text)
returns table (user_id uuid, name text, institution text, parts text[]) language sql stable
security definer set search_path = public, pg_temp as $$
  with e as (select en.id, en.person_id from enrolments en where en.id = enrolment and en.person_id = any (app.persons_for('follow-up'))),
  found as (
    select x.user_id, x.part, x.added_at as since from enrolment_professionals x join e on e.id = x.enrolment_id
     where x.ended_on is null and x.part = any (wanted)
    union all
    select c.user_id, coach_part, g.joined_on from e join group_members g on g.enrolment_id = e.id and g.left_on is null
      join group_coaches c on c.group_id = g.group_id and c.ended_on is null and c.part in ('coach', 'co-coach')
     where coach_part = any (wanted))
  select u.id, u.name, i.name, array_agg(distinct f.part)
    from found f cross join e join users u on u.id = f.user_id and u.ended_on is null join institutions i on i.id = u.institution_id
   where u.id <> app.uid() and u.role in ('social-worker', 'coach') and exists (
     select 1 from mandates m where m.person_id = e.person_id and m.professional_id = u.id and m.revoked_at is null
        and m.from_date <= app.today() and (m.to_date is null or m.to_date >= app.today()))
   group by u.id, u.name, i.name order by min(array_position(wanted, f.part)), u.name
$$;

-- Freezes the newest texts of both sides as a version and addresses it, also texts that the sender does not see. Null when it is not
-- permitted, when the words are no longer those that were read with the person, or when there is nobody to send it to.
-- Texts that were written over and never sent go.
create function app.send_final_report(report uuid, at_revision int, version uuid, sealed bytea, in_language text, wanted text[], coach_part text)
returns int language plpgsql security definer set search_path = public, pg_temp as $$
declare r record; reading record; n int; sent int; frozen uuid[];
begin
  select * into r from final_reports where id = report and person_id = any (app.persons_to_write('follow-up')) for update;
  if not found or r.revision <> at_revision or r.revision = 0 then return null; end if;
  select * into reading from final_report_readings x where x.report_id = report order by x.recorded_at desc limit 1;
  if not found or reading.revision <> at_revision then return null; end if;
  if exists (select 1 from final_report_versions v where v.report_id = report and v.revision = at_revision) then return null; end if;
  select coalesce(max(number), 0) + 1 into n from final_report_versions where report_id = report;
  select array_agg(id) into frozen from (
    select distinct on (section, side) id from final_report_texts where report_id = report order by section, side, number desc) newest;
  insert into final_report_versions (id, report_id, person_id, enrolment_id, number, revision, language, sent_on, sent_by)
    values (version, report, r.person_id, r.enrolment_id, n, at_revision, in_language, app.today(), app.uid());
  insert into final_report_contents (version_id, person_id, text_ids, content) values (version, r.person_id, frozen, sealed);
  insert into final_report_recipients (id, version_id, person_id, user_id, parts)
    select gen_random_uuid(), version, r.person_id, x.user_id, x.parts from app.final_report_recipients(r.enrolment_id, wanted, coach_part) x;
  get diagnostics sent = row_count;
  if sent = 0 then raise exception 'nobody to send it to' using errcode = '42501'; end if;
  delete from final_report_texts t where t.report_id = report
    and not exists (select 1 from final_report_contents c where c.person_id = r.person_id and t.id = any (c.text_ids));
  return sent;
end $$;
grant execute on function app.final_report_recipients(uuid, text[], text),
  app.send_final_report(uuid, int, uuid, bytea, text, text[], text) to app;
grant execute on function app.count_report_text() to owner;
reset role;
set local role owner;
create trigger count_report_text after insert on final_report_texts for each row execute function app.count_report_text();
