// What the person's page shows to this reader: gathered from the readers of those who own it, with a `can` map made once.
import type { Tx } from '../../shared/db/database.ts'
import { readDraft } from '../../shared/forms/drafts.ts'
import type { StaffActor } from '../../shared/http/actor.ts'
import type { Services } from '../../shared/http/doors.tsx'
import type { FieldClass } from '../../shared/http/outcome.ts'
import type { Words } from '../../shared/i18n/i18n.ts'
import type { PlainDate } from '../../shared/time/dates.ts'
import { listSessionsOfPerson, type OwnSession, upcoming } from '../attendance/readers.ts'
import { mayManage as mayManageCard } from '../cards/policy.ts'
import { seesClass } from '../mandates/classes.ts'
import { mayGive } from '../mandates/policy.ts'
import { ending } from '../mandates/rules.ts'
import { listMandatesOf, listProgrammeStaff } from '../mandates/store.ts'
import type { Note } from '../notes/note.ts'
import { noteForm } from '../notes/note.ts'
import { mayWriteNotes } from '../notes/policy.ts'
import { listNotesOf } from '../notes/store.ts'
import type { PartnerReferral } from '../partners/partner.ts'
import { mayRefer as mayReferToPartner } from '../partners/policy.ts'
import { listReferralsOf } from '../partners/referral-store.ts'
import type { Plan } from '../plans/plan.ts'
import { readPlan } from '../plans/store.ts'
import { listProfilesOf, type ProfileOf } from '../profiles/store/index.ts'
import { type Programme, titleIn } from '../programmes/programme.ts'
import { type EnrolmentLine, loadEnrolments } from '../referrals/lines.ts'
import { mayReadPositioning, mayRefer } from '../referrals/policy.ts'
import type { MandatesView } from './pages/sections/mandates.tsx'
import type { Person } from './person.ts'
import { mayEdit, mayEditSocialAid, maySeeSensitive } from './policy.ts'
import { readSections, type ShownSection } from './section.ts'
import { readSocialAid, type SocialAid } from './social-aid.store.ts'
import { type Fact, loadTimeline } from './timeline.ts'

export type PersonView = {
  person: Person
  socialAid: SocialAid | null
  enrolments: EnrolmentLine[]
  sessions: OwnSession[]
  appointment: OwnSession | null
  plan: Plan | null
  profiles: ProfileOf[]
  notes: Note[] | null
  draft: Record<string, string> | undefined
  /** To whom they were passed on; for those with the class of notes. */
  partnerReferrals: PartnerReferral[] | null
  /** Cards that other features bring. */
  sections: ShownSection[]
  timeline: Fact[]
  mandates: MandatesView
  programmes: Programme[]
  /** Classes that the reader's role does not see: said in one line, never an empty section. */
  hidden: HiddenClass[]
  can: Record<
    'edit' | 'refer' | 'writeNotes' | 'editSocialAid' | 'seeSensitive' | 'card' | 'positioning' | 'referToPartner',
    boolean
  >
}

const explained = [
  'social-aid',
  'language',
  'attendance',
  'profile',
  'plan',
  'notes',
  'follow-up',
  'health',
  'residence',
] as const
export type HiddenClass = (typeof explained)[number]

type Given = { tx: Tx; actor: StaffActor; today: PlainDate; services: Services; words: Words }

export async function viewPerson(given: Given, person: Person): Promise<PersonView> {
  const { tx, actor, today, services, words } = given
  const reads = (name: HiddenClass) => seesClass(actor.role, name)
  const enrolments = await loadEnrolments(tx, person.id, today)
  const programmes = enrolments.map(({ programme }) => programme)
  const mandates = await listMandatesOf(tx, person.id)
  const running = enrolments.filter(({ enrolment }) => enrolment.endedOn === null)
  const staff = await listProgrammeStaff(
    tx,
    running.map(({ programme }) => programme.id),
  )
  const sessions = reads('attendance') ? await listSessionsOfPerson(tx, person.id) : []
  const facts = {
    all: mandates,
    holder: person.institutionId,
    actorId: actor.id,
    institutionId: actor.institutionId,
    today,
  }
  return {
    person,
    enrolments,
    programmes,
    socialAid: reads('social-aid') ? await readSocialAid(tx, person.id) : null,
    sessions,
    appointment: upcoming(sessions, today) ?? null,
    plan: reads('plan') && mayReadPlan(actor) ? await readPlan(tx, person.id) : null,
    // Before a hand-over only those who accompany learn of a profile; the database says so too.
    profiles: reads('profile') ? await listProfilesOf(tx, person.id) : [],
    notes: reads('notes') ? await listNotesOf(tx, services.vault, person.id) : null,
    draft: reads('notes') ? await readDraft(tx, services, actor, { form: noteForm, subjectId: person.id }) : undefined,
    partnerReferrals: reads('notes') ? await listReferralsOf(tx, services.vault, person.id) : null,
    sections: await readSections({ ...given, person, enrolments }),
    timeline: await loadTimeline(tx, person.id, { mandates, enrolments, sessions, reads }),
    mandates: {
      personId: person.id,
      mandates,
      byProgramme: staff.map(({ name, role, programmeId }) => ({
        name,
        role,
        programme: titleIn(programmes.find(({ id }) => id === programmeId)!, words.lang),
      })),
      endable: new Set(mandates.filter((one) => ending(one, facts).ok).map(({ id }) => id)),
      can: { give: mayGive.allows(actor, person) },
    },
    hidden: explained.filter((name) => !reads(name)),
    can: {
      edit: mayEdit.allows(actor, person),
      refer: mayRefer.allows(actor, person),
      writeNotes: mayWriteNotes.allows(actor, person),
      editSocialAid: mayEditSocialAid.allows(actor, person),
      seeSensitive: maySeeSensitive.allows(actor, person),
      card: mayManageCard.allows(actor, person),
      referToPartner: mayReferToPartner.allows(actor, person),
      positioning: mayReadPositioning.allows(actor, person),
    },
  }
}

/** Coordinators see what became of a hand-over, not the plan itself. */
const mayReadPlan = (actor: StaffActor) => actor.role !== 'coordinator'

/** The classes that showing the page has read, for the record. */
export const classesShown = (view: PersonView): FieldClass[] => [
  ...new Set<FieldClass>([
    'identity',
    ...(view.socialAid ? (['social-aid'] as const) : []),
    ...(view.appointment ? (['attendance'] as const) : []),
    ...(view.plan ? (['plan'] as const) : []),
    ...(view.notes ? (['notes'] as const) : []),
    ...view.sections.flatMap(({ classes }) => classes),
  ]),
]
