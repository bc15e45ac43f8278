import {
  Actions,
  Button,
  Field,
  Fieldset,
  Form,
  type FormState,
  LinkButton,
  useView,
} from '../../../shared/ui/index.ts'
import type { Programme } from '../../programmes/programme.ts'
import type { Member } from '../funding.ts'
import { firstDay, type Month } from '../months.ts'
import { paths } from '../paths.ts'
import { FundingFrame, useMoney } from './frame.tsx'

type Props = { programme: Programme; month: Month; members: Member[]; state: FormState }

/** What the team cost in a month. */
export function MonthPage({ programme, month, members, state }: Props) {
  const { t, date } = useView()
  const { currency, fullTime } = useMoney(programme)
  return (
    <FundingFrame
      programme={programme}
      part="overview"
      under
      title={t('funding.costs.of', { month: date(firstDay(month), 'month') })}
      lead={t('funding.costs.lead')}
      invalid={Object.keys(state.errors ?? {}).length > 0}
    >
      <Form action={paths.month({ programmeId: programme.id, month })} {...state} testId="month-form">
        <Field
          name="sum"
          label={t('funding.costs.sum')}
          inputmode="decimal"
          width="short"
          unit={currency}
          optional={members.length > 0}
        />
        {members.length > 0 && (
          <Fieldset legend={t('funding.costs.perMember')} columns>
            {members.map((member) => (
              <Field
                key={member.id}
                name={`member.${member.id}`}
                label={t('funding.costs.member', { name: member.name, fte: fullTime(member.fte) })}
                inputmode="decimal"
                width="short"
                unit={currency}
                optional
              />
            ))}
          </Fieldset>
        )}
        <Actions>
          <Button kind="primary" testId="save-month">
            {t('funding.save')}
          </Button>
          <LinkButton kind="quiet" href={paths.overview({ programmeId: programme.id })}>
            {t('funding.back')}
          </LinkButton>
        </Actions>
      </Form>
    </FundingFrame>
  )
}
