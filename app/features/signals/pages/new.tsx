import type { SignalsPlan } from '../../../blueprints/parts/signals.ts'
import {
  Actions,
  Button,
  EmptyState,
  Field,
  Form,
  type FormState,
  Hidden,
  LinkButton,
  StaffLayout,
  useView,
} from '../../../shared/ui/index.ts'
import { paths as people } from '../../people/paths.ts'
import { SignalFields } from '../parts/fields.tsx'
import { paths } from '../paths.ts'

export type NewSignalView = {
  personId: string
  name: string
  plan: SignalsPlan
  /** Made here, kept when the form comes back: sent twice it counts once. */
  id: string
  sessionId: string | null
  /** In which programme, when the person is in several; the first is chosen. */
  enrolments: { id: string; label: string }[]
  back: string
  state: FormState
}

/** A signal on a page of its own: for those without script, and from the person's page. */
export function NewSignalPage(view: NewSignalView) {
  const { t } = useView()
  const { personId, name, enrolments } = view
  const [first] = enrolments
  return (
    <StaffLayout
      title={t('signals.new.title', { name })}
      crumbs={[{ href: people.show({ personId }), label: name }]}
      width="narrow"
      invalid={Object.keys(view.state.errors ?? {}).length > 0}
    >
      <Form
        action={paths.create({ personId })}
        autosave={paths.draft({ personId })}
        {...view.state}
        testId="signal-form"
      >
        {enrolments.length > 1 ? (
          <Field
            name="enrolment"
            type="select"
            label={t('signals.enrolment')}
            options={enrolments.map(({ id, label }) => ({ value: id, label }))}
          />
        ) : (
          first && <Hidden name="enrolment" value={first.id} />
        )}
        <SignalFields plan={view.plan} id={view.id} sessionId={view.sessionId} />
        <Actions>
          <Button kind="primary" testId="save-signal">
            {t('signals.save')}
          </Button>
          <LinkButton kind="quiet" href={view.back}>
            {t('signals.cancel')}
          </LinkButton>
        </Actions>
      </Form>
    </StaffLayout>
  )
}

/** The person is in no programme that has signals. */
export function NoSignalPage({ personId, name }: { personId: string; name: string }) {
  const { t } = useView()
  return (
    <StaffLayout title={t('signals.new.title', { name })} crumbs={[{ href: people.show({ personId }), label: name }]}>
      <EmptyState title={t('signals.new.none')}>
        <p>{t('signals.new.none.why')}</p>
      </EmptyState>
    </StaffLayout>
  )
}
