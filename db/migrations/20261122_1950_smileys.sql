-- Smileys at the end of a session: anonymous votes, the group's talk beside them. See docs/decisions/0025-smileys.md.

-- One row per session holds all its votes as counters: a row per vote would share its transaction number with whatever the same
-- transaction wrote about the voter. Old versions of the row are removed at once, so that their order tells nothing either.
create table session_smileys (
  session_id uuid primary key references sessions on delete cascade,
  grid jsonb not null,
  ballot_key uuid not null unique default gen_random_uuid(),
  cast_counts jsonb not null default '{}',
  cast_count int not null default 0 check (cast_count >= 0),
  paper_counts jsonb not null default '{}',
  paper_count int not null default 0 check (paper_count between 0 and 500),
  open_until date,
  closed_on date
) with (fillfactor = 50, autovacuum_vacuum_threshold = 0, autovacuum_vacuum_scale_factor = 0);
comment on column session_smileys.grid is 'Faces and lines as they were when the session''s first vote was prepared.';
comment on column session_smileys.cast_counts is 'Votes by phone and tablet: "line/face" → how many. No role reads it; app.smiley_results shows it from five on.';
comment on column session_smileys.paper_counts is 'The same for sheets of paper, as a trainer typed them in.';
comment on column session_smileys.ballot_key is 'Only who holds it may add a vote; it leaves the database for the length of a request.';
comment on column session_smileys.open_until is 'Null is the day after the session.';

-- That somebody voted with their card: it stops a second vote, and goes when the vote is over. All flags of a session are written
-- anew, in the order of their ids, whenever one is added: so neither their numbers nor their places tell who came last.
create table smiley_flags (
  session_id uuid not null references sessions on delete cascade,
  person_id uuid not null references persons on delete cascade,
  primary key (session_id, person_id)
) with (autovacuum_vacuum_threshold = 0, autovacuum_vacuum_scale_factor = 0);
create index smiley_flags_person on smiley_flags (person_id);

-- Ways in without a card: the sign on the wall, the shared tablet. The code itself is derived from the id and the site's key.
create table smiley_codes (
  id uuid primary key,
  session_id uuid not null references session_smileys on delete cascade,
  code_hash bytea not null unique,
  kind text not null check (kind in ('wall', 'tablet')),
  expires_at timestamptz not null
);
create index smiley_codes_session on smiley_codes (session_id);

-- What the group said when the trainers talked the votes over with it: plain words about the session, about nobody. Each saving is
-- a row, so it is known who wrote what; the one that closes it is the last.
create table group_talks (
  id uuid primary key,
  session_id uuid not null references sessions on delete cascade,
  number int not null check (number > 0),
  went_well text not null check (length(went_well) <= 4000),
  to_change text not null check (length(to_change) <= 4000),
  decided text not null check (length(decided) <= 4000),
  closes boolean not null default false,
  written_by uuid not null references users,
  written_at timestamptz not null default now(),
  unique (session_id, number)
);
create unique index group_talks_closed on group_talks (session_id) where closes;

select app.lock_table('session_smileys'), app.lock_table('smiley_flags'), app.lock_table('smiley_codes'), app.lock_table('group_talks');
grant select, insert, update on session_smileys to definer;
grant select, insert, delete on smiley_flags to definer;
grant select, delete on smiley_codes to definer;
grant select on group_talks to definer;
create policy definer_all on session_smileys to definer using (true) with check (true);
create policy definer_all on smiley_flags to definer using (true) with check (true);
create policy definer_all on smiley_codes to definer using (true) with check (true);
create policy definer_reads on group_talks for select to definer using (true);

set local role definer;
-- Sessions whose smileys are the actor's: those of groups they lead, and for a coordinator those of the programme.
create function app.smiley_groups() returns uuid[] language plpgsql stable parallel restricted
security definer set search_path = public, pg_temp as $$
declare r uuid[];
begin
  if app.uid() is null or app.role() not in ('coach', 'trainee', 'coordinator') then return '{}'; end if;
  if app.role() <> 'coordinator' then return app.led_groups(); end if;
  select coalesce(array_agg(id), '{}') into r from groups where programme_id = any (app.my_programmes('attendance'));
  return r;
end $$;

-- The last day on which votes are taken.
create function app.smileys_last_day(on_date date, open_until date) returns date language sql immutable as $$ select coalesce(open_until, on_date + 1) $$;

-- Whether results may be seen: the vote is over and there are five votes; where some came by phone, five by phone, since whoever
-- typed the sheets of paper could take those away from the sum.
create function app.smileys_shown(x session_smileys, on_date date) returns boolean language sql stable
security definer set search_path = public, pg_temp as $$
  select (x.closed_on is not null or app.today() > app.smileys_last_day(on_date, x.open_until) and x.paper_count = 0)
    and x.cast_count + x.paper_count >= 5 and (x.cast_count = 0 or x.cast_count >= 5)
$$;

