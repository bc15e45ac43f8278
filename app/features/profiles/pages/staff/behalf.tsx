import { staffLanguages } from '../../../../shared/i18n/languages.ts'
import type { Refusal as Refused } from '../../../../shared/rules.ts'
import {
  Actions,
  Button,
  Field,
  Fieldset,
  Form,
  type FormState,
  Hidden,
  LinkButton,
  Notice,
  Refusal,
  Section,
  StaffLayout,
  useView,
} from '../../../../shared/ui/index.ts'
import { fullName } from '../../../people/person.ts'
import type { ProfilePaper } from '../../document.ts'
import { paths } from '../../paths.ts'
import { lineParts, type Version, type Workbook } from '../../profile.ts'
import { choosable, goesOut, sections } from '../../rules/deciding.ts'
import type { ReadVersion } from '../../store/versions.ts'
import { useLineText } from '../me/decisions.tsx'
import { PaperView } from '../paper.tsx'
import { useVocabulary } from '../parts.tsx'

const crumbs = (book: Workbook, title: string) => [{ href: paths.show({ profileId: book.profile.id }), label: title }]

/** Evidence and lines from a paper sheet, marked as entered on the person's behalf. */
export function PaperWordsPage(props: { book: Workbook; form: 'line' | 'evidence'; state?: FormState }) {
  const { t } = useView()
  const words = useVocabulary()
  const { book } = props
  const action = paths.paperWords({ profileId: book.profile.id })
  const name = fullName(book.person)
  const stateOf = (form: string) => (props.form === form ? (props.state ?? {}) : {})
  return (
    <StaffLayout
      title={t('profiles.paper.wordsTitle', { name })}
      crumbs={crumbs(book, t('profiles.show.title', { name }))}
      lead={t('profiles.paper.wordsLead')}
      width="narrow"
      invalid={Object.keys(props.state?.errors ?? {}).length > 0}
    >
      <Section title={t('profiles.paper.line')} card>
        <Form action={action} id="line" {...stateOf('line')} testId="paper-line">
          <Hidden name="form" value="line" />
          <Field
            name="part"
            type="select"
            label={t('profiles.paper.part')}
            options={lineParts.map((part) => ({ value: part, label: t(`profiles.part.${part}`) }))}
          />
          <Field name="text" type="textarea" rows={2} label={t('profiles.paper.text')} />
          <Field name="by" type="date" label={t('profiles.paper.by')} hint={t('profiles.paper.byHint')} optional />
          <Field name="who" label={t('profiles.paper.who')} optional />
          <Field name="shownToCoach" type="checkbox" label={t('profiles.paper.shown')} />
          <Actions>
            <Button kind="primary">{t('profiles.paper.add')}</Button>
          </Actions>
        </Form>
      </Section>
      {book.picks.length > 0 && (
        <Section title={t('profiles.section.evidence')} card>
          <Form action={action} id="evidence" {...stateOf('evidence')} testId="paper-evidence">
            <Hidden name="form" value="evidence" />
            <Field
              name="competence"
              type="select"
              label={t('profiles.document.competence')}
              options={book.picks.map((id) => ({ value: id, label: words.label(id) }))}
            />
            <Field name="situation" type="textarea" rows={2} label={t('profiles.evidence.situation')} />
            <Field name="did" type="textarea" rows={2} label={t('profiles.evidence.did')} optional />
            <Field name="witness" label={t('profiles.evidence.witness')} optional />
            <Field name="shownToCoach" type="checkbox" label={t('profiles.paper.shown')} />
            <Actions>
              <Button kind="primary">{t('profiles.paper.add')}</Button>
            </Actions>
          </Form>
        </Section>
      )}
    </StaffLayout>
  )
}

