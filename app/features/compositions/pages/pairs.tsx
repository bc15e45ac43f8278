import {
  Actions,
  Button,
  EmptyState,
  Field,
  Form,
  type FormState,
  Refusal,
  Section,
  StaffLayout,
  Status,
  Table,
  useView,
} from '../../../shared/ui/index.ts'
import { paths as people } from '../../people/paths.ts'
import { fullName } from '../../people/person.ts'
import { type Programme, titleIn } from '../../programmes/programme.ts'
import { pairKinds } from '../composition.ts'
import type { PairOnRecord } from '../pairs.store.ts'
import { paths } from '../paths.ts'

export type PairsView = {
  programme: Programme
  pairs: PairOnRecord[]
  /** Who waits, by name: two of them make a pair. */
  people: { personId: string; firstName: string; lastName: string | null }[]
  state: FormState
  refusal?: { key: string; params?: Readonly<Record<string, string | number>> }
}

/** Two people who must not, or must, be in one group; with a reason that only coordinators of the programme read. */
export function PairsPage({ programme, pairs, people: known, state, refusal }: PairsView) {
  const { t, lang, date } = useView()
  const { id: programmeId } = programme
  const options = known.map((one) => ({ value: one.personId, label: fullName(one) }))
  return (
    <StaffLayout
      title={t('compositions.pairs')}
      lead={t('compositions.pairs.lead')}
      crumbs={[
        {
          href: paths.ofProgramme({ programmeId }),
          label: t('compositions.of', { programme: titleIn(programme, lang) }),
        },
      ]}
      invalid={Object.keys(state.errors ?? {}).length > 0}
    >
      {refusal && <Refusal reason={refusal} />}
      <Table
        caption={t('compositions.pairs')}
        hideCaption
        rows={pairs}
        rowKey={(pair) => pair.id}
        testId="pairs"
        empty={<EmptyState title={t('compositions.pairs.none')} />}
        columns={[
          {
            label: t('compositions.pair.who'),
            head: true,
            cell: (pair) =>
              pair.people.map((one) => (
                <div key={one.id}>
                  <a href={people.show({ personId: one.id })}>{fullName(one)}</a>
                </div>
              )),
          },
          {
            label: t('compositions.pair.kind'),
            cell: (pair) => (
              <Status kind={pair.kind === 'apart' ? 'stopped' : 'active'}>{t(`compositions.pair.${pair.kind}`)}</Status>
            ),
          },
          {
            label: t('compositions.pair.reason'),
            cell: (pair) => pair.reason ?? <span class="unknown">{t('compositions.pair.reason.gone')}</span>,
          },
          {
            label: t('compositions.made'),
            cell: (pair) => t('compositions.madeBy', { on: date(pair.madeOn), by: pair.madeBy }),
          },
          {
            label: t('compositions.pair.end'),
            hideLabel: true,
            cell: (pair) => (
              <Form inline id={`end-${pair.id}`} action={paths.endPair({ programmeId, pairId: pair.id })}>
                <Button
                  kind="quiet"
                  size="small"
                  testId="end-pair"
                  label={t('compositions.pair.end.of', {
                    one: fullName(pair.people[0]),
                    other: fullName(pair.people[1]),
                  })}
                >
                  {t('compositions.pair.end')}
                </Button>
              </Form>
            ),
          },
        ]}
      />
      <Section title={t('compositions.pair.new')}>
        <Form action={paths.pairs({ programmeId })} {...state} testId="pair-form">
          <div class="field-grid">
            <Field
              name="one"
              type="select"
              label={t('compositions.pair.one')}
              empty={t('compositions.pair.choose')}
              options={options}
            />
            <Field
              name="other"
              type="select"
              label={t('compositions.pair.other')}
              empty={t('compositions.pair.choose')}
              options={options}
            />
          </div>
          <Field
            name="kind"
            type="radio"
            row
            label={t('compositions.pair.kind')}
            testId="pair-kind"
            options={pairKinds.map((value) => ({ value, label: t(`compositions.pair.${value}`) }))}
          />
          <Field
            name="reason"
            type="textarea"
            rows={3}
            label={t('compositions.pair.reason')}
            hint={t('compositions.pair.reason.hint')}
            maxlength={1000}
          />
          <Actions>
            <Button kind="primary" testId="add-pair">
              {t('compositions.pair.add')}
            </Button>
          </Actions>
        </Form>
      </Section>
    </StaffLayout>
  )
}
