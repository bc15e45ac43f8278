// A person with something in every table of personal data, for the tests that prove who sees what.
import type { Act, Line } from '../../app/engine/allocation/log.ts'
import { sha256 } from '../../app/engine/allocation/random.ts'
import { drawAll } from '../../app/engine/allocation/replay.ts'
import type { Frame } from '../../app/features/final-reports/report.ts'
import { examplePaper } from '../../app/features/profiles/document.example.ts'
import { addEntry, createStudy, keepSeed } from '../../app/features/studies/store.ts'
import { nameUnit } from '../../app/features/studies/units-store.ts'
import type { Tx } from '../../app/shared/db/database.ts'
import type { StaffActor } from '../../app/shared/http/actor.ts'
import type { Staff, TestSite } from './site.ts'
import { newId, testToday } from './site.ts'

export type FullFile = Awaited<ReturnType<typeof givenFullFile>>

/** A study of people in which this person was allocated; its seed was drawn by the office. */
async function givenStudy(
  site: TestSite,
  world: {
    mark: string
    coordinator: Staff
    office: Staff
    programmeId: string
    enrolmentId: string
    personId: string
  },
): Promise<string> {
  const { mark, coordinator, office, programmeId, enrolmentId, personId } = world
  const study = { id: newId(), programmeId, name: `study${mark}` }
  const seed = `seed${mark}`
  const arms = ['A', `arm${mark}`]
  const method = { method: 'blocks-v1', multipliers: [1, 2] } as const
  const protocol = { name: study.name, unit: 'person', arms, ratio: [1, 1], factors: ['place'], ...method } as const
  const unit = { number: 1, levels: [`place${mark}`], allowed: null }
  const candidate = { groupId: null, enrolmentId, personId }
  const [clock] = await site.sql<{ now: Date }>('select app.now() as now')
  const lines: Line[] = []
  const write = (by: Staff, act: Act, before?: (tx: Tx, actor: StaffActor) => Promise<unknown>) =>
    site.asActor(by, async (tx, actor) => {
      await before?.(tx, actor as StaffActor)
      lines.push(await addEntry(tx, actor as StaffActor, study.id, { lines, act, now: clock!.now }))
      if (act.kind === 'commitment') await keepSeed(tx, actor as StaffActor, site.vault, { studyId: study.id, seed })
    })
  await write(coordinator, { kind: 'protocol', data: protocol }, (tx, actor) => createStudy(tx, actor, study))
  await write(office, { kind: 'commitment', data: { commitment: sha256(seed) } })
  const saved = { unit: 1, levels: unit.levels, allowed: null, reason: null }
  await write(coordinator, { kind: 'unit', data: saved }, (tx, actor) =>
    nameUnit(tx, actor, study, { number: 1, candidate }),
  )
  await write(coordinator, { kind: 'allocation', data: drawAll(protocol, seed, [unit])[0]! })
  return study.id
}

