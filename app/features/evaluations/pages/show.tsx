import type { PlainDate } from '../../../shared/time/dates.ts'
import {
  Actions,
  Button,
  Disclosure,
  EmptyState,
  Field,
  Form,
  type FormState,
  Hidden,
  LinkButton,
  Next,
  Refusal,
  Section,
  StaffLayout,
  Status,
  type StatusKind,
  Table,
  type Text,
  Timeline,
  useView,
} from '../../../shared/ui/index.ts'
import type { Opened } from '../../../shared/vault/vault.ts'
import { paths as people } from '../../people/paths.ts'
import { fullName } from '../../people/person.ts'
import { type EntranceTest, type Evaluation, settings, type TestResult } from '../evaluation.ts'
import { paths } from '../paths.ts'
import type { Evaluated } from '../policy.ts'
import { following, lacksResult } from '../rules.ts'
import { SideBySide } from './side-by-side.tsx'

export type EvaluationsView = Evaluated & {
  evaluations: Evaluation[]
  tests: EntranceTest[]
  dueOn: PlainDate | null
  /** Ids of the forms on this page, made here: sent twice they count once. */
  remarkId: string
  can: { evaluate: boolean; recordTest: boolean }
  refusal?: Text
  remarkState?: FormState
  resultState?: FormState & { testId: string }
}

/** All evaluations of somebody's path, what was agreed, remarks in between and entrance tests. */
export function EvaluationsPage(view: EvaluationsView) {
  const { t, date, today } = useView()
  const { enrolment, person, dueOn, can } = view
  const enrolmentId = enrolment.id
  const name = fullName(person)
  const held = view.evaluations.filter(({ kind }) => kind !== 'remark')
  const [last, ...before] = held
  return (
    <StaffLayout
      title={t('evaluations.of', { name })}
      crumbs={[{ href: people.show({ personId: person.id }), label: name }]}
      invalid={view.remarkState !== undefined || view.resultState !== undefined}
      actions={
        can.evaluate && (
          <>
            <LinkButton kind="primary" icon="check" href={paths.create({ enrolmentId })} testId="hold-evaluation">
              {t('evaluations.hold')}
            </LinkButton>
            <LinkButton href={paths.create({ enrolmentId }, { kind: 'final' })} testId="hold-final">
              {t('evaluations.hold.final')}
            </LinkButton>
          </>
        )
      }
    >
      {view.refusal && <Refusal reason={view.refusal} />}
      {dueOn && <Next who={t('evaluations.who')} what={t('evaluations.next')} by={date(dueOn)} late={dueOn < today} />}
      {last ? (
        <Section title={t(`evaluations.${last.kind === 'final' ? 'final' : 'last'}`, { date: date(last.on) })} card>
          <Held evaluation={last} view={view} />
        </Section>
      ) : (
        <EmptyState title={t('evaluations.none')} />
      )}
      {before.length > 0 && (
        <Section title={t('evaluations.before')}>
          {before.map((one) => (
            <Disclosure key={one.id} summary={t('evaluations.heldBy', { date: date(one.on), name: one.heldBy })}>
              <Held evaluation={one} view={view} />
            </Disclosure>
          ))}
        </Section>
      )}
      <Remarks view={view} />
      <Tests view={view} />
    </StaffLayout>
  )
}

function Words({ text }: { text: Opened }) {
  const { t } = useView()
  return (
    <p class="words" dir="auto">
      {text.state === 'open' ? text.text : t(`vault.${text.state}`)}
    </p>
  )
}

function Held({ evaluation, view }: { evaluation: Evaluation; view: EvaluationsView }) {
  const { t, date } = useView()
  return (
    <div class="stack">
      <p>
        <small>{t('evaluations.heldBy', { date: date(evaluation.on), name: evaluation.heldBy })}</small>
      </p>
      <SideBySide evaluation={evaluation} plan={view.plan} firstName={view.person.firstName} />
      {evaluation.words && (
        <>
          <h3>{t('evaluations.agreed')}</h3>
          <Words text={evaluation.words} />
        </>
      )}
    </div>
  )
}

