/** Beginning, writing section by section, filling in what is known, reading with the person. */
import { dropDraft, readDraft, saveDraft } from '../../../shared/forms/drafts.ts'
import { formState } from '../../../shared/forms/forms.ts'
import { act, page } from '../../../shared/http/doors.tsx'
import { invalid, json, notFound, redirect, refused, seeOther, show } from '../../../shared/http/outcome.ts'
import type { Refusal } from '../../../shared/rules.ts'
import type { FormState } from '../../../shared/ui/index.ts'
import { fullName } from '../../people/person.ts'
import { findPerson } from '../../people/store.ts'
import { listProfessionals } from '../../professionals/store.ts'
import { draftFields, draftForm, parseReading, parseSection, proposalValue } from '../form.ts'
import {
  factsFor,
  fillFacts,
  type Given,
  type Loaded,
  loadReport,
  loadReported,
  partnerChoices,
  textOf,
} from '../load.ts'
import { ReadingPage } from '../pages/reading.tsx'
import { SectionPage } from '../pages/section.tsx'
import { ReportPage } from '../pages/show.tsx'
import { StartPage } from '../pages/start.tsx'
import { paths } from '../paths.ts'
import { mayOpen, mayRead, maySend, mayStart, mayWrite } from '../policy.ts'
import type { Report } from '../report.ts'
import { recordReading, saysTheSame, starting, writing } from '../rules.ts'
import { addReading, addText, findReportOf, startReport } from '../store.ts'
import { didOn, find, findEnrolment } from './finds.ts'

async function startPage(given: Given, enrolmentId: string, refusal?: Refusal) {
  const reported = (await loadReported(given.tx, enrolmentId))!
  const person = await findPerson(given.tx, reported.enrolment.personId)
  return (
    <StartPage
      {...reported}
      name={person ? fullName(person) : ''}
      can={{ start: mayStart.allows(given.actor, reported.enrolment) }}
      refusal={refusal}
    />
  )
}

async function reportPage(given: Given, report: Report, refusal?: Refusal) {
  const loaded = await loadReport(given, report)
  return <ReportPage {...loaded} can={{ send: maySend.allows(given.actor, report) }} refusal={refusal} />
}

/** The section's form with what is saved, what was typed and not saved, or what came back. */
async function sectionPage(
  given: Given,
  loaded: Loaded,
  key: string,
  back: { state?: FormState; refusal?: Refusal } = {},
) {
  const section = loaded.plan.sections.find((one) => one.key === key)
  if (!section) return undefined
  const own = textOf(loaded, key, loaded.side)
  const facts = own ? own.content.facts : await factsFor(given, loaded, section)
  const content = own?.content ?? { words: '', facts, withFacts: true }
  const saved = {
    number: String(own?.number ?? 0),
    words: content.words,
    withFacts: content.withFacts ? 'yes' : '',
    shared: own?.sharedOn ? 'yes' : '',
    proposal: content.proposal ? proposalValue(content.proposal) : '',
    partner: content.proposal?.partner?.referralId ?? '',
  }
  const of = { form: draftForm(key), subjectId: loaded.report.id }
  const draft = back.state ? undefined : await readDraft(given.tx, given.services, given.actor, of)
  const unsaved = draft && draftFields.some((name) => name !== 'number' && (draft[name] ?? '') !== saved[name])
  const overtaken = unsaved && draft.number !== saved.number
  return (
    <SectionPage
      {...loaded}
      section={section}
      facts={facts}
      partners={section.proposes ? await partnerChoices(given, loaded.report.personId) : []}
      // What was typed stays; the number is that of what is saved now, so that saving again is a choice made with both in sight.
      state={back.state ?? { values: unsaved ? { ...saved, ...draft, number: saved.number } : saved }}
      notSaved={unsaved === true}
      overtaken={overtaken === true || back.refusal?.key === 'finalReports.refused.changedMeanwhile'}
      refusal={back.refusal}
    />
  )
}

async function readingPage(given: Given, loaded: Loaded, back: { state?: FormState; refusal?: Refusal } = {}) {
  const professionals = await readers(given, loaded)
  const person = await findPerson(given.tx, loaded.report.personId)
  const state = back.state ?? {
    values: {
      kind: 'read',
      onDate: given.today,
      readBy: given.actor.id,
      language: person?.language ?? loaded.programme.settings.languages[0],
      interpreter: person?.interpreter ? 'yes' : '',
    },
  }
  return <ReadingPage {...loaded} professionals={professionals} state={state} refusal={back.refusal} />
}

/** Who may have read it with the person: those who accompany them now, the actor first. */
async function readers({ tx, actor }: Given, { report }: Loaded) {
  const others = (await listProfessionals(tx, [report.enrolmentId])).filter(
    ({ endedOn, userId }) => endedOn === null && userId !== actor.id,
  )
  return [{ userId: actor.id, name: actor.name }, ...new Map(others.map((one) => [one.userId, one])).values()]
}

