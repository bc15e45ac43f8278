-- "Not disclosed" is an answer where composing groups can do without: the birth year too. Levels say so as a level of their own
-- (`not-disclosed`), gender and schooling have the word already.
alter table positioning_sheets add column birth_year_withheld boolean not null default false;
grant update (birth_year_withheld) on positioning_sheets to app;
comment on column positioning_sheets.birth_year_withheld is 'Asked, and not told. Without effect once the year is known.';

-- The place of an offer is compared with where people live, so it is a quarter or town; the house the group meets in is its site.
alter table composition_offers add column site text check (length(site) between 1 and 120);
grant update (site) on composition_offers to app;
