import { languageLevel, languageSkills } from '../../../data/language-levels.ts'
import type { Found, ThenAndNow } from '../../language-tests/language-test.ts'
import { levelsThenAndNow } from '../../language-tests/store.ts'
import type { FactTable, Said } from '../facts.ts'
import { nothing, type Source } from './source.ts'

const said = ({ level, on }: Found): Said => ({
  say: 'levelOn',
  with: { level: { text: languageLevel(level).label }, day: { day: on } },
})

const row = ({ skill, first, last }: ThenAndNow): Said[] => [
  { text: languageSkills.find(({ id }) => id === skill)!.label },
  said(first),
  first.on === last.on && first.level === last.level ? { say: 'sameTest' } : said(last),
]

/** Each skill at first and now, language by language: never one level for everything. */
export const levels: Source = async ({ tx, enrolment, side }) => {
  if (side === 'social') return nothing
  const languages = await tx
    .selectFrom('language_levels')
    .select('language')
    .distinct()
    .where('person_id', '=', enrolment.personId)
    .orderBy('language')
    .execute()
  const tables: FactTable[] = []
  for (const { language } of languages) {
    const skills = await levelsThenAndNow(tx, enrolment.personId, language)
    if (skills.length > 0) tables.push({ title: { language }, head: ['skill', 'then', 'now'], rows: skills.map(row) })
  }
  return { lines: [], tables }
}
