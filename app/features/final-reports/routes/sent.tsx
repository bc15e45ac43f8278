/** Sending, the frozen versions, their receipts, and the page of states for the coordinator. */
import { renderPdf } from '../../../shared/documents/pdf.ts'
import { formState } from '../../../shared/forms/forms.ts'
import { act, type Ctx, page } from '../../../shared/http/doors.tsx'
import { download, invalid, notFound, redirect, refused, seeOther, show } from '../../../shared/http/outcome.ts'
import { wordsIn } from '../../../shared/i18n/i18n.ts'
import { isLanguage, staffLanguages } from '../../../shared/i18n/languages.ts'
import type { Refusal } from '../../../shared/rules.ts'
import type { FormState } from '../../../shared/ui/index.ts'
import { fullName } from '../../people/person.ts'
import { findPerson } from '../../people/store.ts'
import { blueprintOf } from '../../programmes/programme.ts'
import { findProgramme } from '../../programmes/store.ts'
import { reportDocument } from '../document.ts'
import type { Speaker } from '../facts.ts'
import { parseSending } from '../form.ts'
import { frameOf } from '../frame.ts'
import { type Given, type Loaded, loadReport } from '../load.ts'
import { OwnReportPage } from '../pages/own.tsx'
import { PrintPage } from '../pages/print.tsx'
import { ProgrammeReportsPage } from '../pages/programme.tsx'
import { SendingPage } from '../pages/sending.tsx'
import { VersionPage } from '../pages/version.tsx'
import { paths } from '../paths.ts'
import { mayAcknowledge, mayFollow, mayReadOwn, mayReadVersion, maySend } from '../policy.ts'
import type { Recipient, SentVersion } from '../report.ts'
import { acknowledging, sending } from '../rules.ts'
import { acknowledge, listRecipients, listReportLines, listVersions, readSent, sendReport } from '../sent-store.ts'
import { didOn, didOnVersion, find, findVersion } from './finds.ts'

const speaker = (language: string | null): Speaker =>
  wordsIn(isLanguage(language) ? language : 'fr') as unknown as Speaker

const mayGoOut = ({ report, reading, versions, texts }: Loaded, recipients: readonly Recipient[]) =>
  sending(
    { report, reading, newest: versions[0] },
    { proposes: texts.some(({ content }) => content.proposal !== undefined), recipients },
  )

async function sendingPage(given: Given, loaded: Loaded, back: { state?: FormState; refusal?: Refusal } = {}) {
  const recipients = await listRecipients(given.tx, loaded.report.enrolmentId, loaded.plan)
  const decision = mayGoOut(loaded, recipients)
  const state = back.state ?? {
    values: { language: loaded.versions[0]?.language ?? loaded.programme.settings.languages[0] },
  }
  return (
    <SendingPage
      {...loaded}
      recipients={recipients}
      state={state}
      refusal={back.refusal ?? (decision.ok ? undefined : decision)}
      can={{ send: decision.ok }}
    />
  )
}

async function versionPage(
  ctx: Pick<Ctx, 'tx' | 'services' | 'words'> & Given,
  version: SentVersion,
  refusal?: Refusal,
) {
  const sent = await readSent(ctx.tx, ctx.services.vault, version.id)
  if (!sent) return undefined
  const versions = await listVersions(ctx.tx, { reportId: version.reportId })
  const person = await findPerson(ctx.tx, version.personId)
  return (
    <VersionPage
      version={version}
      document={sent.state === 'open' ? reportDocument(sent.frame, sent.texts, speaker(ctx.words.lang)) : null}
      closed={sent.state === 'open' ? null : sent.state}
      parts={sent.state === 'open' ? sent.frame.parts : {}}
      newest={versions[0]!}
      person={{ id: version.personId, name: person ? fullName(person) : '' }}
      viewerId={ctx.actor.id}
      refusal={refusal}
    />
  )
}

