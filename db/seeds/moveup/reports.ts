// Two people have finished: the final report of one has reached everybody, that of the other waits for two colleagues.

import { moveup } from '../../../app/blueprints/moveup.ts'
import { paths } from '../../../app/features/final-reports/paths.ts'
import { listRecipients } from '../../../app/features/final-reports/sent-store.ts'
import { findReportOf } from '../../../app/features/final-reports/store.ts'
import { idIn, typedDay } from '../story.ts'
import { recordResult } from './aims.ts'
import { type ColleagueKey, cast } from './cast.ts'
import type { Neighbour } from './folk.ts'
import type { OnHalfDay } from './groups.ts'
import { askAtTheEnd } from './money.ts'
import { later, type Tale } from './story.ts'
import * as texts from './texts.ts'

/** Who has acknowledged only; everybody where nobody is named. */
const acknowledgedBy: ReadonlyMap<number, readonly ColleagueKey[]> = new Map([[17, ['sofie']]])

export const reportOnTheEnd =
  (tale: Tale): OnHalfDay =>
  async ({ plan, half, members, lastOf }) => {
    for (const person of members) {
      if (person.way.at !== 'group' || person.way.ends !== 'completed' || lastOf(person) !== half.number) continue
      later(tale, half.onDate, 1, () => write(tale, plan.coach, person))
      later(tale, half.onDate, 2, async (on) => {
        await recordResult(tale, person)
        await askAtTheEnd(tale, person, on)
        await addSocialSide(tale, person)
      })
      later(tale, half.onDate, 3, (on) => readWithPerson(tale, plan.coach, person, on))
      later(tale, half.onDate, 4, () => send(tale, plan.coach, person))
    }
  }

const enrolmentOf = (tale: Tale, { number }: Neighbour) => tale.enrolments.get(number)!
const reportOf = (tale: Tale, who: ColleagueKey, person: Neighbour) =>
  tale.world.as(tale.as(who), async (tx) => (await findReportOf(tx, enrolmentOf(tale, person)))!)

async function writeSection(tale: Tale, who: ColleagueKey, reportId: string, section: string, form: object) {
  const path = paths.section({ reportId, section })
  const page = await (await tale.world.get(tale.as(who), path)).text()
  const number = /<input[^>]*name="number"[^>]*value="(\d+)"/.exec(page)?.[1] ?? '0'
  await tale.world.post(tale.as(who), path, { number, withFacts: true, ...form })
}

async function write(tale: Tale, trainer: ColleagueKey, person: Neighbour) {
  const reportId = idIn(
    await tale.world.post(tale.as(trainer), paths.ofEnrolment({ enrolmentId: enrolmentOf(tale, person) })),
  )
  const words = texts.report[person.groupLanguage]
  for (const section of ['path', 'attendance', 'changes'] as const)
    await writeSection(tale, trainer, reportId, section, { words: words[section] })
  await writeSection(tale, trainer, reportId, 'proposal', {
    words: words.proposal,
    proposal: proposalOf(person),
    withFacts: false,
  })
}

/** Where a qualifying training is within reach it is proposed, else a language course. */
function proposalOf({ number }: Neighbour): string {
  const wanted = number === 17 ? 'qualifying-training' : 'language-course'
  const { proposals } = moveup.finalReport!
  const direction = (Object.keys(proposals) as (keyof typeof proposals)[]).find((one) =>
    proposals[one].some(({ key }) => key === wanted),
  )
  return `${direction}:${wanted}`
}

/** What the trainers do not see, the training social worker adds; some of it is for everybody, with the person's agreement. */
async function addSocialSide(tale: Tale, person: Neighbour) {
  const { id } = await reportOf(tale, 'sofie', person)
  await writeSection(tale, 'sofie', id, 'obstacles', {
    words: texts.report[person.groupLanguage].obstacles,
    shared: true,
  })
}

async function readWithPerson(tale: Tale, trainer: ColleagueKey, person: Neighbour, on: string) {
  const { id, revision } = await reportOf(tale, trainer, person)
  await tale.world.post(tale.as(trainer), paths.reading({ reportId: id }), {
    ...{ revision, kind: 'read', onDate: typedDay(on), readBy: tale.accounts.ids[trainer] },
    language: person.groupLanguage,
    agreement: person.number === 17 ? 'in-part' : 'agrees',
    remark: texts.report[person.groupLanguage].remark,
  })
}

async function send(tale: Tale, trainer: ColleagueKey, person: Neighbour) {
  const { world } = tale
  const { id: reportId, revision } = await reportOf(tale, trainer, person)
  const sent = await world.post(tale.as(trainer), paths.sending({ reportId }), {
    revision,
    language: person.groupLanguage,
  })
  const versionId = /versions\/([0-9a-f-]{36})/.exec(sent)![1]!
  const recipients = await world.as(tale.as(trainer), (tx) =>
    listRecipients(tx, enrolmentOf(tale, person), moveup.finalReport!),
  )
  const keys = (Object.keys(cast) as ColleagueKey[]).filter((key) =>
    recipients.some(({ userId }) => userId === tale.accounts.ids[key]),
  )
  for (const [at, key] of (acknowledgedBy.get(person.number) ?? keys).entries())
    later(tale, world.today, at - 2, () => world.post(tale.as(key), paths.receipt({ reportId, versionId })))
}
