-- Changes by hand add up on their plan until they are kept as the next one; a proof may come after its plan was shown.
alter table composition_changes add column kept_in uuid references composition_plans;
grant update (kept_in) on composition_changes to app;
comment on column composition_changes.kept_in is 'The plan made with this change in it; null while it is only tried out.';

grant update (proof, bound) on composition_plans to app;
create policy proved_once on composition_plans as restrictive for update to app using (proof is null) with check (true);
