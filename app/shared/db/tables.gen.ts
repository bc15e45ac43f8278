// Made from the migrated database by `bin/db types`; do not edit.
import type { ColumnType, Generated, GeneratedAlways } from 'kysely'

export type Instant = ColumnType<Date, Date | string, Date | string>
export type GeneratedInstant = ColumnType<Date, Date | string | undefined, Date | string>
export type Json = ColumnType<unknown, string, string>
export type GeneratedJson = ColumnType<unknown, string | undefined, string>

export interface AbsenceAnnouncements {
  id: string
  session_id: string
  person_id: string
  announced_at: GeneratedInstant
  by_kind: 'card' | 'staff'
  by_id: string | null
  withdrawn_at: Instant | null
}

export interface AimResults {
  id: string
  person_id: string
  enrolment_id: string
  aim_id: string
  side: 'social' | 'training'
  shared_on: string | null
  result: 'reached' | 'partly' | 'not-reached' | 'changed' | 'not-disclosed'
  words: Buffer | null
  on_date: string
  recorded_by: string
  created_at: GeneratedInstant
}

export interface Aims {
  id: string
  person_id: string
  enrolment_id: string
  side: 'social' | 'training'
  shared_on: string | null
  kind: string
  is_dream: Generated<boolean>
  words: Buffer | null
  reason: Buffer | null
  way: Buffer | null
  noted_on: string
  noted_by: string
  created_at: GeneratedInstant
}

export interface AppointmentWords {
  appointment_id: string
  enrolment_id: string
  person_id: string
  purpose: Buffer | null
  result: Buffer | null
  side: 'social' | 'training'
  shared_on: string | null
}

export interface Appointments {
  id: string
  enrolment_id: string
  person_id: string
  kind: 'talk' | 'interview'
  on_date: string
  at_time: string
  place: string | null
  with_user: string
  state: Generated<'planned' | 'held' | 'missed' | 'cancelled'>
  settled_on: string | null
  settled_by: string | null
  side: 'social' | 'training'
  shared_on: string | null
  planned_by: string
  planned_at: GeneratedInstant
}

export interface Attempts {
  key: string
  failures: number
  window_start: Instant
  blocked_until: Instant | null
}

export interface AttendanceMarks {
  key: string
  session_id: string
  person_id: string
  status: 'present' | 'late' | 'left-early' | 'excused' | 'absent' | 'none'
  marked_by: string
  marked_at: GeneratedInstant
}

export interface AttendanceNotes {
  id: string
  session_id: string
  person_id: string
  body: Buffer
  written_by: string
  written_at: GeneratedInstant
}

export interface AuditEntries {
  id: Generated<string>
  at: GeneratedInstant
  actor_kind: string
  actor_id: string | null
  institution_id: string | null
  mandate_id: string | null
  purpose: string | null
  act: string
  object_kind: string | null
  object_id: string | null
  person_id: string | null
  field_classes: Generated<string[]>
  result: 'done' | 'read' | 'refused'
  seq: number | null
  prev_hash: Buffer | null
  hash: Buffer | null
}

export interface CandidateWords {
  candidate_id: string
  person_id: string
  side: 'social' | 'training'
  shared_on: string | null
  why: Buffer
  written_by: string
  written_on: string
}

export interface Candidates {
  id: string
  person_id: string
  programme_id: string
  year: number
  institution_id: string
  antenna: string | null
  listed_on: string
  listed_by: string
  asked_on: string | null
  asked_by: string | null
  outcome: 'set-aside' | 'carried-over' | 'registered' | null
  reason: string | null
  closed_on: string | null
  closed_by: string | null
  enrolment_id: string | null
  created_at: GeneratedInstant
}

export interface CardSessions {
  id: Generated<string>
  token_hash: Buffer
  card_id: string
  level: 'token' | 'pin'
  kiosk: Generated<boolean>
  created_at: GeneratedInstant
  last_seen_at: GeneratedInstant
  expires_at: Instant
  ended_at: Instant | null
}

export interface Cards {
  id: string
  person_id: string
  token_hash: Buffer
  code_hash: Buffer
  salt: Buffer | null
  params: string | null
  pin_hash: Buffer | null
  failures: Generated<number>
  locked_at: Instant | null
  issued_by: string
  issued_at: GeneratedInstant
  revoked_at: Instant | null
  revoked_by: string | null
}

export interface ChangeRatings {
  id: string
  enrolment_id: string
  person_id: string
  module: string
  change: string
  point: number
  words: Buffer | null
  on_date: string
  rated_by: string
  side: 'social' | 'training'
  shared_on: string | null
  created_at: GeneratedInstant
}

export interface Clock {
  id: Generated<number>
  today: string
  at_time: string | null
}

export interface CompositionCandidates {
  composition_id: string
  programme_id: string
  enrolment_id: string
  person_id: string
  added_by: string
  added_at: GeneratedInstant
}

export interface CompositionChangePeople {
  change_id: string
  programme_id: string
  enrolment_id: string
  person_id: string
  from_offer: number | null
  to_offer: number | null
}

export interface CompositionChanges {
  id: string
  plan_id: string
  programme_id: string
  number: number
  score_before: number
  score_after: number
  made_by: string
  made_at: GeneratedInstant
  undone_at: Instant | null
  undone_by: string | null
  kept_in: string | null
}

export interface CompositionConfirmations {
  id: string
  composition_id: string
  programme_id: string
  plan_id: string
  made_by: string
  made_on: string
  made_at: GeneratedInstant
  written_at: GeneratedInstant
  undone_at: Instant | null
  undone_by: string | null
}

