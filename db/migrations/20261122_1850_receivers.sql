-- The person sees the name of whoever their profile goes to. Cards read no staff; this says two columns of two rows.
grant select on hand_overs to definer;
create policy definer_reads on hand_overs for select to definer using (true);

set local role definer;
create function app.own_receivers() returns table (user_id uuid, name text) language sql stable
security definer set search_path = public, pg_temp as $$
  select u.id, u.name from users u
   where app.card_person() is not null and app.level() = 'pin'
     and (u.id in (select e.referrer_id from enrolments e where e.person_id = app.card_person())
       or u.id in (select h.to_user_id from hand_overs h where h.person_id = app.card_person()))
$$;
grant execute on function app.own_receivers() to app;
set local role owner;
