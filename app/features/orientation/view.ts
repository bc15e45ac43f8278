// What the page of an orientation shows to this reader, with a `can` map made once from policies and rules.
import { sql, type Tx } from '../../shared/db/database.ts'
import type { StaffActor } from '../../shared/http/actor.ts'
import type { Services } from '../../shared/http/doors.tsx'
import type { PlainDate } from '../../shared/time/dates.ts'
import { seesClass } from '../mandates/classes.ts'
import type { PartnerReferral } from '../partners/partner.ts'
import { listReferralsOf } from '../partners/referral-store.ts'
import { fullName } from '../people/person.ts'
import { findPerson } from '../people/store.ts'
import { namesRole } from '../professionals/policy.ts'
import type { Professional } from '../professionals/professional.ts'
import { type Eligible, listEligible, listProfessionals } from '../professionals/store.ts'
import { blueprintOf } from '../programmes/programme.ts'
import { type Next, nextStep } from '../referrals/next.ts'
import { loadNextFacts } from '../referrals/next-facts.ts'
import { listLevels } from '../referrals/positioning-store.ts'
import { isInGroup } from '../referrals/store.ts'
import { type CriterionFact, listCriteria } from './criteria.store.ts'
import { criteriaOf, type Move, moves, type Stretch, stepOf } from './orientation.ts'
import { mayMove as mayMovePolicy, mayNoteCriteria, mayShare, mayWrite } from './policy.ts'
import { backFrom, leadsTo, mayFind, mayMove, recipientsOf, type Viewer } from './rules.ts'
import { readStretches } from './store.ts'
import { type OrientationSubject, toOriented } from './subject.ts'
import { type Feedback, type Finding, listFeedback, listFindings } from './words.store.ts'

export type OrientationView = OrientationSubject & {
  name: string
  next: Next | null
  stretches: Stretch[]
  /** Where they stand; null when they came in without an orientation. */
  now: Stretch | null
  professionals: Professional[]
  /** Who could own the step; empty for whoever may not name anybody. */
  eligible: Eligible[]
  findings: Finding[]
  feedback: Feedback[]
  recipients: { userId: string; name: string }[]
  criteria: CriterionFact[]
  /** To which partners the person was passed on, as far as the reader may know. */
  partnerReferrals: PartnerReferral[]
  /** Day of the last language test of which the reader may know, or null. */
  testedOn: PlainDate | null
  inGroup: boolean
  actorId: string
  can: {
    words: boolean
    find: boolean
    moves: readonly Move[]
    back: readonly string[]
    owner: boolean
    takeIt: boolean
    criteria: boolean
    /** Writes words with a move, not only its reason. */
    write: boolean
    /** Says that the person agrees to share what the social side found. */
    share: boolean
  }
}

type Given = { tx: Tx; actor: StaffActor; today: PlainDate; services: Services }

export const viewerOf = (
  actor: StaffActor,
  { programme }: OrientationSubject,
  professionals: readonly Professional[],
): Viewer => ({
  parts: professionals.filter((p) => p.userId === actor.id && p.endedOn === null).map((p) => p.part),
  coordinates: actor.role === 'coordinator' && programme.isMine,
  socialWorker: actor.role === 'social-worker',
})

