import { seesClass } from '../mandates/classes.ts'
import type { PersonSection } from '../people/section.ts'
import { LanguageSection } from './parts/section.tsx'
import { mayReadLanguage, mayTest } from './policy.ts'
import { currentLevels, thenAndNow } from './rules.ts'
import { latestTriages } from './schooling.store.ts'
import { languagesOf } from './show.view.ts'
import { listDatedLevels } from './store.ts'

/** Where there is an enrolment or a level: the card of the language that matters most. */
export const languageCard: PersonSection = {
  key: 'language',
  order: 30,
  async read({ tx, actor, person, enrolments }) {
    if (!seesClass(actor.role, 'language') || !mayReadLanguage.allows(actor, person)) return undefined
    const all = await listDatedLevels(tx, [person.id])
    if (enrolments.length === 0 && all.length === 0) return undefined
    const [language] = await languagesOf(
      tx,
      person.id,
      all.map((one) => one.language),
    )
    const levels = all.filter((one) => one.language === language)
    const view = (
      <LanguageSection
        personId={person.id}
        language={language!}
        levels={currentLevels(levels)}
        thenAndNow={thenAndNow(levels)}
        triage={(await latestTriages(tx, [person.id], language!)).get(person.id) ?? null}
        canWrite={mayTest.allows(actor, person)}
      />
    )
    return { view, classes: ['language'] }
  },
}
