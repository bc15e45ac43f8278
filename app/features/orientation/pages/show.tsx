import { textIn } from '../../../shared/i18n/text.ts'
import {
  Columns,
  type FormState,
  LinkButton,
  Notice,
  Refusal,
  Section,
  StaffLayout,
  Status,
  useView,
} from '../../../shared/ui/index.ts'
import { paths as people } from '../../people/paths.ts'
import { paths as professionals } from '../../professionals/paths.ts'
import { blueprintOf, titleIn } from '../../programmes/programme.ts'
import { NextLine } from '../../referrals/parts/next-line.tsx'
import { paths as referrals } from '../../referrals/paths.ts'
import { criteriaOf } from '../orientation.ts'
import { CriteriaFacts } from '../parts/criteria.tsx'
import { PathLine } from '../parts/line.tsx'
import { paths } from '../paths.ts'
import { notMet, type OrientationView } from '../view.ts'
import { Feedback, Way } from './record.tsx'
import { CurrentStep } from './step.tsx'

export type ShownOrientation = OrientationView & {
  state?: FormState & { form: 'finding' | 'owner' | 'move' }
  refusal?: { key: string; params?: Readonly<Record<string, string | number>> }
}

/** Where somebody stands in the chain, what the step is to find out, and how it came to that. */
export function OrientationPage(view: ShownOrientation) {
  const { t, lang } = useView()
  const { enrolment, programme, plan, name, can } = view
  const missing = notMet(view)
  return (
    <StaffLayout
      title={t('orientation.title', { name })}
      crumbs={[
        { href: people.show({ personId: enrolment.personId }), label: name },
        { href: referrals.enrolment({ enrolmentId: enrolment.id }), label: titleIn(programme, lang) },
      ]}
      invalid={Object.keys(view.state?.errors ?? {}).length > 0}
    >
      {view.refusal && <Refusal reason={view.refusal} />}
      <NextLine next={view.next} />
      <PathLine plan={plan} stretches={view.stretches} />
      {missing.length > 0 && (
        <Notice kind="warning" title={t('orientation.criteria.warning')} testId="criteria-warning">
          <ul>
            {missing.map((c) => (
              <li key={c.key}>{textIn(c.label, lang).text}</li>
            ))}
          </ul>
          <p>{t('orientation.criteria.warning.decide')}</p>
        </Notice>
      )}
      <Columns
        main={
          <>
            {view.now && <CurrentStep {...view} now={view.now} />}
            {can.words && <Feedback {...view} />}
            <Way {...view} />
          </>
        }
        aside={
          <>
            <Accompany {...view} />
            <Section
              title={t('orientation.criteria')}
              card
              actions={
                can.criteria && (
                  <LinkButton
                    size="small"
                    href={paths.criteria({ enrolmentId: enrolment.id })}
                    testId="edit-criteria-of"
                  >
                    {t('orientation.criteria.edit')}
                  </LinkButton>
                )
              }
            >
              <CriteriaFacts criteria={criteriaOf(programme)} facts={view.criteria} />
            </Section>
          </>
        }
      />
    </StaffLayout>
  )
}

function Accompany({ enrolment, programme, professionals: all }: OrientationView) {
  const { t, lang } = useView()
  const running = all.filter((p) => p.endedOn === null)
  const parts = blueprintOf(programme).followUpParts ?? []
  return (
    <Section
      title={t('orientation.professionals')}
      card
      actions={
        <LinkButton size="small" href={professionals.list({ enrolmentId: enrolment.id })} testId="professionals-of">
          {t('orientation.professionals.open')}
        </LinkButton>
      }
    >
      <ul class="notes">
        {parts.map((part) => {
          const names = running.filter((p) => p.part === part.key)
          return (
            <li key={part.key}>
              <small>{textIn(part.label, lang).text}</small>
              {names.length > 0 ? (
                new Intl.ListFormat(lang, { type: 'conjunction' }).format(names.map((p) => p.name))
              ) : (
                <Status kind="none">{t('orientation.professionals.none')}</Status>
              )}
            </li>
          )
        })}
      </ul>
    </Section>
  )
}
