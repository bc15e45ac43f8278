-- What hangs on a person's enrolment, profile, sheet, version, hand-over or direction is about the same person: the key says so,
-- so a row can't be attached to somebody else's file, by mistake or to find out whether an id exists.

alter table enrolments add constraint enrolments_of_person unique (id, person_id);
alter table profiles add constraint profiles_of_person unique (id, person_id);
alter table sheets add constraint sheets_of_person unique (id, person_id);
alter table profile_versions add constraint profile_versions_of_person unique (id, person_id);
alter table referrals add constraint referrals_of_person unique (id, person_id);
alter table hand_overs add constraint hand_overs_of_person unique (id, person_id);
alter table directions add constraint directions_of_person unique (id, person_id);
alter table goals add constraint goals_of_person unique (id, person_id);

create function app.tie(child text, key text, parent text) returns void language plpgsql as $$
begin
  execute format('alter table %I drop constraint %I', child, child || '_' || key || '_fkey');
  execute format('alter table %I add constraint %I foreign key (%I, person_id) references %I (id, person_id) on delete cascade', child, child || '_' || key || '_fkey', key, parent);
end $$;
select app.tie(t, 'enrolment_id', 'enrolments')
  from unnest(array['enrolment_stages', 'referrals', 'motivation_talks', 'contact_attempts', 'instrument_answers', 'group_members', 'profiles', 'hand_overs', 'goals', 'steps']) t;
select app.tie(t, 'profile_id', 'profiles')
  from unnest(array['profile_picks', 'sheets', 'evidence', 'profile_lines', 'difference_talks', 'profile_choices', 'profile_versions']) t;
select app.tie('ratings', 'sheet_id', 'sheets'), app.tie('referral_words', 'referral_id', 'referrals'), app.tie('hand_overs', 'version_id', 'profile_versions'),
  app.tie('hand_over_steps', 'hand_over_id', 'hand_overs'), app.tie('directions', 'hand_over_id', 'hand_overs'), app.tie('directions', 'version_id', 'profile_versions'),
  app.tie('measure_assignments', 'direction_id', 'directions'), app.tie('steps', 'goal_id', 'goals');
drop function app.tie(text, text, text);
