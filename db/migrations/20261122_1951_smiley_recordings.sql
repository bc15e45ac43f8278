-- Lines read aloud by somebody whom people know, where the browser has no voice for their language.

create table smiley_recordings (
  id uuid primary key,
  programme_id uuid not null references programmes on delete cascade,
  line text not null check (line ~ '^[a-z][a-z0-9-]{0,39}$'),
  language text not null check (language ~ '^[a-z]{2}$'),
  said text not null check (length(said) between 1 and 2000),
  content_type text not null check (content_type in ('audio/ogg', 'audio/mpeg', 'audio/mp4', 'audio/webm')),
  bytes bytea not null check (length(bytes) between 1 and 61440),
  added_by uuid not null references users,
  unique (programme_id, line, language)
);
comment on column smiley_recordings.said is 'The words that were read. A line that says something else since has no recording.';

select app.lock_table('smiley_recordings');
grant select on smiley_recordings to definer;
create policy definer_reads on smiley_recordings for select to definer using (true);

set local role definer;
-- Recordings of what is asked after a session, in one language.
create function app.smiley_voices(which uuid, in_language text) returns table (line text, id uuid) language sql stable
security definer set search_path = public, pg_temp as $$
  select r.line, r.id from session_smileys x join sessions s on s.id = x.session_id join groups g on g.id = s.group_id
    join smiley_recordings r on r.programme_id = g.programme_id and r.language = in_language
    join jsonb_array_elements(x.grid->'lines') l on l->>'key' = r.line and l->'text'->>in_language = r.said
   where x.session_id = which
$$;
-- What a line sounds like, for everybody who is asked: it says nothing but the line.
create function app.smiley_voice(which uuid) returns table (content_type text, bytes bytea) language sql stable
security definer set search_path = public, pg_temp as $$ select r.content_type, r.bytes from smiley_recordings r where r.id = which $$;
grant execute on function app.smiley_voices(uuid, text), app.smiley_voice(uuid) to app;
reset role;
set local role owner;

grant select (id, programme_id, line, language, said), insert, delete on smiley_recordings to app;
create policy coordinators_read on smiley_recordings for select to app using (programme_id = any ((select app.my_programmes('identity'))::uuid[]) and (select app.role()) = 'coordinator');
create policy coordinators_add on smiley_recordings for insert to app with check (
  programme_id = any ((select app.my_programmes('identity'))::uuid[]) and (select app.role()) = 'coordinator' and added_by = (select app.uid()));
create policy coordinators_remove on smiley_recordings for delete to app using (programme_id = any ((select app.my_programmes('identity'))::uuid[]) and (select app.role()) = 'coordinator');
