import type { PersonSection } from '../people/section.ts'
import { blueprintOf } from '../programmes/programme.ts'
import { SignalsSection } from './parts/section.tsx'
import { mayListOf, mayNote } from './policy.ts'
import { listSignals } from './store.ts'
import { viewSignals } from './view.ts'

/** The card on the person's page, for people in a programme that has signals. */
export const personSections: PersonSection[] = [
  {
    key: 'signals',
    order: 30,
    async read({ tx, actor, services, person, enrolments }) {
      const has = enrolments.some(({ programme }) => blueprintOf(programme).signals)
      if (!has || !mayListOf.allows(actor, person)) return undefined
      const all = await viewSignals(tx, await listSignals(tx, services.vault, person.id))
      return {
        view: <SignalsSection personId={person.id} signals={all} can={{ note: mayNote.allows(actor, person) }} />,
        classes: ['follow-up'],
      }
    },
  },
]
