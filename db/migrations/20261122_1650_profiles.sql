-- The profile: picks, sheets and ratings by several hands, evidence, lines, peers, versions.

create table profiles (
  id uuid primary key,
  enrolment_id uuid not null unique references enrolments on delete cascade,
  person_id uuid not null references persons on delete cascade,
  opened_at timestamptz not null default now()
);
create index profiles_person on profiles (person_id);

create table profile_picks (
  profile_id uuid not null references profiles on delete cascade,
  person_id uuid not null references persons on delete cascade,
  competence text not null,
  picked_at timestamptz not null default now(),
  removed_at timestamptz,
  primary key (profile_id, competence)
);

create table sheets (
  id uuid primary key,
  profile_id uuid not null references profiles on delete cascade,
  person_id uuid not null references persons on delete cascade,
  rater_kind text not null check (rater_kind in ('self', 'coach', 'co-coach', 'trainee', 'peer')),
  rater_user_id uuid references users,
  rater_person_id uuid references persons on delete cascade,
  peer_step_id uuid,
  entered_by_kind text not null default 'card' check (entered_by_kind in ('card', 'staff')),
  entered_by uuid,
  started_at timestamptz not null default now(),
  handed_in_at timestamptz,
  withdrawn_at timestamptz,
  check (num_nonnulls(rater_user_id, rater_person_id) = 1),
  check (rater_kind <> 'self' or rater_person_id = person_id)
);
create unique index sheets_self on sheets (profile_id) where rater_kind = 'self';
create unique index sheets_by_user on sheets (profile_id, rater_user_id) where rater_user_id is not null;
create unique index sheets_by_peer on sheets (profile_id, rater_person_id) where rater_kind = 'peer' and withdrawn_at is null;
create index sheets_person on sheets (person_id);
comment on table sheets is 'One filled-in answer sheet over a profile''s competences, by the person or by a third party. Never averaged.';

create table ratings (
  sheet_id uuid not null references sheets on delete cascade,
  person_id uuid not null references persons on delete cascade,
  competence text not null,
  value int check (value between 1 and 4),
  comment bytea,
  rated_at timestamptz not null default now(),
  primary key (sheet_id, competence)
);
create index ratings_person on ratings (person_id);
comment on column ratings.value is 'Autonomy scale 1 to 4; null is "I don''t know", never 0.';

create table evidence (
  id uuid primary key,
  profile_id uuid not null references profiles on delete cascade,
  person_id uuid not null references persons on delete cascade,
  competence text not null,
  situation bytea not null,
  did bytea,
  witness bytea,
  shown_to_coach boolean not null default false,
  entered_by_kind text not null check (entered_by_kind in ('card', 'staff')),
  entered_by uuid,
  created_at timestamptz not null default now(),
  removed_at timestamptz
);
create index evidence_profile on evidence (profile_id);

create table profile_lines (
  id uuid primary key,
  profile_id uuid not null references profiles on delete cascade,
  person_id uuid not null references persons on delete cascade,
  part text not null check (part in ('values', 'motivation', 'obstacles', 'wishes', 'first-idea', 'second-idea', 'next-step')),
  body bytea not null,
  shown_to_coach boolean not null default false,
  entered_by_kind text not null check (entered_by_kind in ('card', 'staff')),
  entered_by uuid,
  created_at timestamptz not null default now(),
  removed_at timestamptz
);
create index profile_lines_profile on profile_lines (profile_id);

create table difference_talks (
  id uuid primary key,
  profile_id uuid not null references profiles on delete cascade,
  person_id uuid not null references persons on delete cascade,
  competence text not null,
  words bytea not null,
  written_by uuid not null,
  written_by_kind text not null check (written_by_kind in ('card', 'staff')),
  written_at timestamptz not null default now(),
  unique (profile_id, competence)
);
comment on table difference_talks is 'What was said about a difference between the person''s and a third party''s rating.';

