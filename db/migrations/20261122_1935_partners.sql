-- Partners: who else can help, what they offer, and who was passed on to them. A partner record belongs to an institution, which
-- may show it to the others of the site; notes on it stay with the institution that wrote them.

create table partners (
  id uuid primary key,
  institution_id uuid not null references institutions,
  shared boolean not null default true,
  own boolean not null default false,
  name text not null check (length(name) between 3 and 150),
  description text check (length(description) <= 10000),
  street text,
  extra_address text,
  postal_code text,
  place text,
  phone text,
  email text,
  website text,
  opening text,
  identifiers jsonb not null default '[]',
  details jsonb not null default '{}',
  source text,
  source_id text,
  source_link text,
  source_on date,
  source_hash text,
  checked_on date,
  checked_by uuid references users,
  changed_on date not null,
  edited_on date,
  search text not null,
  place_search text not null default '',
  created_by uuid not null references users,
  created_at timestamptz not null default now(),
  check ((source is null) = (source_id is null)),
  unique (institution_id, source, source_id),
  unique (id, institution_id)
);
create index partners_name on partners (lower(name));
create index partners_origin on partners (source, source_id);
create unique index partners_own on partners (institution_id) where own;
comment on table partners is 'An organisation people are passed on to. Not personal data of anybody who is helped.';
comment on column partners.shared is 'Shown to every institution of the site, else to its own alone.';
comment on column partners.own is 'The institution''s own structure: what it exports as its offer.';
comment on column partners.identifiers is 'Numbers of countries'' registers, each with its kind: [{kind, value}].';
comment on column partners.details is 'What an exchange format says and nobody here works with; kept so that nothing is lost.';
comment on column partners.source_hash is 'Of the record as it came last: the same again is no change.';
comment on column partners.edited_on is 'By hand, since the last import.';
comment on column partners.search is 'Folded by the application: case and accents put aside.';

create table partner_services (
  id uuid primary key,
  partner_id uuid not null,
  institution_id uuid not null,
  name text not null check (length(name) between 3 and 150),
  kind text,
  themes text[] not null default '{}',
  audiences text[] not null default '{}',
  audience_details text,
  description text not null check (length(description) between 5 and 10000),
  conditions text,
  fees text,
  fee_details text,
  modes text[] not null default '{}',
  ways text[] not null default '{}',
  way_details text,
  way_link text,
  callers text[] not null default '{}',
  contact_name text,
  phone text,
  email text,
  street text,
  extra_address text,
  postal_code text,
  place text,
  opening text,
  details jsonb not null default '{}',
  source text,
  source_id text,
  source_link text,
  source_on date,
  source_hash text,
  changed_on date not null,
  edited_on date,
  ended_on date,
  search text not null,
  place_search text not null default '',
  created_at timestamptz not null default now(),
  check ((source is null) = (source_id is null)),
  unique (institution_id, source, source_id),
  foreign key (partner_id, institution_id) references partners (id, institution_id)
);
create index partner_services_partner on partner_services (partner_id);
create index partner_services_themes on partner_services using gin (themes);
comment on table partner_services is 'What a partner offers. Themes, audiences and ways by the codes of app/data/data-inclusion.';
comment on column partner_services.contact_name is 'Of the partner''s staff.';

create table partner_notes (
  partner_id uuid not null references partners,
  institution_id uuid not null references institutions,
  body text not null check (length(body) <= 5000),
  written_by uuid not null references users,
  written_on date not null,
  primary key (partner_id, institution_id)
);
comment on table partner_notes is 'What an institution knows of a partner. No import touches it, no other institution reads it, no export takes it along.';

create table partner_retirements (
  id uuid primary key,
  partner_id uuid not null references partners,
  why text not null check (length(why) between 1 and 500),
  from_date date not null,
  retired_by uuid not null references users,
  ended_on date,
  ended_by uuid references users
);
create unique index partner_retirements_running on partner_retirements (partner_id) where ended_on is null;
comment on table partner_retirements is 'A partner that nobody is passed on to any more; kept, and brought back by ending the row.';

