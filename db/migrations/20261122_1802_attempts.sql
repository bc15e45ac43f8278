-- An office shares one address: ten failures in fifteen minutes block an account (or an account from one address), a hundred an address.
set local role definer;
create or replace function app.note_failure(keys text[]) returns void language sql
security definer set search_path = public, pg_temp as $$
  insert into attempts as a (key, failures, window_start) select k, 1, now() from unnest(keys) k
  on conflict (key) do update set
    failures = case when a.window_start < now() - interval '15 minutes' then 1 else a.failures + 1 end,
    window_start = case when a.window_start < now() - interval '15 minutes' then now() else a.window_start end,
    blocked_until = case
      when a.window_start >= now() - interval '15 minutes' and a.failures >= case when a.key like 'address:%' then 99 else 9 end
      then now() + interval '15 minutes' else a.blocked_until end
$$;
set local role owner;