-- How many votes the wall and the tablet take: the people expected that day, and three more for guests and whoever is not on the list.
create function app.smiley_ceiling(which uuid) returns int language sql stable
security definer set search_path = public, pg_temp as $$
  select 3 + count(distinct m.person_id)::int from sessions s join group_members m on m.group_id = s.group_id
   where s.id = which and m.joined_on <= s.on_date and (m.left_on is null or m.left_on > s.on_date)
     and (not exists (select 1 from session_expected e where e.session_id = s.id)
       or exists (select 1 from session_expected e where e.session_id = s.id and e.person_id = m.person_id))
$$;

-- What a code opens, for whoever holds it. `late` lets somebody finish who began before it expired. Wrong codes are counted.
create function app.smileys_at(code bytea, late boolean, keys text[]) returns table (
  session_id uuid, ballot_key uuid, kind text, grid jsonb, language text, on_date date, open_until date, closed_on date, cast_count int, ceiling int)
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if app.is_blocked(keys) then return; end if;
  return query select x.session_id, x.ballot_key, c.kind, x.grid, g.language, s.on_date, x.open_until, x.closed_on, x.cast_count, app.smiley_ceiling(s.id)
    from smiley_codes c join session_smileys x on x.session_id = c.session_id join sessions s on s.id = c.session_id join groups g on g.id = s.group_id
   where c.code_hash = code and c.expires_at + case when late then interval '15 minutes' else interval '0' end > now() and s.cancelled_on is null;
  if not found then perform app.note_failure(keys); end if;
end $$;

-- Adds one vote: `answers` is line → face. Called in a transaction of its own that knows nobody.
create function app.cast_smileys(key uuid, answers jsonb, limited boolean) returns text language plpgsql
security definer set search_path = public, pg_temp as $$
declare x record; c jsonb; line text; face text;
begin
  if app.kind() is not null then raise exception 'not permitted' using errcode = '42501'; end if;
  select sm.*, s.on_date, s.cancelled_on into x from session_smileys sm join sessions s on s.id = sm.session_id where sm.ballot_key = key for update of sm;
  if not found or x.cancelled_on is not null or x.closed_on is not null or app.today() < x.on_date or app.today() > app.smileys_last_day(x.on_date, x.open_until) then
    return 'closed';
  end if;
  if limited and x.cast_count >= app.smiley_ceiling(x.session_id) then return 'full'; end if;
  c := x.cast_counts;
  for line in select l->>'key' from jsonb_array_elements(x.grid->'lines') l loop
    face := answers->>line;
    if face is null or face not in ('great', 'good', 'middling', 'bad', 'awful') then face := 'unknown'; end if;
    c := c || jsonb_build_object(line || '/' || face, coalesce((c->>(line || '/' || face))::int, 0) + 1);
  end loop;
  update session_smileys set cast_counts = c, cast_count = cast_count + 1 where session_smileys.session_id = x.session_id;
  return 'counted';
end $$;

-- Whether the card's person is expected at a session.
create function app.is_expected(which uuid, person uuid) returns boolean language sql stable
security definer set search_path = public, pg_temp as $$
  select exists (select 1 from sessions s join group_members m on m.group_id = s.group_id
    where s.id = which and s.cancelled_on is null and m.person_id = person and m.joined_on <= s.on_date and (m.left_on is null or m.left_on > s.on_date)
      and (not exists (select 1 from session_expected e where e.session_id = s.id)
        or exists (select 1 from session_expected e where e.session_id = s.id and e.person_id = person)))
$$;

-- The vote of sessions as the card's person sees it: what is asked, until when, and whether they voted.
create function app.own_smileys(which uuid[]) returns table (session_id uuid, grid jsonb, open_until date, closed_on date, voted boolean)
language sql stable security definer set search_path = public, pg_temp as $$
  select s.id, x.grid, x.open_until, x.closed_on, exists (select 1 from smiley_flags f where f.session_id = s.id and f.person_id = app.card_person())
    from sessions s left join session_smileys x on x.session_id = s.id
   where s.id = any (which) and app.card_person() is not null and app.is_expected(s.id, app.card_person())
$$;

-- The card's person takes their vote: returns the key with which it is cast, null when they can't or did so already.
create function app.take_ballot(which uuid, new_grid jsonb) returns uuid language plpgsql
security definer set search_path = public, pg_temp as $$
declare p uuid := app.card_person(); x record; everyone uuid[];
begin
  if p is null or not app.is_expected(which, p) then return null; end if;
  -- Not a lock on a row: that would leave this transaction's number on it.
  perform pg_advisory_xact_lock(hashtextextended(which::text, 1950));
  insert into session_smileys (session_id, grid) values (which, new_grid) on conflict do nothing;
  select sm.ballot_key, sm.closed_on, sm.open_until, s.on_date into x from session_smileys sm join sessions s on s.id = sm.session_id where sm.session_id = which;
  if x.closed_on is not null or app.today() < x.on_date or app.today() > app.smileys_last_day(x.on_date, x.open_until) then return null; end if;
  everyone := array(select person_id from smiley_flags where session_id = which);
  if p = any (everyone) then return null; end if;
  delete from smiley_flags where session_id = which;
  insert into smiley_flags (session_id, person_id) select which, u from unnest(everyone || p) u order by u;
  return x.ballot_key;
