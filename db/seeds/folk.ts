// The 160 people of the demo, decided before anybody acts: who they are, what their positioning sheet will say, and how
// far they will have come. All invented.
import type { PlainDate } from '../../app/shared/time/dates.ts'
import type { MemberKey } from './cast.ts'
import { people as known } from './characters.ts'
import { type Origin, origins } from './names.ts'
import type { Random } from './random.ts'

/** How far a person has come: the groups are named in groups.ts. */
export type Way =
  | { kind: 'waiting'; stage: 'registered' | 'contacted' | 'informed' }
  | { kind: 'group'; group: GroupKey; ends?: 'dropped' | 'never-came' }
  | { kind: 'never-started' }
  | { kind: 'known' }

export type Folk = {
  /** 0 to 159. */
  number: number
  firstName: string
  lastName: string | null
  gender: 'w' | 'm' | 'x' | 'not-disclosed'
  birthDate: PlainDate | null
  birthYear: number | null
  /** The language one writes to them in. */
  language: string
  interpreter: boolean
  phone: string | null
  email: string | null
  street: string | null
  holder: MemberKey
  groupLanguage: 'fr' | 'de'
  way: Way
  sheet: Sheet
}

/** A missing word is "not known yet"; the programme office calls for it. */
export type Sheet = {
  levels: Partial<Record<'oral-reception' | 'oral-production' | 'reading' | 'writing', string>>
  schooling?: string
  digital?: string
  place?: string
  mobile?: boolean
  halfDays: string[]
  childcare?: string
  needs: string[]
  /** Days from today; `free` when they could start on the day of the referral. */
  earliestStart?: number
  free?: boolean
  vocationalTraining?: string
  yearsOutOfWork?: string
  /** Months before today. */
  firstAid?: number
}

/** Group by group: language, how many stay, drop out or never come. Running groups first; see groups.ts. */
export const members = {
  lilas: { language: 'fr', stay: 11, dropped: 1, neverCame: 0 },
  pont: { language: 'fr', stay: 11, dropped: 1, neverCame: 0 },
  muehle: { language: 'de', stay: 12, dropped: 0, neverCame: 0 },
  cerisiers: { language: 'fr', stay: 11, dropped: 2, neverCame: 1 },
  linde: { language: 'de', stay: 10, dropped: 2, neverCame: 1 },
} as const
export type GroupKey = keyof typeof members

export const counts = { people: 160, waiting: 60, neverStarted: 17 } as const

export function inventPeople(random: Random, today: PlainDate): Folk[] {
  const ways = waysOf()
  const taken = new Set<string>()
  const year = Number(today.slice(0, 4))
  return ways.map(({ way, language: asked }, number) => {
    const own = random.branch(`person ${number}`)
    const character = known.find((one) => one.number === number)
    const origin = character ? undefined : originFor(own, asked)
    const groupLanguage = asked ?? character?.groupLanguage ?? groupLanguageFor(own, origin!)
    const name = character ?? inventName(own, origin!, taken)
    const language =
      character?.language ?? (origin!.contact.includes(groupLanguage) ? groupLanguage : own.pick(origin!.contact))
    const mother = character?.mother ?? origin!.mother
    const local = mother === groupLanguage
    const born = year - own.whole(20, 61)
    const phone = own.chance(0.93) || character?.lastName === null
    return {
      number,
      firstName: name.firstName,
      lastName: name.lastName,
      gender: name.gender,
      birthDate:
        character?.lastName === null || own.chance(0.08)
          ? null
          : `${born}-${two(own.whole(1, 12))}-${two(own.whole(1, 28))}`,
      birthYear: character?.lastName === null ? null : born,
      language,
      interpreter: !local && own.chance(0.12),
      phone: phone ? `079 000 ${two(own.whole(10, 99))} ${two(number % 100)}` : null,
      email: !phone || own.chance(0.35) ? `${plain(name.firstName)}.${number}@post.example` : null,
      street: own.chance(0.8)
        ? `${own.pick(groupLanguage === 'fr' ? streets.fr : streets.de)} ${own.whole(1, 60)}`
        : null,
      holder: own.pick<MemberKey>(
        groupLanguage === 'de' ? ['reto', 'reto', 'tiago'] : ['nathalie', 'yasmina', 'tiago', 'nathalie'],
      ),
      groupLanguage,
      way,
      // Of most of those who wait everything is known; of some nobody has asked yet.
      sheet: inventSheet(own, { local, knownWell: way.kind === 'group' || (way.kind === 'waiting' && number % 6 > 0) }),
    }
  })
}

/** One entry a person: the way, and the language of the group where the way decides it. */
function waysOf(): { way: Way; language?: 'fr' | 'de' }[] {
  const inGroups = (Object.keys(members) as GroupKey[]).flatMap((group) => {
    const { language, stay, dropped, neverCame } = members[group]
    const of = (ends: 'dropped' | 'never-came' | undefined, count: number) =>
      Array.from({ length: count }, () => ({ way: { kind: 'group' as const, group, ends }, language }))
    return [...of(undefined, stay), ...of('dropped', dropped), ...of('never-came', neverCame)]
  })
  const waiting = Array.from({ length: counts.waiting }, (_, at) => ({
    way: { kind: 'waiting' as const, stage: (['registered', 'contacted', 'informed'] as const)[at % 3]! },
  }))
  const never = Array.from({ length: counts.neverStarted }, () => ({ way: { kind: 'never-started' as const } }))
  const rest = counts.people - inGroups.length - waiting.length - never.length
  return [
    ...inGroups,
    ...waiting,
    ...never,
    ...Array.from({ length: rest }, () => ({ way: { kind: 'known' as const } })),
  ]
}