export interface CompositionGroups {
  confirmation_id: string
  programme_id: string
  offer_id: string
  group_id: string
}

export interface CompositionLocks {
  id: string
  composition_id: string
  programme_id: string
  offer_id: string
  enrolment_id: string | null
  person_id: string | null
  made_by: string
  made_at: GeneratedInstant
  ended_at: Instant | null
  ended_by: string | null
}

export interface CompositionMembers {
  confirmation_id: string
  programme_id: string
  group_id: string
  enrolment_id: string
  person_id: string
  stage_before: string
}

export interface CompositionOffers {
  id: string
  composition_id: string
  programme_id: string
  position: number
  name: string
  language: string
  place: string
  half_days: string[]
  starts_on: string
  min: number
  max: number
  childcare_seats: Generated<number>
  coach_id: string | null
  co_coach_id: string | null
  trainee_id: string | null
  room: string | null
  method: string | null
  made_by: string
  made_at: GeneratedInstant
  updated_at: GeneratedInstant
  withdrawn_at: Instant | null
  withdrawn_by: string | null
  site: string | null
}

export interface CompositionPlanPeople {
  plan_id: string
  run_id: string
  programme_id: string
  enrolment_id: string
  person_id: string
  offer: number | null
}

export interface CompositionPlans {
  id: string
  composition_id: string
  programme_id: string
  run_id: string
  number: number
  origin: 'proposed' | 'by-hand'
  based_on: string | null
  score: number
  seats: number
  soft_cost: number
  proof: 'optimal' | 'bound' | null
  bound: number | null
  seed: number
  iterations: number
  engine_version: string
  made_by: string
  made_at: GeneratedInstant
}

export interface CompositionRunOffers {
  run_id: string
  programme_id: string
  position: number
  offer_id: string
  facts: Json
  locked: Generated<boolean>
}

export interface CompositionRunPairs {
  run_id: string
  programme_id: string
  kind: 'apart' | 'together'
  enrolment_id: string
  person_id: string
  other_enrolment_id: string
  other_id: string
}

export interface CompositionRunPeople {
  run_id: string
  programme_id: string
  enrolment_id: string
  person_id: string
  position: number
  facts: Json
  pinned_to: number | null
}

export interface CompositionRuns {
  id: string
  composition_id: string
  programme_id: string
  mode: 'homogeneous' | 'mixed'
  seed: number
  engine_version: string
  budget_ms: number | null
  prove_ms: Generated<number>
  iterations_planned: number | null
  iterations_done: number | null
  based_on: string | null
  max_moves: number | null
  state: Generated<'running' | 'finished' | 'stopped' | 'interrupted'>
  made_by: string
  made_at: GeneratedInstant
  ended_at: Instant | null
}

export interface Compositions {
  id: string
  programme_id: string
  name: string
  mode: 'homogeneous' | 'mixed'
  made_by: string
  made_on: string
  made_at: GeneratedInstant
  set_aside_at: Instant | null
  set_aside_by: string | null
}

export interface ContactAttempts {
  id: string
  enrolment_id: string
  person_id: string
  on_date: string
  channel: 'phone' | 'letter' | 'email' | 'sms' | 'in-person'
  result: 'reached' | 'no-answer' | 'message-left' | 'wrong-number' | 'declined'
  made_by: string
  created_at: GeneratedInstant
}

export interface ContextKeys {
  id: Generated<number>
  key: Buffer
}

export interface Credentials {
  user_id: string
  salt: Buffer
  params: string
  proof_hash: Buffer
  totp_secret: Buffer
  totp_last_step: Generated<number>
  failures: Generated<number>
  locked_until: Instant | null
  changed_at: GeneratedInstant
}

export interface DifferenceTalks {
  id: string
  profile_id: string
  person_id: string
  competence: string
  words: Buffer
  written_by: string
  written_by_kind: 'card' | 'staff'
  written_at: GeneratedInstant
}

export interface Directions {
  id: string
  hand_over_id: string
  person_id: string
  version_id: string
  direction: 'ordinary-measure' | 'mission-desk' | 'training' | 'own-steps' | 'social-integration' | 'none'
  taken_up_by: string | null
  taken_up_by_person: Generated<boolean>
  by_date: string | null
  words: string | null
  profile_passed: Generated<boolean>
  decided_on: string
  decided_by: string
  ended_at: Instant | null
  ended_by: string | null
}

export interface Disclosures {
  id: string
  programme_id: string
  kind: 'report' | 'register' | 'indicators'
  from_date: string
  to_date: string
  basis: 'grant-agreement' | 'law' | 'other'
  basis_words: string
  recipient: string
  language: string
  format: 'xlsx' | 'pdf'
  people: number
  entered_by: string
  entered_on: string
  entered_at: GeneratedInstant
}

export interface Drafts {
  id: string
  actor_kind: string
  actor_id: string
  form: string
  subject_id: string | null
  content: Buffer
  updated_at: GeneratedInstant
}

export interface DuplicateDecisions {
  id: string
  person_id: string
  other_id: string
  decision: 'not-the-same'
  decided_by: string
  decided_at: GeneratedInstant
}

export interface EnrolmentProfessionals {
  id: string
  enrolment_id: string
  person_id: string
  part: string
  user_id: string
  from_date: string
  ended_on: string | null
  added_by: string
  added_at: GeneratedInstant
}

export interface EnrolmentStages {
  id: string
  enrolment_id: string
  person_id: string
  stage: string
  kind: 'registered' | 'contacted' | 'informed' | 'allocated' | 'started' | 'completed' | 'dropped' | 'never-started' | 'other'
  on_date: string
  reason: string | null
  reason_words: Buffer | null
  entered_by: string | null
  entered_at: GeneratedInstant
  ended_at: Instant | null
  ended_by: string | null
}