end $$;

-- Votes of sessions for those they are for; counts only where they may be seen.
create function app.smiley_results(which uuid[]) returns table (session_id uuid, grid jsonb, cast_count int, paper_count int, counts jsonb)
language sql stable security definer set search_path = public, pg_temp as $$
  select x.session_id, x.grid, x.cast_count, x.paper_count, case when app.smileys_shown(x, s.on_date) then
      (select coalesce(jsonb_object_agg(k, n), '{}') from (select k, sum(v::int) as n from
        (select * from jsonb_each_text(x.cast_counts) a (k, v) union all select * from jsonb_each_text(x.paper_counts) b (k, v)) both_kinds group by k) summed) end
    from session_smileys x join sessions s on s.id = x.session_id
   where x.session_id = any (which) and s.group_id = any (app.smiley_groups())
$$;

-- What was shown stays as it is: a vote more or less could be worked out from before and after.
create function app.keep_smileys() returns trigger language plpgsql
security definer set search_path = public, pg_temp as $$
declare d date;
begin
  select on_date into d from sessions where id = old.session_id;
  if app.smileys_shown(old, d) and (new.cast_counts, new.paper_counts, new.cast_count, new.paper_count, new.open_until, new.closed_on)
    is distinct from (old.cast_counts, old.paper_counts, old.cast_count, old.paper_count, old.open_until, old.closed_on) then
    raise exception 'shown smileys stay as they are' using errcode = '42501';
  end if;
  return new;
end $$;

-- Flags and codes of votes that are over go; the counters are written once more, so that they bear this work's number.
create function app.end_smileys() returns int language plpgsql
security definer set search_path = public, pg_temp as $$
declare n int;
begin
  if app.kind() is null then raise exception 'not permitted' using errcode = '42501'; end if;
  with over as (select x.session_id from session_smileys x join sessions s on s.id = x.session_id
      where (x.closed_on is not null or app.today() > app.smileys_last_day(s.on_date, x.open_until))
        and (exists (select 1 from smiley_flags f where f.session_id = x.session_id) or exists (select 1 from smiley_codes c where c.session_id = x.session_id))),
    flags as (delete from smiley_flags f using over where f.session_id = over.session_id),
    codes as (delete from smiley_codes c using over where c.session_id = over.session_id)
    update session_smileys x set cast_count = cast_count from over where x.session_id = over.session_id;
  get diagnostics n = row_count;
  return n;
end $$;

create function app.talk_is_closed(which uuid) returns boolean language sql stable
security definer set search_path = public, pg_temp as $$ select exists (select 1 from group_talks where session_id = which and closes) $$;

grant execute on function app.smiley_groups(), app.smiley_ceiling(uuid), app.smileys_at(bytea, boolean, text[]), app.cast_smileys(uuid, jsonb, boolean), app.own_smileys(uuid[]),
  app.take_ballot(uuid, jsonb), app.smiley_results(uuid[]), app.end_smileys(), app.talk_is_closed(uuid) to app;
grant execute on function app.keep_smileys() to owner;
reset role;
set local role owner;
create trigger keep_smileys before update on session_smileys for each row execute function app.keep_smileys();

grant select (session_id, grid, cast_count, paper_counts, paper_count, open_until, closed_on), insert (session_id, grid),
  update (paper_counts, paper_count, open_until, closed_on) on session_smileys to app;
grant select (id, session_id, kind, expires_at), insert (id, session_id, code_hash, kind, expires_at) on smiley_codes to app;
grant select, insert on group_talks to app;

create policy trainers_read on session_smileys for select to app using (session_id in (select s.id from sessions s where s.group_id = any ((select app.smiley_groups())::uuid[])));
create policy trainers_add on session_smileys for insert to app with check (session_id in (select s.id from sessions s where s.group_id = any ((select app.smiley_groups())::uuid[])));
create policy trainers_change on session_smileys for update to app using (session_id in (select s.id from sessions s where s.group_id = any ((select app.smiley_groups())::uuid[])));
create policy trainers_read on smiley_codes for select to app using (session_id in (select s.id from sessions s where s.group_id = any ((select app.smiley_groups())::uuid[])));
create policy trainers_add on smiley_codes for insert to app with check (session_id in (select s.id from sessions s where s.group_id = any ((select app.smiley_groups())::uuid[])));
create policy trainers_read on group_talks for select to app using (session_id in (select s.id from sessions s where s.group_id = any ((select app.smiley_groups())::uuid[])));
create policy trainers_write on group_talks for insert to app with check (
  (select app.role()) in ('coach', 'coordinator') and written_by = (select app.uid()) and not app.talk_is_closed(session_id)
  and session_id in (select s.id from sessions s where s.group_id = any ((select app.smiley_groups())::uuid[])));