/** A coach ticks what the person tells them to, and freezes it when they ask for it. */
export function BehalfPage(props: { book: Workbook; hidden: number; refusal?: Refused }) {
  const { t } = useView()
  const { book } = props
  const describe = useLineText(book)
  const name = fullName(book.person)
  const lines = choosable(book)
  return (
    <StaffLayout
      title={t('profiles.behalf.title')}
      crumbs={crumbs(book, t('profiles.show.title', { name }))}
      lead={t('profiles.behalf.lead', { name: book.person.firstName })}
      width="narrow"
    >
      {props.refusal && <Refusal reason={props.refusal} />}
      {props.hidden > 0 && <Notice kind="warning">{t('profiles.freeze.hidden', { count: props.hidden })}</Notice>}
      <Form action={paths.decisions({ profileId: book.profile.id })} testId="behalf-form">
        {sections.map((section) => {
          const here = lines.filter((line) => line.section === section)
          if (here.length === 0) return null
          return (
            <Fieldset key={section} legend={t(`profiles.section.${section}`)}>
              {here.map((line) => {
                const { label, note } = describe(line)
                return (
                  <label key={line.key} class="check">
                    <input type="checkbox" name="lines" value={line.key} checked={goesOut(book, line.key)} />
                    <span>
                      {label}
                      {note && <small>{note}</small>}
                    </span>
                  </label>
                )
              })}
            </Fieldset>
          )
        })}
        <Field
          name="asked"
          type="checkbox"
          label={t('profiles.behalf.asked', { name: book.person.firstName })}
          hint={t('profiles.behalf.askedHint')}
        />
        <Actions>
          <Button name="button" value="save">
            {t('profiles.save')}
          </Button>
          <Button kind="primary" name="button" value="freeze" testId="freeze-for">
            {t('profiles.behalf.freeze')}
          </Button>
        </Actions>
      </Form>
    </StaffLayout>
  )
}

/** A version for whoever may read it; a coach hands it over when the person asked for it. */
export function StaffVersionPage(props: {
  read: ReadVersion
  paper: ProfilePaper | null
  name: string
  /** For those who accompany: what became of it. */
  version: Version | undefined
  receiver: string | null
  can: { handOver: boolean; openProfile: boolean }
  refusal?: Refused
}) {
  const { t, date } = useView()
  const { read, version } = props
  const at = { profileId: read.profileId, versionId: read.id }
  return (
    <StaffLayout
      title={t('profiles.version.title', { name: props.name, number: read.number })}
      crumbs={
        props.can.openProfile
          ? [{ href: paths.show({ profileId: read.profileId }), label: t('profiles.show.title', { name: props.name }) }]
          : []
      }
      width="narrow"
      actions={
        <>
          <LinkButton icon="print" href={paths.versionPrint(at)}>
            {t('profiles.print')}
          </LinkButton>
          {staffLanguages.map((lang) => (
            <LinkButton key={lang} href={paths.versionPdf(at, { in: lang })} download>
              {t(`profiles.pdf.short.${lang}`)}
            </LinkButton>
          ))}
        </>
      }
    >
      {props.refusal && <Refusal reason={props.refusal} />}
      {read.frozenByKind === 'staff' && <Notice>{t('profiles.behalf.mark')}</Notice>}
      {version?.handOver && (
        <Notice
          kind="done"
          title={t('profiles.versions.handedOver', {
            name: version.handOver.toName ?? '',
            date: date(version.handOver.on),
          })}
        >
          <ul class="bullets">
            {version.handOver.steps.map((step) => (
              <li key={step.kind + step.on}>{t(`profiles.step.${step.kind}`, { date: date(step.on, 'long') })}</li>
            ))}
          </ul>
        </Notice>
      )}
      {props.can.handOver && (
        <Section title={t('profiles.behalf.handOver')} card>
          {props.receiver ? (
            <Form action={paths.handOver(at)} testId="hand-over-for">
              <p>{t('profiles.behalf.receiver', { name: props.receiver })}</p>
              <Field name="asked" type="checkbox" label={t('profiles.behalf.asked', { name: props.name })} />
              <Actions>
                <Button kind="primary">{t('profiles.behalf.handOver')}</Button>
              </Actions>
            </Form>
          ) : (
            <p>{t('profiles.handOver.nobody')}</p>
          )}
        </Section>
      )}
      {props.paper ? <PaperView paper={props.paper} /> : <Notice kind="warning">{t('profiles.unreadable')}</Notice>}
    </StaffLayout>
  )
}
