import { textLanguages } from '../../../shared/i18n/text.ts'
import {
  Actions,
  Button,
  Field,
  Fieldset,
  Form,
  type FormState,
  Hidden,
  LinkButton,
  StaffLayout,
  useView,
} from '../../../shared/ui/index.ts'
import { paths as programmes } from '../../programmes/paths.ts'
import { type Programme, titleIn } from '../../programmes/programme.ts'
import { paths } from '../paths.ts'

/** Whom the programme is for: each criterion in the programme's languages, and whether a funder asks for a proof. */
export function CriteriaSettingsPage({
  programme,
  lines,
  state,
}: {
  programme: Programme
  lines: number
  state: FormState
}) {
  const { t, lang } = useView()
  const names = new Intl.DisplayNames([lang], { type: 'language' })
  const back = programmes.show({ programmeId: programme.id })
  const needed = programme.settings.languages
  return (
    <StaffLayout
      title={t('orientation.settings.title')}
      lead={t('orientation.settings.lead')}
      crumbs={[
        { href: programmes.list(), label: t('programmes.list.title') },
        { href: back, label: titleIn(programme, lang) },
      ]}
      width="narrow"
      invalid={Object.keys(state.errors ?? {}).length > 0}
    >
      <Form action={paths.editCriteria({ programmeId: programme.id })} {...state} testId="criteria-settings">
        {Array.from({ length: lines }, (_, i) => (
          <Fieldset
            key={i}
            legend={
              state.values?.[`criteria.${i}.key`]
                ? t('orientation.settings.criterion', { number: i + 1 })
                : t('orientation.settings.new')
            }
          >
            <Hidden name={`criteria.${i}.key`} value={String(state.values?.[`criteria.${i}.key`] ?? '')} />
            {textLanguages
              .filter((code) => needed.includes(code) || state.values?.[`criteria.${i}.label.${code}`])
              .map((code) => (
                <Field
                  key={code}
                  name={`criteria.${i}.label.${code}`}
                  label={t('orientation.settings.label', { language: names.of(code) ?? code })}
                  lang={code}
                />
              ))}
            <Field name={`criteria.${i}.evidence`} type="checkbox" label={t('orientation.settings.evidence')} />
          </Fieldset>
        ))}
        <Actions>
          <Button kind="primary" testId="save-criteria-settings">
            {t('orientation.save')}
          </Button>
          <LinkButton kind="quiet" href={back}>
            {t('orientation.cancel')}
          </LinkButton>
        </Actions>
      </Form>
    </StaffLayout>
  )
}