export interface Enrolments {
  id: string
  person_id: string
  programme_id: string
  referrer_id: string | null
  language: string | null
  created_at: GeneratedInstant
  created_on: string
  ended_on: string | null
}

export interface EntranceTestResults {
  id: string
  test_id: string
  person_id: string
  number: number
  result: 'awaited' | 'passed' | 'failed' | 'not-taken'
  on_date: string
  next_on: string | null
  recorded_by: string
  created_at: GeneratedInstant
}

export interface EntranceTests {
  id: string
  enrolment_id: string
  person_id: string
  side: 'social' | 'training'
  shared_on: string | null
  training: Buffer
  place: Buffer | null
  on_date: string
  recorded_by: string
  created_at: GeneratedInstant
}

export interface Evaluations {
  id: string
  enrolment_id: string
  person_id: string
  side: 'social' | 'training'
  shared_on: string | null
  kind: 'regular' | 'final' | 'remark'
  setting: 'individual' | 'group' | null
  on_date: string
  own_points: Json | null
  trainer_points: Json | null
  words: Buffer | null
  held_by: string
  created_at: GeneratedInstant
}

export interface Evidence {
  id: string
  profile_id: string
  person_id: string
  competence: string
  situation: Buffer
  did: Buffer | null
  witness: Buffer | null
  shown_to_coach: Generated<boolean>
  entered_by_kind: 'card' | 'staff'
  entered_by: string | null
  created_at: GeneratedInstant
  removed_at: Instant | null
}

export interface Expenses {
  id: string
  programme_id: string
  on_date: string
  cents: number
  what: string
  receipt_number: string
  receipt_place: string | null
  entered_by: string
  entered_at: GeneratedInstant
  withdrawn_on: string | null
  withdrawn_by: string | null
  withdrawn_reason: string | null
}

export interface FinalReportContents {
  version_id: string
  person_id: string
  text_ids: string[]
  content: Buffer
}

export interface FinalReportReadings {
  id: string
  report_id: string
  person_id: string
  enrolment_id: string
  revision: number
  kind: 'read' | 'not-reached'
  on_date: string
  read_by: string
  language: string | null
  interpreter: boolean | null
  agreement: 'agrees' | 'in-part' | 'does-not' | 'not-disclosed' | null
  words: Buffer | null
  recorded_by: string
  recorded_at: GeneratedInstant
}

export interface FinalReportRecipients {
  id: string
  version_id: string
  person_id: string
  user_id: string
  parts: string[]
  received_on: string | null
}

export interface FinalReportTexts {
  id: string
  report_id: string
  person_id: string
  enrolment_id: string
  section: string
  side: 'social' | 'training'
  number: number
  content: Buffer
  shared_on: string | null
  written_by: string
  written_at: GeneratedInstant
}

export interface FinalReportVersions {
  id: string
  report_id: string
  person_id: string
  enrolment_id: string
  number: number
  revision: number
  language: string
  sent_on: string
  sent_by: string
}

export interface FinalReports {
  id: string
  enrolment_id: string
  person_id: string
  revision: Generated<number>
  started_on: string
  started_by: string
}

export interface FundingLines {
  set_id: string
  programme_id: string
  position: number
  key: string
  funder: string
  share: number
  cost_base: 'staff' | 'all'
  from_date: string
  to_date: string
  eligibility: 'everyone' | 'third-country' | 'other'
  eligibility_words: string | null
  fte: number | null
  entered_by: string
}

export interface FundingSets {
  id: string
  programme_id: string
  number: number
  complete: boolean
  entered_by: string
  entered_on: string
  entered_at: GeneratedInstant
}

export interface Goals {
  id: string
  person_id: string
  enrolment_id: string | null
  title: string
  made_by_kind: 'card' | 'staff'
  made_by: string | null
  made_on: string
  ended_on: string | null
  ended_how: 'reached' | 'dropped' | null
}

export interface GroupCoaches {
  id: string
  group_id: string
  user_id: string
  part: 'coach' | 'co-coach' | 'trainee'
  from_date: string
  ended_on: string | null
  added_by: string
}

export interface GroupContentLevels {
  id: string
  group_id: string
  level: string
  suggested: string | null
  decided_on: string
  decided_by: string
  created_at: GeneratedInstant
}

export interface GroupMembers {
  id: string
  group_id: string
  enrolment_id: string
  person_id: string
  joined_on: string
  joined_by: string
  left_on: string | null
  left_reason: 'dropped' | 'moved-group' | 'never-came' | 'completed' | 'mistake' | null
  left_by: string | null
}

export interface GroupMoves {
  id: string
  person_id: string
  enrolment_id: string
  from_group: string
  to_group: string
  reason: 'progressed' | 'too-hard' | 'timetable' | 'own-wish' | 'reorganised' | 'other'
  moved_on: string
  moved_by: string
  created_at: GeneratedInstant
}

export interface GroupTalks {
  id: string
  session_id: string
  number: number
  went_well: string
  to_change: string
  decided: string
  closes: Generated<boolean>
  written_by: string
  written_at: GeneratedInstant
}

export interface Groups {
  id: string
  programme_id: string
  name: string
  language: string
  site: string | null
  room: string | null
  capacity: number
  starts_on: string | null
  ends_on: string | null
  mandates_until: string | null
  created_at: GeneratedInstant
  created_by: string
  closed_on: string | null
}

