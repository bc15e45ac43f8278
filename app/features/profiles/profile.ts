import type { ProfilePart, RaterKind } from '../../blueprints/blueprint.ts'
import type { AutonomyValue, CompetenceId } from '../../data/competences.ts'
import type { PlainDate } from '../../shared/time/dates.ts'

/** What the person found out about themselves in one enrolment. It is theirs. */
export type Profile = { id: string; enrolmentId: string; personId: string }

/** Parts that are lists of the person's own lines (competences and evidence have their own tables). */
export const lineParts = [
  'values',
  'motivation',
  'obstacles',
  'wishes',
  'first-idea',
  'second-idea',
  'next-step',
] as const satisfies ProfilePart[]
export type LinePart = (typeof lineParts)[number]
export const isLinePart = (value: string): value is LinePart => lineParts.includes(value as LinePart)
/** Parts of which there is one line: a second one takes the first one's place. */
export const singleParts: readonly LinePart[] = ['first-idea', 'second-idea', 'next-step']

/** Who filled a sheet in and how far it is; never what it says. */
export type Sheet = {
  id: string
  profileId: string
  personId: string
  kind: RaterKind
  raterUserId: string | null
  raterPersonId: string | null
  handedInAt: Date | null
  withdrawnAt: Date | null
  /** `staff`: entered from paper on the person's behalf. */
  enteredBy: { kind: 'card' | 'staff'; id: string | null }
}

export type Rating = { value: AutonomyValue | null; comment: string | null }
export type Ratings = ReadonlyMap<CompetenceId, Rating>

/** A sheet as the actor may see it: with its content only when it is open to them. */
export type SeenSheet = Sheet & { name: string | null; ratings: Ratings | undefined }

/** Text is null when it can't be read (erased, or its key is missing). */
export type EvidenceEntry = {
  id: string
  competence: CompetenceId
  situation: string | null
  did: string | null
  witness: string | null
  shownToCoach: boolean
  onBehalf: boolean
}
export type NextStep = { what: string; by?: PlainDate; who?: string }
export type ProfileLine = {
  id: string
  part: LinePart
  text: string | null
  step?: NextStep
  shownToCoach: boolean
  onBehalf: boolean
}
export type DifferenceTalk = { competence: CompetenceId; words: string | null; writtenByKind: 'card' | 'staff' }

export type HandOver = {
  id: string
  toName: string | null
  on: PlainDate
  dueOn: PlainDate
  steps: { kind: 'received' | 'read' | 'talk-planned' | 'talk-held'; on: PlainDate }[]
}
export type Version = {
  id: string
  number: number
  language: string
  frozenOn: PlainDate
  frozenByKind: 'card' | 'staff'
  handOver: HandOver | undefined
}

/** A line that may go out: `self:<competence>`, `third:<competence>`, `evidence:<id>`, `line:<id>`, `difference:<competence>`. */
export type LineKey = `${'self' | 'third' | 'evidence' | 'line' | 'difference'}:${string}`

/** Everything of one profile that the actor may see. */
export type Workbook = {
  profile: Profile
  person: { firstName: string; lastName: string | null; language: string | null }
  picks: CompetenceId[]
  sheets: SeenSheet[]
  evidence: EvidenceEntry[]
  lines: ProfileLine[]
  talks: DifferenceTalk[]
  /** What the person decided so far, whether or not the actor can read the line. */
  choices: ReadonlyMap<string, boolean>
  versions: Version[]
}

export const ownSheet = (book: Workbook) => book.sheets.find((s) => s.kind === 'self')
export const thirdSheets = (book: Workbook) => book.sheets.filter((s) => s.kind !== 'self' && !s.withdrawnAt)
export const isSingle = (part: LinePart) => singleParts.includes(part)
