import {
  actionsOf,
  type DiagnosisEntry,
  diagnosisLabel,
  diagnosisThemes,
  notDisclosed,
  situationsOf,
  targetsOf,
} from '../../../data/carnet-de-bord/diagnosis.ts'
import { textIn } from '../../../shared/i18n/text.ts'
import {
  Actions,
  Button,
  Disclosure,
  Field,
  Form,
  type FormState,
  Hidden,
  LinkButton,
  Refusal,
  Section,
  Status,
  Tag,
  type Text,
  useView,
} from '../../../shared/ui/index.ts'
import type { Enrolled } from '../../modules/subject.ts'
import { fullName } from '../../people/person.ts'
import type { Situation, SituationAim } from '../follow-up.ts'
import { paths } from '../paths.ts'
import type { OfSituation } from '../policy.ts'
import { isOpenSituation } from '../rules/changes.ts'
import { FollowUpPage, Label, SharedNote, SituationName } from './parts.tsx'

/** The themes, with how many situations are open in each. */
export function ThemesPage(view: Enrolled & { situations: Situation[] }) {
  const { t, lang } = useView()
  const enrolmentId = view.enrolment.id
  const open = Map.groupBy(view.situations.filter(isOpenSituation), (one) => one.theme)
  const silent = new Set(view.situations.filter(({ code }) => code === notDisclosed).map(({ theme }) => theme))
  return (
    <FollowUpPage
      of={view}
      title={t('followUps.situations.of', { name: fullName(view.person) })}
      lead={t('followUps.situations.lead')}
    >
      <ul class="theme-grid" data-testid="themes">
        {diagnosisThemes.map(({ key, label }) => {
          const count = open.get(key)?.length ?? 0
          return (
            <li key={key}>
              <a
                class="theme-link"
                href={paths.situations({ enrolmentId }, { theme: key })}
                data-testid={`theme-${key}`}
              >
                <span>{textIn(label, lang).text}</span>
                {count > 0 && <Status kind="active">{t('followUps.situations.open', { count })}</Status>}
                {count === 0 && silent.has(key) && <span class="hint">{t('followUps.situations.notDisclosed')}</span>}
              </a>
            </li>
          )
        })}
      </ul>
      {view.situations.some(({ settledOn }) => settledOn !== null) && (
        <Disclosure summary={t('followUps.situations.settledOnes')}>
          <ul class="notes">
            {view.situations
              .filter(({ settledOn }) => settledOn !== null)
              .map((one) => (
                <li key={one.id}>
                  <a href={paths.situation({ situationId: one.id })}>
                    <SituationName situation={one} />
                  </a>
                </li>
              ))}
          </ul>
        </Disclosure>
      )}
    </FollowUpPage>
  )
}

