import type { ProgrammeModule } from '../../../blueprints/parts/modules.ts'
import { textIn } from '../../../shared/i18n/text.ts'
import {
  Actions,
  Button,
  Field,
  Form,
  type FormState,
  LinkButton,
  Refusal,
  Section,
  StaffLayout,
  Status,
  Tag,
  type Text,
  useView,
} from '../../../shared/ui/index.ts'
import { paths as people } from '../../people/paths.ts'
import { fullName } from '../../people/person.ts'
import { titleIn } from '../../programmes/programme.ts'
import { paths as referrals } from '../../referrals/paths.ts'
import type { Change, Membership, Standing } from '../module.ts'
import { paths } from '../paths.ts'
import type { Enrolled } from '../subject.ts'
import { ChangeHistory } from './history.tsx'

export type ModuleView = {
  module: ProgrammeModule
  standing: Standing
  /** The running one, or the last. */
  membership: Membership | undefined
  /** Null for those who don't see the follow-up. */
  changes: Change[] | null
  can: { join: boolean; rate: boolean }
}
export type ModulesView = Pick<Enrolled, 'enrolment' | 'programme' | 'person'> & {
  modules: ModuleView[]
  /** The form that came back, by module. */
  state?: FormState & { module: string }
  refusal?: Text
}

/** Who is where since when, and how the intended changes went. */
export function ModulesPage(view: ModulesView) {
  const { t, lang } = useView()
  const { enrolment, person, programme } = view
  const name = fullName(person)
  return (
    <StaffLayout
      title={t('modules.of', { name })}
      lead={titleIn(programme, lang)}
      invalid={Boolean(view.state)}
      crumbs={[
        { href: people.list(), label: t('people.list.title') },
        { href: people.show({ personId: person.id }), label: name },
        { href: referrals.enrolment({ enrolmentId: enrolment.id }), label: titleIn(programme, lang) },
      ]}
    >
      {view.refusal && <Refusal reason={view.refusal} />}
      {view.modules.map((one) => (
        <ModuleSection key={one.module.key} view={view} one={one} />
      ))}
    </StaffLayout>
  )
}

function ModuleSection({ view, one }: { view: ModulesView; one: ModuleView }) {
  const { t, lang } = useView()
  const { module, membership, changes } = one
  const enrolmentId = view.enrolment.id
  return (
    <Section
      id={module.key}
      title={textIn(module.label, lang).text}
      card
      actions={
        one.can.rate &&
        membership && (
          <LinkButton
            size="small"
            kind="primary"
            href={paths.rate({ enrolmentId, module: module.key })}
            testId={`rate-${module.key}`}
            label={t('modules.rate.of', { module: textIn(module.label, lang).text })}
          >
            {t('modules.rate.do')}
          </LinkButton>
        )
      }
    >
      <p class="actions">
        <MembershipLine one={one} />
      </p>
      {one.can.join && <MembershipForm view={view} one={one} />}
      {changes && membership && (
        <ul class="changes" data-testid={`changes-${module.key}`}>
          {changes.map((change) => (
            <li key={change.key}>
              <p class="change-head">
                <strong>{textIn(change.label, lang).text}</strong> <Tag>{t(`modules.kind.${change.kind}`)}</Tag>
              </p>
              <ChangeHistory change={change} />
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

/** Where the person stands in the module, or that it takes nobody yet. */
export function MembershipLine({ one }: { one: Pick<ModuleView, 'standing' | 'membership'> }) {
  const { t, date } = useView()
  const { standing, membership } = one
  if (membership?.until)
    return (
      <Status kind="done">{t('modules.fromTo', { from: date(membership.from), until: date(membership.until) })}</Status>
    )
  if (membership) return <Status kind="active">{t('modules.since', { date: date(membership.from) })}</Status>
  if (standing.state === 'running') return <Status kind="none">{t('modules.notIn')}</Status>
  return (
    <Status kind="waiting">
      {standing.opensOn ? t('modules.opensOn', { date: date(standing.opensOn) }) : t('modules.planned')}
    </Status>
  )
}

function MembershipForm({ view, one }: { view: ModulesView; one: ModuleView }) {
  const { t, today } = useView()
  const { module, membership } = one
  const params = { enrolmentId: view.enrolment.id, module: module.key }
  const state = view.state?.module === module.key ? view.state : {}
  const isIn = membership && membership.until === null
  if (!isIn && view.enrolment.endedOn !== null) return null
  return (
    <details open={Boolean(view.state?.module === module.key)}>
      <summary data-testid={`${isIn ? 'leave' : 'join'}-${module.key}-open`}>
        {isIn ? t('modules.leave') : t('modules.join')}
      </summary>
      {!isIn && one.standing.state === 'planned' && <p class="hint">{t('modules.join.plannedHint')}</p>}
      <Form action={isIn ? paths.leave(params) : paths.join(params)} id={module.key} inline {...state}>
        <Field
          name={isIn ? 'until' : 'from'}
          type="date"
          label={isIn ? t('modules.until') : t('modules.from')}
          value={today}
        />
        <Actions>
          <Button testId={isIn ? `leave-${module.key}` : `join-${module.key}`}>
            {isIn ? t('modules.leave.do') : t('modules.join.do')}
          </Button>
        </Actions>
      </Form>
    </details>
  )
}
