import { textIn } from '../../../shared/i18n/text.ts'
import {
  Actions,
  Button,
  Form,
  type FormState,
  Hidden,
  LinkButton,
  Refusal,
  StaffLayout,
  useView,
} from '../../../shared/ui/index.ts'
import { paths } from '../paths.ts'
import { type Programme, titleIn } from '../programme.ts'
import { TextFields } from './edit.tsx'

/** One half-day's theme; `new` when it is being added. */
export function ThemePage(props: {
  programme: Programme
  theme: string
  state: FormState
  refusal?: { key: string; params?: Readonly<Record<string, string | number>> }
}) {
  const { t, lang } = useView()
  const { programme, theme, state } = props
  const themes = programme.settings.calendar?.themes ?? []
  const at = themes.findIndex((each) => each.key === theme)
  const back = paths.show({ programmeId: programme.id })
  const text = { programme, state }
  return (
    <StaffLayout
      title={at < 0 ? t('programmes.theme.add') : t('programmes.theme.number', { number: at + 1 })}
      lead={at < 0 ? undefined : textIn(themes[at]!.title, lang).text}
      crumbs={[
        { href: paths.list(), label: t('programmes.list.title') },
        { href: back, label: titleIn(programme, lang) },
      ]}
      width="narrow"
      invalid={Object.keys(state.errors ?? {}).length > 0}
      actions={
        at >= 0 && (
          <>
            {at > 0 && <Move programme={programme} theme={theme} to="earlier" />}
            {at < themes.length - 1 && <Move programme={programme} theme={theme} to="later" />}
          </>
        )
      }
    >
      {props.refusal && <Refusal reason={props.refusal} />}
      <Form action={paths.theme({ programmeId: programme.id, theme })} {...state} testId="theme-form">
        <TextFields name="title" label={t('programmes.theme.title')} {...text} also={['en', 'nl', 'ar']} />
        <TextFields name="aim" label={t('programmes.theme.aim')} {...text} area optional />
        <TextFields name="material" label={t('programmes.theme.material')} {...text} area optional />
        <TextFields name="bring" label={t('programmes.theme.bring')} {...text} area optional />
        <TextFields name="homework" label={t('programmes.theme.homework')} {...text} area optional />
        <TextFields name="outing" label={t('programmes.theme.outing')} {...text} area optional />
        <Actions>
          <Button kind="primary" testId="save-theme">
            {t('programmes.save')}
          </Button>
          <LinkButton kind="quiet" href={back}>
            {t('programmes.cancel')}
          </LinkButton>
        </Actions>
      </Form>
      {at >= 0 && themes.length > 1 && (
        <Form id="remove" action={paths.removeTheme({ programmeId: programme.id, theme })}>
          <Actions>
            <Button kind="danger" testId="remove-theme">
              {t('programmes.theme.remove')}
            </Button>
          </Actions>
        </Form>
      )}
    </StaffLayout>
  )
}

function Move(props: { programme: Programme; theme: string; to: 'earlier' | 'later' }) {
  const { t } = useView()
  return (
    <Form inline id={props.to} action={paths.moveTheme({ programmeId: props.programme.id, theme: props.theme })}>
      <Hidden name="to" value={props.to} />
      <Button size="small" icon={props.to === 'earlier' ? 'up' : 'down'}>
        {t(`programmes.theme.${props.to}`)}
      </Button>
    </Form>
  )
}
