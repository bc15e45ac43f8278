import type { Tx } from '../../../shared/db/database.ts'
import type { MessageKey, Words } from '../../../shared/i18n/i18n.ts'
import { textIn } from '../../../shared/i18n/text.ts'
import { addDays, daysBetween, type PlainDate } from '../../../shared/time/dates.ts'
import type { HandOver } from '../../handovers/handover.ts'
import { paths as handovers } from '../../handovers/paths.ts'
import { stateOf, type Waiting, waitingFor } from '../../handovers/rules.ts'
import { listHandOvers } from '../../handovers/store.ts'
import { fullName } from '../../people/person.ts'
import { paths as plans } from '../../plans/paths.ts'
import { paths as referrals } from '../../referrals/paths.ts'
import { type Need, type NeedItem, need } from '../need.ts'
import { listDueSteps, listWaiting, listWithoutStep } from '../store/social-worker.ts'
import { noticeNeed } from './notices.ts'

type Open = { handOver: HandOver; waiting: Waiting }

/** A caseload's day: what others wait for first, then what happened, then where one's people stand. */
export async function socialWorkerNeeds(tx: Tx, words: Words, userId: string, today: PlainDate): Promise<Need[]> {
  const { t, date, lang } = words
  const open: Open[] = (await listHandOvers(tx, { toUserId: userId, open: true }))
    .map((handOver) => ({ handOver, waiting: waitingFor(handOver, today)! }))
    .sort((a, b) => a.waiting.dueOn.localeCompare(b.waiting.dueOn))
  const item = ({ handOver, waiting }: Open): NeedItem => {
    const href = handovers.show({ handOverId: handOver.id })
    const state = stateOf(handOver.steps)
    const quick = state === 'handed-over' ? 'received' : state === 'received' ? 'read' : undefined
    return {
      key: handOver.id,
      title: fullName(handOver.person),
      note: t(waiting.late ? 'handovers.awaitedLate' : 'handovers.awaitedBy', {
        what: t(`handovers.awaited.${waiting.for}`),
        date: date(waiting.dueOn),
      }),
      late: waiting.late,
      href,
      acts: [
        quick === 'received'
          ? {
              label: t('handovers.press.received'),
              post: handovers.enter({ handOverId: handOver.id }),
              fields: { kind: 'received' },
              testId: 'today-received',
            }
          : waiting.for === 'direction'
            ? { label: t('handovers.direction.decide'), href: handovers.direction({ handOverId: handOver.id }) }
            : { label: t('today.open'), href },
      ],
    }
  }
  const of = (...kinds: Waiting['for'][]) => open.filter((one) => kinds.includes(one.waiting.for)).map(item)
  const handOverNeed = (key: string, title: MessageKey, ...kinds: Waiting['for'][]) =>
    need({ key, title, more: handovers.list() }, of(...kinds))
  const waiting = await listWaiting(tx, userId)
  return [
    handOverNeed('to-read', 'today.social.toRead', 'received', 'read'),
    handOverNeed('talks', 'today.social.talks', 'talk-planned', 'talk-held'),
    handOverNeed('directions', 'today.social.directions', 'direction'),
    await noticeNeed(tx, words),
    need(
      { key: 'no-step', title: 'today.social.withoutStep' },
      (await listWithoutStep(tx, userId)).map((one) => ({
        key: one.handOverId,
        title: fullName(one),
        note: t(`handovers.direction.${one.direction}` as MessageKey),
        href: handovers.show({ handOverId: one.handOverId }),
        acts: [{ label: t('today.agreeStep'), href: plans.show({ personId: one.personId }) }],
      })),
    ),
    need(
      { key: 'steps', title: 'today.social.steps' },
      (await listDueSteps(tx, userId, addDays(today, 7))).map((one) => ({
        key: one.id,
        title: one.what,
        note: t(one.dueOn < today ? 'today.stepLate' : 'today.stepDue', {
          name: fullName(one),
          who: one.who,
          date: date(one.dueOn),
        }),
        late: one.dueOn < today,
        href: plans.show({ personId: one.personId }),
        acts: [
          {
            label: t('plans.step.done'),
            post: plans.moveStep({ personId: one.personId, stepId: one.id }),
            fields: { to: 'done' },
          },
        ],
      })),
    ),
    need(
      { key: 'waiting', title: 'today.social.waiting', calm: true, more: referrals.mine() },
      waiting.map((one) => ({
        key: one.enrolmentId,
        title: fullName(one),
        note: t('today.waitingSince', {
          stage: textIn(one.stages.find((stage) => stage.key === one.stage)?.label ?? {}, lang).text || one.stage,
          programme: textIn(one.programme, lang).text,
          days: daysBetween(one.since, today),
        }),
        href: referrals.enrolment({ enrolmentId: one.enrolmentId }),
      })),
    ),
  ]
}