function originFor(random: Random, language: 'fr' | 'de' | undefined): Origin {
  const other = language === 'fr' ? 'de' : language === 'de' ? 'fr' : undefined
  return random.weighted(origins.filter(([{ mother }]) => mother !== other))
}

const groupLanguageFor = (random: Random, { mother, contact }: Origin): 'fr' | 'de' =>
  mother === 'fr' || mother === 'de'
    ? mother
    : contact.includes('de') && !contact.includes('fr')
      ? 'de'
      : random.pick(['fr', 'fr', 'de'])

function inventName(random: Random, { women, men, last }: Origin, taken: Set<string>) {
  for (;;) {
    const gender = random.pick(['w', 'm'] as const)
    const firstName = random.pick(gender === 'w' ? women : men)
    const lastName = random.pick(last)
    const name = `${firstName} ${lastName}`
    if (taken.has(name)) continue
    taken.add(name)
    return { firstName, lastName, gender: random.chance(0.01) ? ('not-disclosed' as const) : gender }
  }
}

function inventSheet(random: Random, { local, knownWell }: { local: boolean; knownWell: boolean }): Sheet {
  const known = (most: number) => knownWell || random.chance(most)
  const spoken = local
    ? 'C2'
    : random.weighted([
        ['A1', 2],
        ['A2', 5],
        ['B1', 5],
        ['B2', 2],
        ['pre-A1', 1],
      ] as const)
  const written = local
    ? random.pick(['C1', 'B2', 'C2'])
    : random.weighted([
        [spoken, 3],
        ['A1', 3],
        ['alpha-3', 1],
        ['none', 1],
      ] as const)
  const { halfDays, shut } = availability(random)
  const earliestStart = random.chance(0.15) ? random.whole(5, 40) : undefined
  return {
    levels: known(0.8)
      ? {
          'oral-reception': spoken,
          'oral-production': spoken,
          ...(known(0.7) ? { reading: written, writing: written } : {}),
        }
      : {},
    schooling: known(0.75)
      ? random.weighted([
          ['up-to-12', 6],
          ['up-to-6', 3],
          ['more', 2],
          ['never', 1],
        ] as const)
      : undefined,
    digital: known(0.65)
      ? random.weighted([
          ['alone', 4],
          ['with-help', 5],
          ['phone-only', 4],
          ['none', 1],
        ] as const)
      : undefined,
    place: known(0.8)
      ? random.pick(['Rivemont-Centre', 'Rivemont-Gare', 'Uferwil-Dorf', 'Les Vernes', 'Seematt'])
      : undefined,
    mobile: known(0.7) ? random.chance(0.85) : undefined,
    halfDays: known(0.75) ? halfDays : [],
    childcare: known(0.7) ? (shut ? 'yes' : random.pick(['no', 'no', 'yes'])) : undefined,
    needs: random.chance(0.25)
      ? [random.pick(['interpreter', 'read-aloud', 'step-free', 'near-front', 'breaks', 'device'])]
      : [],
    ...(earliestStart ? { earliestStart } : { free: knownWell }),
    vocationalTraining: known(0.8)
      ? random.weighted([
          ['none', 5],
          ['completed-here', 3],
          ['completed-abroad', 3],
          ['started', 2],
        ] as const)
      : undefined,
    yearsOutOfWork: known(0.8)
      ? random.weighted([
          ['under-1', 2],
          ['1-2', 4],
          ['3-5', 4],
          ['6-10', 2],
          ['over-10', 1],
          ['never-worked', 1],
        ] as const)
      : undefined,
    firstAid: known(0.7) ? random.whole(9, 90) : undefined,
  }
}

/** Half-days somebody can come; children at school leave the mornings. */
function availability(random: Random) {
  const days = ['mon', 'tue', 'wed', 'thu', 'fri']
  const shut = random.chance(0.25)
  const halves = shut ? ['am'] : random.chance(0.7) ? ['am', 'pm'] : ['pm']
  const free = random.chance(0.8) ? days : random.shuffled(days).slice(0, 3)
  return {
    shut,
    halfDays: days.filter((day) => free.includes(day)).flatMap((day) => halves.map((half) => `${day}-${half}`)),
  }
}

const streets = {
  fr: ['Rue du Lac', 'Chemin des Tilleuls', 'Rue de la Fonderie', 'Quai des Vernes', 'Rue Neuve', 'Passage du Moulin'],
  de: ['Seestrasse', 'Lindenweg', 'Giessereistrasse', 'Mühleplatz', 'Neue Gasse', 'Erlenweg'],
}
const two = (number: number) => String(number).padStart(2, '0')
const plain = (name: string) =>
  name
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z]/g, '') || 'person'
