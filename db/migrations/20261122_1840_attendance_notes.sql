-- What to bring to a session; notes beside a mark under their own class; who is expected, told to those who see one person.

-- Texts of a session that were changed by hand, in the group's language; null means the theme's own words still hold.
alter table sessions add column bring text;
grant update (bring) on sessions to app;

-- A note is not attendance: the office marks who is there, and reads no notes. So it has a table of the class 'notes'.
alter table attendance_marks drop column note;
create table attendance_notes (
  id uuid primary key,
  session_id uuid not null references sessions on delete cascade,
  person_id uuid not null references persons on delete cascade,
  body bytea not null,
  written_by uuid not null references users,
  written_at timestamptz not null default now()
);
create index attendance_notes_session on attendance_notes (session_id, person_id);
create index attendance_notes_person on attendance_notes (person_id);
comment on table attendance_notes is 'A coach''s word on one person at one session.';
comment on column attendance_notes.id is 'Made on the device: the same note never counts twice.';
comment on column attendance_notes.body is 'Sealed with the person''s key.';
select app.protect('attendance_notes', 'notes');
create policy own_name on attendance_notes as restrictive for insert to app with check (written_by = (select app.uid()) and session_id in (select id from sessions));

-- Which of these sessions expect a part of the group only. Whoever sees one person alone (a card, a referrer) sees that
-- person's rows alone, and without this could not tell "everyone" from "others".
grant select on session_expected to definer;
create policy definer_reads on session_expected for select to definer using (true);
set local role definer;
create function app.sessions_for_some(ids uuid[]) returns uuid[] language sql stable
security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(distinct e.session_id), '{}') from session_expected e where e.session_id = any (ids) and app.kind() is not null
$$;
grant execute on function app.sessions_for_some(uuid[]) to app;
reset role;
set local role owner;
