import type { Refusal as Reason } from '../../../shared/rules.ts'
import {
  Actions,
  Button,
  EmptyState,
  Facts,
  Form,
  Hidden,
  Refusal,
  Section,
  StaffLayout,
  Status,
  useView,
} from '../../../shared/ui/index.ts'
import { paths as people } from '../../people/paths.ts'
import { fullName, type Person } from '../../people/person.ts'
import { type Card, mostTries } from '../card.ts'
import { paths } from '../paths.ts'

/** The card of one person: its state and what can be done with it. */
export function CardPage({ person, card, refusal }: { person: Person; card: Card | undefined; refusal?: Reason }) {
  const { t } = useView()
  const name = fullName(person)
  const show = people.show({ personId: person.id })
  return (
    <StaffLayout
      title={t('cards.title', { name })}
      lead={t('cards.lead')}
      crumbs={[
        { href: people.list(), label: t('people.list.title') },
        { href: show, label: name },
      ]}
      width="narrow"
    >
      {refusal && <Refusal reason={refusal} instead={{ key: `${refusal.key}.instead` }} />}
      {card ? <RunningCard card={card} /> : <NoCard personId={person.id} />}
    </StaffLayout>
  )
}

function NoCard({ personId }: { personId: string }) {
  const { t } = useView()
  return (
    <EmptyState
      title={t('cards.none')}
      action={
        <Form action={paths.card({ personId })} inline>
          <Hidden name="replaces" value="" />
          <Button kind="primary" icon="print" testId="issue-card">
            {t('cards.issue')}
          </Button>
        </Form>
      }
    >
      <p>{t('cards.issue.hint')}</p>
    </EmptyState>
  )
}

function RunningCard({ card }: { card: Card }) {
  const { t, date } = useView()
  const { personId } = card
  return (
    <>
      <Section title={t('cards.running')} card>
        <Facts
          facts={[
            { label: t('cards.state'), value: <CardState card={card} /> },
            { label: t('cards.issuedOn'), value: date(card.issuedAt.toISOString(), 'time') },
            { label: t('cards.issuedBy'), value: card.issuedBy },
          ]}
        />
      </Section>
      {(card.locked || card.failures > 0) && (
        <Act id="unlock" action={paths.unlocking({ personId })} kind={card.locked ? 'primary' : 'secondary'} />
      )}
      <Act id="clear-pin" action={paths.clearing({ personId })} />
      <Act id="replace" action={paths.card({ personId })} replaces={card.id} />
      <Act id="revoke" action={paths.revocation({ personId })} kind="danger" />
    </>
  )
}

function CardState({ card }: { card: Card }) {
  const { t } = useView()
  if (card.locked) return <Status kind="stopped">{t('cards.state.locked')}</Status>
  if (card.failures > 0)
    return <Status kind="attention">{t('cards.state.failures', { count: card.failures, most: mostTries })}</Status>
  return <Status kind="active">{t('cards.state.open')}</Status>
}

type ActProps = {
  id: 'unlock' | 'clear-pin' | 'replace' | 'revoke'
  action: string
  kind?: 'primary' | 'secondary' | 'danger'
  replaces?: string
}

/** One thing to do, with what follows from it said beside the button. */
function Act({ id, action, kind = 'secondary', replaces }: ActProps) {
  const { t } = useView()
  return (
    <Section title={t(`cards.${id}`)}>
      <p>{t(`cards.${id}.hint`)}</p>
      <Form action={action} id={id}>
        {replaces !== undefined && <Hidden name="replaces" value={replaces} />}
        <Actions>
          <Button kind={kind} testId={`${id}-card`}>
            {t(`cards.${id}.do`)}
          </Button>
        </Actions>
      </Form>
    </Section>
  )
}
