import {
  Actions,
  Button,
  Columns,
  Facts,
  Field,
  Form,
  type FormState,
  Hidden,
  LinkButton,
  Notice,
  Refusal,
  Section,
  StaffLayout,
  Status,
  useView,
} from '../../../shared/ui/index.ts'
import type { Opened } from '../../../shared/vault/vault.ts'
import { paths as people } from '../../people/paths.ts'
import { fullName, type Person } from '../../people/person.ts'
import { type Programme, titleIn } from '../../programmes/programme.ts'
import { paths as referrals } from '../../referrals/paths.ts'
import { asideReasons, type Candidate } from '../candidate.ts'
import type { CriterionFact } from '../criteria.store.ts'
import { criteriaOf } from '../orientation.ts'
import { CriteriaFacts } from '../parts/criteria.tsx'
import { paths } from '../paths.ts'

export type CandidateView = {
  candidate: Candidate
  programme: Programme
  /** Not visible any more to the coordinator once they are off the list. */
  person: Person | undefined
  why: Opened | undefined
  facts: CriterionFact[]
  can: { settle: boolean; ask: boolean; register: boolean }
  state?: FormState
  refusal?: { key: string; params?: Readonly<Record<string, string | number>> }
}

/** One possible participant: where they come from, what is known, and what becomes of them. */
export function CandidatePage(view: CandidateView) {
  const { t, lang, date } = useView()
  const { candidate: c, programme, person, can } = view
  const candidateId = c.id
  const title = person ? fullName(person) : t('orientation.candidates.hidden')
  return (
    <StaffLayout
      title={title}
      lead={t('orientation.candidates.of', { programme: titleIn(programme, lang), year: String(c.year) })}
      crumbs={[
        { href: paths.candidates({ programmeId: programme.id }), label: t('orientation.candidates.title') },
        ...(person ? [{ href: people.show({ personId: person.id }), label: title }] : []),
      ]}
      invalid={Object.keys(view.state?.errors ?? {}).length > 0}
    >
      {view.refusal && <Refusal reason={view.refusal} />}
      {c.outcome && (
        <Notice title={t(`orientation.outcome.${c.outcome}`)}>
          {c.reason && <p>{t(`orientation.aside.${c.reason}`)}</p>}
        </Notice>
      )}
      <Columns
        main={
          <>
            <Section title={t('orientation.candidates.what')} card>
              <Facts
                facts={[
                  {
                    label: t('orientation.candidates.antenna'),
                    value: [c.institution, c.antenna].filter(Boolean).join(', '),
                  },
                  {
                    label: t('orientation.candidates.listed'),
                    value: t('orientation.candidates.listed.by', { date: date(c.listedOn), name: c.listedBy }),
                  },
                  {
                    label: t('orientation.stand'),
                    value: c.askedOn ? (
                      <Status kind="waiting">{t('orientation.candidates.asked', { date: date(c.askedOn) })}</Status>
                    ) : (
                      t('orientation.stand.listed')
                    ),
                  },
                  ...(view.why
                    ? [
                        {
                          label: t('orientation.candidates.why'),
                          value:
                            view.why.state === 'open' ? (
                              <span class="pre-line" dir="auto">
                                {view.why.text}
                              </span>
                            ) : (
                              t(`vault.${view.why.state}`)
                            ),
                        },
                      ]
                    : []),
                ]}
              />
              <Actions>
                {can.register && (
                  <LinkButton
                    kind="primary"
                    href={referrals.refer({ personId: c.personId }, { programme: c.programmeId })}
                    testId="register-candidate"
                  >
                    {t('orientation.candidates.register')}
                  </LinkButton>
                )}
                {can.ask && (
                  <Form inline id="ask" action={paths.ask({ candidateId })}>
                    <Button testId="ask-registration">{t('orientation.candidates.ask')}</Button>
                  </Form>
                )}
              </Actions>
            </Section>
            {can.settle && (
              <>
                <Section title={t('orientation.candidates.setAside')} card>
                  <p class="hint">{t('orientation.candidates.setAside.hint')}</p>
                  <Form id="set-aside" action={paths.setAside({ candidateId })} {...view.state} testId="set-aside-form">
                    <Field
                      name="reason"
                      type="select"
                      label={t('orientation.reason')}
                      empty={t('orientation.choose')}
                      options={asideReasons.map((value) => ({ value, label: t(`orientation.aside.${value}`) }))}
                    />
                    <Actions>
                      <Button testId="set-candidate-aside">{t('orientation.candidates.setAside')}</Button>
                    </Actions>
                  </Form>
                </Section>
                <Form inline id="carry-over" action={paths.carryOver({ candidateId })}>
                  <Hidden name="year" value={c.year + 1} />
                  <Button testId="carry-over">
                    {t('orientation.candidates.carryOver', { year: String(c.year + 1) })}
                  </Button>
                </Form>
              </>
            )}
          </>
        }
        aside={
          <Section
            title={t('orientation.criteria')}
            card
            actions={
              can.settle && (
                <LinkButton size="small" href={paths.candidateCriteria({ candidateId })}>
                  {t('orientation.criteria.edit')}
                </LinkButton>
              )
            }
          >
            <CriteriaFacts criteria={criteriaOf(programme)} facts={view.facts} />
          </Section>
        }
      />
    </StaffLayout>
  )
}
