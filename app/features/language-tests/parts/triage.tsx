import {
  Actions,
  Button,
  Disclosure,
  Field,
  Form,
  type FormState,
  Hidden,
  Section,
  Status,
  useView,
} from '../../../shared/ui/index.ts'
import { languageName } from '../../groups/parts/tabs.tsx'
import { learnerProfiles, type Triage, triageReasons } from '../language-test.ts'
import { paths } from '../paths.ts'
import type { LanguageView } from '../show.view.ts'

type Props = {
  personId: string
  view: LanguageView
  /** Whether several languages stand on the page. */
  several: boolean
  canWrite: boolean
  state: FormState | undefined
}

/** What kind of course is suggested and why, what was decided, and the form that confirms or changes it. */
export function TriageSection({ personId, view, several, canWrite, state }: Props) {
  const { t, lang } = useView()
  const { suggestion, triages, language } = view
  const [now, ...before] = triages
  const title = several
    ? t('languageTests.triage.in', { language: languageName(language, lang) })
    : t('languageTests.triage')
  return (
    <Section title={title} card id={`triage-${language}`}>
      {now ? <Decided triage={now} /> : <p class="unknown">{t('languageTests.triage.open')}</p>}
      <p data-testid="triage-suggestion">
        {suggestion
          ? t('languageTests.triage.suggested', { profile: t(`languageTests.profile.${suggestion.profile}`) })
          : t('languageTests.triage.unknown')}
        {suggestion && <small class="block">{t(`languageTests.because.${suggestion.because}`)}</small>}
      </p>
      {canWrite && (
        <Disclosure
          summary={now ? t('languageTests.triage.change') : t('languageTests.triage.decide')}
          open={state !== undefined || !now}
        >
          <Form
            action={paths.triage({ personId })}
            id={`triage-${language}`}
            {...(state ?? { values: { decided: now?.decided ?? suggestion?.profile ?? '' } })}
            testId="triage-form"
          >
            <Hidden name="language" value={language} />
            <Field
              name="decided"
              type="radio"
              label={t('languageTests.triage.course')}
              testId="triage"
              options={learnerProfiles.map((value) => ({
                value,
                label: t(`languageTests.profile.${value}`),
                hint: t(`languageTests.profile.${value}.hint`),
              }))}
            />
            <Field
              name="reason"
              type="select"
              label={t('languageTests.triage.reason')}
              hint={t('languageTests.triage.reason.hint')}
              optional
              empty={t('languageTests.triage.reason.none')}
              options={triageReasons.map((value) => ({ value, label: t(`languageTests.reason.${value}`) }))}
            />
            <Field
              name="words"
              type="textarea"
              rows={2}
              label={t('languageTests.triage.words')}
              hint={t('languageTests.triage.words.hint')}
              optional
            />
            <Actions>
              <Button kind="primary" testId="save-triage">
                {t('languageTests.triage.save')}
              </Button>
            </Actions>
          </Form>
        </Disclosure>
      )}
      {before.length > 0 && (
        <Disclosure summary={t('languageTests.before', { count: before.length })}>
          {before.map((one) => (
            <Decided key={one.id} triage={one} />
          ))}
        </Disclosure>
      )}
    </Section>
  )
}

function Decided({ triage }: { triage: Triage }) {
  const { t, date } = useView()
  return (
    <p>
      <Status kind="done">{t(`languageTests.profile.${triage.decided}`)}</Status>
      <small class="block">
        {triage.reason
          ? t('languageTests.triage.changed', {
              reason: t(`languageTests.reason.${triage.reason}`),
              name: triage.by,
              date: date(triage.on),
            })
          : t('languageTests.triage.confirmed', { name: triage.by, date: date(triage.on) })}
      </small>
      {triage.words && <span class="block">{triage.words}</span>}
    </p>
  )
}
