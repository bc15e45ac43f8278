// The chain of four steps: the year's list first, then registration, the review of the path, the interview with the trainers;
// with what was found, feedback to those before, and the ways that lead elsewhere.
import { moveup } from '../../../app/blueprints/moveup.ts'
import { listCandidaciesOf } from '../../../app/features/orientation/candidates.store.ts'
import { paths } from '../../../app/features/orientation/paths.ts'
import { paths as professionals } from '../../../app/features/professionals/paths.ts'
import { paths as referrals } from '../../../app/features/referrals/paths.ts'
import { typedDay } from '../story.ts'
import type { ColleagueKey } from './cast.ts'
import { type Neighbour, neighbours } from './folk.ts'
import { registeredOn, sites } from './frame.ts'
import { onDay, type Tale } from './story.ts'
import * as texts from './texts.ts'

const of = (tale: Tale, { number }: Neighbour) => ({ enrolmentId: tale.enrolments.get(number)! })
const steps = moveup.orientation!
const trainerOf = ({ groupLanguage }: Neighbour): ColleagueKey => (groupLanguage === 'fr' ? 'benoit' : 'nele')

/** Most come by the list of the year; some are registered at once. */
export const cameByTheList = ({ number, way }: Neighbour): boolean => way.at === 'candidate' || number % 4 !== 3

export function listNeighbours(tale: Tale): void {
  for (const person of neighbours.filter(cameByTheList)) {
    const day = registeredOn(person) - 8
    onDay(tale, person, day, async (on) => {
      // Who is only on the list has a sheet as far as the antenna knows them.
      if (person.way.at === 'candidate')
        await tale.world.post(
          tale.as(person.holder),
          referrals.positioning({ personId: tale.people.get(person.number)! }),
          {
            ...{ birthYear: person.born, gender: person.gender, schooling: person.schooling, levelSource: 'observed' },
            ...Object.fromEntries(
              (['oral-reception', 'oral-production'] as const).map((skill) => [
                `level.${person.groupLanguage}.${skill}`,
                person.oral,
              ]),
            ),
          },
        )
      const antenna =
        sites[person.groupLanguage === 'fr' ? 0 : 1]!.name.split(' / ')[person.groupLanguage === 'fr' ? 0 : 1]
      const personId = tale.people.get(person.number)!
      await tale.world.post(tale.as(person.holder), paths.list({ personId }), {
        programmeId: tale.programmeId,
        year: Number(on.slice(0, 4)),
        antenna,
        why: texts.reasons[person.groupLanguage][person.number % texts.reasons.fr.length],
      })
      const [listed] = await tale.world.as(tale.as(person.holder), (tx) => listCandidaciesOf(tx, personId))
      const candidateId = listed!.id
      await noteCriteria(tale, person.holder, person, paths.candidateCriteria({ candidateId }))
      // The coordinator asks for two, and takes one off who found another offer.
      if (person.number === 29 || person.number === 31)
        await tale.world.post(tale.as('pauline'), paths.ask({ candidateId }))
      if (person.number === 33)
        await tale.world.post(tale.as('pauline'), paths.setAside({ candidateId }), { reason: 'other-offer' })
    })
  }
}

/** Proof where a funder asks for it; "not disclosed" is an answer. */
async function noteCriteria(tale: Tale, who: ColleagueKey, person: Neighbour, path: string) {
  const { today } = tale.world
  const seen = typedDay(tale.world.workday(registeredOn(person) - 9))
  await tale.world.post(
    tale.as(who),
    path,
    Object.fromEntries(
      steps.criteria.flatMap(({ key, evidence }) => {
        const answer =
          key === 'low-skilled' && person.schooling === 'more'
            ? 'not-met'
            : key === 'low-skilled' && person.schooling === 'not-disclosed'
              ? 'not-disclosed'
              : 'met'
        const proof = evidence && person.number % 5 !== 4 && seen <= typedDay(today)
        return [
          [`answer.${key}`, answer],
          ...(proof
            ? [
                [`evidence.${key}`, 'identity-document'],
                [`evidenceOn.${key}`, seen],
              ]
            : []),
        ]
      }),
    ),
  )
}

