import { newId, type Tx } from '../../shared/db/database.ts'
import { dropDraft, readDraft, saveDraft } from '../../shared/forms/drafts.ts'
import { formState, uuid, withErrors } from '../../shared/forms/forms.ts'
import type { StaffActor } from '../../shared/http/actor.ts'
import { act, type Ctx, page } from '../../shared/http/doors.tsx'
import { type Did, invalid, json, notFound, refused, seeOther, show } from '../../shared/http/outcome.ts'
import { isLanguage, languageNames } from '../../shared/i18n/languages.ts'
import { type TextLanguage, textLanguages } from '../../shared/i18n/text.ts'
import { findEnrolled } from '../modules/subject.ts'
import { dueOf } from './due.ts'
import { ownField, parseEvaluation, parseRemark, parseResult, parseTest, trainerField } from './form.ts'
import { NewEvaluationPage, type NewEvaluationView } from './pages/new.tsx'
import { EvaluationsPage, type EvaluationsView } from './pages/show.tsx'
import { NewTestPage } from './pages/test.tsx'
import { paths } from './paths.ts'
import { type Evaluated, mayEvaluate, mayRead, mayRecordTest } from './policy.ts'
import { evaluating, recording, resulting } from './rules.ts'
import {
  listEntranceTests,
  listEvaluations,
  listUnderway,
  lockTest,
  saveEvaluation,
  saveRemark,
  saveResult,
  saveTest,
} from './store.ts'

type StaffCtx = Ctx<string, StaffActor>

/** Programmes without evaluations have no such page. */
async function find({ tx, params }: { tx: Tx; params: { enrolmentId: string } }): Promise<Evaluated | undefined> {
  const found = await findEnrolled(tx, params.enrolmentId)
  const plan = found?.blueprint.evaluations
  return found && plan && { ...found, plan }
}

const did = (name: string, { enrolment }: Evaluated): Did => ({
  act: `evaluations.${name}`,
  on: ['enrolment', enrolment.id],
  person: enrolment.personId,
  classes: ['follow-up'],
})
const asId = (value: string | undefined) => (value && uuid.test(value) ? value : newId())
const draftForm = 'evaluation'

async function viewAll(
  { tx, actor, services }: StaffCtx,
  subject: Evaluated,
  more: Pick<EvaluationsView, 'refusal' | 'remarkState' | 'resultState'> = {},
): Promise<EvaluationsView> {
  const { enrolment, plan } = subject
  const [underway] = await listUnderway(tx, enrolment.id)
  return {
    ...subject,
    evaluations: await listEvaluations(tx, services.vault, enrolment.id),
    tests: await listEntranceTests(tx, services.vault, enrolment.id),
    dueOn: underway ? dueOf(underway, plan) : null,
    remarkId: newId(),
    can: { evaluate: mayEvaluate.allows(actor, subject), recordTest: mayRecordTest.allows(actor, subject) },
    ...more,
  }
}

/** The person's side speaks their language where there are texts in it, or the one asked for; else the reader's. */
function viewNew(
  { query, words }: Pick<StaffCtx, 'query' | 'words'>,
  subject: Evaluated,
  more: Pick<NewEvaluationView, 'kind' | 'id' | 'state' | 'refusal'>,
): NewEvaluationView {
  const isText = (value: string | null | undefined): value is TextLanguage => textLanguages.some((one) => one === value)
  const [asked, own] = [query.get('in'), subject.person.language?.slice(0, 2)]
  return {
    ...subject,
    theirs: isText(asked) ? asked : isText(own) ? own : isText(words.lang) ? words.lang : 'fr',
    languages: textLanguages.map((code) => ({ code, name: isLanguage(code) ? languageNames[code] : code })),
    ...more,
  }
}

const kindOf = (value: string | undefined | null) => (value === 'final' ? 'final' : 'regular')

