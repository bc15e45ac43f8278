import type { ComponentChildren } from 'preact'
import type { Blueprint } from '../../../blueprints/blueprint.ts'
import { diagnosisLabel, notDisclosed } from '../../../data/carnet-de-bord/diagnosis.ts'
import { textIn } from '../../../shared/i18n/text.ts'
import { StaffLayout, Status, type StatusKind, useView } from '../../../shared/ui/index.ts'
import type { Opened } from '../../../shared/vault/vault.ts'
import type { Enrolled } from '../../modules/subject.ts'
import { paths as people } from '../../people/paths.ts'
import { fullName } from '../../people/person.ts'
import type { AppointmentState, Procedure, ProcedureState, Recorded, Situation } from '../follow-up.ts'
import { paths } from '../paths.ts'
import type { DueStanding } from '../rules/due.ts'

/** The frame of every page below the follow-up of an enrolment. */
export function FollowUpPage(props: {
  of: Pick<Enrolled, 'enrolment' | 'person'>
  title: string
  lead?: ComponentChildren
  actions?: ComponentChildren
  invalid?: boolean
  width?: 'narrow'
  /** The follow-up itself, which does not lead to itself. */
  top?: true
  children: ComponentChildren
}) {
  const { t } = useView()
  const { enrolment, person } = props.of
  return (
    <StaffLayout
      title={props.title}
      lead={props.lead}
      actions={props.actions}
      invalid={props.invalid}
      width={props.width}
      crumbs={[
        { href: people.list(), label: t('people.list.title') },
        { href: people.show({ personId: person.id }), label: fullName(person) },
        ...(props.top ? [] : [{ href: paths.show({ enrolmentId: enrolment.id }), label: t('followUps.title') }]),
      ]}
    >
      {props.children}
    </StaffLayout>
  )
}

/** Words as they were written, or why they can't be read. */
export function Said({ words }: { words: Opened | null }) {
  const { t } = useView()
  if (!words) return null
  return words.state === 'open' ? (
    <p dir="auto" class="pre-line">
      {words.text}
    </p>
  ) : (
    <p class="unknown">{t(`vault.${words.state}`)}</p>
  )
}

const appointmentKind: Record<AppointmentState, StatusKind> = {
  planned: 'waiting',
  held: 'done',
  missed: 'attention',
  cancelled: 'stopped',
}
export function AppointmentStatus({ state }: { state: AppointmentState }) {
  const { t } = useView()
  return <Status kind={appointmentKind[state]}>{t(`followUps.state.${state}`)}</Status>
}

const procedureKind: Record<ProcedureState, StatusKind> = {
  opened: 'active',
  sent: 'active',
  waiting: 'waiting',
  granted: 'done',
  refused: 'stopped',
  withdrawn: 'stopped',
  settled: 'done',
}
export function ProcedureStatus({ state }: { state: ProcedureState }) {
  const { t } = useView()
  return <Status kind={procedureKind[state]}>{t(`followUps.step.${state}`)}</Status>
}

/** Kind and institution; the institution is words, and may be unreadable. */
export function ProcedureName({ procedure, blueprint }: { procedure: Procedure; blueprint: Blueprint }) {
  const { lang } = useView()
  const kind = blueprint.followUp?.procedures.find(({ key }) => key === procedure.kind)
  return (
    <>
      <strong>{kind ? textIn(kind.label, lang).text : procedure.kind}</strong>
      {procedure.institution?.state === 'open' && (
        <>
          {' · '}
          <bdi>{procedure.institution.text}</bdi>
        </>
      )}
    </>
  )
}

/** A label of the vocabulary; French ones on other pages say so. */
export function Label({ code }: { code: string }) {
  const { lang } = useView()
  const { text, found } = diagnosisLabel(code, lang)
  return <span lang={found === lang ? undefined : found}>{text}</span>
}

export function SituationName({ situation }: { situation: Situation }) {
  const { t } = useView()
  if (situation.code === notDisclosed) return <span>{t('followUps.situations.notDisclosed')}</span>
  if (situation.code !== null) return <Label code={situation.code} />
  return situation.words?.state === 'open' ? (
    <bdi>{situation.words.text}</bdi>
  ) : (
    <span class="unknown">{t(`vault.${situation.words?.state === 'erased' ? 'erased' : 'keyMissing'}`)}</span>
  )
}

/** Whether trainers from outside read it; said only of what the social service recorded. */
export function SharedNote({ of }: { of: Recorded }) {
  const { t, date } = useView()
  if (of.side === 'training') return <p class="hint">{t('followUps.side.training')}</p>
  return (
    <p class="hint">
      {of.sharedOn ? t('followUps.shared.since', { date: date(of.sharedOn) }) : t('followUps.shared.not')}
    </p>
  )
}

const dueKind: Record<DueStanding['state'], StatusKind> = {
  none: 'none',
  overdue: 'attention',
  soon: 'waiting',
  late: 'attention',
  planned: 'done',
  calm: 'none',
}
/** By when the next appointment must be, and whether it is planned. */
export function DueStatus({ standing }: { standing: DueStanding }) {
  const { t, date } = useView()
  const kind = dueKind[standing.state]
  if (standing.state === 'none') return <Status kind={kind}>{t('followUps.due.none')}</Status>
  const due = date(standing.dueOn)
  if (standing.state === 'planned' || standing.state === 'late')
    return (
      <Status kind={kind}>
        {t(standing.state === 'late' ? 'followUps.due.late' : 'followUps.due.planned', {
          due,
          date: date(standing.on),
        })}
      </Status>
    )
  return <Status kind={kind}>{t(`followUps.due.${standing.state}`, { due })}</Status>
}
