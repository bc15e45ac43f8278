/** What of the orientations waits for whoever opens the first page. */
import type { Tx } from '../../shared/db/database.ts'
import { textIn } from '../../shared/i18n/text.ts'
import type { PlainDate } from '../../shared/time/dates.ts'
import { fullName } from '../people/person.ts'
import { isOver } from '../programmes/programme.ts'
import { listProgrammes } from '../programmes/store.ts'
import { paths as referrals } from '../referrals/paths.ts'
import { type NeedItem, type NeedReader, need } from '../today/need.ts'
import { type BoardRow, listBoard } from './board.store.ts'
import { orientationOf, stepOf } from './orientation.ts'
import { paths } from './paths.ts'
import { listUnseen } from './words.store.ts'

type Asking = { tx: Tx; actorId: string; today: PlainDate; onlyMine: boolean }
type Waiting = BoardRow & { programmeId: string; label: ReturnType<typeof stepLabel> }

const stepLabel = (plan: NonNullable<ReturnType<typeof orientationOf>>, key: string) => stepOf(plan, key)?.label ?? {}

async function listWaiting({ tx, actorId, today, onlyMine }: Asking): Promise<Waiting[]> {
  const found: Waiting[] = []
  for (const programme of await listProgrammes(tx)) {
    const plan = orientationOf(programme)
    if (!plan || isOver(programme.settings, today) || (onlyMine && !programme.isMine)) continue
    const rows = await listBoard(tx, { programmeId: programme.id, plan, actorId, today })
    found.push(...rows.map((row) => ({ ...row, programmeId: programme.id, label: stepLabel(plan, row.step) })))
  }
  return found
}

/** Steps that wait for me, people to register, and those for whom nobody is named yet. */
const forProfessionals: NeedReader = {
  roles: ['social-worker', 'coach'],
  order: 30,
  async read({ tx, actor, words, today }) {
    const { t, lang, date } = words
    const rows = await listWaiting({ tx, actorId: actor.id, today, onlyMine: false })
    const item = (r: Waiting): NeedItem => ({
      key: r.key,
      title: fullName(r),
      note: t(r.late ? 'orientation.need.late' : 'orientation.need.by', {
        step: textIn(r.label, lang).text,
        date: date(r.dueOn ?? r.from),
      }),
      late: r.late,
      href: r.enrolmentId
        ? paths.show({ enrolmentId: r.enrolmentId })
        : paths.candidate({ candidateId: r.candidateId! }),
      ...(r.candidateId && actor.role === 'social-worker'
        ? {
            acts: [
              {
                label: t('orientation.candidates.register'),
                testId: 'register-candidate',
                href: referrals.refer({ personId: r.personId }, { programme: r.programmeId }),
              },
            ],
          }
        : {}),
    })
    const unseen = await listUnseen(tx, actor.id)
    return [
      need({ key: 'orientation-mine', title: 'orientation.need.mine' }, rows.filter((r) => r.mine).map(item)),
      need(
        { key: 'orientation-unowned', title: 'orientation.need.unowned' },
        actor.role === 'social-worker' ? rows.filter((r) => r.unowned).map(item) : [],
      ),
      need(
        { key: 'orientation-feedback', title: 'orientation.need.feedback' },
        unseen.map((f) => ({
          key: f.feedbackId,
          title: fullName(f),
          note: t('orientation.feedback.by', { name: f.by, date: date(f.on) }),
          href: `${paths.show({ enrolmentId: f.enrolmentId })}#feedback`,
        })),
      ),
    ].filter((one) => one.items.length > 0)
  },
}

/** What is overdue in the programmes one coordinates, and those for whom nobody is named. */
const forCoordinators: NeedReader = {
  roles: ['coordinator'],
  order: 30,
  async read({ tx, actor, words, today }) {
    const { t, lang, date } = words
    const rows = await listWaiting({ tx, actorId: actor.id, today, onlyMine: true })
    const late = rows.filter((r) => r.late || (r.unowned && r.days > 2))
    if (late.length === 0) return []
    return [
      need(
        {
          key: 'orientation-late',
          title: 'orientation.need.overdue',
          more: paths.board({ programmeId: late[0]!.programmeId }, { show: 'late' }),
        },
        late.map((r) => ({
          key: r.key,
          title: fullName(r),
          note: t(r.late ? 'orientation.need.late' : 'orientation.need.noOwner', {
            step: textIn(r.label, lang).text,
            date: date(r.dueOn ?? r.from),
          }),
          late: r.late,
          href: r.enrolmentId
            ? paths.show({ enrolmentId: r.enrolmentId })
            : paths.candidate({ candidateId: r.candidateId! }),
        })),
      ),
    ]
  },
}

export const needs = [forProfessionals, forCoordinators]
