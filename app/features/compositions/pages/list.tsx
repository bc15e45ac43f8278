import { EmptyState, LinkButton, Section, StaffLayout, Status, Table, useView } from '../../../shared/ui/index.ts'
import { paths as programmes } from '../../programmes/paths.ts'
import { type Programme, titleIn } from '../../programmes/programme.ts'
import { paths as referrals } from '../../referrals/paths.ts'
import type { ListedComposition } from '../composition.ts'
import { ModeTag } from '../parts.tsx'
import { paths } from '../paths.ts'

type Part = { programme: Programme; compositions: ListedComposition[] }

/** Every programme that one coordinates, with its compositions. */
export function CompositionsPage({ parts }: { parts: Part[] }) {
  const { t, lang } = useView()
  return (
    <StaffLayout title={t('compositions.title')} lead={t('compositions.lead')}>
      {parts.length === 0 && (
        <EmptyState
          title={t('groups.noProgramme')}
          action={<LinkButton href={programmes.list()}>{t('groups.toProgrammes')}</LinkButton>}
        />
      )}
      {parts.map((part) => (
        <Section
          key={part.programme.id}
          title={titleIn(part.programme, lang)}
          actions={<NewComposition programmeId={part.programme.id} />}
        >
          <CompositionTable {...part} />
        </Section>
      ))}
    </StaffLayout>
  )
}

/** The compositions of one programme. */
export function ProgrammeCompositionsPage(part: Part) {
  const { t, lang } = useView()
  const { programme } = part
  const { id: programmeId } = programme
  return (
    <StaffLayout
      title={t('compositions.title')}
      lead={t('compositions.lead')}
      crumbs={[{ href: programmes.show({ programmeId }), label: titleIn(programme, lang) }]}
      actions={
        <>
          <NewComposition programmeId={programmeId} />
          <LinkButton href={paths.pairs({ programmeId })}>{t('compositions.pairs')}</LinkButton>
          <LinkButton kind="quiet" href={referrals.waitingList({ programmeId })}>
            {t('referrals.waiting.title')}
          </LinkButton>
        </>
      }
    >
      <CompositionTable {...part} />
    </StaffLayout>
  )
}

function NewComposition({ programmeId }: { programmeId: string }) {
  const { t } = useView()
  return (
    <LinkButton kind="primary" icon="plus" href={paths.create({ programmeId })} testId="new-composition">
      {t('compositions.new')}
    </LinkButton>
  )
}

function CompositionTable({ programme, compositions }: Part) {
  const { t, lang, date } = useView()
  return (
    <Table
      caption={titleIn(programme, lang)}
      hideCaption
      rows={compositions}
      rowKey={(one) => one.id}
      testId="compositions"
      empty={<EmptyState title={t('compositions.none')}>{t('compositions.none.hint')}</EmptyState>}
      columns={[
        {
          label: t('compositions.name'),
          head: true,
          cell: (one) => <a href={paths.show({ compositionId: one.id })}>{one.name}</a>,
        },
        { label: t('compositions.mode'), cell: (one) => <ModeTag mode={one.mode} /> },
        { label: t('compositions.candidates'), number: true, cell: (one) => one.candidates },
        { label: t('compositions.offers'), number: true, cell: (one) => one.offers },
        { label: t('compositions.plans'), number: true, cell: (one) => one.plans },
        {
          label: t('compositions.made'),
          cell: (one) => t('compositions.madeBy', { on: date(one.madeOn), by: one.madeBy }),
        },
        { label: t('compositions.state'), cell: (one) => <State {...one} /> },
      ]}
    />
  )
}

function State(one: ListedComposition) {
  const { t } = useView()
  if (one.confirmationId) return <Status kind="done">{t('compositions.state.confirmed')}</Status>
  if (one.setAsideAt) return <Status kind="stopped">{t('compositions.state.setAside')}</Status>
  if (one.plans > 0) return <Status kind="active">{t('compositions.state.proposed')}</Status>
  return <Status kind="waiting">{t('compositions.state.preparing')}</Status>
}