create table partner_imports (
  id uuid primary key,
  institution_id uuid not null references institutions,
  user_id uuid not null references users,
  file_name text not null check (length(file_name) between 1 and 200),
  shared boolean not null,
  file bytea,
  created_at timestamptz not null,
  confirmed_on date,
  figures jsonb,
  faults jsonb not null default '[]'
);
create index partner_imports_institution on partner_imports (institution_id, created_at desc);
comment on column partner_imports.file is 'As it came, sealed with the site key. Gone once confirmed or discarded, and with the next file after a day.';
comment on column partner_imports.faults is 'Records that did not come in: where in the file, which field, why.';

-- Which partner somebody was passed on to can say as much about them as a diagnosis: it is sealed with the purpose.
create table partner_referrals (
  id uuid primary key,
  person_id uuid not null references persons on delete cascade,
  author_id uuid not null references users,
  institution_id uuid not null references institutions,
  audience text not null check (audience in ('own', 'institution', 'shared')),
  content bytea not null,
  agreement text not null check (agreement in ('not-yet', 'spoken', 'written')),
  agreed_on date,
  on_date date not null,
  created_at timestamptz not null default now(),
  check ((agreement = 'not-yet') = (agreed_on is null)),
  unique (id, person_id)
);
create index partner_referrals_person on partner_referrals (person_id, on_date desc);
comment on column partner_referrals.content is 'Partner, service and purpose, sealed with the person''s key.';

create table partner_referral_events (
  id uuid primary key,
  referral_id uuid not null,
  person_id uuid not null,
  number int not null check (number > 0),
  state text not null check (state in ('proposed', 'told', 'accepted', 'declined', 'no-answer', 'done')),
  on_date date not null,
  words bytea,
  next_step bytea,
  next_on date,
  entered_by uuid not null references users,
  created_at timestamptz not null default now(),
  unique (referral_id, number),
  foreign key (referral_id, person_id) references partner_referrals (id, person_id) on delete cascade
);
create index partner_referral_events_person on partner_referral_events (person_id);
comment on column partner_referral_events.words is 'Sealed with the person''s key, as is next_step.';

select app.lock_table(t) from unnest(array['partners', 'partner_services', 'partner_notes', 'partner_retirements', 'partner_imports',
  'partner_referrals', 'partner_referral_events']::regclass[]) t;

-- ------------------------------------------------------------------ the directory: whoever works with people reads it
grant select, insert on partners, partner_services, partner_notes, partner_retirements to app;
grant update (shared, own, name, description, street, extra_address, postal_code, place, phone, email, website, opening, identifiers, details,
  source_link, source_on, source_hash, checked_on, checked_by, changed_on, edited_on, search, place_search) on partners to app;
grant update (partner_id, name, kind, themes, audiences, audience_details, description, conditions, fees, fee_details, modes, ways, way_details, way_link,
  callers, contact_name, phone, email, street, extra_address, postal_code, place, opening, details, source_link, source_on, source_hash,
  changed_on, edited_on, ended_on, search, place_search) on partner_services to app;
grant update (body, written_by, written_on) on partner_notes to app;
grant update (ended_on, ended_by) on partner_retirements to app;

create policy known_actor on partners as restrictive for all to app using ((select app.kind()) = 'staff' and (select app.role_reads('identity')));
create policy institution_reads on partners for select to app using (shared or institution_id = (select app.institution()));
create policy professionals_add on partners for insert to app with check (
  institution_id = (select app.institution()) and created_by = (select app.uid()) and (select app.role()) <> 'trainee');
create policy professionals_change on partners for update to app
  using (institution_id = (select app.institution()) and (select app.role()) <> 'trainee')
  with check (institution_id = (select app.institution()) and (select app.role()) <> 'trainee');
-- Only those who answer for the offer say which structure is the institution's own, and what it offers.
create policy own_offer_add on partners as restrictive for insert to app with check (
  not own or (select app.role()) in ('coordinator', 'programme-office'));
create policy own_offer_change on partners as restrictive for update to app
  using (not own or (select app.role()) in ('coordinator', 'programme-office'))
  with check (not own or (select app.role()) in ('coordinator', 'programme-office'));

