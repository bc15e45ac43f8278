-- Whoever leaves hands their files to a colleague of the same institution and role: no file is left that nobody may open. The
-- administrator names the colleague and sees no file.
grant update (referrer_id) on enrolments to definer;
create policy definer_hands_on on enrolments for update to definer using (true) with check (true);
set local role definer;
drop function app.end_account(uuid);
create function app.end_account(account uuid, successor uuid) returns boolean language plpgsql
security definer set search_path = public, pg_temp as $$
declare d date := app.today();
begin
  if not app.administers(account) then return false; end if;
  if successor is not null and not exists (
    select 1 from users s join users a on a.id = account
     where s.id = successor and s.id <> a.id and s.institution_id = a.institution_id and s.role = a.role and s.ended_on is null) then
    return false;
  end if;
  update users set ended_on = d, ended_by = app.uid() where id = account and ended_on is null;
  if not found then return false; end if;
  update staff_sessions set ended_at = now(), ended_by = app.uid() where user_id = account and ended_at is null;
  if successor is not null then
    -- Mandates by a group stay with the group: its coordinator replaces the coach there.
    insert into mandates (person_id, professional_id, role, institution_id, purpose, from_date, to_date, reason, created_by)
      select m.person_id, successor, m.role, m.institution_id, 'colleague', d, max(m.to_date), 'successor', app.uid()
        from mandates m
       where m.professional_id = account and m.purpose <> 'group' and m.revoked_at is null and m.from_date <= d and (m.to_date is null or m.to_date >= d)
         and not exists (select 1 from mandates x where x.person_id = m.person_id and x.professional_id = successor and x.revoked_at is null and (x.to_date is null or x.to_date >= d))
       group by m.person_id, m.role, m.institution_id;
    update enrolments set referrer_id = successor where referrer_id = account and ended_on is null;
  end if;
  update mandates set revoked_at = now(), revoked_by = app.uid() where professional_id = account and revoked_at is null;
  update group_coaches set ended_on = d where user_id = account and ended_on is null;
  update programme_staff set to_date = d where user_id = account and (to_date is null or to_date > d);
  return true;
end $$;
-- How many files somebody must take over; those of a group stay with the group.
create function app.files_to_pass_on(account uuid) returns int language plpgsql stable
security definer set search_path = public, pg_temp as $$
begin
  if not app.administers(account) then return null; end if;
  return (select count(distinct person_id) from mandates
    where professional_id = account and purpose <> 'group' and revoked_at is null and from_date <= app.today() and (to_date is null or to_date >= app.today()));
end $$;
grant execute on function app.end_account(uuid, uuid), app.files_to_pass_on(uuid) to app;
set local role owner;
