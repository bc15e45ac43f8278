import { textIn } from '../../../shared/i18n/text.ts'
import { Actions, Button, EmptyState, Form, LinkButton, useView } from '../../../shared/ui/index.ts'
import type { Change } from '../../modules/module.ts'
import type { Enrolled } from '../../modules/subject.ts'
import { fullName } from '../../people/person.ts'
import type { Appointment, Procedure, Situation, Stability } from '../follow-up.ts'
import { paths } from '../paths.ts'
import { FollowUpPage, ProcedureName, SituationName } from './parts.tsx'

type SharingView = Enrolled & {
  appointments: Appointment[]
  procedures: Procedure[]
  situations: Situation[]
  stability: Stability[]
  changes: Change[]
}

/** What the social service recorded, to be ticked with the person: trainers from outside then read it. */
export function SharingPage(view: SharingView) {
  const { t, date, lang } = useView()
  const { enrolment, person } = view
  const social = <T extends { side: string }>(list: readonly T[]) => list.filter(({ side }) => side === 'social')
  const ratings = view.changes.flatMap((change) => social(change.ratings).map((rating) => ({ change, rating })))
  const groups = [
    {
      key: 'appointments',
      legend: t('followUps.sharing.appointments'),
      items: social(view.appointments).map((one) => ({
        value: `appointment:${one.id}`,
        shared: one.sharedOn,
        label: `${t('followUps.when', { date: date(one.on), time: one.at })} · ${t(`followUps.kind.${one.kind}`)} · ${one.withUser.name}`,
      })),
    },
    {
      key: 'procedures',
      legend: t('followUps.procedures'),
      items: social(view.procedures).map((one) => ({
        value: `procedure:${one.id}`,
        shared: one.sharedOn,
        label: <ProcedureName procedure={one} blueprint={view.blueprint} />,
      })),
    },
    {
      key: 'situations',
      legend: t('followUps.situations'),
      items: social(view.situations).map((one) => ({
        value: `situation:${one.id}`,
        shared: one.sharedOn,
        label: <SituationName situation={one} />,
      })),
    },
    {
      key: 'stability',
      legend: t('followUps.stability'),
      items: social(view.stability).map((one) => ({
        value: `stability:${one.id}`,
        shared: one.sharedOn,
        label: `${date(one.on)} · ${t(one.stable ? 'followUps.stability.yes' : 'followUps.stability.no')}`,
      })),
    },
    {
      key: 'ratings',
      legend: t('followUps.sharing.ratings'),
      items: ratings.map(({ change, rating }) => ({
        value: `rating:${rating.id}`,
        shared: rating.sharedOn,
        label: `${date(rating.on)} · ${textIn(change.label, lang).text}`,
      })),
    },
  ].filter(({ items }) => items.length > 0)
  return (
    <FollowUpPage
      of={view}
      title={t('followUps.sharing.of', { name: fullName(person) })}
      lead={t('followUps.sharing.lead')}
      width="narrow"
    >
      {groups.length === 0 ? (
        <EmptyState title={t('followUps.sharing.nothing')} />
      ) : (
        <Form action={paths.sharing({ enrolmentId: enrolment.id })} testId="sharing-form">
          {groups.map((group) => (
            <fieldset key={group.key} class="field group">
              <legend>{group.legend}</legend>
              <div class="checks">
                {group.items.map((item) => (
                  <label key={item.value} class="check">
                    <input type="checkbox" name="shared" value={item.value} checked={item.shared !== null} />
                    <span>
                      {item.label}
                      {item.shared && <small>{t('followUps.shared.since', { date: date(item.shared) })}</small>}
                    </span>
                  </label>
                ))}
              </div>
            </fieldset>
          ))}
          <Actions>
            <Button kind="primary" testId="save-sharing">
              {t('followUps.sharing.save')}
            </Button>
            <LinkButton kind="quiet" href={paths.show({ enrolmentId: enrolment.id })}>
              {t('followUps.cancel')}
            </LinkButton>
          </Actions>
        </Form>
      )}
    </FollowUpPage>
  )
}