/** One person, referred, in a group, with a profile handed over and a plan. Every text holds the token `mark`. */
export async function givenFullFile(site: TestSite, mark: string) {
  const { given, sql, vault } = site
  const service = await given.institution('social-service')
  const unit = await given.institution('programme-unit')
  const measures = await given.institution('integration-service')
  const referrer = await given.staff('social-worker', { institutionId: service })
  const coordinator = await given.staff('coordinator', { institutionId: unit })
  const office = await given.staff('programme-office', { institutionId: unit })
  const coach = await given.staff('coach', { institutionId: unit })
  const trainee = await given.staff('trainee', { institutionId: unit })
  const officer = await given.staff('measures-officer', { institutionId: measures })
  const personId = await given.person({
    by: referrer,
    firstName: `First${mark}`,
    lastName: `Last${mark}`,
    phone: `phone${mark}`,
  })
  const programmeId = await given.programme({ by: coordinator, office })
  const enrolmentId = await given.enrolment({ personId, programmeId, by: referrer, stage: 'started' })
  const groupId = await given.group({ programmeId, by: coordinator, coaches: [coach, trainee] })
  const memberId = await given.member({ groupId, enrolmentId, personId, by: coordinator, coaches: [coach, trainee] })
  const sessionId = await given.sessionOf({ groupId })
  const card = await given.card({ personId, by: coach })
  const seal = (table: string, column: string, row: string, text = `${column}${mark}`) =>
    vault.seal(personId, { table, column, row }, text)
  const insert = async (table: string, row: Record<string, unknown>) => {
    const names = Object.keys(row)
    await sql(
      `insert into ${table} (${names.join(', ')}) values (${names.map((_, i) => `$${i + 1}`).join(', ')})`,
      Object.values(row),
    )
  }
  const byPerson = { person_id: personId }
  await insert('person_social_aid', { ...byPerson, institution_id: service, reference: `ref${mark}` })
  await insert('person_health', {
    ...byPerson,
    declared: seal('person_health', 'declared', personId),
    updated_by: referrer.id,
  })
  await insert('person_residence', {
    ...byPerson,
    permit: seal('person_residence', 'permit', personId),
    updated_by: referrer.id,
  })
  const importId = newId()
  await insert('imports', {
    id: importId,
    user_id: referrer.id,
    institution_id: service,
    file_name: `list${mark}.csv`,
    created_at: new Date(),
  })
  await insert('import_choices', { import_id: importId, row_number: 2, choice: 'same', ...byPerson })
  await insert('import_rows', { import_id: importId, row_number: 3, kind: 'updated', ...byPerson })
  for (const audience of ['own', 'institution', 'shared']) {
    const id = newId()
    await insert('notes', {
      id,
      ...byPerson,
      author_id: referrer.id,
      institution_id: service,
      audience,
      body: seal('notes', 'body', id),
      on_date: testToday,
    })
  }
  await insert('language_levels', {
    id: newId(),
    ...byPerson,
    language: 'fr',
    skill: 'reading',
    level: 'A1',
    source: 'observed',
    assessed_on: testToday,
  })
  await insert('positioning_sheets', { ...byPerson, place: `place${mark}` })
  await insert('enrolment_professionals', {
    id: newId(),
    enrolment_id: enrolmentId,
    ...byPerson,
    part: 'global',
    user_id: referrer.id,
    from_date: testToday,
    added_by: referrer.id,
  })
  const byEnrolment = { enrolment_id: enrolmentId, ...byPerson }
  const training = { ...byEnrolment, side: 'training' }
  const [triage, aim, aimResult] = [newId(), newId(), newId()]
  const inFrench = { ...byPerson, language: 'fr' }
  await insert('language_tests', {
    id: newId(),
    ...inFrench,
    moment: 'entry',
    source: 'tested',
    test_name: `test${mark}`,
    tested_on: testToday,
    recorded_by: coach.id,
  })
  await insert('schooling_profiles', { id: newId(), ...byPerson, years: 3, noted_on: testToday, noted_by: coach.id })
  await insert('language_triages', {
    id: triage,
    ...inFrench,
    decided: 'alpha',
    reason: 'interview',
    decided_on: testToday,
    decided_by: coach.id,
  })
  await insert('language_triage_words', {
    triage_id: triage,
    ...byPerson,
    side: 'training',
    words: seal('language_triage_words', 'words', triage),
  })
  await insert('group_moves', {
    id: newId(),
    ...byEnrolment,
    from_group: await given.group({ programmeId, by: coordinator, name: `Before${mark}` }),
    to_group: groupId,
    reason: 'progressed',
    moved_on: testToday,
    moved_by: coordinator.id,
  })
  await insert('aims', {
    id: aim,
    ...training,
    kind: 'pathway',
    words: seal('aims', 'words', aim),
    noted_on: testToday,
    noted_by: coach.id,
  })
  await insert('aim_results', {
    id: aimResult,
    ...training,
    aim_id: aim,
    result: 'partly',
    words: seal('aim_results', 'words', aimResult),
    on_date: testToday,
    recorded_by: coach.id,
  })
  const [rating, appointment, interview, procedure, state, situation] = Array.from({ length: 6 }, newId) as string[]
  await insert('module_memberships', {
    id: newId(),
    ...byEnrolment,
    module: 'collective',
    from_date: testToday,
    added_by: referrer.id,
  })
  await insert('change_ratings', {
    id: rating,
    ...training,
    module: 'collective',
    change: 'isolation',
    point: 2,
    words: seal('change_ratings', 'words', rating!),
    on_date: testToday,
    rated_by: coach.id,
  })
  await insert('appointments', {
    id: appointment,
    ...training,
    kind: 'interview',
    on_date: testToday,
    at_time: '10:00',
    place: `appointment${mark}`,
    with_user: coach.id,
    planned_by: coach.id,
  })
  await insert('appointment_words', {
    appointment_id: appointment,
    ...training,
    purpose: seal('appointment_words', 'purpose', appointment!),
    result: seal('appointment_words', 'result', appointment!),
  })
  await insert('interviews', {
    id: interview,
    appointment_id: appointment,
    ...training,
    version: 1,
    held_on: testToday,
    answers: seal('interviews', 'answers', interview!, JSON.stringify({ how: { words: `answers${mark}` } })),
    written_by: coach.id,
  })
  await insert('stability_statements', {
    id: newId(),
    ...byEnrolment,
    stable: true,
    on_date: testToday,
    said_by: referrer.id,
    side: 'social',
    shared_on: testToday,
  })
  await insert('procedures', {
    id: procedure,
    ...training,
    kind: 'diploma',
    institution: seal('procedures', 'institution', procedure!),
    due_on: testToday,
  })
  await insert('procedure_states', {
    id: state,
    procedure_id: procedure,
    ...training,
    state: 'opened',
    on_date: testToday,
    words: seal('procedure_states', 'words', state!),
    entered_by: coach.id,
  })
  await insert('situations', {
    id: situation,
    ...training,
    theme: 'logement',
    words: seal('situations', 'words', situation!, `situation${mark}`),
    noted_on: testToday,
    noted_by: coach.id,
  })
  await insert('situation_aims', {
    id: newId(),
    situation_id: situation,
    ...training,
    kind: 'action',
    code: `aim${mark}`,
    chosen_on: testToday,
    chosen_by: coach.id,
  })
  const reportId = newId()
  const ofReport = { report_id: reportId, ...byPerson, enrolment_id: enrolmentId }
  await insert('final_reports', {
    id: reportId,
    ...byPerson,
    enrolment_id: enrolmentId,
    started_on: testToday,
    started_by: coach.id,
  })
  const reportTextId = newId()
  const words = JSON.stringify({ words: `report${mark}`, facts: null, withFacts: false })
  await insert('final_report_texts', {
    id: reportTextId,
    ...ofReport,
    section: 'path',
    side: 'training',
    number: 1,
    content: seal('final_report_texts', 'content', reportTextId, words),
    written_by: coach.id,
  })
  const readingId = newId()
  await insert('final_report_readings', {
    id: readingId,
    ...ofReport,
    revision: 1,
    kind: 'read',
    on_date: testToday,
    read_by: coach.id,
    agreement: 'agrees',
    words: seal('final_report_readings', 'words', readingId),
    recorded_by: coach.id,
  })
  const sentId = newId()
  await insert('final_report_versions', {
    id: sentId,
    ...ofReport,
    number: 1,
    revision: 1,
    language: 'fr',
    sent_on: testToday,
    sent_by: coach.id,
  })
  const receiver = { userId: referrer.id, name: `receiver${mark}`, institution: '', parts: ['global'] }
  const frame: Frame = {
    language: 'fr',
    ...{ personName: `frame${mark}`, sections: [{ key: 'path', title: { fr: `section${mark}` } }] },
    ...{ parts: {}, kinds: {}, programmeTitle: { fr: '' }, institution: '', from: testToday, until: null, number: 1 },
    ...{ sentByName: '', sentOn: testToday, recipients: [receiver] },
    reading: { kind: 'not-reached', on: testToday, byName: '', reason: `reason${mark}` },
  }
  await insert('final_report_contents', {
    version_id: sentId,
    ...byPerson,
    text_ids: [reportTextId],
    content: seal('final_report_contents', 'content', sentId, JSON.stringify(frame)),
  })
  await insert('final_report_recipients', {
    id: newId(),
    version_id: sentId,
    ...byPerson,
    user_id: referrer.id,
    parts: ['global'],
  })
  await insert('status_events', {
    id: newId(),
    enrolment_id: enrolmentId,
    ...byPerson,
    moment: 'exit',
    kind: 'qualification',
    value: 'yes',
    issuer: `issuer${mark}`,
    on_date: testToday,
    entered_by: referrer.id,
  })
  const candidateId = newId()
  await insert('candidates', {
    id: candidateId,
    ...byPerson,
    programme_id: programmeId,
    year: 2026,
    institution_id: service,
    antenna: `antenna${mark}`,
    listed_on: testToday,
    listed_by: referrer.id,
    outcome: 'registered',
    closed_on: testToday,
  })
  await insert('candidate_words', {
    candidate_id: candidateId,
    ...byPerson,
    side: 'training',
    why: seal('candidate_words', 'why', candidateId),
    written_by: coach.id,
    written_on: testToday,
  })
  await insert('target_criteria', {
    id: newId(),
    ...byPerson,
    programme_id: programmeId,
    criterion: 'adult',
    answer: 'met',
    noted_by: coach.id,
    noted_on: testToday,
  })
  const orientationStep = newId()
  const way = { enrolment_id: enrolmentId, ...byPerson }
  await insert('orientation_steps', {
    id: orientationStep,
    ...way,
    position: 0,
    state: 'at-step',
    step: 'review',
    from_date: testToday,
  })
  const findingId = newId()
  await insert('orientation_findings', {
    id: findingId,
    step_id: orientationStep,
    ...way,
    side: 'training',
    words: seal('orientation_findings', 'words', findingId),
    written_by: coach.id,
    written_on: testToday,
  })
  const feedbackId = newId()
  await insert('orientation_feedback', {
    id: feedbackId,
    step_id: orientationStep,
    ...way,
    side: 'training',
    words: seal('orientation_feedback', 'words', feedbackId),
    sent_by: coach.id,
    sent_on: testToday,
  })
  await insert('orientation_receipts', {
    feedback_id: feedbackId,
    user_id: referrer.id,
    sent_by: coach.id,
    ...way,
  })
  const [referral] = await sql<{ id: string }>('select id from referrals where enrolment_id = $1', [enrolmentId])
  await insert('referral_words', {
    referral_id: referral!.id,
    ...byPerson,
    reason: seal('referral_words', 'reason', referral!.id),
    written_by: referrer.id,
  })
  const talk = newId()
  await insert('motivation_talks', {
    id: talk,
    enrolment_id: enrolmentId,
    ...byPerson,
    held_on: testToday,
    held_by: referrer.id,
    words: seal('motivation_talks', 'words', talk),
  })
  await insert('contact_attempts', {
    id: newId(),
    enrolment_id: enrolmentId,
    ...byPerson,
    on_date: testToday,
    channel: 'phone',
    result: 'reached',
    made_by: office.id,
  })
  await insert('instrument_answers', {
    id: newId(),
    enrolment_id: enrolmentId,
    ...byPerson,
    instrument: 'asku',
    moment: 'before',
    answers: '{}',
    answered_on: testToday,
    entered_by_kind: 'staff',
  })
  const evaluationId = newId()
  const ofTraining = { enrolment_id: enrolmentId, ...byPerson, side: 'training', on_date: testToday }
  await insert('evaluations', {
    id: evaluationId,
    ...ofTraining,
    kind: 'regular',
    own_points: '{}',
    trainer_points: '{}',
    words: seal('evaluations', 'words', evaluationId),
    held_by: coach.id,
  })
  const entranceTestId = newId()
  await insert('entrance_tests', {
    id: entranceTestId,
    ...ofTraining,
    training: seal('entrance_tests', 'training', entranceTestId),
    recorded_by: coach.id,
  })
  await insert('entrance_test_results', {
    id: newId(),
    test_id: entranceTestId,
    ...byPerson,
    number: 1,
    result: 'awaited',
    on_date: testToday,
    recorded_by: coach.id,
  })
  const signalId = newId()
  const ofSignal = { ...byPerson, signal_id: signalId }
  await insert('signals', {
    id: signalId,
    enrolment_id: enrolmentId,
    ...byPerson,
    session_id: sessionId,
    theme: 'childcare',
    urgency: 'week',
    body: seal('signals', 'body', signalId),
    on_date: testToday,
    due_on: testToday,
    noted_by: coach.id,
  })
  const stepId = newId()
  await insert('signal_steps', {
    id: stepId,
    ...ofSignal,
    number: 1,
    kind: 'accepted',
    on_date: testToday,
    by_user: referrer.id,
  })
  const wordId = newId()
  await insert('signal_words', {
    id: wordId,
    ...ofSignal,
    side: 'training',
    body: seal('signal_words', 'body', wordId),
    written_by: coach.id,
    on_date: testToday,
  })
  await insert('signal_receipts', { id: newId(), ...ofSignal, seen_by: coach.id })
  await insert('attendance_marks', {
    key: newId(),
    session_id: sessionId,
    ...byPerson,
    status: 'present',
    marked_by: coach.id,
  })
  const noteId = newId()
  await insert('attendance_notes', {
    id: noteId,
    session_id: sessionId,
    ...byPerson,
    body: seal('attendance_notes', 'body', noteId),
    written_by: coach.id,
  })
  await insert('absence_announcements', { id: newId(), session_id: sessionId, ...byPerson, by_kind: 'card' })
  await insert('session_expected', { session_id: sessionId, ...byPerson })
  await insert('session_smileys', {
    session_id: sessionId,
    grid: JSON.stringify({ faces: 3, lines: [{ key: 'useful', text: { en: `line${mark}` }, picture: 'tool' }] }),
  })
  await insert('smiley_flags', { session_id: sessionId, ...byPerson })
  await insert('group_talks', {
    id: newId(),
    session_id: sessionId,
    number: 1,
    went_well: `talk${mark}`,
    to_change: '',
    decided: '',
    written_by: coach.id,
  })
  const profileId = newId()
  await insert('profiles', { id: profileId, enrolment_id: enrolmentId, ...byPerson })
  await insert('profile_picks', { profile_id: profileId, ...byPerson, competence: 'reliability' })
  const selfSheet = newId()
  const coachSheet = newId()
  await insert('sheets', {
    id: selfSheet,
    profile_id: profileId,
    ...byPerson,
    rater_kind: 'self',
    rater_person_id: personId,
  })
  await insert('sheets', {
    id: coachSheet,
    profile_id: profileId,
    ...byPerson,
    rater_kind: 'coach',
    rater_user_id: coach.id,
  })
  for (const sheet of [selfSheet, coachSheet])
    await insert('ratings', { sheet_id: sheet, ...byPerson, competence: 'reliability', value: 3 })
  const evidenceId = newId()
  await insert('evidence', {
    id: evidenceId,
    profile_id: profileId,
    ...byPerson,
    competence: 'reliability',
    situation: seal('evidence', 'situation', evidenceId),
    entered_by_kind: 'card',
  })
  const lineId = newId()
  await insert('profile_lines', {
    id: lineId,
    profile_id: profileId,
    ...byPerson,
    part: 'obstacles',
    body: seal('profile_lines', 'body', lineId),
    entered_by_kind: 'card',
  })
  const talkId = newId()
  await insert('difference_talks', {
    id: talkId,
    profile_id: profileId,
    ...byPerson,
    competence: 'reliability',
    words: seal('difference_talks', 'words', talkId),
    written_by: coach.id,
    written_by_kind: 'staff',
  })
  await insert('profile_choices', { profile_id: profileId, ...byPerson, line: 'self:reliability', goes_out: true })
  const versionId = newId()
  await insert('profile_versions', {
    id: versionId,
    profile_id: profileId,
    ...byPerson,
    number: 1,
    language: 'fr',
    content: seal(
      'profile_versions',
      'content',
      versionId,
      JSON.stringify({ ...examplePaper, personName: `paper${mark}` }),
    ),
    frozen_on: testToday,
    frozen_by_kind: 'card',
  })
  const goalId = newId()
  await insert('goals', {
    id: goalId,
    ...byPerson,
    enrolment_id: enrolmentId,
    title: `goal${mark}`,
    made_by_kind: 'card',
    made_on: testToday,
  })
  await insert('steps', {
    id: newId(),
    ...byPerson,
    goal_id: goalId,
    what: `step${mark}`,
    who: 'person',
    made_by_kind: 'card',
    made_on: testToday,
  })
  // The person in every table of a composition, beside somebody they are kept apart from.
  const otherId = await given.person({ by: referrer, firstName: `Other${mark}` })
  const otherEnrolment = await given.enrolment({ personId: otherId, programmeId, by: referrer })
  const composition = { compositionId: newId(), offerId: newId(), runId: newId(), planId: newId() }
  const { compositionId, offerId, runId, planId } = composition
  const ofProgramme = { programme_id: programmeId }
  const whole = { enrolment_id: enrolmentId, ...byPerson, ...ofProgramme }
  const byCoordinator = { made_by: coordinator.id, ...ofProgramme }
  const ofComposition = { composition_id: compositionId, ...byCoordinator }
  await insert('compositions', {
    id: compositionId,
    ...byCoordinator,
    name: `composition${mark}`,
    mode: 'mixed',
    made_on: testToday,
  })
  await insert('composition_candidates', { composition_id: compositionId, ...whole, added_by: coordinator.id })
  await insert('composition_offers', {
    id: offerId,
    ...ofComposition,
    position: 0,
    name: `offer${mark}`,
    language: 'fr',
    place: 'Centre',
    half_days: ['mon-am'],
    starts_on: testToday,
    min: 1,
    max: 12,
  })
  const pairId = newId()
  await insert('person_pairs', {
    id: pairId,
    ...byCoordinator,
    ...byPerson,
    other_id: otherId,
    kind: 'apart',
    reason: seal('person_pairs', 'reason', pairId),
    made_on: testToday,
  })
  const engine = { seed: 1, engine_version: '1' }
  await insert('composition_runs', { id: runId, ...ofComposition, mode: 'mixed', ...engine, state: 'finished' })
  const inRun = { run_id: runId, ...ofProgramme }
  const place = { language: 'fr', place: 'Centre', slots: [0], min: 1, max: 12, childcareSeats: 0 }
  const offerFacts = JSON.stringify({ ...place, id: offerId, name: `offer${mark}`, startsOn: testToday })
  const levels = { schooling: 2, oral: 2, reading: 2, writing: 2, waitedDays: 10, earliestStart: 0 }
  const factsOf = (id: string | undefined) =>
    JSON.stringify({
      ...{ id, langs: ['fr'], gender: 'w', age: 30, ...levels, childcare: false, place: 'Centre', mobile: false },
      avail: Array(10).fill(1),
    })
  await insert('composition_run_offers', { ...inRun, position: 0, offer_id: offerId, facts: offerFacts })
  for (const [position, [enrolment_id, person_id]] of [
    [enrolmentId, personId],
    [otherEnrolment, otherId],
  ].entries())
    await insert('composition_run_people', {
      ...inRun,
      enrolment_id,
      person_id,
      position,
      facts: factsOf(enrolment_id),
    })
  await insert('composition_run_pairs', {
    ...inRun,
    kind: 'apart',
    enrolment_id: enrolmentId,
    ...byPerson,
    other_enrolment_id: otherEnrolment,
    other_id: otherId,
  })
  await insert('composition_plans', {
    id: planId,
    ...ofComposition,
    run_id: runId,
    number: 1,
    origin: 'proposed',
    score: 0,
    seats: 1,
    soft_cost: 0,
    iterations: 1,
    ...engine,
  })
  await insert('composition_plan_people', { plan_id: planId, run_id: runId, ...whole, offer: 0 })
  const changeId = newId()
  await insert('composition_changes', {
    id: changeId,
    plan_id: planId,
    ...byCoordinator,
    number: 1,
    score_before: 0,
    score_after: 0,
  })
  await insert('composition_change_people', { change_id: changeId, ...whole, to_offer: 0 })
  await insert('composition_locks', {
    id: newId(),
    ...whole,
    ...ofComposition,
    offer_id: offerId,
  })
  const confirmationId = newId()
  await insert('composition_confirmations', {
    id: confirmationId,
    ...ofComposition,
    plan_id: planId,
    made_on: testToday,
    undone_at: new Date(),
  })
  await insert('composition_members', {
    confirmation_id: confirmationId,
    ...whole,
    group_id: groupId,
    stage_before: 'informed',
  })
  const studyId = await givenStudy(site, { mark, coordinator, office, programmeId, enrolmentId, personId })
  const partnerId = newId()
  await insert('partners', {
    id: partnerId,
    institution_id: service,
    shared: false,
    name: `partner${mark}`,
    changed_on: testToday,
    search: `partner${mark.toLowerCase()}`,
    created_by: referrer.id,
  })
  const partnerReferralId = newId()
  await insert('partner_referrals', {
    id: partnerReferralId,
    ...byPerson,
    author_id: referrer.id,
    institution_id: service,
    audience: 'shared',
    content: seal(
      'partner_referrals',
      'content',
      partnerReferralId,
      JSON.stringify({
        partnerId,
        partnerName: `partner${mark}`,
        serviceId: null,
        serviceName: null,
        purpose: `purpose${mark}`,
      }),
    ),
    agreement: 'spoken',
    agreed_on: testToday,
    on_date: testToday,
  })
  await insert('partner_referral_events', {
    id: newId(),
    referral_id: partnerReferralId,
    ...byPerson,
    number: 1,
    state: 'proposed',
    on_date: testToday,
    entered_by: referrer.id,
  })
  return {
    studyId,
    partnerId,
    partnerReferralId,
    signalId,
    ...composition,
    pairId,
    confirmationId,
    importId,
    personId,
    programmeId,
    enrolmentId,
    groupId,
    memberId,
    sessionId,
    profileId,
    selfSheet,
    coachSheet,
    versionId,
    card,
    staff: { referrer, coordinator, office, coach, trainee, officer } satisfies Record<string, Staff>,
    insert,
    /** The profile is handed over to the referrer, who passes it on to the measures officer. */
    async handOver({ passOn = false } = {}) {
      const handOverId = newId()
      await insert('hand_overs', {
        id: handOverId,
        version_id: versionId,
        ...byPerson,
        enrolment_id: enrolmentId,
        to_user_id: referrer.id,
        handed_over_on: testToday,
        due_on: testToday,
        by_kind: 'card',
      })
      await insert('hand_over_steps', {
        id: newId(),
        hand_over_id: handOverId,
        ...byPerson,
        kind: 'received',
        on_date: testToday,
        entered_by: referrer.id,
      })
      if (!passOn) return handOverId
      const directionId = newId()
      await insert('directions', {
        id: directionId,
        hand_over_id: handOverId,
        ...byPerson,
        version_id: versionId,
        direction: 'ordinary-measure',
        taken_up_by: officer.id,
        profile_passed: true,
        decided_on: testToday,
        decided_by: referrer.id,
      })
      await given.mandate(personId, officer, { purpose: 'pass-on', sourceId: directionId })
      return handOverId
    },
    async handIn(sheet: string) {
      await sql('update sheets set handed_in_at = now() where id = $1', [sheet])
    },
  }
}