create policy known_actor on partner_services as restrictive for all to app using ((select app.kind()) = 'staff');
create policy with_partner on partner_services for select to app using (partner_id in (select id from partners));
create policy professionals_add on partner_services for insert to app with check (
  institution_id = (select app.institution()) and (select app.role()) <> 'trainee' and partner_id in (select id from partners));
create policy own_offer_add on partner_services as restrictive for insert to app with check (
  (select app.role()) in ('coordinator', 'programme-office') or partner_id in (select p.id from partners p where not p.own));
create policy own_offer_change on partner_services as restrictive for update to app using (
  (select app.role()) in ('coordinator', 'programme-office') or partner_id in (select p.id from partners p where not p.own));
create policy professionals_change on partner_services for update to app
  using (institution_id = (select app.institution()) and (select app.role()) <> 'trainee' and partner_id in (select id from partners))
  with check (institution_id = (select app.institution()) and (select app.role()) <> 'trainee' and partner_id in (select id from partners));

create policy known_actor on partner_notes as restrictive for all to app using ((select app.kind()) = 'staff');
create policy own_institution_reads on partner_notes for select to app using (
  institution_id = (select app.institution()) and partner_id in (select id from partners));
create policy professionals_add on partner_notes for insert to app with check (
  institution_id = (select app.institution()) and written_by = (select app.uid()) and (select app.role()) <> 'trainee'
  and partner_id in (select id from partners));
create policy professionals_change on partner_notes for update to app
  using (institution_id = (select app.institution()) and (select app.role()) <> 'trainee' and partner_id in (select id from partners))
  with check (institution_id = (select app.institution()) and written_by = (select app.uid()));

create policy known_actor on partner_retirements as restrictive for all to app using ((select app.kind()) = 'staff');
create policy with_partner on partner_retirements for select to app using (partner_id in (select id from partners));
create policy coordinators_add on partner_retirements for insert to app with check (
  (select app.role()) in ('coordinator', 'programme-office') and retired_by = (select app.uid())
  and partner_id in (select p.id from partners p where p.institution_id = (select app.institution())));
create policy coordinators_end on partner_retirements for update to app
  using ((select app.role()) in ('coordinator', 'programme-office') and ended_on is null
    and partner_id in (select p.id from partners p where p.institution_id = (select app.institution())))
  with check (ended_by = (select app.uid()));

grant select, insert, delete on partner_imports to app;
grant update (file, confirmed_on, figures, faults) on partner_imports to app;
create policy known_actor on partner_imports as restrictive for all to app using ((select app.kind()) = 'staff' and (select app.role()) = 'coordinator');
create policy own_institution on partner_imports to app using (institution_id = (select app.institution()))
  with check (institution_id = (select app.institution()) and user_id = (select app.uid()));

-- ------------------------------------------------------------------ who was passed on: as notes, by mandate, class and audience
grant select, insert on partner_referrals, partner_referral_events to app;
grant update (agreement, agreed_on) on partner_referrals to app;
create policy known_actor on partner_referrals as restrictive for all to app using ((select app.kind()) is not null);
create policy audience_reads on partner_referrals for select to app using (
  person_id = any ((select app.persons_for('notes'))::uuid[])
  and (author_id = (select app.uid()) or audience = 'shared' or audience = 'institution' and institution_id = (select app.institution())));
create policy authors_add on partner_referrals for insert to app with check (
  person_id = any ((select app.persons_to_write('notes'))::uuid[]) and author_id = (select app.uid()) and institution_id = (select app.institution()));
create policy audience_changes on partner_referrals for update to app
  using (person_id = any ((select app.persons_to_write('notes'))::uuid[])
    and (author_id = (select app.uid()) or audience = 'shared' or audience = 'institution' and institution_id = (select app.institution())))
  with check (person_id = any ((select app.persons_to_write('notes'))::uuid[]));

create policy known_actor on partner_referral_events as restrictive for all to app using ((select app.kind()) is not null);
create policy with_referral on partner_referral_events for select to app using (
  person_id = any ((select app.persons_for('notes'))::uuid[]) and referral_id in (select id from partner_referrals));
create policy audience_adds on partner_referral_events for insert to app with check (
  person_id = any ((select app.persons_to_write('notes'))::uuid[]) and referral_id in (select id from partner_referrals)
  and entered_by = (select app.uid()));
