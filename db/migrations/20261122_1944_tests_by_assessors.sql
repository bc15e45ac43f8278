-- Coordinators may correct levels in positioning; a sitting, the schooling beside it and the decision on the course are for those
-- who sat with the person.
create policy assessors_add on language_tests as restrictive for insert to app with check ((select app.role()) in ('coach', 'social-worker'));
create policy assessors_add on schooling_profiles as restrictive for insert to app with check ((select app.role()) in ('coach', 'social-worker'));
create policy assessors_add on language_triages as restrictive for insert to app with check ((select app.role()) in ('coach', 'social-worker'));
