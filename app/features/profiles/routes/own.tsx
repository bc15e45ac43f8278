/** Doors for the person's own profile: the profile is loaded once, and without one the way leads to its start. */
import type { CardActor } from '../../../shared/http/actor.ts'
import { act, type Ctx, page } from '../../../shared/http/doors.tsx'
import { type Did, type Outcome, redirect } from '../../../shared/http/outcome.ts'
import type { Path } from '../../../shared/http/paths.ts'
import { me } from '../paths.ts'
import { mayWorkOnOwn } from '../policy.ts'
import type { Profile, Workbook } from '../profile.ts'
import type { ProfileState } from '../rules/states.ts'
import { findOwn, type Own } from '../store/profiles.ts'
import { loadWorkbook, workbookState } from '../store/workbook.ts'

export type OwnCtx<P extends string> = Ctx<P, CardActor> & { own: Own; book: Workbook; state: ProfileState }

export const findMine = ({ tx, actor }: Ctx) =>
  actor.kind === 'card' ? findOwn(tx, actor) : Promise.resolve(undefined)

function withBook<P extends string>(handler: (ctx: OwnCtx<P>) => Promise<Outcome>) {
  return async (ctx: Ctx<P, CardActor> & { subject: Own }): Promise<Outcome> => {
    const own = ctx.subject
    if (!own.profile) return redirect(me.start())
    const book = await loadWorkbook(ctx.tx, ctx.services.vault, own.profile)
    return handler({ ...ctx, own, book, state: workbookState(book) })
  }
}

export const ownPage = <P extends string>(path: Path<P>, handler: (ctx: OwnCtx<P>) => Promise<Outcome>) =>
  page(path, { policy: mayWorkOnOwn, find: findMine }, withBook(handler))

export const ownAct = <P extends string>(path: Path<P>, handler: (ctx: OwnCtx<P>) => Promise<Outcome>) =>
  act(path, { policy: mayWorkOnOwn, find: findMine }, withBook(handler))

/** What goes on record about a profile; never content. */
export const didOn = (act: string, profile: Profile): Did => ({
  act: `profiles.${act}`,
  on: ['profile', profile.id],
  person: profile.personId,
  classes: ['profile'],
})
