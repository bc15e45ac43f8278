import type { Tx } from '../../../shared/db/database.ts'
import { formState } from '../../../shared/forms/forms.ts'
import { act, page } from '../../../shared/http/doors.tsx'
import { invalid, notFound, seeOther, show } from '../../../shared/http/outcome.ts'
import { paths as programmes } from '../../programmes/paths.ts'
import { findProgramme, saveSettings } from '../../programmes/store.ts'
import { mayReadWaitingList } from '../../referrals/policy.ts'
import { listBoard } from '../board.store.ts'
import { criteriaOf, orientationOf } from '../orientation.ts'
import { BoardPage } from '../pages/board.tsx'
import { CriteriaSettingsPage } from '../pages/settings.tsx'
import { paths } from '../paths.ts'
import { mayEditCriteria, mayReadBoard, mayReadCandidates } from '../policy.ts'
import { criteriaSettingsValues, lineCount, parseCriteriaSettings } from '../settings.form.ts'

/** A programme that has an orientation; others are not found. */
async function find({ tx, params }: { tx: Tx; params: { programmeId: string } }) {
  const programme = await findProgramme(tx, params.programmeId)
  return programme && orientationOf(programme) ? programme : undefined
}

export const programmeRoutes = [
  page(paths.board, { policy: mayReadBoard, find }, async ({ tx, actor, query, today, subject: programme }) => {
    const plan = orientationOf(programme)!
    const all = await listBoard(tx, { programmeId: programme.id, plan, actorId: actor.id, today })
    const asked = query.get('show')
    const which = asked === 'mine' || asked === 'late' ? asked : 'all'
    return show(
      <BoardPage
        programme={programme}
        plan={plan}
        rows={which === 'all' ? all : all.filter((r) => (which === 'mine' ? r.mine : r.late))}
        show={which}
        counts={{ all: all.length, mine: all.filter((r) => r.mine).length, late: all.filter((r) => r.late).length }}
        can={{
          candidates: mayReadCandidates.allows(actor, programme),
          waiting: mayReadWaitingList.allows(actor, programme),
        }}
      />,
      { read: { act: 'orientation.board', on: ['programme', programme.id], classes: ['identity', 'attendance'] } },
    )
  }),

  page(paths.editCriteria, { policy: mayEditCriteria, find }, async ({ subject: programme }) => {
    const criteria = criteriaOf(programme)
    return show(
      <CriteriaSettingsPage
        programme={programme}
        lines={lineCount(criteria.length)}
        state={{ values: criteriaSettingsValues(criteria) }}
      />,
    )
  }),

  act(paths.editCriteria, { policy: mayEditCriteria, find }, async ({ tx, typed, subject: programme }) => {
    const now = { ...programme.settings, criteria: [...criteriaOf(programme)] }
    const parsed = parseCriteriaSettings(typed, now as typeof programme.settings)
    if (!parsed.ok)
      return invalid(
        <CriteriaSettingsPage programme={programme} lines={lineCount(now.criteria.length)} state={formState(parsed)} />,
      )
    if (!(await saveSettings(tx, programme.id, parsed.value))) return notFound()
    return seeOther(programmes.show({ programmeId: programme.id }), {
      did: { act: 'orientation.editCriteria', on: ['programme', programme.id] },
      say: 'orientation.saved',
    })
  }),
]