/** The situations of one theme, to be ticked; one in own words; or that the person does not tell. */
export function NotePage(view: Enrolled & { theme: string; title: string; situations: Situation[]; state: FormState }) {
  const { t, lang, today } = useView()
  const { theme, enrolment } = view
  const enrolmentId = enrolment.id
  const own = view.situations.filter((one) => one.theme === theme && one.settledOn === null)
  const known = new Set(own.map(({ code }) => code))
  const options = situationsOf(theme).filter(({ code }) => !known.has(code))
  return (
    <FollowUpPage
      of={view}
      title={view.title}
      invalid={Object.keys(view.state.errors ?? {}).length > 0}
      actions={<LinkButton href={paths.situations({ enrolmentId })}>{t('followUps.situations.themes')}</LinkButton>}
    >
      {own.length > 0 && (
        <Section title={t('followUps.situations.already')} card>
          <ul class="notes">
            {own.map((one) => (
              <li key={one.id}>
                <a href={paths.situation({ situationId: one.id })}>
                  <SituationName situation={one} />
                </a>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <div class="picker">
        <Form action={paths.situations({ enrolmentId })} testId="situations-form" {...view.state}>
          <Hidden name="theme" value={theme} />
          <Field
            name="situations"
            type="checkboxes"
            label={t('followUps.situations.which')}
            options={[
              ...options.map(({ code, label }) => ({ value: code, label: textIn(label, lang).text })),
              ...(known.has(notDisclosed)
                ? []
                : [{ value: notDisclosed, label: t('followUps.situations.notDisclosed') }]),
            ]}
          />
          <Field name="words" label={t('followUps.situations.ownWords')} optional />
          <Field name="onDate" type="date" label={t('followUps.situations.on')} value={today} />
          <Actions>
            <Button kind="primary" testId="save-situations">
              {t('followUps.situations.save')}
            </Button>
            <LinkButton kind="quiet" href={paths.show({ enrolmentId })}>
              {t('followUps.cancel')}
            </LinkButton>
          </Actions>
        </Form>
      </div>
    </FollowUpPage>
  )
}

/** One situation: who noted it, what is aimed at and done, who settled it. */
export function SituationPage(
  view: OfSituation & { theme: string; canAct: boolean; aimsForm?: FormState; settleForm?: FormState; refusal?: Text },
) {
  const { t, date, today } = useView()
  const { situation, person, canAct } = view
  const open = isOpenSituation(situation)
  const situationId = situation.id
  return (
    <FollowUpPage
      of={view}
      title={t('followUps.situations.one', { name: fullName(person) })}
      lead={view.theme}
      invalid={Boolean(view.aimsForm || view.settleForm)}
    >
      {view.refusal && <Refusal reason={view.refusal} />}
      <Section title={t('followUps.situations.what')} card>
        <p>
          <strong>
            <SituationName situation={situation} />
          </strong>
        </p>
        <p class="hint">
          {t('followUps.situations.notedBy', { date: date(situation.notedOn), name: situation.notedBy })}
        </p>
        {situation.settledOn && (
          <p>
            <Status kind="done">
              {t('followUps.situations.settledBy', {
                date: date(situation.settledOn),
                name: situation.settledBy ?? '',
              })}
            </Status>
          </p>
        )}
        <SharedNote of={situation} />
        {canAct && open && (
          <Form action={paths.settlement({ situationId })} id="settle" inline {...view.settleForm}>
            <Field name="onDate" type="date" label={t('followUps.situations.settledOn')} value={today} />
            <Actions>
              <Button testId="settle-situation">{t('followUps.situations.settle')}</Button>
            </Actions>
          </Form>
        )}
      </Section>
      <Section title={t('followUps.aims')} card>
        {situation.aims.length === 0 && <p class="unknown">{t('followUps.aims.empty')}</p>}
        <ul class="notes" data-testid="aims">
          {situation.aims.map((aim) => (
            <Aim key={aim.id} aim={aim} situationId={situationId} canAct={canAct} />
          ))}
        </ul>
      </Section>
      {canAct && open && <AimsForm situation={situation} state={view.aimsForm} />}
    </FollowUpPage>
  )
}

function Aim({ aim, situationId, canAct }: { aim: SituationAim; situationId: string; canAct: boolean }) {
  const { t, date, today } = useView()
  return (
    <li>
      <Tag>{t(`followUps.aims.${aim.kind}`)}</Tag> <Label code={aim.code} />
      <small>
        {t('followUps.aims.chosenBy', { date: date(aim.chosenOn), name: aim.chosenBy })}{' '}
        {aim.outcome === null && aim.dueOn && (
          <Status kind={aim.dueOn < today ? 'attention' : 'waiting'}>
            {t(aim.dueOn < today ? 'ui.next.late' : 'ui.next.by', { date: date(aim.dueOn) })}
          </Status>
        )}
        {aim.outcome && (
          <Status kind={aim.outcome === 'done' ? 'done' : 'stopped'}>
            {t(`followUps.aims.outcome.${aim.outcome}`, { date: date(aim.outcomeOn!), name: aim.outcomeBy ?? '' })}
          </Status>
        )}
      </small>
      {canAct && aim.outcome === null && (
        <Form
          action={paths.aimOutcome({ situationId, aimId: aim.id })}
          id={`aim-${aim.id}`}
          inline
          label={t('followUps.aims.outcomeOf')}
        >
          <Actions>
            <Button size="small" name="outcome" value="done" testId="aim-done">
              {t('followUps.aims.done')}
            </Button>
            <Button size="small" kind="quiet" name="outcome" value="dropped" testId="aim-dropped">
              {t('followUps.aims.dropped')}
            </Button>
          </Actions>
        </Form>
      )}
    </li>
  )
}

function AimsForm({ situation, state }: { situation: Situation; state?: FormState }) {
  const { t, lang } = useView()
  const option = ({ code }: DiagnosisEntry) => {
    const { text, found } = diagnosisLabel(code, lang)
    return { value: code, label: text, lang: found === lang ? undefined : found }
  }
  const chosen = new Set(situation.aims.filter(({ outcome }) => outcome === null).map(({ code }) => code))
  const free = (entries: readonly DiagnosisEntry[]) => entries.filter(({ code }) => !chosen.has(code))
  const targets = free(targetsOf(situation.theme))
  const actions = free(actionsOf(situation.theme))
  if (targets.length + actions.length === 0) return <p class="hint">{t('followUps.aims.noneInTheme')}</p>
  return (
    <Section title={t('followUps.aims.choose')} card>
      <div class="picker">
        <Form action={paths.aims({ situationId: situation.id })} id="aims" {...state} testId="aims-form">
          {targets.length > 0 && (
            <Field name="targets" type="checkboxes" label={t('followUps.aims.targets')} options={targets.map(option)} />
          )}
          {actions.length > 0 && (
            <Field
              name="actions"
              type="checkboxes"
              label={t('followUps.aims.actions')}
              hint={lang === 'fr' ? undefined : t('followUps.aims.french')}
              options={actions.map(option)}
            />
          )}
          <Field name="dueOn" type="date" label={t('followUps.aims.dueOn')} optional />
          <Actions>
            <Button kind="primary" testId="save-aims">
              {t('followUps.aims.save')}
            </Button>
          </Actions>
        </Form>
      </div>
    </Section>
  )
}
