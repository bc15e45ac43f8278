-- A programme's staff see its people through their enrolments: every row of a person asks for theirs.
create index enrolments_person on enrolments (person_id, programme_id);
-- The waiting list of a programme, oldest first; and where each of many enrolments stands now.
create index enrolments_waiting on enrolments (programme_id, created_on, created_at) where ended_on is null;
