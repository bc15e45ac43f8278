-- The person agrees later that trainers from outside read an aim that the social service noted, or takes that back: nothing else
-- of an aim or a result ever changes.
grant update (shared_on) on aims, aim_results to app;
create policy social_shares on aims as restrictive for update to app using ((select app.role()) = 'social-worker' and side = 'social');
create policy social_shares on aim_results as restrictive for update to app using ((select app.role()) = 'social-worker' and side = 'social');
