/** Small things that the pages about a plan show. */
import type { Person as EnginePerson } from '../../engine/groups/list.ts'
import { unplaced } from '../../engine/groups/list.ts'
import type { Blocks } from '../../engine/groups/reasons.ts'
import type { Fault, RuleNumber } from '../../engine/groups/rules.ts'
import { Dots, useView } from '../../shared/ui/index.ts'
import { languageName } from '../groups/parts/tabs.tsx'
import { fullName } from '../people/person.ts'
import { halfDays } from '../referrals/positioning.ts'
import type { Grade } from './fit.ts'
import { useHalfDay } from './parts.tsx'
import type { FrozenRun, OfferFacts } from './plan.ts'

/** 1 to 7 of the exchange format are codes that every coordinator knows. */
const codes = ['', 'A1.1', 'A1', 'A2', 'B1', 'B2', 'C1', 'C2']

/** A level of the exchange format as a code or a word. */
export function useLevel() {
  const { t } = useView()
  return (level: number | null) =>
    level === null
      ? t('compositions.plan.level.withheld')
      : level < 1
        ? t('compositions.plan.level.none')
        : codes[Math.floor(level)]!
}

/** "Lilas, Pont" in the reader's language. */
export function useList() {
  const { lang } = useView()
  return (words: readonly string[], type: 'conjunction' | 'disjunction' | 'unit' = 'conjunction') =>
    new Intl.ListFormat(lang, { type }).format(words)
}

/** The name of an offer by its position, or of the waiting list. */
export function usePlace({ offers }: Pick<FrozenRun, 'offers'>) {
  const { t } = useView()
  return (at: number | null) =>
    at === null || at === unplaced ? t('compositions.plan.waitingList') : (offers[at]?.facts.name ?? '')
}

/** Half-days by their numbers, in words. */
export function useSlots() {
  const halfDay = useHalfDay()
  const list = useList()
  return (slots: readonly number[]) =>
    list(
      slots.map((slot) => halfDay(halfDays[slot]!)),
      'unit',
    )
}

/** How well a group fits: dots and words. */
export function GradeDots({ grade, mode }: { grade: Grade; mode: 'homogeneous' | 'mixed' }) {
  const { t } = useView()
  return <Dots value={grade} label={t(`compositions.plan.grade.${mode}.${grade}`)} />
}

/** The week of somebody: Monday to Friday, mornings above afternoons; free half-days are filled, those of the group framed. */
export function Week({ avail, slots = [] }: { avail: EnginePerson['avail']; slots?: readonly number[] }) {
  const { t } = useView()
  const words = useSlots()
  const free = halfDays.flatMap((_, slot) => (avail[slot] === 1 ? [slot] : []))
  const label =
    free.length === 0
      ? t('compositions.plan.neverFree')
      : free.length === halfDays.length
        ? t('compositions.plan.alwaysFree')
        : t('compositions.plan.free', { halfDays: words(free) })
  return (
    <svg class="week" width="51" height="21" viewBox="0 0 51 21" role="img" aria-label={label}>
      <title>{label}</title>
      {halfDays.map((halfDay, slot) => (
        <rect
          key={halfDay}
          x={1 + Math.floor(slot / 2) * 10}
          y={1 + (slot % 2) * 10}
          width="8"
          height="8"
          rx="1.5"
          class={`${avail[slot] === 1 ? 'free' : 'taken'}${slots.includes(slot) ? ' meets' : ''}`}
        />
      ))}
    </svg>
  )
}

type Facts = Pick<FrozenRun, 'people' | 'offers' | 'list'>

/** Half-days on which a group meets and somebody is not free. */
const clashing = (person: EnginePerson, offer: OfferFacts) => offer.slots.filter((slot) => person.avail[slot] !== 1)

/** What keeps a person out of a group, in a few words each. */
export function useRuleWords({ list, offers }: Facts) {
  const { t, lang } = useView()
  const slots = useSlots()
  return (index: number, { offer: at, rules }: Blocks): string[] => {
    const person = list.persons[index]!
    const offer = offers[at]!.facts
    if (rules.length === 0) return [t('compositions.plan.rule.none')]
    return rules.map((rule: RuleNumber) => {
      switch (rule) {
        case 1:
          return t('compositions.plan.rule.1', { language: languageName(offer.language, lang) })
        case 2:
          return t('compositions.plan.rule.2', { place: offer.place })
        case 3:
          return t('compositions.plan.rule.3', { halfDays: slots(clashing(person, offer)) })
        case 4:
          return t('compositions.plan.rule.4', { count: person.earliestStart })
        case 5:
          return t('compositions.plan.rule.5', { max: offer.max })
        default:
          return t(`compositions.plan.rule.${rule}`)
      }
    })
  }
}

/** A broken rule as a sentence, with whom. `size`: how many the group would have. */
export function useFaultWords({ people, offers, list }: Facts) {
  const { t, lang } = useView()
  const slots = useSlots()
  const listed = useList()
  return ({ rule, offer: at, persons }: Fault): string => {
    const offer = at === undefined ? undefined : offers[at]!.facts
    const names = listed(persons.slice(0, 2).map((i) => fullName(people[i]!)))
    if (!offer) return t('compositions.plan.fault.8', { names })
    const person = list.persons[persons[0]!]!
    switch (rule) {
      case 1:
        return t('compositions.plan.fault.1', {
          names,
          group: offer.name,
          language: languageName(offer.language, lang),
        })
      case 2:
        return t('compositions.plan.fault.2', { names, group: offer.name, place: offer.place })
      case 3:
        return t('compositions.plan.fault.3', { names, group: offer.name, halfDays: slots(clashing(person, offer)) })
      case 4:
        return t('compositions.plan.fault.4', { names, group: offer.name, count: person.earliestStart })
      case 5:
        return persons.length > offer.max
          ? t('compositions.plan.fault.5.full', { group: offer.name, count: persons.length, max: offer.max })
          : t('compositions.plan.fault.5.small', { group: offer.name, count: persons.length, min: offer.min })
      case 6:
        return t('compositions.plan.fault.6', { group: offer.name, count: persons.length, seats: offer.childcareSeats })
      default:
        return t('compositions.plan.fault.7', { names, group: offer.name })
    }
  }
}
