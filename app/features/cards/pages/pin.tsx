import { Button, Field, Form, type FormState, Notice, ParticipantLayout, useView } from '../../../shared/ui/index.ts'
import { paths } from '../paths.ts'

/** The PIN of a scanned card. A locked one says whom to ask instead. */
export function EnterPinPage(props: { next: string; state?: FormState; wrong?: boolean; locked: boolean }) {
  const { t } = useView()
  return (
    <ParticipantLayout
      title={t('cards.pin.title')}
      lead={props.locked ? undefined : t('cards.pin.why')}
      invalid={Boolean(props.state?.errors)}
      back={{ href: '/me', label: t('cards.back') }}
    >
      {props.locked ? (
        <Notice kind="refused" title={t('cards.pin.locked')} testId="card-locked">
          <p>{t('cards.pin.locked.text')}</p>
        </Notice>
      ) : (
        <>
          {props.wrong && (
            <Notice kind="refused" title={t('cards.pin.wrong')} testId="pin-wrong">
              <p>{t('cards.pin.wrong.text')}</p>
            </Notice>
          )}
          <Form action={paths.pin({ next: props.next })} {...props.state} values={{}}>
            <PinField name="pin" label={t('cards.pin')} autocomplete="current-password" />
            <Button kind="primary" testId="enter-pin">
              {t('cards.open')}
            </Button>
          </Form>
          <p>{t('cards.pin.forgotten')}</p>
        </>
      )}
    </ParticipantLayout>
  )
}

/** The first PIN, typed twice. */
export function ChoosePinPage(props: { next: string; state?: FormState }) {
  const { t } = useView()
  return (
    <ParticipantLayout
      title={t('cards.choose.title')}
      lead={t('cards.choose.why')}
      invalid={Boolean(props.state?.errors)}
      back={{ href: '/me', label: t('cards.back') }}
    >
      <Form action={paths.pin({ next: props.next })} {...props.state} values={{}}>
        <PinField name="pin" label={t('cards.choose.pin')} hint={t('cards.choose.hint')} autocomplete="new-password" />
        <PinField name="again" label={t('cards.choose.again')} autocomplete="new-password" />
        <Button kind="primary" testId="choose-pin">
          {t('cards.choose.do')}
        </Button>
      </Form>
    </ParticipantLayout>
  )
}

function PinField(props: { name: string; label: string; hint?: string; autocomplete: string }) {
  const { kioskSeconds } = useView()
  return (
    <Field
      {...props}
      type="password"
      inputmode="numeric"
      maxlength={20}
      autocomplete={kioskSeconds ? 'off' : props.autocomplete}
      testId={props.name}
    />
  )
}
