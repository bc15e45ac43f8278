-- A room is one's own institution's: two houses may both have a room 3, and neither learns when the other uses theirs.
set local role definer;
create or replace function app.bookings(days date[], coaches uuid[], rooms text[]) returns table (on_date date, half_day text, group_id uuid, user_id uuid, room text)
language sql stable security definer set search_path = public, pg_temp as $$
  select s.on_date, s.half_day, s.group_id, c.user_id, coalesce(s.room, g.room)
    from sessions s join groups g on g.id = s.group_id join programmes p on p.id = g.programme_id
    left join group_coaches c on c.group_id = g.id and c.ended_on is null
   where app.role() in ('coordinator', 'programme-office', 'coach', 'trainee') and s.on_date = any (days) and s.cancelled_on is null
     and p.institution_id = app.institution()
     and (c.user_id = any (coaches) or coalesce(s.room, g.room) = any (rooms))
$$;
set local role owner;
