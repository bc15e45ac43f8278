import { themeLabel } from '../../../data/carnet-de-bord/diagnosis.ts'
import {
  Actions,
  Button,
  Columns,
  Disclosure,
  Field,
  Form,
  type FormState,
  LinkButton,
  Refusal,
  Section,
  Status,
  type Text,
  Timeline,
  useView,
} from '../../../shared/ui/index.ts'
import { paths as modulesOf } from '../../modules/paths.ts'
import { fullName } from '../../people/person.ts'
import { titleIn } from '../../programmes/programme.ts'
import { paths } from '../paths.ts'
import { isOpen, isOpenSituation, isOverdue, stateOf } from '../rules/changes.ts'
import type { FollowUpView } from '../view.ts'
import { useMoment } from './moments.tsx'
import {
  AppointmentStatus,
  DueStatus,
  FollowUpPage,
  ProcedureName,
  ProcedureStatus,
  Said,
  SituationName,
} from './parts.tsx'

/** How many moments stand open: some months of follow-up on a screen or two. */
const recent = 20

type Props = FollowUpView & { state?: FormState; refusal?: Text }

/** Everything that those who accompany a person share about them: what comes, what is open, and how it came to that. */
export function ShowPage(view: Props) {
  const { t, lang } = useView()
  const { person, programme, enrolment, moments, can } = view
  const enrolmentId = enrolment.id
  const moment = useMoment(view)
  return (
    <FollowUpPage
      of={view}
      top
      title={t('followUps.of', { name: fullName(person) })}
      lead={titleIn(programme, lang)}
      invalid={Boolean(view.state)}
      actions={
        <>
          {can.write && enrolment.endedOn === null && (
            <LinkButton kind="primary" icon="plus" href={paths.plan({ enrolmentId })} testId="plan-appointment">
              {t('followUps.plan')}
            </LinkButton>
          )}
          {view.blueprint.modules && (
            <LinkButton href={modulesOf.show({ enrolmentId })}>{t('modules.title')}</LinkButton>
          )}
          {can.share && (
            <LinkButton href={paths.sharing({ enrolmentId })} testId="open-sharing">
              {t('followUps.sharing')}
            </LinkButton>
          )}
        </>
      }
    >
      {view.refusal && <Refusal reason={view.refusal} />}
      {view.standing && (
        <p class="actions" data-testid="due">
          <DueStatus standing={view.standing} />
        </p>
      )}
      <Columns
        main={
          <>
            <Planned {...view} />
            <Procedures {...view} />
            <Situations {...view} />
            <Section title={t('followUps.timeline')} card>
              {moments.length === 0 ? (
                <p class="unknown">{t('followUps.timeline.none')}</p>
              ) : (
                <>
                  <Timeline label={t('followUps.timeline')} events={moments.slice(0, recent).map(moment)} />
                  {moments.length > recent && (
                    <Disclosure summary={t('followUps.timeline.earlier', { count: moments.length - recent })}>
                      <Timeline
                        label={t('followUps.timeline.earlier', { count: moments.length - recent })}
                        events={moments.slice(recent).map(moment)}
                      />
                    </Disclosure>
                  )}
                </>
              )}
            </Section>
          </>
        }
        aside={view.standing && <StabilitySection {...view} />}
      />
    </FollowUpPage>
  )
}