create table peer_steps (
  id uuid primary key,
  group_id uuid not null references groups,
  rules_shown_on date not null,
  opened_by uuid not null references users,
  opened_at timestamptz not null default now(),
  closed_at timestamptz
);
create unique index peer_steps_open on peer_steps (group_id) where closed_at is null;
create table peer_joinings (
  step_id uuid not null references peer_steps on delete cascade,
  person_id uuid not null references persons on delete cascade,
  joined_at timestamptz not null default now(),
  withdrawn_at timestamptz,
  primary key (step_id, person_id)
);
alter table sheets add constraint sheets_peer_step foreign key (peer_step_id) references peer_steps;
comment on table peer_joinings is 'Joining is the choice to be named to those who joined.';

-- The person decides line by line what goes out; nothing goes out that is not chosen here.
create table profile_choices (
  profile_id uuid not null references profiles on delete cascade,
  person_id uuid not null references persons on delete cascade,
  line text not null,
  goes_out boolean not null,
  decided_at timestamptz not null default now(),
  primary key (profile_id, line)
);
comment on column profile_choices.line is 'self:<competence>, third:<competence>, evidence:<id>, line:<id>, difference:<competence>, attendance';

create table profile_versions (
  id uuid primary key,
  profile_id uuid not null references profiles on delete cascade,
  person_id uuid not null references persons on delete cascade,
  number int not null,
  language text not null,
  content bytea not null,
  frozen_at timestamptz not null default now(),
  frozen_on date not null,
  frozen_by_kind text not null check (frozen_by_kind in ('card', 'staff')),
  frozen_by uuid,
  unique (profile_id, number)
);
comment on column profile_versions.content is 'The document model that goes out, as JSON sealed with the person''s key. Never changes.';

set local role definer;
reset role;
set local role owner;

select app.lock_table('sheets'), app.lock_table('ratings'), app.lock_table('peer_steps'), app.lock_table('peer_joinings');
grant select on sheets, profiles, profile_picks, peer_steps, peer_joinings to definer;
grant insert on sheets to definer;
create policy definer_all on sheets to definer using (true) with check (true);
create policy definer_reads on peer_steps for select to definer using (true);
create policy definer_reads on peer_joinings for select to definer using (true);

set local role definer;
-- Sheets whose content the actor may see: one's own; the others' when own, theirs and the person's are all in (see docs/decisions, mutual opening).
create function app.open_sheets() returns uuid[] language plpgsql stable parallel restricted
security definer set search_path = public, pg_temp as $$
declare c uuid := app.card_person(); u uuid := app.uid(); p uuid[]; r uuid[];
begin
  if c is not null then
    if app.level() <> 'pin' then return '{}'; end if;
    select coalesce(array_agg(s.id), '{}') into r from sheets s
     where s.rater_person_id = c
        or s.person_id = c and s.handed_in_at is not null and s.withdrawn_at is null
           and exists (select 1 from sheets o where o.profile_id = s.profile_id and o.rater_kind = 'self' and o.handed_in_at is not null);
    return r;
  end if;
  if u is null or app.role() not in ('coach', 'trainee') then return '{}'; end if;
  p := app.persons_for('profile');
  select coalesce(array_agg(s.id), '{}') into r from sheets s
   where s.person_id = any (p) and (s.rater_user_id = u
      or s.handed_in_at is not null and s.withdrawn_at is null
         and exists (select 1 from sheets o where o.profile_id = s.profile_id and o.rater_kind = 'self' and o.handed_in_at is not null)
         and exists (select 1 from sheets o where o.profile_id = s.profile_id and o.rater_user_id = u and o.handed_in_at is not null));
  return r;
end $$;
-- Sheets that the actor is filling in now.
create function app.sheets_in_hand() returns uuid[] language plpgsql stable parallel restricted
security definer set search_path = public, pg_temp as $$
declare r uuid[];
begin
  select coalesce(array_agg(s.id), '{}') into r from sheets s
   where s.handed_in_at is null and s.withdrawn_at is null
     and (s.rater_user_id = app.uid() and s.person_id = any (app.persons_to_write('profile'))
       or s.rater_person_id = app.card_person() and app.level() = 'pin'
       or s.rater_kind = 'self' and s.entered_by_kind = 'staff' and s.entered_by = app.uid() and s.person_id = any (app.persons_to_write('profile')));
  return r;
