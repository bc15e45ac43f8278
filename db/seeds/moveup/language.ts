// What the trainers find about languages: schooling and a first test at the interview, the kind of course, the level at which
// a group works, and a second test after seven weeks.

import { paths as contentLevels } from '../../../app/features/content-levels/paths.ts'
import { viewContentLevel } from '../../../app/features/content-levels/view.ts'
import { findGroup } from '../../../app/features/groups/store.ts'
import { paths } from '../../../app/features/language-tests/paths.ts'
import { listSchooling } from '../../../app/features/language-tests/schooling.store.ts'
import { suggestionFor } from '../../../app/features/language-tests/show.view.ts'
import { listDatedLevels } from '../../../app/features/language-tests/store.ts'
import { commonLanguages } from '../../../app/features/people/languages.ts'
import type { StaffActor } from '../../../app/shared/http/actor.ts'
import type { ColleagueKey } from './cast.ts'
import { type Neighbour, neighbours } from './folk.ts'
import { groupsStart, registeredOn } from './frame.ts'
import { type OnHalfDay, plans } from './groups.ts'
import { onDay, type Tale } from './story.ts'

const testName = 'Test de positionnement / Niveautest'
/** After this half-day everybody who has come on is tested again. */
const again = 37

const trainerOf = ({ groupLanguage }: Neighbour): ColleagueKey => (groupLanguage === 'fr' ? 'benoit' : 'nele')

/** At the interview of step four. */
export function testNeighbours(tale: Tale): void {
  for (const person of neighbours)
    if (person.way.at === 'tested' || person.way.at === 'group')
      onDay(tale, person, registeredOn(person) + 17, async () => {
        await tale.world.post(tale.as(trainerOf(person)), paths.schooling(of(tale, person)), schoolingOf(person))
        await test(tale, person, { moment: 'entry', oral: person.oral, written: person.written })
        await confirmTriage(tale, person)
      })
  for (const { key } of plans)
    tale.world.plan(tale.world.workday(groupsStart - 5), undefined, () => decideContent(tale, tale.groups.get(key)!))
}

const of = (tale: Tale, { number }: Neighbour) => ({ personId: tale.people.get(number)! })

const scripts: Record<string, string> = {
  ...{ ar: 'arabic', fa: 'arabic', ps: 'arabic', ti: 'ethiopic', am: 'ethiopic', ru: 'cyrillic', uk: 'cyrillic' },
  ...{ ta: 'indic', bo: 'indic' },
}

/** Years in a row as they are told; whoever would rather not say so is asked nothing more. */
function schoolingOf({ schooling, language, written, number }: Neighbour) {
  if (schooling === 'not-disclosed') return { yearsWithheld: true, reads: 'with-effort' }
  const years = { never: 0, 'up-to-6': 2 + (number % 4), 'up-to-12': 8 + (number % 4), more: 14 }[schooling]
  return {
    years,
    schooledIn: years > 0 ? (commonLanguages.find((one) => one === language) ?? 'not-disclosed') : null,
    script: years > 0 ? (scripts[language] ?? 'latin') : 'none',
    reads: years === 0 ? 'no' : written.startsWith('alpha') ? 'with-effort' : 'easily',
    literacyClasses: written === 'alpha-3' || written === 'alpha-4' ? 'yes' : 'no',
  }
}

type Sitting = { moment: 'entry' | 'between' | 'exit'; oral: string; written: string }

/** Oral first; reading and writing on the track that the person learns on. */
async function test(tale: Tale, person: Neighbour, { moment, oral, written }: Sitting) {
  await tale.world.post(tale.as(trainerOf(person)), paths.create(of(tale, person)), {
    language: person.groupLanguage,
    ...{ moment, source: 'tested', testName },
    'level.oral-reception': oral,
    'level.oral-production': oral,
    'level.reading': written,
    'level.writing': written,
  })
}

/** The assessor goes along with what is suggested, or says second language where nothing is. */
async function confirmTriage(tale: Tale, person: Neighbour) {
  const { personId } = of(tale, person)
  const trainer = tale.as(trainerOf(person))
  const suggested = await tale.world.as(trainer, async (tx) => {
    const [schooling] = await listSchooling(tx, personId)
    return suggestionFor(person.groupLanguage, await listDatedLevels(tx, [personId]), schooling)
  })
  await tale.world.post(trainer, paths.triage({ personId }), {
    language: person.groupLanguage,
    decided: suggested?.profile ?? 'fle',
    reason: suggested ? null : 'interview',
  })
}

/** The coordinator confirms the level that fits most of the group. */
async function decideContent(tale: Tale, groupId: string) {
  const pauline = tale.as('pauline')
  const level = await tale.world.as(pauline, async (tx, actor) => {
    const group = await findGroup(tx, groupId)
    return (await viewContentLevel(tx, actor as StaffActor, group!))?.suggested?.key
  })
  if (!level) throw new Error('the levels of a group are known by then')
  await tale.world.post(pauline, contentLevels.show({ groupId }), { level })
}

/** One step up on the same track. */
const up: Record<string, string> = {
  ...{ none: 'pre-A1', 'pre-A1': 'A1', A1: 'A2', A2: 'B1' },
  ...{ 'alpha-1': 'alpha-2', 'alpha-2': 'alpha-3', 'alpha-3': 'alpha-4' },
}
const next = (level: string) => up[level] ?? level

/** Two of three speak a step better, one of two writes a step better; whoever finishes early is tested for the last time. */
export const testAgain =
  (tale: Tale): OnHalfDay =>
  async ({ half, members, lastOf }) => {
    for (const person of members) {
      const leaves = person.way.at === 'group' && person.way.ends === 'completed' && lastOf(person) === half.number
      if (!leaves && half.number !== again) continue
      const { number } = person
      if (!leaves && person.way.at === 'group' && person.way.ends) continue
      await test(tale, person, {
        moment: leaves ? 'exit' : 'between',
        oral: leaves || number % 3 > 0 ? next(person.oral) : person.oral,
        written: number % 2 === 0 ? next(person.written) : person.written,
      })
    }
  }