/** Undefined when the person themself is not visible (any more). */
export async function viewOrientation(given: Given, subject: OrientationSubject): Promise<OrientationView | undefined> {
  const { tx, actor, today, services } = given
  const { enrolment, programme, plan } = subject
  const person = await findPerson(tx, enrolment.personId)
  if (!person) return undefined
  const words = seesClass(actor.role, 'follow-up')
  const stretches = await readStretches(tx, plan, toOriented(enrolment))
  const now = stretches.at(-1) ?? null
  const professionals = await listProfessionals(tx, [enrolment.id])
  const viewer = viewerOf(actor, subject, professionals)
  const acts = mayMovePolicy.allows(actor, subject)
  const facts = (await loadNextFacts(tx, [enrolment.id])).get(enrolment.id)
  const step = now && stepOf(plan, now.step)
  const mine = step?.parts.some((part) => viewer.parts.includes(part)) ?? false
  const owner = acts && now?.state === 'at-step' && enrolment.endedOn === null
  const roles = new Set(
    blueprintOf(programme)
      .followUpParts?.filter((p) => step?.parts.includes(p.key))
      .map((p) => p.role),
  )
  const accompanies = (userId: string) => professionals.some((p) => p.userId === userId && p.endedOn === null)
  const eligible = owner ? (await listEligible(tx, enrolment)).filter((one) => roles.has(one.role as 'coach')) : []
  const levels = await listLevels(tx, person.id)
  const colleagues = [...professionals, ...(await listReferrer(tx, subject, professionals))]
  const ids = now ? recipientsOf(plan, { now, stretches, colleagues, sender: actor.id }) : []
  return {
    ...subject,
    name: fullName(person),
    next: facts ? nextStep(facts, today) : null,
    stretches,
    now,
    professionals,
    eligible: eligible.filter((one) => namesRole(actor, one.role) || accompanies(one.userId)),
    findings: words ? await listFindings(tx, services.vault, enrolment.id) : [],
    feedback: words ? await listFeedback(tx, services.vault, enrolment.id) : [],
    recipients: ids.map((userId) => ({ userId, name: colleagues.find((p) => p.userId === userId)!.name })),
    criteria: await listCriteria(tx, enrolment.personId, programme.id),
    partnerReferrals:
      seesClass(actor.role, 'notes') && stretches.some((s) => s.state === 'elsewhere')
        ? await listReferralsOf(tx, services.vault, person.id)
        : [],
    testedOn: levels.find((level) => level.source === 'tested')?.on ?? null,
    inGroup: await isInGroup(tx, enrolment.id),
    actorId: actor.id,
    can: {
      words,
      find: mayWrite.allows(actor, subject) && now !== null && mayFind(plan, now, viewer),
      moves: acts && now ? moves.filter((move) => leadsTo[now.state][move] && mayMove(plan, now, move, viewer)) : [],
      back: now ? backFrom(plan, now) : [],
      owner,
      takeIt: owner && mine && now.ownerId !== actor.id,
      criteria: mayNoteCriteria.allows(actor, subject),
      write: mayWrite.allows(actor, subject),
      share: mayShare.allows(actor, subject),
    },
  }
}

/** Who referred the person is told too, where nobody has taken a part in registering them: as long as they may open the file. */
async function listReferrer(tx: Tx, { enrolment, plan }: OrientationSubject, professionals: readonly Professional[]) {
  const entry = plan.steps.findLast((step) => step.entry)!
  const part = entry.parts[0]!
  if (!enrolment.referrerId || professionals.some((p) => entry.parts.includes(p.part))) return []
  const { rows } = await sql<{ userId: string; name: string }>`
    select u.id as "userId", u.name from users u where u.id = ${enrolment.referrerId}::uuid and u.role = 'social-worker' and exists (
      select 1 from mandates m where m.professional_id = u.id and m.person_id = ${enrolment.personId}::uuid and m.revoked_at is null
         and m.from_date <= app.today() and (m.to_date is null or m.to_date >= app.today()))`.execute(tx)
  return rows.map((row) => ({ ...row, part, endedOn: null }))
}

/** Those of the days in which somebody was elsewhere. */
export const referralsDuring = (
  { partnerReferrals }: Pick<OrientationView, 'partnerReferrals'>,
  stretch: Pick<Stretch, 'state' | 'from' | 'endedOn'>,
) =>
  stretch.state === 'elsewhere'
    ? partnerReferrals.filter(({ on }) => on >= stretch.from && (stretch.endedOn === null || on <= stretch.endedOn))
    : []

/** Criteria that are known not to be met: said, never a bar. */
export const notMet = (view: Pick<OrientationView, 'programme' | 'criteria'>) =>
  criteriaOf(view.programme).filter((c) => view.criteria.some((f) => f.criterion === c.key && f.answer === 'not-met'))