end $$;
-- Those who joined the open peer step of one of the participant's groups: first names, only among those who joined.
create function app.peers() returns table (step_id uuid, group_id uuid, person_id uuid, first_name text, profile_id uuid, sheet_id uuid, handed_in boolean, is_self boolean)
language sql stable security definer set search_path = public, pg_temp as $$
  select st.id, st.group_id, p.id, p.first_name, pr.id, s.id, s.handed_in_at is not null, p.id = app.card_person()
    from peer_joinings mine join peer_steps st on st.id = mine.step_id and st.closed_at is null
    join peer_joinings j on j.step_id = st.id and j.withdrawn_at is null
    join persons p on p.id = j.person_id
    join group_members gm on gm.group_id = st.group_id and gm.person_id = p.id and gm.left_on is null
    left join profiles pr on pr.enrolment_id = gm.enrolment_id
    left join sheets s on s.profile_id = pr.id and s.rater_person_id = app.card_person() and s.rater_kind = 'peer' and s.withdrawn_at is null
   where mine.person_id = app.card_person() and app.level() = 'pin' and mine.withdrawn_at is null
$$;
-- A peer starts a sheet about another who joined the same open step; returns what is rated there.
create function app.start_peer_sheet(new_id uuid, peer uuid) returns uuid language plpgsql
security definer set search_path = public, pg_temp as $$
declare x record;
begin
  select * into x from app.peers() where person_id = peer and not is_self;
  if not found or x.profile_id is null then return null; end if;
  if x.sheet_id is not null then return x.sheet_id; end if;
  insert into sheets (id, profile_id, person_id, rater_kind, rater_person_id, peer_step_id, entered_by_kind, entered_by)
    values (new_id, x.profile_id, peer, 'peer', app.card_person(), x.step_id, 'card', app.actor_id());
  return new_id;
end $$;
create function app.peer_sheet_competences(sheet uuid) returns table (competence text) language sql stable
security definer set search_path = public, pg_temp as $$
  select k.competence from sheets s join profile_picks k on k.profile_id = s.profile_id and k.removed_at is null
   where s.id = sheet and s.rater_kind = 'peer' and s.rater_person_id = app.card_person() and app.level() = 'pin' and s.withdrawn_at is null
$$;
-- The name behind a peer's sheet, for the person it is about, once it is open to them.
create function app.rater_name(sheet uuid) returns text language sql stable
security definer set search_path = public, pg_temp as $$
  select coalesce(u.name, p.first_name) from sheets s left join users u on u.id = s.rater_user_id left join persons p on p.id = s.rater_person_id
   where s.id = sheet and (s.id = any (app.open_sheets()) or s.person_id = any (app.persons_for('profile')) and app.role() in ('coach', 'trainee'))
$$;
reset role;
set local role owner;

-- The profile as such: the person and those who accompany; others learn of it by the hand-over.
select app.protect('profiles', 'profile'), app.protect('profile_picks', 'profile'), app.protect('evidence', 'profile'), app.protect('profile_lines', 'profile'),
  app.protect('difference_talks', 'profile'), app.protect('profile_choices', 'profile'), app.protect('profile_versions', 'profile');
