import type { PlainDate } from '../../shared/time/dates.ts'
import { LinkButton, Section, useView } from '../../shared/ui/index.ts'
import type { PersonSection } from '../people/section.ts'
import { blueprintOf } from '../programmes/programme.ts'
import { dueOf } from './due.ts'
import type { EntranceTest, Evaluation } from './evaluation.ts'
import { paths } from './paths.ts'
import { mayRead } from './policy.ts'
import { listEntranceTests, listEvaluations, listUnderway } from './store.ts'

/** On the person's page: when they were last evaluated, when again, and the last entrance test. */
export const personSections: PersonSection[] = [
  {
    key: 'evaluations',
    order: 45,
    async read({ tx, actor, services, person, enrolments }) {
      const line =
        enrolments.find(
          ({ enrolment, programme }) => enrolment.endedOn === null && blueprintOf(programme).evaluations,
        ) ?? enrolments.find(({ programme }) => blueprintOf(programme).evaluations)
      const blueprint = line && blueprintOf(line.programme)
      const plan = blueprint?.evaluations
      if (!line || !plan || !mayRead.allows(actor, { ...line, blueprint, person, plan })) return undefined
      const enrolmentId = line.enrolment.id
      const [underway] = await listUnderway(tx, enrolmentId)
      return {
        view: (
          <EvaluationsCard
            enrolmentId={enrolmentId}
            evaluations={await listEvaluations(tx, services.vault, enrolmentId)}
            tests={await listEntranceTests(tx, services.vault, enrolmentId)}
            dueOn={underway ? dueOf(underway, plan) : null}
          />
        ),
        classes: ['follow-up'],
      }
    },
  },
]

function EvaluationsCard(props: {
  enrolmentId: string
  evaluations: Evaluation[]
  tests: EntranceTest[]
  dueOn: PlainDate | null
}) {
  const { t, date, today } = useView()
  const { enrolmentId, dueOn } = props
  const last = props.evaluations.find(({ kind }) => kind !== 'remark')
  const [test] = props.tests
  return (
    <Section
      title={t('evaluations.title')}
      id="evaluations"
      card
      actions={
        <LinkButton size="small" href={paths.show({ enrolmentId })} testId="open-evaluations">
          {t('evaluations.open')}
        </LinkButton>
      }
    >
      <p>
        {last ? t('evaluations.heldBy', { date: date(last.on), name: last.heldBy }) : t('evaluations.none')}
        {dueOn && (
          <>
            <br />
            <small>{t(dueOn < today ? 'evaluations.dueLate' : 'evaluations.due', { date: date(dueOn) })}</small>
          </>
        )}
      </p>
      {test && (
        <p>
          {t('evaluations.test.line', {
            training: test.training.state === 'open' ? test.training.text : t(`vault.${test.training.state}`),
            date: date(test.on),
            result: t(`evaluations.result.${test.result}`),
          })}
        </p>
      )}
    </Section>
  )
}
