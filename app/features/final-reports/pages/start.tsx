import { textIn } from '../../../shared/i18n/text.ts'
import type { Refusal as RuleRefusal } from '../../../shared/rules.ts'
import { Actions, Button, Form, Refusal, Section, StaffLayout, useView } from '../../../shared/ui/index.ts'
import { paths as people } from '../../people/paths.ts'
import type { Reported } from '../load.ts'
import { paths } from '../paths.ts'

type StartView = Reported & { name: string; can: { start: boolean }; refusal?: RuleRefusal }

/** There is no report yet: what it will hold, and one press for the trainer to begin. */
export function StartPage({ enrolment, plan, name, can, refusal }: StartView) {
  const { t, lang } = useView()
  return (
    <StaffLayout
      title={t('finalReports.title', { name })}
      crumbs={[
        { href: people.list(), label: t('people.list.title') },
        { href: people.show({ personId: enrolment.personId }), label: name },
      ]}
      lead={t('finalReports.start.lead')}
      width="narrow"
    >
      {refusal && <Refusal reason={refusal} />}
      <Section title={t('finalReports.start.sections')} card>
        <ol class="bullets">
          {plan.sections.map((section) => (
            <li key={section.key}>{textIn(section.title, lang).text}</li>
          ))}
        </ol>
        {can.start ? (
          <Form action={paths.ofEnrolment({ enrolmentId: enrolment.id })} testId="start-report-form">
            <Actions>
              <Button kind="primary" testId="start-report">
                {t('finalReports.start.button')}
              </Button>
            </Actions>
          </Form>
        ) : (
          <p class="hint">{t('finalReports.start.byTrainer')}</p>
        )}
      </Section>
    </StaffLayout>
  )
}
