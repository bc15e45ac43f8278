// What the page of a person's languages shows to this reader.
import type { Tx } from '../../shared/db/database.ts'
import type { StaffActor } from '../../shared/http/actor.ts'
import type { Services } from '../../shared/http/doors.tsx'
import type { Person } from '../people/person.ts'
import { findProgramme } from '../programmes/store.ts'
import { listEnrolmentsOf } from '../referrals/store.ts'
import type { DatedLevel, LanguageTest, NotedSchooling, Schooling, ThenAndNow, Triage } from './language-test.ts'
import { mayTest } from './policy.ts'
import { currentLevels, thenAndNow } from './rules.ts'
import { listSchooling, listTriages } from './schooling.store.ts'
import { listDatedLevels, listTests } from './store.ts'
import { type Suggestion, suggestTriage } from './triage.ts'

export type LanguageView = {
  language: string
  levels: DatedLevel[]
  thenAndNow: ThenAndNow[]
  tests: LanguageTest[]
  suggestion: Suggestion | null
  /** The latest first. */
  triages: Triage[]
}

export type PersonLanguages = {
  person: Person
  languages: LanguageView[]
  /** The latest first. */
  schooling: NotedSchooling[]
  can: { write: boolean }
}

const nothing: Schooling = {
  years: null,
  yearsWithheld: false,
  schooledIn: null,
  script: null,
  reads: null,
  literacyClasses: null,
}

/** Languages in which somebody may be tested: the one they want a group in, those of their programmes, those known already. */
export async function languagesOf(tx: Tx, personId: string, known: readonly string[]): Promise<string[]> {
  const enrolments = await listEnrolmentsOf(tx, personId)
  const wanted = enrolments.flatMap(({ language }) => language ?? [])
  const offered: string[] = []
  for (const { programmeId } of enrolments)
    offered.push(...((await findProgramme(tx, programmeId))?.settings.languages ?? []))
  const all = [...new Set([...wanted, ...offered, ...known])]
  return all.length > 0 ? all : ['fr']
}

/** The suggestion for a language, from the latest schooling and what counts now. */
export const suggestionFor = (
  language: string,
  levels: readonly DatedLevel[],
  schooling: Schooling | undefined,
): Suggestion | null =>
  suggestTriage({
    language,
    schooling: schooling ?? nothing,
    levels: currentLevels(levels.filter((one) => one.language === language)),
  })

export async function viewLanguages(
  { tx, actor, services }: { tx: Tx; actor: StaffActor; services: Services },
  person: Person,
): Promise<PersonLanguages> {
  const levels = await listDatedLevels(tx, [person.id])
  const tests = await listTests(tx, person.id)
  const schooling = await listSchooling(tx, person.id)
  const triages = await listTriages(tx, services.vault, person.id)
  const known = [...new Set([...levels, ...triages].map(({ language }) => language))]
  const all = await languagesOf(tx, person.id, known)
  const shown = all.filter((language, i) => i === 0 || known.includes(language))
  return {
    person,
    schooling,
    can: { write: mayTest.allows(actor, person) },
    languages: shown.map((language) => {
      const own = levels.filter((one) => one.language === language)
      return {
        language,
        levels: own,
        thenAndNow: thenAndNow(own),
        tests: tests.filter((one) => one.language === language),
        suggestion: suggestionFor(language, levels, schooling[0]),
        triages: triages.filter((one) => one.language === language),
      }
    }),
  }
}