export interface HandOverSteps {
  id: string
  hand_over_id: string
  person_id: string
  kind: 'received' | 'read' | 'talk-planned' | 'talk-held'
  on_date: string
  entered_by: string
  entered_at: GeneratedInstant
}

export interface HandOvers {
  id: string
  version_id: string
  person_id: string
  enrolment_id: string
  to_user_id: string
  handed_over_at: GeneratedInstant
  handed_over_on: string
  due_on: string
  by_kind: 'card' | 'staff'
  by_id: string | null
}

export interface ImportChoices {
  import_id: string
  row_number: number
  choice: 'same' | 'another' | 'leave-out'
  person_id: string | null
}

export interface ImportMappings {
  institution_id: string
  fingerprint: string
  mapping: Json
  updated_at: GeneratedInstant
}

export interface ImportRows {
  import_id: string
  row_number: number
  person_id: string
  kind: 'created' | 'updated'
  before: Buffer | null
  kept: Generated<boolean>
}

export interface Imports {
  id: string
  user_id: string
  institution_id: string
  file_name: string
  file: Buffer | null
  mapping: GeneratedJson
  created_at: Instant
  confirmed_at: Instant | null
  confirmed_on: string | null
  written_at: Instant | null
  figures: Json | null
  undone_at: Instant | null
  cleared_at: Instant | null
}

export interface IndicatorEntries {
  id: string
  programme_id: string
  code: string
  value: number
  note: string | null
  entered_by: string
  entered_on: string
  entered_at: GeneratedInstant
  ended_at: Instant | null
}

export interface Institutions {
  id: string
  name: string
  kind: 'social-service' | 'integration-service' | 'programme-unit' | 'placement-office' | 'association'
  languages: Generated<string[]>
  time_zone: Generated<string>
  region: Generated<string>
  phone: string | null
  created_at: GeneratedInstant
}

export interface InstrumentAnswers {
  id: string
  enrolment_id: string
  person_id: string
  instrument: string
  moment: 'before' | 'after' | 'later'
  answers: Json
  score: number | null
  answered_on: string
  entered_by_kind: string
  entered_by: string | null
  created_at: GeneratedInstant
}

export interface Interviews {
  id: string
  appointment_id: string
  enrolment_id: string
  person_id: string
  version: number
  held_on: string
  answers: Buffer
  written_by: string
  side: 'social' | 'training'
  shared_on: string | null
  created_at: GeneratedInstant
}

export interface JobTokens {
  name: string
  token_hash: Buffer
  expires_at: Instant
}

export interface LanguageLevels {
  id: string
  person_id: string
  language: string
  skill: 'oral-reception' | 'oral-production' | 'reading' | 'writing'
  level: string
  source: 'self-declared' | 'observed' | 'tested' | 'certificate'
  assessed_by: string | null
  assessed_on: string
  created_at: GeneratedInstant
  test_id: string | null
}

export interface LanguageTests {
  id: string
  person_id: string
  language: string
  moment: 'entry' | 'between' | 'exit'
  source: 'self-declared' | 'observed' | 'tested' | 'certificate'
  test_name: string | null
  issuer: string | null
  assessor: string | null
  tested_on: string
  recorded_by: string
  created_at: GeneratedInstant
}

export interface LanguageTriageWords {
  triage_id: string
  person_id: string
  side: 'social' | 'training'
  shared_on: string | null
  words: Buffer
}

export interface LanguageTriages {
  id: string
  person_id: string
  language: string
  suggested: 'alpha' | 'post-alpha' | 'illettrisme' | 'fle' | 'none' | null
  decided: 'alpha' | 'post-alpha' | 'illettrisme' | 'fle' | 'none'
  reason: 'test-result' | 'interview' | 'schooling' | 'own-wish' | 'other' | null
  decided_on: string
  decided_by: string
  created_at: GeneratedInstant
}

export interface Links {
  id: string
  token_hash: Buffer
  purpose: 'invitation'
  audience: string
  institution_id: string
  details: GeneratedJson
  created_by: string | null
  created_at: GeneratedInstant
  expires_at: Instant
  used_at: Instant | null
  revoked_at: Instant | null
}

export interface Mandates {
  id: Generated<string>
  person_id: string
  professional_id: string
  role: string
  institution_id: string
  purpose: 'intake' | 'referral' | 'group' | 'colleague' | 'pass-on' | 'follow-up'
  from_date: string
  to_date: string | null
  source_id: string | null
  reason: string | null
  created_at: GeneratedInstant
  created_by: string | null
  revoked_at: Instant | null
  revoked_by: string | null
}

export interface MeasureAssignments {
  id: string
  direction_id: string
  person_id: string
  measure: string
  provider: string | null
  starts_on: string | null
  recorded_on: string
  recorded_by: string
}

export interface ModuleMemberships {
  id: string
  enrolment_id: string
  person_id: string
  module: string
  from_date: string
  until_date: string | null
  added_by: string
  added_at: GeneratedInstant
  ended_by: string | null
}

export interface MotivationTalks {
  id: string
  enrolment_id: string
  person_id: string
  held_on: string
  held_by: string
  words: Buffer | null
  created_at: GeneratedInstant
}

export interface Notes {
  id: string
  person_id: string
  author_id: string
  institution_id: string
  audience: 'own' | 'institution' | 'shared'
  body: Buffer
  on_date: string
  created_at: GeneratedInstant
}

export interface Notices {
  id: Generated<string>
  user_id: string
  person_id: string | null
  kind: 'two-absences' | 'cannot-come' | 'handed-over' | 'passed-on' | 'measure-assigned' | 'never-started' | 'dropped' | 'card-locked'
  source_id: string | null
  on_date: string
  created_at: GeneratedInstant
  seen_at: Instant | null
}

