import {
  Actions,
  Button,
  Field,
  Form,
  type FormState,
  Hidden,
  LinkButton,
  Notice,
  Refusal,
  Section,
  StaffLayout,
  useView,
} from '../../../shared/ui/index.ts'
import { paths as groups } from '../../groups/paths.ts'
import { paths as referrals } from '../../referrals/paths.ts'
import { CovariateFacts } from '../parts/covariates.tsx'
import { paths } from '../paths.ts'
import { fingerprint } from '../rules.ts'
import type { StudyRecord } from '../study.ts'
import type { Candidate } from '../units-store.ts'

type Props = {
  record: StudyRecord
  id: string
  candidate: Candidate
  state: FormState
  refusal?: { key: string; params?: Readonly<Record<string, string | number>> }
}

/** The covariates of a unit, to look at and save. Its arm is not drawn yet, nor known to anybody. */
export function NewUnitPage({ record, id, candidate, state, refusal }: Props) {
  const { t } = useView()
  const { protocol } = record.study
  const levels = candidate.covariates.map(({ level }) => level)
  const unknown = levels.filter((level) => level === null).length
  return (
    <StaffLayout
      title={candidate.name}
      lead={t('studies.unit.lead')}
      crumbs={[
        { href: paths.ofProgramme({ programmeId: record.programmeId }), label: t('studies.title') },
        { href: paths.show({ studyId: record.id }), label: record.name },
      ]}
      invalid={Object.keys(state.errors ?? {}).length > 0}
      width="narrow"
    >
      {refusal && <Refusal reason={refusal} />}
      <Section title={t('studies.unit.covariates')} card>
        {levels.length === 0 ? <p>{t('studies.unit.noStrata')}</p> : <CovariateFacts record={record} levels={levels} />}
      </Section>
      {unknown > 0 ? (
        <Notice kind="warning" title={t('studies.unit.unknown', { count: unknown })}>
          <p>
            <a
              href={
                candidate.groupId
                  ? groups.show({ groupId: candidate.groupId })
                  : referrals.positioning({ personId: candidate.personId! })
              }
            >
              {t(candidate.groupId ? 'studies.unit.unknown.group' : 'studies.unit.unknown.person')}
            </a>
          </p>
        </Notice>
      ) : (
        <Form action={paths.units({ studyId: record.id })} {...state} testId="unit-form">
          <Hidden name="unit" value={id} />
          <Hidden name="seen" value={fingerprint(candidate.covariates)} />
          {protocol.method === 'minimisation-v1' ? (
            <>
              <Field
                name="allowed"
                type="checkboxes"
                label={t('studies.unit.allowed')}
                hint={t('studies.unit.allowed.hint')}
                value={protocol.arms.map((_, arm) => String(arm))}
                options={protocol.arms.map((arm, i) => ({ value: String(i), label: arm }))}
              />
              <Field
                name="reason"
                label={t('studies.unit.reason')}
                hint={t('studies.unit.reason.hint')}
                optional
                maxlength={500}
              />
            </>
          ) : (
            protocol.arms.map((arm, i) => <Hidden key={arm} name="allowed" value={String(i)} />)
          )}
          <p>{t('studies.unit.save.consequence')}</p>
          <Actions>
            <Button kind="primary" testId="save-unit">
              {t('studies.unit.save')}
            </Button>
            <LinkButton kind="quiet" href={paths.show({ studyId: record.id })}>
              {t('studies.cancel')}
            </LinkButton>
          </Actions>
        </Form>
      )}
    </StaffLayout>
  )
}
