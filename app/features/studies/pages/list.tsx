import { EmptyState, LinkButton, Section, StaffLayout, Status, Table, useView } from '../../../shared/ui/index.ts'
import { type Programme, titleIn } from '../../programmes/programme.ts'
import { paths } from '../paths.ts'
import type { StudyRecord } from '../study.ts'

type Props = { sections: { programme: Programme; studies: StudyRecord[]; mayCreate: boolean }[] }

/** The studies of one's programmes. */
export function StudiesPage({ sections }: Props) {
  const { t, lang } = useView()
  return (
    <StaffLayout title={t('studies.title')} lead={t('studies.lead')}>
      {sections.length === 0 && <EmptyState title={t('studies.noProgramme')} />}
      {sections.map(({ programme, studies, mayCreate }) => {
        const create = mayCreate && (
          <LinkButton
            icon="plus"
            kind={studies.length === 0 ? 'primary' : 'secondary'}
            href={paths.create({ programmeId: programme.id })}
            testId="new-study"
          >
            {t('studies.new')}
          </LinkButton>
        )
        return (
          <Section key={programme.id} title={titleIn(programme, lang)} actions={studies.length > 0 && create}>
            <Table
              caption={t('studies.of', { programme: titleIn(programme, lang) })}
              hideCaption
              rows={studies}
              rowKey={(one) => one.id}
              testId="studies"
              empty={<EmptyState title={t('studies.none')} action={create} />}
              columns={[
                {
                  label: t('studies.name'),
                  head: true,
                  cell: (one) => <a href={paths.show({ studyId: one.id })}>{one.name}</a>,
                },
                { label: t('studies.arms'), cell: ({ study }) => study.protocol.arms.join(', ') },
                { label: t('studies.unit'), cell: ({ study }) => t(`studies.unit.${study.protocol.unit}`) },
                { label: t('studies.allocated'), number: true, cell: ({ proof }) => proof.allocations },
                { label: t('studies.state'), cell: (one) => <StudyState record={one} /> },
              ]}
            />
          </Section>
        )
      })}
    </StaffLayout>
  )
}

/** Where a study stands, in a word. */
export function StudyState({ record: { study, proof } }: { record: StudyRecord }) {
  const { t } = useView()
  if (!proof.ok) return <Status kind="attention">{t('studies.state.broken')}</Status>
  if (study.closure) return <Status kind="done">{t('studies.state.closed')}</Status>
  if (!study.commitment) return <Status kind="waiting">{t('studies.state.seed')}</Status>
  return <Status kind="active">{t('studies.state.running')}</Status>
}
