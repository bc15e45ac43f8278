import { textIn } from '../../../shared/i18n/text.ts'
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
  Table,
  useView,
} from '../../../shared/ui/index.ts'
import { paths as people } from '../../people/paths.ts'
import { titleIn } from '../../programmes/programme.ts'
import { paths as referrals } from '../../referrals/paths.ts'
import { paths } from '../paths.ts'
import type { Professional } from '../professional.ts'
import type { Eligible } from '../store.ts'
import type { AccompaniedSubject } from '../subject.ts'

export type ProfessionalsView = AccompaniedSubject & {
  name: string
  professionals: Professional[]
  eligible: Eligible[]
  /** Ids of those whose part the reader may end. */
  endable: ReadonlySet<string>
  can: { add: boolean }
  state?: FormState
  refusal?: { key: string; params?: Readonly<Record<string, string | number>> }
}

/** Who accompanies somebody through the programme, in which part; add and end. */
export function ProfessionalsPage(view: ProfessionalsView) {
  const { t, lang, date } = useView()
  const { enrolment, programme, parts, professionals } = view
  const enrolmentId = enrolment.id
  const running = professionals.filter((p) => p.endedOn === null)
  const ended = professionals.filter((p) => p.endedOn !== null)
  const part = (key: string) => {
    const found = parts.find((p) => p.key === key)
    return found ? textIn(found.label, lang).text : key
  }
  return (
    <StaffLayout
      title={t('professionals.title', { name: view.name })}
      lead={t('professionals.lead')}
      crumbs={[
        { href: people.show({ personId: enrolment.personId }), label: view.name },
        { href: referrals.enrolment({ enrolmentId }), label: titleIn(programme, lang) },
      ]}
      width="narrow"
      invalid={Object.keys(view.state?.errors ?? {}).length > 0}
    >
      {view.refusal && <Refusal reason={view.refusal} />}
      <Table
        caption={t('professionals.now')}
        rows={running}
        rowKey={(p) => p.id}
        testId="professionals"
        empty={<EmptyState title={t('professionals.none')}>{t('professionals.none.hint')}</EmptyState>}
        columns={[
          { label: t('professionals.name'), head: true, cell: (p) => p.name },
          { label: t('professionals.part'), cell: (p) => part(p.part) },
          { label: t('professionals.institution'), cell: (p) => p.institutionName },
          { label: t('professionals.since'), cell: (p) => date(p.from) },
          {
            label: t('professionals.end'),
            hideLabel: true,
            cell: (p) =>
              view.endable.has(p.id) && (
                <Form inline id={`end-${p.id}`} action={paths.end({ enrolmentId, professionalId: p.id })}>
                  <Button
                    kind="quiet"
                    size="small"
                    label={t('professionals.end.of', { name: p.name })}
                    testId="end-professional"
                  >
                    {t('professionals.end')}
                  </Button>
                </Form>
              ),
          },
        ]}
      />
      {view.can.add && <AddForm {...view} />}
      {ended.length > 0 && (
        <Section title={t('professionals.before')}>
          <ul class="notes">
            {ended.map((p) => (
              <li key={p.id}>
                {t('professionals.before.line', {
                  name: p.name,
                  part: part(p.part),
                  from: date(p.from),
                  to: date(p.endedOn!),
                })}
              </li>
            ))}
          </ul>
        </Section>
      )}
    </StaffLayout>
  )
}

function AddForm({ enrolment, parts, professionals, eligible, endable, state }: ProfessionalsView) {
  const { t, lang } = useView()
  const running = professionals.filter((p) => p.endedOn === null)
  const free = parts.filter((part) => part.several || !running.some((p) => p.part === part.key))
  const taken = running.flatMap((p) => {
    const part = parts.find((one) => one.key === p.part)
    return part && endable.has(p.id) ? [{ id: p.id, name: p.name, part: textIn(part.label, lang).text }] : []
  })
  if (free.length === 0 && taken.length === 0) return null
  const of = (role: string) => eligible.filter((one) => one.role === role)
  return (
    <Section title={t('professionals.add')} card>
      <p class="hint">{t('professionals.add.hint')}</p>
      <Form action={paths.list({ enrolmentId: enrolment.id })} {...state} testId="professional-form">
        <Field
          name="part"
          type="select"
          label={t('professionals.part')}
          empty={t('professionals.choose')}
          hint={taken.length > 0 && t('professionals.replace.hint')}
          width="full"
          options={[
            {
              group: t('professionals.free'),
              options: free.map((p) => ({ value: p.key, label: textIn(p.label, lang).text })),
            },
            {
              group: t('professionals.replace'),
              options: taken.map(({ id, name, part }) => ({
                value: id,
                label: t('professionals.replace.option', { part, name }),
              })),
            },
          ].filter((group) => group.options.length > 0)}
          testId="professional-part"
        />
        <Field
          name="userId"
          type="select"
          label={t('professionals.who')}
          width="full"
          empty={t('professionals.choose')}
          options={(['social-worker', 'coach'] as const)
            .filter((role) => of(role).length > 0)
            .map((role) => ({
              group: t(`roles.${role}`),
              options: of(role).map((one) => ({
                value: one.userId,
                label: t('professionals.who.option', { name: one.name, institution: one.institution }),
              })),
            }))}
          testId="professional-user"
        />
        <Actions>
          <Button kind="primary" testId="add-professional">
            {t('professionals.add.do')}
          </Button>
        </Actions>
      </Form>
    </Section>
  )
}
