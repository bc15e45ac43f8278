import { Button, Field, Form, type FormState, Notice, ParticipantLayout, useView } from '../../../shared/ui/index.ts'
import { paths } from '../paths.ts'

/**
 * Code and PIN. `refused` answers in the same words whatever was wrong; `scan`: a card that opens nothing.
 * On one's own phone the browser may remember both; at the kiosk nothing is remembered.
 */
export function CodePage(props: { kiosk: boolean; state?: FormState; refused?: 'code' | 'scan' }) {
  const { t } = useView()
  const remembers = !props.kiosk
  const wrong = Object.keys(props.state?.errors ?? {}).length > 0
  return (
    <ParticipantLayout
      title={t('cards.code.title')}
      invalid={wrong}
      back={props.kiosk ? { href: paths.kiosk(), label: t('cards.back') } : undefined}
    >
      {props.refused && (
        <Notice kind="refused" title={t(`cards.refused.${props.refused}`)} testId="card-refused">
          <p>{t(`cards.refused.${props.refused}.text`)}</p>
        </Notice>
      )}
      <Form action={paths.code()} {...props.state}>
        <Field
          name="code"
          label={t('cards.code')}
          hint={t('cards.code.hint')}
          autocomplete={remembers ? 'username' : 'off'}
          maxlength={40}
          testId="code"
        />
        <Field
          name="pin"
          type="password"
          inputmode="numeric"
          label={t('cards.pin')}
          hint={t('cards.pin.hint')}
          autocomplete={remembers ? 'current-password' : 'off'}
          maxlength={20}
          testId="pin"
        />
        <Button kind="primary" testId="open-card">
          {t('cards.open')}
        </Button>
      </Form>
      <Notice>
        <p>{t('cards.code.first')}</p>
      </Notice>
    </ParticipantLayout>
  )
}
