// Team and money: four full-time equivalents, three funders of staff cost (75, 15, 10), what each month cost, outings with receipts.
import { moveup } from '../../../app/blueprints/moveup.ts'
import { paths as funding } from '../../../app/features/funding/paths.ts'
import { paths as indicators } from '../../../app/features/indicators/paths.ts'
import { textIn } from '../../../app/shared/i18n/text.ts'
import { addDays } from '../../../app/shared/time/dates.ts'
import { typedDay } from '../story.ts'
import { type ColleagueKey, cast } from './cast.ts'
import { type Neighbour, neighbours } from './folk.ts'
import { founded, groupsStart, registeredOn } from './frame.ts'
import { onDay, type Tale } from './story.ts'

/** Full-time equivalents in hundredths; they add up to the four of the source. */
const team: readonly [ColleagueKey, number, string, readonly string[]][] = [
  ['sofie', 100, 'Suivi individuel', ['multicultural', 'power-to-act', 'welfare-law']],
  ['benoit', 100, 'Formation des groupes', ['group-dynamics', 'language-teaching', 'multicultural']],
  ['nele', 80, 'Formation des groupes', ['group-dynamics', 'language-teaching']],
  ['pauline', 60, 'Coordination', ['social-orientation', 'power-to-act']],
  ['karim', 40, 'Orientation vers l’emploi', ['welfare-law', 'social-orientation']],
  ['joris', 20, 'Secrétariat', []],
]

export function keepBooks(tale: Tale): void {
  const { world } = tale
  const pauline = () => tale.as('pauline')
  const from = typedDay(world.day(founded))
  const to = typedDay(world.day(founded + 2 * 365))
  world.plan(world.workday(founded + 3), undefined, async () => {
    const { programmeId } = tale
    await world.post(
      pauline(),
      funding.lines({ programmeId }),
      Object.fromEntries(
        moveup.fundingLines!.lines.flatMap(({ key, funder, percent, costBase, eligibility }, at) =>
          Object.entries({
            key,
            funder: textIn(funder, 'fr').text,
            share: percent,
            base: costBase,
            eligibility,
            from,
            to,
          }).map(([field, value]) => [`lines.${at}.${field}`, value]),
        ),
      ),
    )
    for (const [key, fte, task, profiles] of team)
      await world.post(pauline(), funding.team({ programmeId }), {
        ...(cast[key].house === 'centre' ? { userId: tale.accounts.ids[key] } : { name: cast[key].name }),
        function: task,
        profiles: [...profiles],
        fte: fte / 100,
        from,
      })
    await world.post(pauline(), funding.budgets({ programmeId }), { from, to, amount: 4800 })
  })
  costs(tale)
  outings(tale)
}

/** What the team cost, a few days after each month is over. */
function costs(tale: Tale) {
  const { world } = tale
  const chance = world.random.branch('staff cost')
  // From the first whole month on.
  for (let day = addDays(`${world.day(founded).slice(0, 7)}-01`, 31); ; ) {
    const month = day.slice(0, 7)
    const next = addDays(`${month}-01`, 31).slice(0, 7)
    const entered = addDays(`${next}-01`, 4)
    const cents = 1_896_000 + chance.whole(0, 145_999)
    if (entered > world.today) return
    world.plan(entered, undefined, () =>
      world.post(tale.as('pauline'), funding.month({ programmeId: tale.programmeId, month }), {
        sum: (cents / 100).toFixed(2),
      }),
    )
    day = `${next}-01`
  }
}

const trips: readonly [days: number, what: string, cents: number][] = [
  [4, 'Tram, les deux groupes', 5760],
  [8, 'Bibliothèque de Lindebourg, goûter', 3415],
  [14, 'Museum van de stad, entrées et guide', 14400],
  [18, 'Maison de quartier, repas partagé', 8290],
  [28, 'Marché du Canal, petit-déjeuner', 4635],
  [38, 'Ferme pédagogique, car et entrées', 21550],
  [48, 'Cinéma en néerlandais', 7200],
]

function outings(tale: Tale) {
  const { world } = tale
  for (const [at, [days, what, cents]] of trips.entries()) {
    const on = world.workday(groupsStart + days)
    world.plan(on, undefined, () =>
      world.post(tale.as('pauline'), funding.outings({ programmeId: tale.programmeId }), {
        ...{
          on: typedDay(on),
          what,
          amount: (cents / 100).toFixed(2),
          receiptNumber: `S-${String(at + 1).padStart(3, '0')}`,
        },
        receiptPlace: 'Classeur 2, armoire du secrétariat',
      }),
    )
  }
}

/** What funders count: asked at registration, and of those who left once more; some would rather not say. */
export function askStatuses(tale: Tale): void {
  for (const person of neighbours) {
    const { at } = person.way
    if (at === 'candidate' || (at === 'registered' && person.number % 2 === 0)) continue
    onDay(tale, person, registeredOn(person) + 2, (on) => ask(tale, person, 'entry', entryOf(person), on))
  }
}

function entryOf({ number, schooling, way }: Neighbour) {
  const withheld = number % 9 === 7
  return {
    labour: withheld ? 'not-disclosed' : ['inactive', 'unemployed-12-plus', 'unemployed-6-11'][number % 3],
    education: schooling === 'more' ? 'isced-5-8' : schooling === 'up-to-12' ? 'isced-3-4' : 'isced-0-2',
    'third-country': way.at === 'elsewhere' && withheld ? 'not-disclosed' : 'yes',
  }
}

const ask = (tale: Tale, person: Neighbour, moment: 'entry' | 'exit', answers: object, on: string) =>
  tale.world.post(
    tale.as(person.holder),
    indicators.ask({ enrolmentId: tale.enrolments.get(person.number)!, moment }),
    { on: typedDay(on), ...answers },
  )

/** When somebody has finished; the one who went on to a training says so. */
export const askAtTheEnd = (tale: Tale, person: Neighbour, on: string): Promise<unknown> =>
  ask(tale, person, 'exit', exitOf(person), on)

const exitOf = ({ number }: Neighbour) => ({
  labour: 'unemployed-under-6',
  training: number === 17 ? 'yes' : 'no',
  qualification: 'no',
  helpful: 'yes',
})
