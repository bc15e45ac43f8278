import type { Refusal as RuleRefusal } from '../../../shared/rules.ts'
import {
  Actions,
  Button,
  EmptyState,
  Field,
  Form,
  type FormState,
  LinkButton,
  Refusal,
  StaffLayout,
  useView,
} from '../../../shared/ui/index.ts'
import { paths as people } from '../../people/paths.ts'
import { paths } from '../paths.ts'

export type GiveMandateView = {
  personId: string
  name: string
  colleagues: { id: string; name: string }[]
  state: FormState
  refusal?: string
}

/** Opens a file to a colleague of the institution that holds it. */
export function GiveMandatePage({ personId, name, colleagues, state, refusal }: GiveMandateView) {
  const { t, today } = useView()
  return (
    <StaffLayout
      title={t('mandates.give.title', { name })}
      lead={t('mandates.give.lead')}
      width="narrow"
      invalid={Object.keys(state.errors ?? {}).length > 0}
      crumbs={[
        { href: people.list(), label: t('people.list.title') },
        { href: people.show({ personId }), label: name },
      ]}
    >
      {refusal && <Refusal reason={{ key: refusal }} />}
      {colleagues.length === 0 ? (
        <EmptyState
          title={t('mandates.give.nobody')}
          action={<LinkButton href={people.show({ personId })}>{t('people.cancel')}</LinkButton>}
        />
      ) : (
        <Form action={paths.give({ personId })} {...state} testId="mandate-form">
          <Field
            name="colleagueId"
            type="select"
            label={t('mandates.colleague')}
            empty={t('mandates.colleague.choose')}
            options={colleagues.map(({ id, name: label }) => ({ value: id, label }))}
          />
          <Field name="reason" label={t('mandates.reason')} hint={t('mandates.reason.hint')} />
          <Field name="until" type="date" label={t('mandates.until')} optional min={today} />
          <Actions>
            <Button kind="primary" testId="mandate-give">
              {t('mandates.give.submit')}
            </Button>
            <LinkButton kind="quiet" href={people.show({ personId })}>
              {t('people.cancel')}
            </LinkButton>
          </Actions>
        </Form>
      )}
    </StaffLayout>
  )
}

/** Why a mandate was not ended. */
export function EndRefusedPage({ personId, name, refusal }: { personId: string; name: string; refusal: RuleRefusal }) {
  const { t } = useView()
  return (
    <StaffLayout
      title={t('mandates.title')}
      width="narrow"
      crumbs={[
        { href: people.list(), label: t('people.list.title') },
        { href: people.show({ personId }), label: name },
      ]}
    >
      <Refusal
        reason={refusal}
        {...(refusal.key === 'mandates.end.last' ? { instead: { key: 'mandates.end.last.instead' } } : {})}
      />
      <Actions>
        <LinkButton href={`${people.show({ personId })}#mandates`}>{name}</LinkButton>
      </Actions>
    </StaffLayout>
  )
}
