/** What other features show of a person on the page that tells their story. */
import type { VNode } from 'preact'
import type { Tx } from '../../shared/db/database.ts'
import type { StaffActor } from '../../shared/http/actor.ts'
import type { Services } from '../../shared/http/doors.tsx'
import type { FieldClass } from '../../shared/http/outcome.ts'
import type { Words } from '../../shared/i18n/i18n.ts'
import type { PlainDate } from '../../shared/time/dates.ts'
import type { EnrolmentLine } from '../referrals/lines.ts'
import type { Person } from './person.ts'

export type SectionGiven = {
  tx: Tx
  actor: StaffActor
  today: PlainDate
  services: Services
  words: Words
  person: Person
  /** Their enrolments with the programmes, running ones too; a section looks for the parts of the blueprint that it serves. */
  enrolments: EnrolmentLine[]
}

/** A card on the person's page; `order` among the cards of all features, the lowest first. */
export type PersonSection = {
  key: string
  order: number
  /** @returns what to show and the classes of fields in it, or nothing for this reader or person. */
  read(given: SectionGiven): Promise<{ view: VNode; classes: FieldClass[] } | undefined>
}

let sections: PersonSection[] = []

/** Called once by app.ts with what the features bring. */
export const setPersonSections = (all: PersonSection[]) => {
  sections = all.toSorted((a, b) => a.order - b.order)
}

export type ShownSection = { key: string; view: VNode; classes: FieldClass[] }

export async function readSections(given: SectionGiven): Promise<ShownSection[]> {
  const shown: ShownSection[] = []
  for (const { key, read } of sections) {
    const section = await read(given)
    if (section) shown.push({ key, ...section })
  }
  return shown
}
