import {
  Actions,
  Button,
  EmptyState,
  Field,
  Form,
  type FormState,
  LinkButton,
  Refusal,
  StaffLayout,
  useView,
} from '../../../shared/ui/index.ts'
import { paths as people } from '../../people/paths.ts'
import { fullName, type Person } from '../../people/person.ts'
import { type Programme, titleIn } from '../../programmes/programme.ts'
import { paths } from '../paths.ts'

type Props = {
  person: Person
  /** Programmes that keep a list and take people. */
  programmes: Programme[]
  years: number[]
  antennas: string[]
  state: FormState
  refusal?: { key: string; params?: Readonly<Record<string, string | number>> }
}

/** Puts a person on the list of possible participants: half a minute for a person one knows. */
export function ListPersonPage({ person, programmes, years, antennas, state, refusal }: Props) {
  const { t, lang } = useView()
  const name = fullName(person)
  const back = people.show({ personId: person.id })
  return (
    <StaffLayout
      title={t('orientation.list.title', { name })}
      lead={t('orientation.list.lead')}
      crumbs={[{ href: back, label: name }]}
      width="narrow"
      invalid={Object.keys(state.errors ?? {}).length > 0}
    >
      {refusal && <Refusal reason={refusal} />}
      {programmes.length === 0 ? (
        <EmptyState title={t('orientation.list.noProgramme')}>{t('orientation.list.noProgramme.hint')}</EmptyState>
      ) : (
        <Form action={paths.list({ personId: person.id })} {...state} testId="candidate-form">
          <Field
            name="programmeId"
            type="radio"
            label={t('orientation.list.programme')}
            options={programmes.map((p) => ({ value: p.id, label: titleIn(p, lang) }))}
          />
          <Field
            name="year"
            type="radio"
            row
            label={t('orientation.candidates.year')}
            options={years.map((year) => ({ value: String(year), label: String(year) }))}
          />
          <Field
            name="antenna"
            label={t('orientation.list.antenna')}
            hint={t('orientation.list.antenna.hint')}
            optional
            suggestions={antennas}
            testId="antenna"
          />
          <Field
            name="why"
            type="textarea"
            rows={3}
            label={t('orientation.candidates.why')}
            hint={t('orientation.list.why.hint')}
            optional
            testId="candidate-why"
          />
          <p class="hint">{t('orientation.list.seen')}</p>
          <Actions>
            <Button kind="primary" testId="list-candidate">
              {t('orientation.list.do')}
            </Button>
            <LinkButton kind="quiet" href={back}>
              {t('orientation.cancel')}
            </LinkButton>
          </Actions>
        </Form>
      )}
    </StaffLayout>
  )
}
