import type { Tx } from '../../../shared/db/database.ts'
import { act, page } from '../../../shared/http/doors.tsx'
import { type Did, notFound, redirect, refused, seeOther, show } from '../../../shared/http/outcome.ts'
import { lockPlacing } from '../../groups/members.ts'
import { type Confirmation, findConfirmation, listConfirmedGroups, listTouched, lockGroups } from '../confirm.store.ts'
import { confirmPlan, readConfirming, undoConfirmation } from '../confirm.ts'
import { undoing } from '../confirming.ts'
import { find, hold } from '../find.ts'
import { ConfirmPage } from '../pages/confirm.tsx'
import { ConfirmationPage, type ConfirmationView } from '../pages/confirmation.tsx'
import { paths } from '../paths.ts'
import { mayConfirm, mayReadConfirmation, mayUndo } from '../policy.ts'
import { changing } from '../rules.ts'
import { findComposition } from '../store.ts'

const findBoth = async ({ tx, params }: { tx: Tx; params: { compositionId: string; confirmationId: string } }) => {
  const composition = await findComposition(tx, params.compositionId)
  const confirmation = composition && (await findConfirmation(tx, composition.id, params.confirmationId))
  return confirmation && { name: composition.name, confirmation }
}

/** To take back: nobody joins, marks or plans in these groups until it is done, and what they did before is seen. */
const holdBoth: typeof findBoth = async (ctx) => {
  const found = await findBoth(ctx)
  if (!found) return undefined
  await lockPlacing(ctx.tx, found.confirmation.programmeId)
  await lockGroups(ctx.tx, found.confirmation.id)
  return findBoth(ctx)
}

async function view(tx: Tx, confirmation: Confirmation, name: string, now: Date): Promise<ConfirmationView> {
  const touched = confirmation.undoneAt ? [] : await listTouched(tx, confirmation.id)
  const decision = undoing(confirmation, { now, touched: touched.length })
  return { name, confirmation, groups: await listConfirmedGroups(tx, confirmation.id), touched, decision, now }
}

const readOf = (kind: string, id: string): Did => ({
  act: 'compositions.read',
  on: [kind, id],
  classes: ['identity', 'language', 'attendance'],
})

export const confirmRoutes = [
  page(paths.confirm, { policy: mayConfirm, find }, async ({ tx, params, today, subject: composition }) => {
    const { compositionId, planId } = params
    if (composition.confirmationId)
      return redirect(paths.confirmation({ compositionId, confirmationId: composition.confirmationId }))
    const found = await readConfirming({ tx, today }, composition, planId)
    if (!found) return notFound()
    return show(<ConfirmPage {...found} />, { read: readOf('plan', planId) })
  }),

  act(paths.confirm, { policy: mayConfirm, find: hold }, async (ctx) => {
    const { tx, typed, params, today, subject: composition } = ctx
    const { compositionId, planId } = params
    // The same click twice is one confirmation.
    if (composition.confirmationId)
      return redirect(paths.confirmation({ compositionId, confirmationId: composition.confirmationId }))
    const found = await readConfirming({ tx, today }, composition, planId)
    if (!found) return notFound()
    const open = changing(composition)
    if (!open.ok) return refused(<ConfirmPage {...found} refusal={open} />)
    if (found.obstacles.length > 0)
      return refused(<ConfirmPage {...found} refusal={{ key: 'compositions.confirm.obstacles' }} />)
    if (typed.get('seen') !== found.seen)
      return refused(<ConfirmPage {...found} refusal={{ key: 'compositions.confirm.changed' }} />)
    const made = await confirmPlan(ctx, found)
    if (!made) return refused(<ConfirmPage {...found} refusal={{ key: 'compositions.confirm.faster' }} />)
    return seeOther(paths.confirmation({ compositionId, confirmationId: made.id }), {
      did: made.did,
      say: {
        key: 'compositions.confirm.done',
        params: { groups: found.groups.length, people: found.groups.reduce((n, one) => n + one.people.length, 0) },
      },
    })
  }),

  page(paths.confirmation, { policy: mayReadConfirmation, find: findBoth }, async ({ tx, now, subject }) =>
    show(<ConfirmationPage {...(await view(tx, subject.confirmation, subject.name, now))} />, {
      read: readOf('confirmation', subject.confirmation.id),
    }),
  ),

  act(paths.undo, { policy: mayUndo, find: holdBoth }, async (ctx) => {
    const { tx, now, subject } = ctx
    const shown = await view(tx, subject.confirmation, subject.name, now)
    if (!shown.decision.ok) return refused(<ConfirmationPage {...shown} refusal={shown.decision} />)
    const did = await undoConfirmation(ctx, subject.confirmation)
    if (!did) return refused(<ConfirmationPage {...shown} refusal={{ key: 'compositions.undo.already' }} />)
    return seeOther(paths.show({ compositionId: subject.confirmation.compositionId }), {
      did,
      say: 'compositions.undo.done',
    })
  }),
]