function Planned({ planned }: Props) {
  const { t, date, today } = useView()
  return (
    <Section title={t('followUps.planned')} card>
      {planned.length === 0 ? (
        <p class="unknown">{t('followUps.planned.none')}</p>
      ) : (
        <ul class="notes" data-testid="planned">
          {planned.map((one) => (
            <li key={one.id}>
              <a href={paths.appointment({ appointmentId: one.id })}>
                {t('followUps.when', { date: date(one.on, 'weekday'), time: one.at })}
              </a>{' '}
              {one.on < today ? (
                <Status kind="attention">{t('followUps.toRecord')}</Status>
              ) : (
                <AppointmentStatus state={one.state} />
              )}
              <small>
                {t(`followUps.kind.${one.kind}`)} · {one.withUser.name}
                {one.place && (
                  <>
                    {' · '}
                    <bdi>{one.place}</bdi>
                  </>
                )}
              </small>
              <Said words={one.purpose} />
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

function Procedures({ procedures, enrolment, blueprint, can }: Props) {
  const { t, date, today } = useView()
  const open = procedures.filter(isOpen)
  return (
    <Section
      title={t('followUps.procedures')}
      card
      actions={
        can.write && (
          <LinkButton size="small" href={paths.newProcedure({ enrolmentId: enrolment.id })} testId="new-procedure">
            {t('followUps.procedures.new')}
          </LinkButton>
        )
      }
    >
      {open.length === 0 ? (
        <p class="unknown">{t('followUps.procedures.none')}</p>
      ) : (
        <ul class="notes" data-testid="procedures">
          {open.map((one) => (
            <li key={one.id}>
              <a href={paths.procedure({ procedureId: one.id })}>
                <ProcedureName procedure={one} blueprint={blueprint} />
              </a>{' '}
              <ProcedureStatus state={stateOf(one)} />
              {one.dueOn && (
                <small>
                  <Status kind={isOverdue(one, today) ? 'attention' : 'waiting'}>
                    {t(isOverdue(one, today) ? 'ui.next.late' : 'ui.next.by', { date: date(one.dueOn) })}
                  </Status>
                </small>
              )}
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

function Situations({ situations, enrolment, can }: Props) {
  const { t, date, lang, today } = useView()
  const open = situations.filter(isOpenSituation)
  return (
    <Section
      title={t('followUps.situations')}
      card
      actions={
        can.write && (
          <LinkButton size="small" href={paths.situations({ enrolmentId: enrolment.id })} testId="note-situation">
            {t('followUps.situations.note')}
          </LinkButton>
        )
      }
    >
      {open.length === 0 ? (
        <p class="unknown">{t('followUps.situations.noneOpen')}</p>
      ) : (
        <ul class="notes" data-testid="situations">
          {open.map((one) => {
            const aims = one.aims.filter(({ outcome }) => outcome === null)
            const next = aims.flatMap(({ dueOn }) => (dueOn ? [dueOn] : [])).sort()[0]
            return (
              <li key={one.id}>
                <a href={paths.situation({ situationId: one.id })}>
                  <SituationName situation={one} />
                </a>
                <small>
                  {themeLabel(one.theme, lang)} ·{' '}
                  {t('followUps.situations.notedBy', { date: date(one.notedOn), name: one.notedBy })}
                  {aims.length > 0 && <> · {t('followUps.aims.open', { count: aims.length })}</>}{' '}
                  {next && (
                    <Status kind={next < today ? 'attention' : 'waiting'}>
                      {t(next < today ? 'ui.next.late' : 'ui.next.by', { date: date(next) })}
                    </Status>
                  )}
                </small>
              </li>
            )
          })}
        </ul>
      )}
    </Section>
  )
}

function StabilitySection({ enrolment, programme, blueprint, stability, can, state }: Props) {
  const { t, date, today } = useView()
  const rhythm = programme.settings.followUp ?? blueprint.followUp
  return (
    <Section title={t('followUps.stability')} card>
      <p>
        {stability ? (
          <>
            <Status kind={stability.stable ? 'done' : 'active'}>
              {t(stability.stable ? 'followUps.stability.yes' : 'followUps.stability.no')}
            </Status>{' '}
            <small>{t('followUps.stability.said', { date: date(stability.on), name: stability.by })}</small>
          </>
        ) : (
          <span class="unknown">{t('followUps.stability.unsaid')}</span>
        )}
      </p>
      {rhythm && (
        <p class="hint">
          {t('followUps.stability.rhythm', { months: rhythm.stableMonths, weeks: rhythm.otherwiseWeeks })}
        </p>
      )}
      {can.sayStable && enrolment.endedOn === null && (
        <Form action={paths.stability({ enrolmentId: enrolment.id })} id="stability" {...state} testId="stability-form">
          <Field
            name="stable"
            type="radio"
            label={t('followUps.stability.question')}
            options={[
              { value: 'yes', label: t('followUps.stability.yes') },
              { value: 'no', label: t('followUps.stability.no') },
            ]}
          />
          <Field name="onDate" type="date" label={t('followUps.stability.on')} value={today} />
          <Actions>
            <Button testId="save-stability">{t('followUps.save')}</Button>
          </Actions>
        </Form>
      )}
    </Section>
  )
}
