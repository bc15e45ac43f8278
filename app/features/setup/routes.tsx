import { timingSafeEqual } from 'node:crypto'
import { type FieldErrors, formState, withErrors } from '../../shared/forms/forms.ts'
import { type Ctx, publicAct, publicPage } from '../../shared/http/doors.tsx'
import { invalid, type Outcome, redirect, refused, seeOther, show } from '../../shared/http/outcome.ts'
import { sha256 } from '../../shared/secrets/tokens.ts'
import {
  answersOf,
  type Confirmed,
  confirmPhone,
  keepAnswers,
  signInWith,
  startSecrets,
} from '../staff/joining/joining.ts'
import { paths as staff } from '../staff/paths.ts'
import { isFounded } from '../staff/sign-in/store.ts'
import { parseFoundation } from './form.ts'
import { AlreadyFoundedPage, SetupCodesPage, SetupPage, SetupPhonePage } from './pages.tsx'
import { paths } from './paths.ts'
import type { Answers } from './setup.ts'
import { foundSite } from './store.ts'

// Sealed for one stage each, so that no stage can be left out.
const phoneStage = 'setup/phone'
const codesStage = 'setup/codes'

export const routes = [
  publicPage(paths.setup, async ({ tx, query, services, words }) => {
    if (await isFounded(tx)) return redirect('/')
    const values = { setupToken: query.get('token') ?? '', languages: [words.lang] }
    return show(<SetupPage needsToken={Boolean(services.setupToken)} state={{ values }} />)
  }),

  publicAct(paths.setup, async (ctx) => {
    if (await isFounded(ctx.tx)) return refused(<AlreadyFoundedPage />)
    switch (ctx.typed.get('stage')) {
      case 'phone':
        return phone(ctx)
      case 'codes':
        return found(ctx)
      default:
        return details(ctx)
    }
  }),
]

async function details({ typed, services, words }: Ctx): Promise<Outcome> {
  const read = parseFoundation(typed, words.lang)
  const parsed = services.setupToken
    ? withErrors(read, tokenErrors(services.setupToken, typed.get('setupToken')))
    : read
  if (!read.ok || Object.keys(formState(parsed).errors).length > 0)
    return invalid(<SetupPage needsToken={Boolean(services.setupToken)} state={formState(parsed)} />)
  const answers: Answers = { foundation: read.value, secrets: await startSecrets(typed.get('password')) }
  return show(<SetupPhonePage answers={answers} sealed={keepAnswers(services.siteKey, phoneStage, answers)} />)
}

const tokenErrors = (expected: string, given: string): FieldErrors =>
  timingSafeEqual(sha256(expected), sha256(given.trim())) ? {} : { setupToken: { key: 'setup.token.wrong' } }

async function phone({ typed, services }: Ctx): Promise<Outcome> {
  const answers = answersOf<Answers>(services.siteKey, phoneStage, typed)
  if (!answers) return tooLate(services)
  const secrets = confirmPhone(answers.secrets, typed.get('code'))
  if (!secrets) return refused(<SetupPhonePage answers={answers} sealed={typed.get('answers')} refused />)
  const next: Answers<Confirmed> = { ...answers, secrets }
  return show(<SetupCodesPage answers={next} sealed={keepAnswers(services.siteKey, codesStage, next)} />)
}

async function found({ tx, typed, services, device }: Ctx): Promise<Outcome> {
  const answers = answersOf<Answers<Confirmed>>(services.siteKey, codesStage, typed)
  if (!answers) return tooLate(services)
  if (typed.get('noted') === '')
    return invalid(<SetupCodesPage answers={answers} sealed={typed.get('answers')} unticked />)
  const institutionId = await foundSite(tx, services.vault, answers)
  // Two finished at the same moment: the other one has the site.
  if (!institutionId) return refused(<AlreadyFoundedPage />)
  const token = await signInWith(tx, { email: answers.foundation.email, device, ...answers.secrets })
  return seeOther(staff.list(), {
    did: { act: 'setup.found', on: ['institution', institutionId], classes: ['account'] },
    say: 'setup.done',
    cookies: [{ name: 'staff', value: token }],
  })
}

/** The answers were sealed for an hour, or by another site: begin again. */
const tooLate = ({ setupToken }: Ctx['services']): Outcome =>
  refused(<SetupPage needsToken={Boolean(setupToken)} state={{}} tooLate />)