export const draftRoutes = [
  page(paths.ofEnrolment, { policy: mayOpen, find: findEnrolment }, async (ctx) => {
    const report = await findReportOf(ctx.tx, ctx.subject.id)
    return report ? redirect(paths.show({ reportId: report.id })) : show(await startPage(ctx, ctx.subject.id))
  }),

  act(paths.ofEnrolment, { policy: mayStart, find: findEnrolment }, async (ctx) => {
    const { tx, actor, subject: enrolment, today } = ctx
    const exists = (await findReportOf(tx, enrolment.id)) !== undefined
    const decision = starting(enrolment.stage.kind, exists)
    const id = decision.ok ? await startReport(tx, actor, enrolment, today) : null
    if (!decision.ok || id === null) {
      const refusal = decision.ok ? { ok: false as const, key: 'finalReports.refused.exists', params: {} } : decision
      return refused(await startPage(ctx, enrolment.id, refusal))
    }
    const report = (await findReportOf(tx, enrolment.id))!
    await fillFacts(ctx, await loadReport(ctx, report))
    return seeOther(paths.show({ reportId: id }), { did: didOn('start', report), say: 'finalReports.said.started' })
  }),

  page(paths.show, { policy: mayRead, find }, async (ctx) =>
    show(await reportPage(ctx, ctx.subject), { read: didOn('read', ctx.subject) }),
  ),

  act(paths.facts, { policy: mayWrite, find }, async (ctx) => {
    const filled = await fillFacts(ctx, await loadReport(ctx, ctx.subject))
    if (filled === undefined)
      return refused(
        await reportPage(ctx, ctx.subject, { ok: false, key: 'finalReports.refused.changedMeanwhile', params: {} }),
      )
    return seeOther(paths.show({ reportId: ctx.subject.id }), {
      did: didOn('fill', ctx.subject),
      say: { key: 'finalReports.said.filled', params: { count: filled } },
    })
  }),

  page(paths.section, { policy: mayWrite, find }, async (ctx) => {
    const view = await sectionPage(ctx, await loadReport(ctx, ctx.subject), ctx.params.section)
    return view ? show(view, { read: didOn('read', ctx.subject) }) : notFound()
  }),

  act(paths.section, { policy: mayWrite, find }, async (ctx) => {
    const { tx, services, actor, typed, today, subject: report, params } = ctx
    const loaded = await loadReport(ctx, report)
    const section = loaded.plan.sections.find((one) => one.key === params.section)
    if (!section) return notFound()
    const partners = section.proposes ? await partnerChoices(ctx, report.personId) : []
    const parsed = parseSection(typed, loaded.plan, partners)
    if (!parsed.ok) return invalid(await sectionPage(ctx, loaded, section.key, { state: formState(parsed) }))
    const own = textOf(loaded, section.key, loaded.side)
    const { words, withFacts, shared, proposal } = parsed.value
    const decision = writing(parsed.value, own)
    const facts = own ? own.content.facts : await factsFor(ctx, loaded, section)
    const content = { words, facts, withFacts, ...(section.proposes && proposal ? { proposal } : {}) }
    const saved =
      decision.ok &&
      (saysTheSame(own, { content, shared: shared && loaded.side === 'social' }) ||
        (await addText({ tx, vault: services.vault, actor, today }, report, {
          section: section.key,
          number: decision.value.number,
          content,
          shared,
        })))
    if (!saved) {
      // What the other wrote is shown beside what was typed here; saving again takes what was typed here.
      const now = await loadReport(ctx, report)
      const number = String(textOf(now, section.key, now.side)?.number ?? 0)
      return refused(
        await sectionPage(ctx, now, section.key, {
          state: { values: { ...typed.toValues(), number } },
          refusal: { ok: false, key: 'finalReports.refused.changedMeanwhile', params: {} },
        }),
      )
    }
    await dropDraft(tx, { form: draftForm(section.key), subjectId: report.id })
    const keys = loaded.plan.sections.map(({ key }) => key)
    const next = typed.get('then') === 'next' ? keys[keys.indexOf(section.key) + 1] : undefined
    return seeOther(
      next ? paths.section({ reportId: report.id, section: next }) : paths.show({ reportId: report.id }),
      { did: didOn('write', report), say: 'finalReports.said.saved' },
    )
  }),

  // Not on record: a draft is nobody's act yet, and is seen by its author alone.
  act(paths.draft, { policy: mayWrite, find }, async ({ tx, actor, services, typed, subject, params }) => {
    const values = Object.fromEntries(draftFields.map((name) => [name, typed.get(name).slice(0, 10_000)]))
    if (!/^[a-z][a-z-]{0,39}$/.test(params.section)) return notFound()
    await saveDraft(tx, services, actor, { form: draftForm(params.section), subjectId: subject.id }, values)
    return json({ saved: true })
  }),

  page(paths.reading, { policy: mayWrite, find }, async (ctx) =>
    show(await readingPage(ctx, await loadReport(ctx, ctx.subject)), { read: didOn('read', ctx.subject) }),
  ),

  act(paths.reading, { policy: mayWrite, find }, async (ctx) => {
    const { tx, services, actor, typed, today, subject: report } = ctx
    const loaded = await loadReport(ctx, report)
    const parsed = parseReading(typed, await readers(ctx, loaded), today)
    if (!parsed.ok) return invalid(await readingPage(ctx, loaded, { state: formState(parsed) }))
    const newest = loaded.versions[0]
    const decision = recordReading({ report, reading: loaded.reading, newest }, parsed.value, today)
    if (!decision.ok)
      return refused(
        await readingPage(ctx, loaded, {
          state: { values: { ...typed.toValues(), revision: String(report.revision) } },
          refusal: decision,
        }),
      )
    const { reading, byId } = parsed.value
    await addReading({ tx, vault: services.vault, actor }, report, { ...reading, byId })
    return seeOther(paths.show({ reportId: report.id }), {
      did: didOn(reading.kind === 'read' ? 'readWithPerson' : 'notReached', report),
      say: reading.kind === 'read' ? 'finalReports.said.read' : 'finalReports.said.notReached',
    })
  }),
]
