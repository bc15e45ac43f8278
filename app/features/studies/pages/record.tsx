import { type Entry, readLine } from '../../../engine/allocation/log.ts'
import { LinkButton, Notice, Section, StaffLayout, Status, Table, useView } from '../../../shared/ui/index.ts'
import { paths } from '../paths.ts'
import type { StudyRecord } from '../study.ts'

type Props = {
  record: StudyRecord
  designs: { stratum: string | null }[]
  mayExport: boolean
}

/** The log of a study with its check: each entry in the chain, each arm drawn again from the seed. */
export function RecordPage({ record, designs, mayExport }: Props) {
  const { t, date } = useView()
  const { lines, proof } = record
  const rows = lines.map((line, i) => ({
    number: i + 1,
    entry: readLine(line)?.entry,
    hash: line.hash,
    fault: proof.faults[i],
  }))
  return (
    <StaffLayout
      title={t('studies.record')}
      lead={t('studies.record.lead')}
      crumbs={[
        { href: paths.ofProgramme({ programmeId: record.programmeId }), label: t('studies.title') },
        { href: paths.show({ studyId: record.id }), label: record.name },
      ]}
      actions={
        <LinkButton href={paths.record({ studyId: record.id })} testId="check-again">
          {t('studies.record.again')}
        </LinkButton>
      }
    >
      <Result record={record} />
      {mayExport && <Downloads record={record} designs={designs} />}
      <Section title={t('studies.log')}>
        <Table
          caption={t('studies.log')}
          hideCaption
          rows={rows}
          rowKey={({ number }) => number}
          highlight={({ fault }) => fault !== null}
          testId="log"
          columns={[
            { label: t('studies.number'), number: true, cell: ({ number }) => number },
            {
              label: t('studies.log.what'),
              head: true,
              cell: ({ entry }) => (entry ? <What entry={entry} /> : t('studies.log.unreadable')),
            },
            { label: t('studies.log.when'), cell: ({ entry }) => (entry ? date(entry.at, 'time') : '') },
            { label: t('studies.log.who'), cell: ({ entry }) => entry?.by.name ?? '' },
            { label: t('studies.log.hash'), cell: ({ hash }) => <code title={hash}>{hash.slice(0, 8)}</code> },
            {
              label: t('studies.log.check'),
              cell: ({ fault }) =>
                fault ? (
                  <Status kind="attention">{t(`studies.fault.${fault}`)}</Status>
                ) : (
                  <Status kind="done">{t('studies.log.sound')}</Status>
                ),
            },
          ]}
        />
      </Section>
    </StaffLayout>
  )
}

function Result({ record: { proof, study, lines } }: { record: StudyRecord }) {
  const { t } = useView()
  if (!proof.ok)
    return (
      <Notice kind="warning" title={t('studies.broken', { number: proof.firstBad })} testId="check-broken">
        <p>{t('studies.broken.what')}</p>
      </Notice>
    )
  return (
    <Notice kind="done" title={t('studies.check.ok', { count: lines.length })} testId="check-ok">
      <p>
        {study.seed === undefined ? t('studies.check.sealed') : t('studies.check.replayed', { count: proof.replayed })}
      </p>
    </Notice>
  )
}

function Downloads({ record, designs }: Omit<Props, 'mayExport'>) {
  const { t } = useView()
  const studyId = record.id
  return (
    <Section title={t('studies.download')} card>
      <ul class="stack-small">
        <li>
          <a href={paths.logCsv({ studyId })} data-testid="log-csv">
            {t('studies.download.csv')}
          </a>
        </li>
        <li>
          <a href={paths.logJson({ studyId })} data-testid="log-json">
            {t('studies.download.json')}
          </a>
        </li>
        {designs.map(({ stratum }) => (
          <li key={stratum}>
            <a href={paths.design({ studyId }, stratum === null ? {} : { stratum })} data-testid="design-json">
              {stratum ? t('studies.download.stratum', { stratum }) : t('studies.download.design')}
            </a>
          </li>
        ))}
      </ul>
      <p class="hint">
        {designs.length === 0
          ? t('studies.download.sealed')
          : t('studies.download.how', {
              command: `bin/passerelle allocate ${record.study.protocol.method === 'blocks-v1' ? 'blocks' : 'minimisation'} DESIGN.json`,
            })}
      </p>
    </Section>
  )
}

function What({ entry }: { entry: Entry }) {
  const { t } = useView()
  switch (entry.kind) {
    case 'unit':
      return <>{t('studies.log.unit', { number: entry.data.unit, levels: entry.data.levels.join(' · ') || '–' })}</>
    case 'allocation':
      return <>{t('studies.log.allocation', { number: entry.data.unit, arm: entry.data.arm })}</>
    case 'override':
      return (
        <>{t('studies.log.override', { number: entry.data.unit, arm: entry.data.arm, reason: entry.data.reason })}</>
      )
    case 'closure':
      return <>{t('studies.log.closure', { reason: entry.data.reason })}</>
    default:
      return <>{t(`studies.kind.${entry.kind}`)}</>
  }
}