export const sentRoutes = [
  page(paths.sending, { policy: maySend, find }, async (ctx) =>
    show(await sendingPage(ctx, await loadReport(ctx, ctx.subject)), { read: didOn('read', ctx.subject) }),
  ),

  act(paths.sending, { policy: maySend, find }, async (ctx) => {
    const { tx, services, actor, typed, today, subject: report } = ctx
    const loaded = await loadReport(ctx, report)
    const parsed = parseSending(typed)
    if (!parsed.ok) return invalid(await sendingPage(ctx, loaded, { state: formState(parsed) }))
    const recipients = await listRecipients(tx, report.enrolmentId, loaded.plan)
    const decision = mayGoOut(loaded, recipients)
    const state = formState(parsed)
    if (!decision.ok) return refused(await sendingPage(ctx, loaded, { state, refusal: decision }))
    const changed: Refusal = { ok: false, key: 'finalReports.refused.changedBeforeSending', params: {} }
    if (parsed.value.revision !== report.revision)
      return refused(await sendingPage(ctx, loaded, { state, refusal: changed }))
    const number = (loaded.versions[0]?.number ?? 0) + 1
    const reading = loaded.reading!
    const { enrolment, programme, plan } = loaded
    const { language } = parsed.value
    const frame = frameOf({ report, enrolment, programme, plan, actor, reading, recipients, number, language, today })
    const versionId = await sendReport({ tx, vault: services.vault }, report, { plan, frame, language })
    if (!versionId) return refused(await sendingPage(ctx, loaded, { state, refusal: changed }))
    return seeOther(paths.version({ reportId: report.id, versionId }), {
      did: didOnVersion('send', { id: versionId, personId: report.personId }),
      say: { key: 'finalReports.said.sent', params: { count: recipients.length } },
    })
  }),

  page(paths.version, { policy: mayReadVersion, find: findVersion }, async (ctx) => {
    const view = await versionPage(ctx, ctx.subject)
    return view ? show(view, { read: didOnVersion('readVersion', ctx.subject) }) : notFound()
  }),

  page(paths.pdf, { policy: mayReadVersion, find: findVersion }, async ({ tx, services, query, subject }) => {
    const sent = await readSent(tx, services.vault, subject.id)
    if (sent?.state !== 'open') return notFound()
    const language = staffLanguages.find((one) => one === query.get('in')) ?? subject.language
    const words = speaker(language)
    const { bytes, unprintable } = await renderPdf(reportDocument(sent.frame, sent.texts, words))
    // Words in a script that the typeface lacks: the browser prints them.
    if (unprintable.length > 0)
      return redirect(paths.print({ reportId: subject.reportId, versionId: subject.id }, { in: language }))
    return download(bytes, {
      contentType: 'application/pdf',
      name: `${words.t('finalReports.pdf.file', { version: subject.number })}.pdf`,
      read: didOnVersion('printVersion', subject),
    })
  }),

  page(paths.print, { policy: mayReadVersion, find: findVersion }, async ({ tx, services, query, subject }) => {
    const sent = await readSent(tx, services.vault, subject.id)
    if (sent?.state !== 'open') return notFound()
    const words = speaker(staffLanguages.find((one) => one === query.get('in')) ?? subject.language)
    return show(<PrintPage version={subject} document={reportDocument(sent.frame, sent.texts, words)} />, {
      read: didOnVersion('printVersion', subject),
    })
  }),

  act(paths.receipt, { policy: mayAcknowledge, find: findVersion }, async (ctx) => {
    const { tx, actor, today, subject: version } = ctx
    const decision = acknowledging(version, actor.id)
    if (!decision.ok) {
      const view = await versionPage(ctx, version, decision)
      return view ? refused(view) : notFound()
    }
    if (!(await acknowledge(tx, decision.value.id, today))) return notFound()
    return seeOther(paths.version({ reportId: version.reportId, versionId: version.id }), {
      did: didOnVersion('acknowledge', version),
      say: 'finalReports.said.acknowledged',
    })
  }),

  page(
    paths.ofProgramme,
    { policy: mayFollow, find: ({ tx, params }) => findProgramme(tx, params.programmeId) },
    async ({ tx, actor, query, subject: programme }) => {
      const plan = blueprintOf(programme).finalReport
      if (!plan) return notFound()
      const lines = await listReportLines(tx, { programmeId: programme.id, userId: actor.id })
      return show(<ProgrammeReportsPage programme={programme} plan={plan} lines={lines} shelf={query.get('shelf')} />, {
        read: { act: 'final-reports.follow', on: ['programme', programme.id], classes: ['attendance'] },
      })
    },
  ),

  page(paths.own, { policy: mayReadOwn }, async ({ tx, actor, services, words, query }) => {
    const versions = await listVersions(tx, { personId: actor.personId })
    const shown = versions.find(({ id }) => id === query.get('version')) ?? versions[0]
    const sent = shown && (await readSent(tx, services.vault, shown.id))
    // The report's own words stay; its titles and facts are in the person's language where the typed languages have it.
    const language = words.lang === 'ar' ? (shown?.language ?? 'fr') : words.lang
    return show(
      <OwnReportPage
        versions={versions}
        shown={shown}
        document={sent?.state === 'open' ? reportDocument(sent.frame, sent.texts, speaker(language)) : undefined}
        frame={sent?.state === 'open' ? sent.frame : undefined}
      />,
    )
  }),
]