export const routes = [
  page(paths.show, { policy: mayRead, find }, async (ctx) =>
    show(<EvaluationsPage {...(await viewAll(ctx, ctx.subject))} />, { read: did('read', ctx.subject) }),
  ),

  page(paths.create, { policy: mayEvaluate, find }, async (ctx) => {
    const { tx, actor, query, services, subject } = ctx
    const draft = await readDraft(tx, services, actor, { form: draftForm, subjectId: subject.enrolment.id })
    const kind = kindOf(query.get('kind') ?? draft?.kind)
    return show(
      <NewEvaluationPage {...viewNew(ctx, subject, { kind, id: asId(draft?.id), state: { values: draft ?? {} } })} />,
      { read: did('read', subject) },
    )
  }),

  act(paths.draft, { policy: mayEvaluate, find }, async ({ tx, actor, typed, services, subject }) => {
    const of = { form: draftForm, subjectId: subject.enrolment.id }
    const names = [
      ...['id', 'kind', 'onDate', 'words'],
      ...subject.plan.items.flatMap(({ key }) => [ownField(key), trainerField(key)]),
    ]
    const values = Object.fromEntries(
      names.flatMap((name) => (typed.get(name) ? [[name, typed.get(name).slice(0, 5000)]] : [])),
    )
    await saveDraft(tx, services, actor, of, values)
    return json({ saved: true })
  }),

  act(paths.create, { policy: mayEvaluate, find }, async (ctx) => {
    const { tx, actor, typed, today, services, subject } = ctx
    const kind = kindOf(typed.get('kind'))
    const parsed = parseEvaluation(subject.plan, typed, today)
    const again = { kind, id: asId(typed.get('id')), state: formState(parsed) } as const
    if (!parsed.ok) return invalid(<NewEvaluationPage {...viewNew(ctx, subject, again)} />)
    const decision = evaluating(parsed.value, today)
    if (!decision.ok) {
      if (decision.key === 'evaluations.on.future')
        return invalid(
          <NewEvaluationPage
            {...viewNew(ctx, subject, { ...again, state: formState(withErrors(parsed, { onDate: decision })) })}
          />,
        )
      return refused(<NewEvaluationPage {...viewNew(ctx, subject, { ...again, refusal: decision })} />)
    }
    const isNew = await saveEvaluation({ tx, vault: services.vault, actor }, subject.enrolment, parsed.value)
    await dropDraft(tx, { form: draftForm, subjectId: subject.enrolment.id })
    return seeOther(paths.show({ enrolmentId: subject.enrolment.id }), {
      did: isNew ? did('hold', subject) : [],
      say: 'evaluations.saved',
    })
  }),

  act(paths.remark, { policy: mayEvaluate, find }, async (ctx) => {
    const { tx, actor, typed, today, services, subject } = ctx
    const parsed = parseRemark(typed, today)
    if (!parsed.ok)
      return invalid(<EvaluationsPage {...(await viewAll(ctx, subject, { remarkState: formState(parsed) }))} />)
    const isNew = await saveRemark({ tx, vault: services.vault, actor }, subject.enrolment, parsed.value)
    return seeOther(`${paths.show({ enrolmentId: subject.enrolment.id })}#remarks`, {
      did: isNew ? did('remark', subject) : [],
      say: 'evaluations.remark.saved',
    })
  }),

  page(paths.createTest, { policy: mayRecordTest, find }, async ({ actor, subject }) =>
    show(<NewTestPage {...subject} id={newId()} isSocial={actor.role === 'social-worker'} state={{}} />),
  ),

  act(paths.createTest, { policy: mayRecordTest, find }, async (ctx) => {
    const { tx, actor, typed, today, services, subject } = ctx
    const parsed = parseTest(typed)
    const view = {
      ...subject,
      id: asId(typed.get('id')),
      isSocial: actor.role === 'social-worker',
      state: formState(parsed),
    }
    if (!parsed.ok) return invalid(<NewTestPage {...view} />)
    const decision = recording(parsed.value, today)
    if (!decision.ok) return refused(<NewTestPage {...view} refusal={decision} />)
    const isNew = await saveTest({ tx, vault: services.vault, actor }, subject.enrolment, parsed.value, today)
    return seeOther(`${paths.show({ enrolmentId: subject.enrolment.id })}#tests`, {
      did: isNew ? did('recordTest', subject) : [],
      say: 'evaluations.test.saved',
    })
  }),

  act(paths.result, { policy: mayRecordTest, find }, async (ctx) => {
    const { tx, actor, typed, today, params, services, subject } = ctx
    const testId = params.entranceTestId
    await lockTest(tx, testId)
    const test = (await listEntranceTests(tx, services.vault, subject.enrolment.id)).find(({ id }) => id === testId)
    if (!test) return notFound()
    const parsed = parseResult(typed, today)
    const resultState = { ...formState(parsed), testId }
    if (!parsed.ok) return invalid(<EvaluationsPage {...(await viewAll(ctx, subject, { resultState }))} />)
    const decision = resulting(test, parsed.value, today)
    if (!decision.ok)
      return refused(<EvaluationsPage {...(await viewAll(ctx, subject, { resultState, refusal: decision }))} />)
    await saveResult({ tx, vault: services.vault, actor }, subject.enrolment.personId, test, parsed.value)
    return seeOther(`${paths.show({ enrolmentId: subject.enrolment.id })}#tests`, {
      did: did('recordResult', subject),
      say: 'evaluations.test.saved',
    })
  }),
]