export interface OrientationFeedback {
  id: string
  step_id: string
  enrolment_id: string
  person_id: string
  side: 'social' | 'training'
  shared_on: string | null
  words: Buffer
  sent_by: string
  sent_on: string
  created_at: GeneratedInstant
}

export interface OrientationFindings {
  id: string
  step_id: string
  enrolment_id: string
  person_id: string
  side: 'social' | 'training'
  shared_on: string | null
  aim_fits: 'fits' | 'partly' | 'no' | 'not-disclosed' | null
  motivation: string | null
  words: Buffer
  written_by: string
  written_on: string
  created_at: GeneratedInstant
}

export interface OrientationReceipts {
  feedback_id: string
  user_id: string
  sent_by: string
  enrolment_id: string
  person_id: string
  seen_on: string | null
}

export interface OrientationSteps {
  id: string
  enrolment_id: string
  person_id: string
  position: number
  state: 'at-step' | 'on-hold' | 'elsewhere' | 'accepted' | 'refused'
  step: string
  part: string | null
  owner_id: string | null
  from_date: string
  due_on: string | null
  until: string | null
  reason: string | null
  entered_by: string | null
  move: 'pass' | 'skip' | 'put-back' | 'hold' | 'send-elsewhere' | 'take-up' | 'refuse' | null
  ended_on: string | null
  ended_by: string | null
  entered_at: GeneratedInstant
}

export interface OutingsBudgets {
  id: string
  programme_id: string
  from_date: string
  to_date: string
  cents: number
  entered_by: string
  entered_at: GeneratedInstant
  ended_at: Instant | null
}

export interface PartnerImports {
  id: string
  institution_id: string
  user_id: string
  file_name: string
  shared: boolean
  file: Buffer | null
  created_at: Instant
  confirmed_on: string | null
  figures: Json | null
  faults: GeneratedJson
}

export interface PartnerNotes {
  partner_id: string
  institution_id: string
  body: string
  written_by: string
  written_on: string
}

export interface PartnerReferralEvents {
  id: string
  referral_id: string
  person_id: string
  number: number
  state: 'proposed' | 'told' | 'accepted' | 'declined' | 'no-answer' | 'done'
  on_date: string
  words: Buffer | null
  next_step: Buffer | null
  next_on: string | null
  entered_by: string
  created_at: GeneratedInstant
}

export interface PartnerReferrals {
  id: string
  person_id: string
  author_id: string
  institution_id: string
  audience: 'own' | 'institution' | 'shared'
  content: Buffer
  agreement: 'not-yet' | 'spoken' | 'written'
  agreed_on: string | null
  on_date: string
  created_at: GeneratedInstant
}

export interface PartnerRetirements {
  id: string
  partner_id: string
  why: string
  from_date: string
  retired_by: string
  ended_on: string | null
  ended_by: string | null
}

export interface PartnerServices {
  id: string
  partner_id: string
  institution_id: string
  name: string
  kind: string | null
  themes: Generated<string[]>
  audiences: Generated<string[]>
  audience_details: string | null
  description: string
  conditions: string | null
  fees: string | null
  fee_details: string | null
  modes: Generated<string[]>
  ways: Generated<string[]>
  way_details: string | null
  way_link: string | null
  callers: Generated<string[]>
  contact_name: string | null
  phone: string | null
  email: string | null
  street: string | null
  extra_address: string | null
  postal_code: string | null
  place: string | null
  opening: string | null
  details: GeneratedJson
  source: string | null
  source_id: string | null
  source_link: string | null
  source_on: string | null
  source_hash: string | null
  changed_on: string
  edited_on: string | null
  ended_on: string | null
  search: string
  place_search: Generated<string>
  created_at: GeneratedInstant
}

export interface Partners {
  id: string
  institution_id: string
  shared: Generated<boolean>
  own: Generated<boolean>
  name: string
  description: string | null
  street: string | null
  extra_address: string | null
  postal_code: string | null
  place: string | null
  phone: string | null
  email: string | null
  website: string | null
  opening: string | null
  identifiers: GeneratedJson
  details: GeneratedJson
  source: string | null
  source_id: string | null
  source_link: string | null
  source_on: string | null
  source_hash: string | null
  checked_on: string | null
  checked_by: string | null
  changed_on: string
  edited_on: string | null
  search: string
  place_search: Generated<string>
  created_by: string
  created_at: GeneratedInstant
}

export interface PeerJoinings {
  step_id: string
  person_id: string
  joined_at: GeneratedInstant
  withdrawn_at: Instant | null
}

export interface PeerSteps {
  id: string
  group_id: string
  rules_shown_on: string
  opened_by: string
  opened_at: GeneratedInstant
  closed_at: Instant | null
}

export interface PersonHealth {
  person_id: string
  declared: Buffer | null
  updated_at: GeneratedInstant
  updated_by: string
}

export interface PersonPairs {
  id: string
  programme_id: string
  person_id: string
  other_id: string
  kind: 'apart' | 'together'
  reason: Buffer
  made_by: string
  made_on: string
  made_at: GeneratedInstant
  ended_on: string | null
  ended_by: string | null
}

export interface PersonResidence {
  person_id: string
  permit: Buffer | null
  valid_until: Buffer | null
  updated_at: GeneratedInstant
  updated_by: string
}

export interface PersonSocialAid {
  person_id: string
  institution_id: string
  reference: string | null
  first_aid_on: string | null
  years_out_of_work: 'under-1' | '1-2' | '3-5' | '6-10' | 'over-10' | 'never-worked' | 'not-disclosed' | null
  vocational_training: 'none' | 'started' | 'completed-here' | 'completed-abroad' | 'not-disclosed' | null
  updated_at: GeneratedInstant
}

