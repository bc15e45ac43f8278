// The participant's way in: scan, or code and PIN; then the PIN when something asks for it.
import { formState, withErrors } from '../../shared/forms/forms.ts'
import type { CardActor } from '../../shared/http/actor.ts'
import { act, type Ctx, page, publicAct, publicPage } from '../../shared/http/doors.tsx'
import { type Did, invalid, redirect, refusedAndNoted, seeOther, show } from '../../shared/http/outcome.ts'
import { attemptKeys } from '../../shared/secrets/attempt-keys.ts'
import { choosePin, enterPin, isLocked, leaveCard, openByCode, openedCard, scanCard } from './entry.ts'
import { ownNext, parseCode, parsePin } from './form.ts'
import { CodePage } from './pages/code.tsx'
import { HelpPage } from './pages/help.tsx'
import { KioskPage } from './pages/kiosk.tsx'
import { ChoosePinPage, EnterPinPage } from './pages/pin.tsx'
import { paths } from './paths.ts'
import { mayEnterPin } from './policy.ts'
import { choosing } from './rules.ts'
import { plainDigits } from './secrets.ts'

const atKiosk = ({ cookies }: Pick<Ctx, 'cookies'>) => cookies.get('kiosk') === '1'

/** A session's cookie. At the kiosk the language of whoever was here before goes too. */
const opened = (ctx: Pick<Ctx, 'cookies'>, session: string) => [
  { name: 'card', value: session },
  ...(atKiosk(ctx) ? [{ name: 'lang', value: '' }] : []),
]

async function didOpen(tx: Ctx['tx'], act: string, session: string): Promise<Did> {
  const { cardId, personId } = await openedCard(tx, session)
  return { act, on: ['card', cardId], person: personId, classes: ['account'] }
}

export const entryRoutes = [
  publicPage(paths.short, async () => redirect(paths.code())),

  publicPage(paths.code, async (ctx) =>
    ctx.actor.kind === 'card' ? redirect('/me') : show(<CodePage kiosk={atKiosk(ctx)} />),
  ),

  publicAct(paths.code, async (ctx) => {
    const { tx, typed, services, address } = ctx
    const kiosk = atKiosk(ctx)
    const parsed = parseCode(typed)
    const values = { code: typed.get('code').slice(0, 40) }
    if (!parsed.ok) return invalid(<CodePage kiosk={kiosk} state={{ values, errors: parsed.errors }} />)
    const keys = attemptKeys(services.siteKey, parsed.value.code, address)
    const session = await openByCode(tx, services.siteKey, { ...parsed.value, kiosk, keys })
    if (!session)
      return refusedAndNoted(<CodePage kiosk={kiosk} state={{ values }} refused="code" />, {
        act: 'cards.open',
        classes: ['account'],
      })
    return seeOther('/me', { did: await didOpen(tx, 'cards.open', session), cookies: opened(ctx, session) })
  }),

  // A GET that opens a session: it is what a camera does. Whoever can read the card can do no less by hand.
  publicPage(paths.scan, async (ctx) => {
    // One browser, one person at a time: whoever was here before has left, also when the new card opens nothing.
    if (ctx.actor.kind === 'card') await leaveCard(ctx.tx)
    const session = await scanCard(ctx.tx, ctx.params.token.slice(0, 100), atKiosk(ctx))
    if (!session) return refusedAndNoted(<CodePage kiosk={atKiosk(ctx)} refused="scan" />)
    return seeOther('/me', { did: await didOpen(ctx.tx, 'cards.scan', session), cookies: opened(ctx, session) })
  }),

  page(paths.pin, { policy: mayEnterPin }, async ({ tx, actor, query }) => {
    const next = ownNext(query.get('next'))
    if (actor.level === 'pin') return redirect(next)
    if (!actor.hasPin) return show(<ChoosePinPage next={next} />)
    return show(<EnterPinPage next={next} locked={await isLocked(tx)} />)
  }),

  act(paths.pin, { policy: mayEnterPin }, async (ctx) => {
    const next = ownNext(ctx.query.get('next'))
    if (ctx.actor.level === 'pin') return redirect(next)
    return ctx.actor.hasPin ? enter(ctx, next) : choose(ctx, next)
  }),

  // The start page is nobody's: whoever is still there leaves first.
  publicPage(paths.kiosk, async (ctx) => {
    if (!atKiosk(ctx)) return redirect(paths.code())
    return ctx.actor.kind === 'card' ? redirect('/me/leave') : show(<KioskPage />)
  }),

  publicPage(paths.help, async () => show(<HelpPage />)),
]

type PinCtx = Ctx<string, CardActor>

async function choose({ tx, typed, actor, services }: PinCtx, next: string) {
  const parsed = parsePin(typed)
  const decision = parsed.ok ? choosing(parsed.value, plainDigits(typed.get('again').slice(0, 40))) : undefined
  if (!parsed.ok) return invalid(<ChoosePinPage next={next} state={formState(parsed)} />)
  if (!decision?.ok) {
    const field = decision?.key === 'cards.pin.differ' ? 'again' : 'pin'
    const errors = { [field]: { key: decision!.key, params: decision!.params } }
    return invalid(<ChoosePinPage next={next} state={formState(withErrors(parsed, errors))} />)
  }
  const session = await choosePin(tx, services.siteKey, decision.value)
  // Somebody else chose it on another device a moment ago.
  if (!session) return redirect(paths.pin({ next }))
  return seeOther(next, {
    did: { act: 'cards.choose-pin', on: ['card', actor.id], person: actor.personId, classes: ['account'] },
    say: 'cards.pin.chosen',
    cookies: [{ name: 'card', value: session }],
  })
}

async function enter({ tx, typed, actor, services }: PinCtx, next: string) {
  const parsed = parsePin(typed)
  if (!parsed.ok) return invalid(<EnterPinPage next={next} state={formState(parsed)} locked={false} />)
  const said = await enterPin(tx, services.siteKey, parsed.value)
  const did = {
    act: 'cards.enter-pin',
    on: ['card', actor.id] as [string, string],
    person: actor.personId,
    classes: ['account' as const],
  }
  if (typeof said === 'string')
    return refusedAndNoted(<EnterPinPage next={next} wrong locked={said === 'locked'} />, did)
  return seeOther(next, { did, cookies: [{ name: 'card', value: said.session }] })
}
