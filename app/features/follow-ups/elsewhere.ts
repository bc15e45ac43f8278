/**
 * What others recorded about the same path, for the timeline: orientation, tests, aims, signals, evaluations, the report. Each is read
 * by its owner's reader in the transaction of whoever looks, and only where its owner's rule lets them; this feature stores none of it.
 */
import type { StaffActor } from '../../shared/http/actor.ts'
import type { Ctx } from '../../shared/http/doors.tsx'
import type { PlainDate } from '../../shared/time/dates.ts'
import type { Aim, AimResult } from '../aims/aim.ts'
import { mayReadAims } from '../aims/policy.ts'
import { listAims } from '../aims/store.ts'
import type { EntranceTest, Evaluation } from '../evaluations/evaluation.ts'
import { mayRead as mayReadEvaluations } from '../evaluations/policy.ts'
import { listEntranceTests, listEvaluations } from '../evaluations/store.ts'
import { mayReadVersion } from '../final-reports/policy.ts'
import type { SentVersion } from '../final-reports/report.ts'
import { listVersions } from '../final-reports/sent-store.ts'
import { findReportOf } from '../final-reports/store.ts'
import type { LanguageTest } from '../language-tests/language-test.ts'
import { mayReadLanguage } from '../language-tests/policy.ts'
import { listTests } from '../language-tests/store.ts'
import type { Enrolled } from '../modules/subject.ts'
import { mayRead as mayReadOrientation } from '../orientation/policy.ts'
import { type PathStep, readPath } from '../orientation/store.ts'
import { mayListOf } from '../signals/policy.ts'
import type { Signal } from '../signals/signal.ts'
import { listSignals } from '../signals/store.ts'

export type ElsewhereFact =
  | { kind: 'orientation'; step: string; result: NonNullable<PathStep['result']> }
  | { kind: 'language-test'; test: LanguageTest }
  | { kind: 'aim'; aim: Aim }
  | { kind: 'aim-result'; result: AimResult }
  | { kind: 'signal' | 'signal-settled'; signal: Signal }
  | { kind: 'evaluation'; evaluation: Evaluation }
  | { kind: 'entrance-test'; test: EntranceTest; result: EntranceTest['history'][number]['result'] }
  | { kind: 'report'; version: SentVersion }

export type ElsewhereMoment = { key: string; on: PlainDate; who: string } & ElsewhereFact

type Given = Pick<Ctx<string, StaffActor>, 'tx' | 'actor' | 'services'>

/** In no order; what the actor may not read is not among it. */
export async function readElsewhere(given: Given, enrolled: Enrolled): Promise<ElsewhereMoment[]> {
  return [
    ...(await orientation(given, enrolled)),
    ...(await languageTests(given, enrolled)),
    ...(await aims(given, enrolled)),
    ...(await signals(given, enrolled)),
    ...(await evaluations(given, enrolled)),
    ...(await reports(given, enrolled)),
  ]
}

/** The steps of the chain that ended, with how; what is under way stands on the orientation's own page. */
async function orientation({ tx, actor }: Given, { enrolment, programme, blueprint }: Enrolled) {
  const plan = blueprint.orientation
  if (!plan || !mayReadOrientation.allows(actor, { enrolment, programme, plan })) return []
  const way = await readPath(tx, enrolment.id)
  return way.flatMap(({ step, endedOn, result, endedBy, owner }, i): ElsewhereMoment[] =>
    endedOn && result
      ? [{ kind: 'orientation', key: `orientation-${i}`, on: endedOn, who: endedBy ?? owner ?? '', step, result }]
      : [],
  )
}

/** The person's own, whichever programme asked for them. */
async function languageTests({ tx, actor }: Given, { person }: Enrolled) {
  if (!mayReadLanguage.allows(actor, person)) return []
  return (await listTests(tx, person.id)).map(
    (test): ElsewhereMoment => ({
      kind: 'language-test',
      key: `test-${test.id}`,
      on: test.on,
      who: test.assessor ?? test.by ?? '',
      test,
    }),
  )
}

async function aims({ tx, actor, services }: Given, enrolled: Enrolled) {
  if (!enrolled.blueprint.aims || !mayReadAims.allows(actor, enrolled)) return []
  return (await listAims(tx, services.vault, enrolled.enrolment.id)).flatMap((aim): ElsewhereMoment[] => [
    ...aim.results.map(
      (result): ElsewhereMoment => ({
        kind: 'aim-result',
        key: result.id,
        on: result.on,
        who: result.by ?? '',
        result,
      }),
    ),
    { kind: 'aim', key: aim.id, on: aim.on, who: aim.by ?? '', aim },
  ])
}

async function signals({ tx, actor, services }: Given, { enrolment, person, blueprint }: Enrolled) {
  if (!blueprint.signals || !mayListOf.allows(actor, person)) return []
  const own = (await listSignals(tx, services.vault, person.id)).filter(
    ({ enrolmentId }) => enrolmentId === enrolment.id,
  )
  return own.flatMap((signal): ElsewhereMoment[] => {
    const last = signal.steps.at(-1)
    return [
      ...(last?.kind === 'settled'
        ? [{ kind: 'signal-settled' as const, key: `${signal.id}-settled`, on: last.on, who: last.byName, signal }]
        : []),
      { kind: 'signal', key: signal.id, on: signal.on, who: signal.notedByName, signal },
    ]
  })
}

async function evaluations({ tx, actor, services }: Given, enrolled: Enrolled) {
  const plan = enrolled.blueprint.evaluations
  if (!plan || !mayReadEvaluations.allows(actor, { ...enrolled, plan })) return []
  const { id } = enrolled.enrolment
  return [
    ...(await listEvaluations(tx, services.vault, id)).map(
      (evaluation): ElsewhereMoment => ({
        kind: 'evaluation',
        key: evaluation.id,
        on: evaluation.on,
        who: evaluation.heldBy,
        evaluation,
      }),
    ),
    ...(await listEntranceTests(tx, services.vault, id)).flatMap((test) =>
      test.history.map(
        ({ number, result, on, by }): ElsewhereMoment => ({
          kind: 'entrance-test',
          key: `${test.id}-${number}`,
          on,
          who: by,
          test,
          result,
        }),
      ),
    ),
  ]
}

async function reports({ tx, actor }: Given, { enrolment }: Enrolled) {
  const report = await findReportOf(tx, enrolment.id)
  if (!report) return []
  return (await listVersions(tx, { reportId: report.id }))
    .filter((version) => mayReadVersion.allows(actor, version))
    .map(
      (version): ElsewhereMoment => ({
        kind: 'report',
        key: version.id,
        on: version.sentOn,
        who: version.sentByName,
        version,
      }),
    )
}
