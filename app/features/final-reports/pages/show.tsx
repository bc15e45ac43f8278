import { Paper } from '../../../shared/documents/paper.tsx'
import { textIn } from '../../../shared/i18n/text.ts'
import type { Refusal as RuleRefusal } from '../../../shared/rules.ts'
import {
  Button,
  Form,
  LinkButton,
  Notice,
  Refusal,
  Section,
  StaffLayout,
  type Step,
  Steps,
  useView,
} from '../../../shared/ui/index.ts'
import { paths as people } from '../../people/paths.ts'
import { fullName } from '../../people/person.ts'
import { readingBlocks, textBlocks } from '../document.ts'
import { kindsOf } from '../frame.ts'
import type { Loaded } from '../load.ts'
import { paths } from '../paths.ts'
import { can as allowed, type ReportState } from '../rules.ts'
import { StateOf, useSpeaker } from './parts.tsx'

type ReportView = Loaded & { can: { send: boolean }; refusal?: RuleRefusal }

/** The report as it is being made: its sections with what each side wrote, and what comes next. */
export function ReportPage(view: ReportView) {
  const { t } = useView()
  const { report, state, reading, refusal } = view
  const name = fullName(report)
  const of = { reportId: report.id }
  const speaker = useSpeaker()
  return (
    <StaffLayout
      title={t('finalReports.title', { name })}
      crumbs={[
        { href: people.list(), label: t('people.list.title') },
        { href: people.show({ personId: report.personId }), label: name },
      ]}
      actions={
        <>
          {allowed('read', state) && report.revision > 0 && (
            <LinkButton href={paths.reading(of)} testId="to-reading">
              {t('finalReports.read.button')}
            </LinkButton>
          )}
          {allowed('send', state) && (
            <LinkButton kind="primary" href={paths.sending(of)} testId="to-sending">
              {t('finalReports.send.button')}
            </LinkButton>
          )}
        </>
      }
    >
      {refusal && <Refusal reason={refusal} />}
      <p>
        <StateOf state={state} />
      </p>
      <Steps label={t('finalReports.steps')} steps={useSteps(state)} />
      <p class="hint">{t(`finalReports.now.${state}`)}</p>
      <Versions {...view} />
      {view.plan.sections.map((section) => (
        <SectionCard key={section.key} view={view} section={section} />
      ))}
      <Form action={paths.facts(of)} id="facts" testId="fill-facts-form" inline>
        <Button testId="fill-facts">{t(`finalReports.fill.${view.side}`)}</Button>
        <p class="hint">{t('finalReports.fill.hint')}</p>
      </Form>
      {reading && (
        <Section title={t('finalReports.document.reading')} card>
          {reading.revision !== report.revision && state !== 'sent' && (
            <Notice kind="warning">{t('finalReports.reading.outdated')}</Notice>
          )}
          <Paper document={{ lang: speaker.lang, blocks: readingBlocks(reading, speaker).slice(1) }} />
        </Section>
      )}
    </StaffLayout>
  )
}

function useSteps(state: ReportState): Step[] {
  const { t } = useView()
  const at = { draft: 0, correcting: 0, read: 2, 'read-again': 2, sent: 3 }[state]
  return (['write', 'read', 'send'] as const).map((act, i) => ({
    label: t(`finalReports.step.${act}`),
    state: i < at ? 'done' : i === at || (state === 'draft' && i === 0) ? 'current' : 'todo',
  }))
}

function SectionCard({ view, section }: { view: ReportView; section: Loaded['plan']['sections'][number] }) {
  const { t, lang } = useView()
  const speaker = useSpeaker()
  const title = textIn(section.title, lang).text
  const texts = view.texts.filter((text) => text.section === section.key)
  const kinds = kindsOf(view.plan)
  const parts = texts
    .map((text) => ({ text, blocks: textBlocks(text, kinds, speaker) }))
    .filter(({ blocks }) => blocks.length > 0)
  return (
    <Section
      title={title}
      card
      id={section.key}
      actions={
        <LinkButton
          size="small"
          href={paths.section({ reportId: view.report.id, section: section.key })}
          label={t('finalReports.section.editLabel', { title })}
          testId={`edit-section-${section.key}`}
        >
          {t('finalReports.section.edit')}
        </LinkButton>
      }
    >
      {parts.length === 0 && <p class="unknown">{t('finalReports.section.empty')}</p>}
      {parts.map(({ text, blocks }) => (
        <div key={text.id} class="stack-small" data-testid={`text-${section.key}-${text.side}`}>
          {text.side === 'social' && (
            <div>
              <h3>{t('finalReports.document.social')}</h3>
              <p class="hint">
                {t(text.sharedOn ? 'finalReports.document.shared' : 'finalReports.document.notShared')}
              </p>
            </div>
          )}
          <Paper document={{ lang: speaker.lang, blocks }} />
          {text.content.words !== '' && (
            <p class="hint">{t('finalReports.section.writtenBy', { name: text.writtenByName })}</p>
          )}
        </div>
      ))}
    </Section>
  )
}

/** What was sent so far, and how many have it. */
function Versions({ versions, report }: ReportView) {
  const { t, date } = useView()
  if (versions.length === 0) return null
  return (
    <Section title={t('finalReports.versions')} card>
      <ul class="bullets">
        {versions.map((version) => (
          <li key={version.id}>
            <a href={paths.version({ reportId: report.id, versionId: version.id })}>
              {t('finalReports.version', { version: version.number, day: date(version.sentOn, 'long') })}
            </a>{' '}
            {t('finalReports.receivedOf', {
              received: version.receipts.filter(({ receivedOn }) => receivedOn).length,
              all: version.receipts.length,
            })}
          </li>
        ))}
      </ul>
    </Section>
  )
}
