import {
  Actions,
  Button,
  Field,
  Form,
  type FormState,
  LinkButton,
  Refusal,
  StaffLayout,
  useView,
} from '../../../shared/ui/index.ts'
import { fullName } from '../../people/person.ts'
import { type Group, leavingReasons, type Member } from '../group.ts'
import { paths } from '../paths.ts'

/** Taking someone out of a group: why, what it does to the participation, or to which group they go. */
export function LeavePage(props: {
  group: Group
  member: Member
  others: { id: string; name: string; free: number }[]
  state: FormState
  refusal?: { key: string; params?: Readonly<Record<string, string | number>> }
}) {
  const { t } = useView()
  const { group, member, others } = props
  const groupId = group.id
  const name = fullName(member)
  const reasons = leavingReasons.filter((reason) => reason !== 'moved-group' || others.length > 0)
  return (
    <StaffLayout
      title={t('groups.leave.title', { name })}
      crumbs={[
        { href: paths.list(), label: t('groups.title') },
        { href: paths.show({ groupId }), label: group.name },
      ]}
      lead={t('groups.leave.lead')}
      width="narrow"
      invalid={Object.keys(props.state.errors ?? {}).length > 0}
    >
      {props.refusal && <Refusal reason={props.refusal} />}
      <Form action={paths.leave({ groupId, memberId: member.id })} {...props.state} testId="leave-form">
        <Field
          name="reason"
          type="radio"
          label={t('groups.left.why')}
          options={reasons.map((reason) => ({ value: reason, label: t(`groups.reason.${reason}`) }))}
        />
        {others.length > 0 && (
          <Field
            name="toGroup"
            type="select"
            label={t('groups.moveTo')}
            hint={t('groups.moveTo.hint')}
            optional
            empty={t('groups.moveTo.none')}
            options={others.map((one) => ({
              value: one.id,
              label: t('groups.moveTo.free', { name: one.name, free: one.free }),
            }))}
          />
        )}
        <Field
          name="changeStage"
          type="checkbox"
          label={t('groups.leave.stage')}
          hint={t('groups.leave.stage.hint')}
          checked
        />
        <Actions>
          <Button kind="danger" testId="leave">
            {t('groups.leave.confirm')}
          </Button>
          <LinkButton kind="quiet" href={paths.show({ groupId })}>
            {t('groups.cancel')}
          </LinkButton>
        </Actions>
      </Form>
    </StaffLayout>
  )
}