export interface Persons {
  id: string
  institution_id: string
  first_name: string
  last_name: string | null
  birth_date: string | null
  birth_year: number | null
  gender: 'w' | 'm' | 'x' | 'not-disclosed' | null
  language: string | null
  interpreter: boolean | null
  phone: string | null
  email: string | null
  street: string | null
  postal_code: string | null
  town: string | null
  created_at: GeneratedInstant
  created_by: string
  updated_at: GeneratedInstant
  search: GeneratedAlways<string | null>
}

export interface PositioningSheets {
  person_id: string
  group_languages: string[] | null
  schooling: 'never' | 'up-to-6' | 'up-to-12' | 'more' | 'not-disclosed' | null
  digital: 'none' | 'phone-only' | 'with-help' | 'alone' | 'not-disclosed' | null
  place: string | null
  mobile: boolean | null
  half_days: string[] | null
  childcare: 'yes' | 'no' | 'not-disclosed' | null
  needs: string[] | null
  earliest_start: string | null
  updated_at: GeneratedInstant
  updated_by: string | null
  birth_year_withheld: Generated<boolean>
}

export interface ProcedureStates {
  id: string
  procedure_id: string
  enrolment_id: string
  person_id: string
  state: 'opened' | 'sent' | 'waiting' | 'granted' | 'refused' | 'withdrawn' | 'settled'
  on_date: string
  words: Buffer | null
  entered_by: string
  side: 'social' | 'training'
  shared_on: string | null
  created_at: GeneratedInstant
}

export interface Procedures {
  id: string
  enrolment_id: string
  person_id: string
  kind: string
  institution: Buffer | null
  due_on: string | null
  side: 'social' | 'training'
  shared_on: string | null
  created_at: GeneratedInstant
}

export interface ProfileChoices {
  profile_id: string
  person_id: string
  line: string
  goes_out: boolean
  decided_at: GeneratedInstant
}

export interface ProfileLines {
  id: string
  profile_id: string
  person_id: string
  part: 'values' | 'motivation' | 'obstacles' | 'wishes' | 'first-idea' | 'second-idea' | 'next-step'
  body: Buffer
  shown_to_coach: Generated<boolean>
  entered_by_kind: 'card' | 'staff'
  entered_by: string | null
  created_at: GeneratedInstant
  removed_at: Instant | null
}

export interface ProfilePicks {
  profile_id: string
  person_id: string
  competence: string
  picked_at: GeneratedInstant
  removed_at: Instant | null
}

export interface ProfileVersions {
  id: string
  profile_id: string
  person_id: string
  number: number
  language: string
  content: Buffer
  frozen_at: GeneratedInstant
  frozen_on: string
  frozen_by_kind: 'card' | 'staff'
  frozen_by: string | null
}

export interface Profiles {
  id: string
  enrolment_id: string
  person_id: string
  opened_at: GeneratedInstant
}

export interface ProgrammeStaff {
  programme_id: string
  user_id: string
  from_date: string
  to_date: string | null
  added_by: string
  added_at: GeneratedInstant
}

export interface Programmes {
  id: string
  institution_id: string
  blueprint: string
  settings: Json
  created_at: GeneratedInstant
  created_by: string
  updated_at: GeneratedInstant
}

export interface Ratings {
  sheet_id: string
  person_id: string
  competence: string
  value: number | null
  comment: Buffer | null
  rated_at: GeneratedInstant
}

export interface RecoveryCodes {
  user_id: string
  code_hash: Buffer
  used_at: Instant | null
}

export interface ReferralWords {
  referral_id: string
  person_id: string
  reason: Buffer
  expectation: Buffer | null
  written_by: string
}

export interface Referrals {
  id: string
  enrolment_id: string
  person_id: string
  referrer_id: string
  institution_id: string
  explained: Generated<string[]>
  sheet_language: string | null
  explained_on: string | null
  sent_at: GeneratedInstant
  sent_on: string
}

export interface RoleClasses {
  role: string
  class: 'identity' | 'social-aid' | 'language' | 'attendance' | 'profile' | 'plan' | 'notes' | 'follow-up' | 'health' | 'residence'
  writes: boolean
}

export interface SchoolingProfiles {
  id: string
  person_id: string
  years: number | null
  years_withheld: Generated<boolean>
  schooled_in: string | null
  script: 'latin' | 'arabic' | 'cyrillic' | 'ethiopic' | 'chinese' | 'indic' | 'greek' | 'other' | 'none' | 'not-disclosed' | null
  reads: 'easily' | 'with-effort' | 'no' | 'not-disclosed' | null
  literacy_classes: 'yes' | 'no' | 'not-disclosed' | null
  noted_on: string
  noted_by: string
  created_at: GeneratedInstant
}

export interface SessionExpected {
  session_id: string
  person_id: string
}

export interface SessionSmileys {
  session_id: string
  grid: Json
  ballot_key: Generated<string>
  cast_counts: GeneratedJson
  cast_count: Generated<number>
  paper_counts: GeneratedJson
  paper_count: Generated<number>
  open_until: string | null
  closed_on: string | null
}

export interface Sessions {
  id: string
  group_id: string
  number: number
  on_date: string
  half_day: 'am' | 'pm'
  starts_at: string
  ends_at: string
  theme: Json
  place: string | null
  room: string | null
  material: string | null
  outing: string | null
  homework: string | null
  cancelled_on: string | null
  cancel_reason: string | null
  moved_from: string | null
  closed_at: Instant | null
  closed_by: string | null
  updated_at: GeneratedInstant
  bring: string | null
}

