-- A scanned card already says with whom an appointment is, so that the person knows whom to ask for.
create policy persons_read_their_hosts on users for select to app using (
  (select app.card_person()) is not null and id in (select with_user from appointments where person_id = (select app.card_person())));
