import type { ComponentChildren } from 'preact'
import {
  Actions,
  Button,
  Facts,
  Form,
  Hidden,
  LinkButton,
  Section,
  StaffLayout,
  useView,
} from '../../../shared/ui/index.ts'
import type { Likely } from '../duplicates.store.ts'
import { paths } from '../paths.ts'
import { fullName, type PersonDetails } from '../person.ts'

/** Before a new file is opened: those it may be, beside what was typed. Nothing typed is lost. */
export function DuplicatesPage(props: { typed: Record<string, string>; details: PersonDetails; likely: Likely[] }) {
  const { t } = useView()
  const seen = props.likely.map(({ person }) => person.id)
  return (
    <StaffLayout
      title={t('people.duplicates.title')}
      lead={t('people.duplicates.lead')}
      crumbs={[{ href: paths.list(), label: t('people.list.title') }]}
    >
      <div class="cards">
        <Card title={t('people.duplicates.typed')} details={props.details}>
          <Form action={paths.create()} testId="duplicate-form">
            {Object.entries(props.typed).map(([name, value]) => (
              <Hidden key={name} name={name} value={value} />
            ))}
            {seen.map((id) => (
              <Hidden key={id} name="notTheSame" value={id} />
            ))}
            <Actions>
              <Button kind="primary" testId="another-person">
                {t('people.duplicates.another')}
              </Button>
              <Button kind="quiet" name="back" value="yes">
                {t('people.duplicates.back')}
              </Button>
            </Actions>
          </Form>
        </Card>
        {props.likely.map(({ person, reason }) => (
          <Card key={person.id} title={t('people.duplicates.file')} details={person}>
            <p class="hint">{t(`imports.likeness.${reason}`)}</p>
            <Actions>
              <LinkButton
                href={paths.show({ personId: person.id })}
                label={`${t('people.duplicates.same')}: ${fullName(person)}`}
                testId="same-person"
              >
                {t('people.duplicates.same')}
              </LinkButton>
            </Actions>
          </Card>
        ))}
      </div>
    </StaffLayout>
  )
}

function Card({ title, details, children }: { title: string; details: PersonDetails; children: ComponentChildren }) {
  const { t, date } = useView()
  return (
    <Section title={title} card>
      <Facts
        facts={[
          { label: t('people.list.name'), value: <strong>{fullName(details)}</strong> },
          {
            label: t('people.birthDate'),
            value: details.birthDate ? date(details.birthDate) : details.birthYear && String(details.birthYear),
          },
          { label: t('people.phone'), value: details.phone },
          { label: t('people.email'), value: details.email },
          { label: t('people.town'), value: details.town },
        ]}
      />
      {children}
    </Section>
  )
}