export interface Sheets {
  id: string
  profile_id: string
  person_id: string
  rater_kind: 'self' | 'coach' | 'co-coach' | 'trainee' | 'peer'
  rater_user_id: string | null
  rater_person_id: string | null
  peer_step_id: string | null
  entered_by_kind: Generated<'card' | 'staff'>
  entered_by: string | null
  started_at: GeneratedInstant
  handed_in_at: Instant | null
  withdrawn_at: Instant | null
}

export interface SignalReceipts {
  id: string
  signal_id: string
  person_id: string
  seen_by: string
  at: GeneratedInstant
}

export interface SignalSteps {
  id: string
  signal_id: string
  person_id: string
  number: number
  kind: 'accepted' | 'passed-on' | 'settled'
  to_user: string | null
  on_date: string
  by_user: string
  at: GeneratedInstant
}

export interface SignalWords {
  id: string
  signal_id: string
  person_id: string
  step_id: string | null
  side: 'social' | 'training'
  to_user: string | null
  body: Buffer
  written_by: string
  on_date: string
  at: GeneratedInstant
}

export interface Signals {
  id: string
  enrolment_id: string
  person_id: string
  session_id: string | null
  theme: string
  urgency: string
  body: Buffer
  on_date: string
  due_on: string
  noted_by: string
  noted_at: GeneratedInstant
}

export interface Sites {
  id: Generated<number>
  name: string
  demo: Generated<boolean>
  languages: Generated<string[]>
  founded_at: GeneratedInstant
}

export interface SituationAims {
  id: string
  situation_id: string
  enrolment_id: string
  person_id: string
  kind: 'target' | 'action'
  code: string
  chosen_on: string
  chosen_by: string
  due_on: string | null
  outcome: 'done' | 'dropped' | null
  outcome_on: string | null
  outcome_by: string | null
  side: 'social' | 'training'
  shared_on: string | null
  created_at: GeneratedInstant
}

export interface Situations {
  id: string
  enrolment_id: string
  person_id: string
  theme: string
  code: string | null
  words: Buffer | null
  noted_on: string
  noted_by: string
  settled_on: string | null
  settled_by: string | null
  side: 'social' | 'training'
  shared_on: string | null
  created_at: GeneratedInstant
}

export interface SmileyCodes {
  id: string
  session_id: string
  code_hash: Buffer
  kind: 'wall' | 'tablet'
  expires_at: Instant
}

export interface SmileyFlags {
  session_id: string
  person_id: string
}

export interface SmileyRecordings {
  id: string
  programme_id: string
  line: string
  language: string
  said: string
  content_type: 'audio/ogg' | 'audio/mpeg' | 'audio/mp4' | 'audio/webm'
  bytes: Buffer
  added_by: string
}

export interface StabilityStatements {
  id: string
  enrolment_id: string
  person_id: string
  stable: boolean
  on_date: string
  said_by: string
  side: 'social'
  shared_on: string | null
  created_at: GeneratedInstant
}

export interface StaffCosts {
  id: string
  programme_id: string
  month: string
  member_id: string | null
  cents: number
  entered_by: string
  entered_at: GeneratedInstant
  ended_at: Instant | null
}

export interface StaffSessions {
  id: Generated<string>
  token_hash: Buffer
  user_id: string
  device: Generated<string>
  created_at: GeneratedInstant
  last_seen_at: GeneratedInstant
  expires_at: Instant
  factor_at: Instant | null
  ended_at: Instant | null
  ended_by: string | null
}

export interface StatusEvents {
  id: string
  enrolment_id: string
  person_id: string
  moment: 'entry' | 'exit' | 'later'
  kind: string
  value: string
  issuer: string | null
  on_date: string
  entered_by: string
  entered_at: GeneratedInstant
}

export interface Steps {
  id: string
  person_id: string
  goal_id: string | null
  enrolment_id: string | null
  what: string
  who: 'person' | 'professional'
  who_user_id: string | null
  due_on: string | null
  made_by_kind: 'card' | 'staff'
  made_by: string | null
  made_on: string
  done_on: string | null
  done_by_kind: string | null
  done_by: string | null
  dropped_on: string | null
}

export interface Studies {
  id: string
  programme_id: string
  name: string
  made_by: string
  made_at: GeneratedInstant
}

export interface StudyEntries {
  study_id: string
  number: number
  kind: 'protocol' | 'commitment' | 'unit' | 'allocation' | 'override' | 'closure' | 'seed'
  line: string
  hash: string
  made_by: string
}

export interface StudySeeds {
  study_id: string
  sealed: Buffer
  drawn_by: string
  drawn_at: GeneratedInstant
}

export interface StudyUnits {
  study_id: string
  programme_id: string
  number: number
  group_id: string | null
  enrolment_id: string | null
  person_id: string | null
  made_by: string
}

export interface TargetCriteria {
  id: string
  person_id: string
  programme_id: string
  criterion: string
  answer: 'met' | 'not-met' | 'not-disclosed' | 'not-known'
  evidence: 'identity-document' | 'certificate' | 'attestation' | 'declaration' | null
  evidence_on: string | null
  noted_by: string
  noted_on: string
  created_at: GeneratedInstant
}

export interface TeamMembers {
  id: string
  programme_id: string
  user_id: string | null
  name: string | null
  function: string
  profiles: Generated<string[]>
  fte: number
  from_date: string
  to_date: string | null
  entered_by: string
  entered_at: GeneratedInstant
}

