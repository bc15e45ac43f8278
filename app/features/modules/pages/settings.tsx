import type { ProgrammeModule } from '../../../blueprints/parts/modules.ts'
import { textIn } from '../../../shared/i18n/text.ts'
import {
  Actions,
  Button,
  Field,
  Fieldset,
  Form,
  type FormState,
  Section,
  StaffLayout,
  Status,
  useView,
} from '../../../shared/ui/index.ts'
import { paths as programmes } from '../../programmes/paths.ts'
import { type Programme, titleIn } from '../../programmes/programme.ts'
import type { Standing } from '../module.ts'
import { paths } from '../paths.ts'

type SettingsView = {
  programme: Programme
  modules: { module: ProgrammeModule; standing: Standing; members: number }[]
  rhythm: { stableMonths: number; otherwiseWeeks: number } | undefined
  canSet: boolean
  state: FormState
}

/** The modules of a programme with how many are in each; from when a planned one opens, and the rhythm of the follow-up. */
export function ModuleSettingsPage(view: SettingsView) {
  const { t, date, lang } = useView()
  const { programme, modules, rhythm } = view
  const planned = modules.filter(({ module }) => module.state === 'planned')
  return (
    <StaffLayout
      title={t('modules.title')}
      lead={t('modules.settings.lead')}
      invalid={Object.keys(view.state.errors ?? {}).length > 0}
      crumbs={[{ href: programmes.show({ programmeId: programme.id }), label: titleIn(programme, lang) }]}
    >
      {modules.map(({ module, standing, members }) => (
        <Section key={module.key} title={textIn(module.label, lang).text} card>
          <p class="actions">
            {standing.state === 'running' ? (
              <Status kind="active">{t('modules.settings.members', { count: members })}</Status>
            ) : (
              <Status kind="waiting">
                {standing.opensOn ? t('modules.opensOn', { date: date(standing.opensOn) }) : t('modules.planned')}
              </Status>
            )}
          </p>
          <ul class="bullets">
            {module.changes.map((change) => (
              <li key={change.key}>{textIn(change.label, lang).text}</li>
            ))}
          </ul>
        </Section>
      ))}
      {view.canSet && (
        <Form action={paths.settings({ programmeId: programme.id })} {...view.state} testId="module-settings">
          {planned.length > 0 && (
            <Fieldset legend={t('modules.settings.openings')} hint={t('modules.settings.openingsHint')}>
              {planned.map(({ module }) => (
                <Field
                  key={module.key}
                  name={`opensOn.${module.key}`}
                  type="date"
                  optional
                  label={t('modules.settings.opensOn', { module: textIn(module.label, lang).text })}
                  testId={`opens-on-${module.key}`}
                />
              ))}
            </Fieldset>
          )}
          {rhythm && (
            <Fieldset legend={t('modules.settings.rhythm')} hint={t('modules.settings.rhythmHint')} columns>
              <Field
                name="stableMonths"
                type="number"
                min={1}
                max={12}
                label={t('modules.settings.stable')}
                unit={t('modules.settings.months')}
              />
              <Field
                name="otherwiseWeeks"
                type="number"
                min={1}
                max={26}
                label={t('modules.settings.otherwise')}
                unit={t('modules.settings.weeks')}
              />
            </Fieldset>
          )}
          <Actions>
            <Button kind="primary" testId="save-modules">
              {t('modules.settings.save')}
            </Button>
          </Actions>
        </Form>
      )}
    </StaffLayout>
  )
}
