import { Paper } from '../../../shared/documents/paper.tsx'
import { textIn } from '../../../shared/i18n/text.ts'
import type { Refusal as RuleRefusal } from '../../../shared/rules.ts'
import {
  Actions,
  Button,
  Field,
  Form,
  type FormState,
  Hidden,
  LinkButton,
  Notice,
  Refusal,
  Section,
  StaffLayout,
  useView,
} from '../../../shared/ui/index.ts'
import { paths as people } from '../../people/paths.ts'
import { fullName } from '../../people/person.ts'
import { factBlocks, textBlocks } from '../document.ts'
import type { Facts } from '../facts.ts'
import { proposalOptions } from '../form.ts'
import { kindsOf } from '../frame.ts'
import type { Loaded, PartnerChoice } from '../load.ts'
import { paths } from '../paths.ts'
import { useSpeaker } from './parts.tsx'

type SectionView = Omit<Loaded, 'state'> & {
  section: Loaded['plan']['sections'][number]
  facts: Facts | null
  partners: PartnerChoice[]
  state: FormState
  /** What was typed earlier and is not saved yet. */
  notSaved: boolean
  /** Somebody else saved this section meanwhile. */
  overtaken: boolean
  refusal?: RuleRefusal
}

/** One section: what is known, what the other side wrote, and one's own words. */
export function SectionPage(view: SectionView) {
  const { t, lang } = useView()
  const { report, section, plan, side, state: form, facts } = view
  const speaker = useSpeaker()
  const name = fullName(report)
  const title = textIn(section.title, lang).text
  const of = { reportId: report.id, section: section.key }
  const keys = plan.sections.map(({ key }) => key)
  const isLast = keys.at(-1) === section.key
  return (
    <StaffLayout
      title={title}
      crumbs={[
        { href: people.show({ personId: report.personId }), label: name },
        { href: paths.show({ reportId: report.id }), label: t('finalReports.name') },
      ]}
      lead={textIn(section.help, lang).text}
      width="narrow"
      invalid={Object.keys(form.errors ?? {}).length > 0}
    >
      {view.refusal && <Refusal reason={view.refusal} />}
      {view.versions.length > 0 && <Notice kind="info">{t('finalReports.section.correction')}</Notice>}
      {view.notSaved && <Notice kind="info">{t('finalReports.section.notSaved')}</Notice>}
      <Others view={view} />
      {facts && (
        <Section title={t('finalReports.section.facts')} card>
          <Paper document={{ lang: speaker.lang, blocks: factBlocks(facts, speaker) }} />
        </Section>
      )}
      <Form action={paths.section(of)} autosave={paths.draft(of)} {...form} testId="section-form">
        <Hidden name="number" value={String(form.values?.number ?? 0)} />
        {section.proposes && <ProposalFields {...view} />}
        <Field
          name="words"
          type="textarea"
          rows={10}
          maxlength={10_000}
          label={t(`finalReports.words.${side}`)}
          hint={t(`finalReports.words.${side}.hint`)}
          optional
          testId="section-words"
        />
        {facts && <Field name="withFacts" type="checkbox" label={t('finalReports.withFacts')} testId="with-facts" />}
        {side === 'social' && (
          <Field
            name="shared"
            type="checkbox"
            label={t('finalReports.shared')}
            hint={t('finalReports.shared.hint')}
            testId="section-shared"
          />
        )}
        <Actions>
          {!isLast && (
            <Button kind="primary" name="then" value="next" testId="save-next-section">
              {t('finalReports.section.saveNext')}
            </Button>
          )}
          <Button kind={isLast ? 'primary' : 'secondary'} testId="save-section">
            {t('finalReports.section.save')}
          </Button>
          <LinkButton kind="quiet" href={paths.show({ reportId: report.id })}>
            {t('finalReports.cancel')}
          </LinkButton>
        </Actions>
      </Form>
    </StaffLayout>
  )
}

/** What the other side wrote here, and what somebody of one's own side saved meanwhile. */
function Others({ view }: { view: SectionView }) {
  const { t } = useView()
  const speaker = useSpeaker()
  const kinds = kindsOf(view.plan)
  const shown = view.texts
    .filter((text) => text.section === view.section.key && (text.side !== view.side || view.overtaken))
    .map((text) => ({ text, blocks: textBlocks(text, kinds, speaker) }))
    .filter(({ blocks }) => blocks.length > 0)
  return (
    <>
      {shown.map(({ text, blocks }) => (
        <Section
          key={text.id}
          title={
            text.side === view.side
              ? t('finalReports.section.savedMeanwhile', { name: text.writtenByName })
              : t(`finalReports.side.${text.side}`)
          }
          card
        >
          <Paper document={{ lang: speaker.lang, blocks }} />
          {text.side !== view.side && (
            <p class="hint">{t('finalReports.section.writtenBy', { name: text.writtenByName })}</p>
          )}
        </Section>
      ))}
    </>
  )
}

function ProposalFields({ plan, partners }: SectionView) {
  const { t, lang } = useView()
  return (
    <>
      <Field
        name="proposal"
        type="select"
        label={t('finalReports.proposal')}
        empty={t('finalReports.proposal.choose')}
        options={proposalOptions(plan).flatMap(({ direction, kinds }) =>
          kinds.map(({ value, label }) => ({
            value,
            label: t('finalReports.proposal.option', {
              direction: t(`finalReports.direction.${direction}`),
              kind: textIn(label, lang).text,
            }),
          })),
        )}
        optional
        testId="proposal"
      />
      {partners.length > 0 && (
        <Field
          name="partner"
          type="select"
          label={t('finalReports.proposal.partner')}
          hint={t('finalReports.proposal.partner.hint')}
          empty={t('finalReports.proposal.noPartner')}
          options={partners.map(({ referralId, name }) => ({ value: referralId, label: name }))}
          optional
          testId="proposal-partner"
        />
      )}
    </>
  )
}
