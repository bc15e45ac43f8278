-- What a social worker said about how stable things are is shared like the rest of the social service's follow-up.
set local role definer;

create or replace function app.share_follow_up(what text, which uuid, agreed boolean) returns boolean language plpgsql
security definer set search_path = public, pg_temp as $$
declare person uuid; day date := case when agreed then app.today() end;
begin
  if app.role() is distinct from 'social-worker' then return false; end if;
  select person_id into person from (
    select person_id from appointments where what = 'appointment' and id = which and side = 'social'
    union all select person_id from procedures where what = 'procedure' and id = which and side = 'social'
    union all select person_id from situations where what = 'situation' and id = which and side = 'social'
    union all select person_id from stability_statements where what = 'stability' and id = which and side = 'social'
    union all select person_id from change_ratings where what = 'rating' and id = which and side = 'social') x;
  if person is null or not person = any (app.persons_to_write('follow-up')) then return false; end if;
  case what
    when 'appointment' then
      update appointments set shared_on = day where id = which;
      update appointment_words set shared_on = day where appointment_id = which;
      update interviews set shared_on = day where appointment_id = which;
    when 'procedure' then
      update procedures set shared_on = day where id = which;
      update procedure_states set shared_on = day where procedure_id = which;
    when 'situation' then
      update situations set shared_on = day where id = which;
      update situation_aims set shared_on = day where situation_id = which and side = 'social';
    when 'stability' then
      update stability_statements set shared_on = day where id = which;
    else
      update change_ratings set shared_on = day where id = which;
  end case;
  return true;
end $$;
reset role;
set local role owner;