export interface TeamTimes {
  id: string
  programme_id: string
  member_id: string
  line: string
  share: number
  from_date: string
  to_date: string | null
  entered_by: string
  entered_at: GeneratedInstant
  ended_at: Instant | null
}

export interface Users {
  id: string
  institution_id: string
  name: string
  email: string
  role: 'administrator' | 'coordinator' | 'programme-office' | 'coach' | 'trainee' | 'social-worker' | 'measures-officer'
  field: string | null
  phone: string | null
  language: Generated<string>
  created_at: GeneratedInstant
  ended_on: string | null
  ended_by: string | null
}

export interface DB {
  absence_announcements: AbsenceAnnouncements
  aim_results: AimResults
  aims: Aims
  appointment_words: AppointmentWords
  appointments: Appointments
  attempts: Attempts
  attendance_marks: AttendanceMarks
  attendance_notes: AttendanceNotes
  audit_entries: AuditEntries
  candidate_words: CandidateWords
  candidates: Candidates
  card_sessions: CardSessions
  cards: Cards
  change_ratings: ChangeRatings
  clock: Clock
  composition_candidates: CompositionCandidates
  composition_change_people: CompositionChangePeople
  composition_changes: CompositionChanges
  composition_confirmations: CompositionConfirmations
  composition_groups: CompositionGroups
  composition_locks: CompositionLocks
  composition_members: CompositionMembers
  composition_offers: CompositionOffers
  composition_plan_people: CompositionPlanPeople
  composition_plans: CompositionPlans
  composition_run_offers: CompositionRunOffers
  composition_run_pairs: CompositionRunPairs
  composition_run_people: CompositionRunPeople
  composition_runs: CompositionRuns
  compositions: Compositions
  contact_attempts: ContactAttempts
  context_keys: ContextKeys
  credentials: Credentials
  difference_talks: DifferenceTalks
  directions: Directions
  disclosures: Disclosures
  drafts: Drafts
  duplicate_decisions: DuplicateDecisions
  enrolment_professionals: EnrolmentProfessionals
  enrolment_stages: EnrolmentStages
  enrolments: Enrolments
  entrance_test_results: EntranceTestResults
  entrance_tests: EntranceTests
  evaluations: Evaluations
  evidence: Evidence
  expenses: Expenses
  final_report_contents: FinalReportContents
  final_report_readings: FinalReportReadings
  final_report_recipients: FinalReportRecipients
  final_report_texts: FinalReportTexts
  final_report_versions: FinalReportVersions
  final_reports: FinalReports
  funding_lines: FundingLines
  funding_sets: FundingSets
  goals: Goals
  group_coaches: GroupCoaches
  group_content_levels: GroupContentLevels
  group_members: GroupMembers
  group_moves: GroupMoves
  group_talks: GroupTalks
  groups: Groups
  hand_over_steps: HandOverSteps
  hand_overs: HandOvers
  import_choices: ImportChoices
  import_mappings: ImportMappings
  import_rows: ImportRows
  imports: Imports
  indicator_entries: IndicatorEntries
  institutions: Institutions
  instrument_answers: InstrumentAnswers
  interviews: Interviews
  job_tokens: JobTokens
  language_levels: LanguageLevels
  language_tests: LanguageTests
  language_triage_words: LanguageTriageWords
  language_triages: LanguageTriages
  links: Links
  mandates: Mandates
  measure_assignments: MeasureAssignments
  module_memberships: ModuleMemberships
  motivation_talks: MotivationTalks
  notes: Notes
  notices: Notices
  orientation_feedback: OrientationFeedback
  orientation_findings: OrientationFindings
  orientation_receipts: OrientationReceipts
  orientation_steps: OrientationSteps
  outings_budgets: OutingsBudgets
  partner_imports: PartnerImports
  partner_notes: PartnerNotes
  partner_referral_events: PartnerReferralEvents
  partner_referrals: PartnerReferrals
  partner_retirements: PartnerRetirements
  partner_services: PartnerServices
  partners: Partners
  peer_joinings: PeerJoinings
  peer_steps: PeerSteps
  person_health: PersonHealth
  person_pairs: PersonPairs
  person_residence: PersonResidence
  person_social_aid: PersonSocialAid
  persons: Persons
  positioning_sheets: PositioningSheets
  procedure_states: ProcedureStates
  procedures: Procedures
  profile_choices: ProfileChoices
  profile_lines: ProfileLines
  profile_picks: ProfilePicks
  profile_versions: ProfileVersions
  profiles: Profiles
  programme_staff: ProgrammeStaff
  programmes: Programmes
  ratings: Ratings
  recovery_codes: RecoveryCodes
  referral_words: ReferralWords
  referrals: Referrals
  role_classes: RoleClasses
  schooling_profiles: SchoolingProfiles
  session_expected: SessionExpected
  session_smileys: SessionSmileys
  sessions: Sessions
  sheets: Sheets
  signal_receipts: SignalReceipts
  signal_steps: SignalSteps
  signal_words: SignalWords
  signals: Signals
  sites: Sites
  situation_aims: SituationAims
  situations: Situations
  smiley_codes: SmileyCodes
  smiley_flags: SmileyFlags
  smiley_recordings: SmileyRecordings
  stability_statements: StabilityStatements
  staff_costs: StaffCosts
  staff_sessions: StaffSessions
  status_events: StatusEvents
  steps: Steps
  studies: Studies
  study_entries: StudyEntries
  study_seeds: StudySeeds
  study_units: StudyUnits
  target_criteria: TargetCriteria
  team_members: TeamMembers
  team_times: TeamTimes
  users: Users
}
