import { wordsIn } from '../../../shared/i18n/i18n.ts'
import { direction, type Language, unreviewed } from '../../../shared/i18n/languages.ts'
import { Notice, PrintLayout, useView, type View, ViewProvider } from '../../../shared/ui/index.ts'
import { addressLines, type Partner, type ReferralContent, type Service } from '../partner.ts'
import { labelIn } from '../parts/terms.tsx'
import { paths } from '../paths.ts'

export type PaperView = {
  referralId: string
  language: Language
  content: ReferralContent
  partner?: Partner
  service?: Service
  /** Whom to call with a question; no institution, no programme: the paper may be seen by anybody. */
  contact: { name: string; phone: string | null }
}

/** What the person takes along: where to go, what for, how to get in. In their language, whoever prints it. */
export function PaperPage(view: PaperView) {
  const outer = useView()
  const words = wordsIn(view.language)
  const inner: View = {
    ...outer,
    lang: view.language,
    dir: direction(view.language),
    t: words.t,
    date: words.date,
    number: (n) => words.number(n),
    // The foot of a sheet names who printed it: here a person, since institutions' names tell too much.
    viewer: { ...outer.viewer, institution: view.contact.name },
  }
  return (
    <ViewProvider view={inner}>
      <Paper {...view} outer={outer} />
    </ViewProvider>
  )
}

function Paper({ referralId, language, content, partner, service, contact, outer }: PaperView & { outer: View }) {
  const { t, lang } = useView()
  const at = service?.place || !partner ? service : partner
  const phone = service?.phone ?? partner?.phone
  const email = service?.email ?? partner?.email
  const opening = service?.opening ?? partner?.opening
  const ways = (service?.ways ?? []).map((id) => labelIn(id, lang))
  return (
    <PrintLayout
      title={t('partners.paper.title')}
      back={{ href: paths.showReferral({ partnerReferralId: referralId }), label: t('partners.paper.back') }}
    >
      {unreviewed.includes(language) && (
        <div class="no-print" lang={outer.lang} dir={outer.dir}>
          <Notice>{outer.t('partners.paper.unreviewed')}</Notice>
        </div>
      )}
      <p>
        <strong dir="auto">{content.partnerName}</strong>
        {content.serviceName && (
          <>
            <br />
            <span dir="auto">{content.serviceName}</span>
          </>
        )}
      </p>
      <dl class="facts">
        <Fact label={t('partners.paper.why')} lines={[content.purpose]} />
        <Fact label={t('partners.paper.where')} lines={at ? addressLines(at) : []} />
        <Fact label={t('partners.paper.phone')} lines={[phone]} />
        <Fact label={t('partners.paper.email')} lines={[email]} />
        <Fact label={t('partners.paper.opening')} lines={[opening]} />
        <Fact label={t('partners.paper.how')} lines={[ways.join(', '), service?.wayDetails]} />
        <Fact label={t('partners.paper.ask')} lines={[service?.contactName]} />
        <Fact label={t('partners.paper.bring')} lines={[service?.conditions]} />
        <Fact label={t('partners.paper.question')} lines={[contact.name, contact.phone]} />
      </dl>
      <p>{t('partners.paper.yours')}</p>
    </PrintLayout>
  )
}

function Fact({ label, lines }: { label: string; lines: (string | null | undefined)[] }) {
  const said = lines.filter(Boolean)
  if (said.length === 0) return null
  return (
    <div>
      <dt>{label}</dt>
      <dd dir="auto">
        {said.map((line) => (
          <div key={line}>{line}</div>
        ))}
      </dd>
    </div>
  )
}