function Remarks({ view }: { view: EvaluationsView }) {
  const { t, date, today } = useView()
  const { enrolment, can } = view
  const remarks = view.evaluations.filter(({ kind }) => kind === 'remark')
  return (
    <Section title={t('evaluations.remarks')} id="remarks">
      {remarks.length === 0 && <p class="unknown">{t('evaluations.remarks.none')}</p>}
      <Timeline
        label={t('evaluations.remarks')}
        events={remarks.map((one) => ({
          key: one.id,
          when: date(one.on),
          datetime: one.on,
          who: one.heldBy,
          icon: 'note',
          title: t(`evaluations.setting.${one.setting ?? 'individual'}`),
          children: one.words && <Words text={one.words} />,
        }))}
      />
      {can.evaluate && (
        <Disclosure summary={t('evaluations.remark.add')} open={view.remarkState !== undefined}>
          <Form
            id="remark"
            action={paths.remark({ enrolmentId: enrolment.id })}
            {...view.remarkState}
            values={{ setting: 'individual', remarkOn: today, ...view.remarkState?.values }}
            testId="remark-form"
          >
            <Hidden name="id" value={view.remarkId} />
            <Field name="remark" type="textarea" rows={3} label={t('evaluations.remark')} testId="remark-words" />
            <Field
              name="setting"
              type="radio"
              row
              label={t('evaluations.setting')}
              options={settings.map((value) => ({ value, label: t(`evaluations.setting.${value}`) }))}
            />
            <Field name="remarkOn" type="date" label={t('evaluations.on')} max={today} />
            <Actions>
              <Button testId="save-remark">{t('evaluations.remark.save')}</Button>
            </Actions>
          </Form>
        </Disclosure>
      )}
    </Section>
  )
}

const looks: Record<TestResult, StatusKind> = {
  planned: 'waiting',
  awaited: 'active',
  passed: 'done',
  failed: 'stopped',
  'not-taken': 'none',
}

function Tests({ view }: { view: EvaluationsView }) {
  const { t, date, today } = useView()
  const { enrolment, tests, can } = view
  const enrolmentId = enrolment.id
  return (
    <Section
      title={t('evaluations.tests')}
      id="tests"
      actions={
        can.recordTest && (
          <LinkButton size="small" icon="plus" href={paths.createTest({ enrolmentId })} testId="new-entrance-test">
            {t('evaluations.test.add')}
          </LinkButton>
        )
      }
    >
      <Table
        caption={t('evaluations.tests')}
        hideCaption
        rows={tests}
        rowKey={({ id }) => id}
        highlight={(test) => lacksResult(test, today)}
        empty={<p class="unknown">{t('evaluations.tests.none')}</p>}
        testId="entrance-tests"
        columns={[
          {
            label: t('evaluations.test.training'),
            head: true,
            cell: ({ training }) => <Words text={training} />,
          },
          { label: t('evaluations.test.place'), cell: ({ place }) => (place ? <Words text={place} /> : '–') },
          { label: t('evaluations.test.on'), cell: (test) => date(test.on) },
          {
            label: t('evaluations.test.result'),
            cell: (test) => (
              <>
                <Status kind={lacksResult(test, today) ? 'attention' : looks[test.result]}>
                  {lacksResult(test, today) ? t('evaluations.test.lacking') : t(`evaluations.result.${test.result}`)}
                </Status>
                {test.resultOn && (
                  <>
                    {' '}
                    <small>{date(test.resultOn)}</small>
                  </>
                )}
              </>
            ),
          },
          {
            label: t('evaluations.test.nextOn'),
            cell: (test) => (test.nextOn ? date(test.nextOn) : '–'),
          },
        ]}
      />
      {can.recordTest &&
        tests
          .filter((test) => following[test.result].length > 0)
          .map((test) => <ResultForm key={test.id} test={test} view={view} />)}
    </Section>
  )
}

function ResultForm({ test, view }: { test: EntranceTest; view: EvaluationsView }) {
  const { t, today } = useView()
  const state = view.resultState?.testId === test.id ? view.resultState : undefined
  const training = test.training.state === 'open' ? test.training.text : t(`vault.${test.training.state}`)
  return (
    <Disclosure
      summary={t('evaluations.test.say', { training })}
      open={state !== undefined || lacksResult(test, today)}
    >
      <Form
        id={`r-${test.id.slice(0, 8)}`}
        action={paths.result({ enrolmentId: view.enrolment.id, entranceTestId: test.id })}
        {...(state ? { values: state.values ?? {}, errors: state.errors ?? {} } : {})}
        testId="test-result-form"
      >
        <Field
          name="result"
          type="radio"
          row
          label={t('evaluations.test.result')}
          options={following[test.result].map((value) => ({ value, label: t(`evaluations.result.${value}`) }))}
          testId="test-result"
        />
        <Field name="resultOn" type="date" label={t('evaluations.test.resultOn')} value={today} max={today} />
        <Field
          name="nextOn"
          type="date"
          label={t('evaluations.test.nextOn')}
          hint={t('evaluations.test.nextOn.hint')}
          optional
        />
        <Actions>
          <Button testId="save-test-result">{t('evaluations.test.saveResult')}</Button>
        </Actions>
      </Form>
    </Disclosure>
  )
}