/** Who registers names the one who reviews; some steps still wait for somebody to take them up. */
export function orientNeighbours(tale: Tale): void {
  for (const person of neighbours) {
    const { number, way } = person
    const day = registeredOn(person)
    if (way.at === 'candidate') continue
    onDay(tale, person, day + 1, async () => {
      if (!cameByTheList(person)) await noteCriteria(tale, person.holder, person, paths.criteria(of(tale, person)))
      if (number % 3 !== 1) await bringIn(tale, person, 'employment', 'karim')
    })
    if (way.at === 'registered' && number % 2 === 1) continue
    onDay(tale, person, day + 2, () => give(tale, person.holder, person, 'sofie'))
    if (way.at === 'registered') continue
    onDay(tale, person, day + 9, () => review(tale, person))
    if (way.at === 'elsewhere') continue
    if (number === 25) {
      onDay(tale, person, day + 11, () => hold(tale, person))
      continue
    }
    onDay(tale, person, day + 10, async () => {
      await give(tale, 'sofie', person, trainerOf(person))
      await bringIn(tale, person, 'trainer', trainerOf(person) === 'benoit' ? 'nele' : 'benoit')
      await seeFeedback(tale, person.holder, person)
    })
    if (way.at === 'reviewed') continue
    onDay(tale, person, day + 17, () => interview(tale, person))
    onDay(tale, person, day + 19, async () => {
      await seeFeedback(tale, 'sofie', person)
      if (number % 3 > 0) await seeFeedback(tale, person.holder, person)
    })
  }
}

const bringIn = (tale: Tale, person: Neighbour, part: string, colleague: ColleagueKey) =>
  tale.world.post(tale.as(person.holder), professionals.list(of(tale, person)), {
    part,
    userId: tale.accounts.ids[colleague],
  })

const give = (tale: Tale, who: ColleagueKey, person: Neighbour, colleague: ColleagueKey) =>
  tale.world.post(tale.as(who), paths.owner(of(tale, person)), { userId: tale.accounts.ids[colleague] })

async function review(tale: Tale, person: Neighbour) {
  const { number, way, groupLanguage } = person
  const said = texts.orientation[groupLanguage]
  if (way.at !== 'elsewhere')
    return tale.world.post(tale.as('sofie'), paths.find(of(tale, person)), {
      aim: number % 7 === 3 ? 'partly' : 'fits',
      words: said.review,
      feedback: said.reviewed,
      do: 'pass',
    })
  // One is sent to a course at their level, of the other the programme says no.
  return tale.world.post(tale.as('sofie'), paths.move(of(tale, person)), {
    move: number === 34 ? 'send-elsewhere' : 'refuse',
    reason: 'level-differs',
    words: said.elsewhere,
    feedback: said.elsewhere,
  })
}

const hold = (tale: Tale, person: Neighbour) =>
  tale.world.post(tale.as('sofie'), paths.move(of(tale, person)), {
    move: 'hold',
    reason: 'not-available',
    until: typedDay(tale.world.day(20)),
    words: texts.orientation[person.groupLanguage].hold,
    feedback: texts.orientation[person.groupLanguage].hold,
  })

async function interview(tale: Tale, person: Neighbour) {
  const said = texts.orientation[person.groupLanguage]
  const points = steps.motivation.map(({ key }) => key)
  await tale.world.post(tale.as(trainerOf(person)), paths.find(of(tale, person)), {
    motivation: points[Math.min(points.length - 1, 1 + (person.number % 3))],
    words: said.interview,
    feedback: said.accepted,
    do: 'pass',
  })
}

/** Presses "seen" beside each feedback that somebody has not confirmed yet. */
async function seeFeedback(tale: Tale, who: ColleagueKey, person: Neighbour) {
  const page = await (await tale.world.get(tale.as(who), paths.show(of(tale, person)))).text()
  for (const [, path] of page.matchAll(/action="([^"]*\/feedback\/[0-9a-f-]{36}\/receipt)"/g))
    await tale.world.post(tale.as(who), path!)
}