create policy definer_reads on profiles for select to definer using (true);
create policy definer_reads on profile_picks for select to definer using (true);
create policy before_hand_over on profiles as restrictive for select to app using ((select app.card_person()) is not null or (select app.role()) in ('coach', 'trainee'));
create policy before_hand_over on profile_picks as restrictive for select to app using ((select app.card_person()) is not null or (select app.role()) in ('coach', 'trainee'));
create policy line_by_line on evidence as restrictive for select to app using ((select app.card_person()) is not null or (select app.role()) in ('coach', 'trainee') and shown_to_coach);
create policy line_by_line on profile_lines as restrictive for select to app using ((select app.card_person()) is not null or (select app.role()) in ('coach', 'trainee') and shown_to_coach);
create policy before_hand_over on difference_talks as restrictive for select to app using ((select app.card_person()) is not null or (select app.role()) in ('coach', 'trainee'));
create policy persons_choice on profile_choices as restrictive for select to app using ((select app.card_person()) is not null or (select app.role()) in ('coach', 'trainee'));
grant update (removed_at, picked_at) on profile_picks to app;
grant update (situation, did, witness, shown_to_coach, removed_at) on evidence to app;
grant update (body, shown_to_coach, removed_at) on profile_lines to app;
grant update (words, written_by, written_by_kind, written_at) on difference_talks to app;
grant update (goes_out, decided_at) on profile_choices to app;

grant select, insert on sheets, ratings to app;
grant update (handed_in_at, withdrawn_at) on sheets to app;
grant update (value, comment, rated_at) on ratings to app;
create policy known_actor on sheets as restrictive for all to app using ((select app.kind()) is not null);
create policy accompanying_read on sheets for select to app using (
  person_id = any ((select app.persons_for('profile'))::uuid[]) and ((select app.card_person()) is not null or (select app.role()) in ('coach', 'trainee')));
create policy raters_read on sheets for select to app using (rater_person_id = (select app.card_person()) and (select app.level()) = 'pin');
create policy own_start on sheets for insert to app with check (
  person_id = any ((select app.persons_to_write('profile'))::uuid[])
  and (rater_kind = 'self' and entered_by = (select app.actor_id()) or rater_user_id = (select app.uid()) and rater_kind in ('coach', 'co-coach', 'trainee')));
create policy raters_change on sheets for update to app using (
  id = any ((select app.sheets_in_hand())::uuid[]) or rater_person_id = (select app.card_person()) and (select app.level()) = 'pin')
  with check (true);
create policy known_actor on ratings as restrictive for all to app using ((select app.kind()) is not null);
create policy open_read on ratings for select to app using (sheet_id = any ((select app.open_sheets())::uuid[]) or sheet_id = any ((select app.sheets_in_hand())::uuid[]));
create policy raters_add on ratings for insert to app with check (sheet_id = any ((select app.sheets_in_hand())::uuid[]));
create policy raters_change on ratings for update to app using (sheet_id = any ((select app.sheets_in_hand())::uuid[])) with check (sheet_id = any ((select app.sheets_in_hand())::uuid[]));

grant select, insert on peer_steps, peer_joinings to app;
grant update (closed_at) on peer_steps to app;
grant update (withdrawn_at, joined_at) on peer_joinings to app;
create policy group_reads on peer_steps for select to app using (group_id in (select id from groups) and ((select app.card_person()) is not null or group_id = any ((select app.led_groups())::uuid[])));
create policy coaches_open on peer_steps for insert to app with check (group_id = any ((select app.led_groups())::uuid[]) and opened_by = (select app.uid()) and (select app.role()) = 'coach');
create policy coaches_close on peer_steps for update to app using (group_id = any ((select app.led_groups())::uuid[]) and (select app.role()) = 'coach');
create policy own_read on peer_joinings for select to app using (person_id = (select app.card_person()));
create policy coaches_read on peer_joinings for select to app using (person_id = any ((select app.persons_for('profile'))::uuid[]) and (select app.role()) in ('coach', 'trainee'));
create policy own_join on peer_joinings for insert to app with check (person_id = (select app.card_person()) and (select app.level()) = 'pin' and step_id in (select id from peer_steps where closed_at is null));
create policy own_change on peer_joinings for update to app using (person_id = (select app.card_person()) and (select app.level()) = 'pin');

set local role definer;
grant execute on function app.open_sheets(), app.sheets_in_hand(), app.peers(), app.start_peer_sheet(uuid, uuid), app.peer_sheet_competences(uuid), app.rater_name(uuid) to app;
set local role owner;
