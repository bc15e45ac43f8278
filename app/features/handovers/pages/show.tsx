import { Paper } from '../../../shared/documents/paper.tsx'
import {
  Columns,
  LinkButton,
  Notice,
  Refusal,
  Section,
  StaffLayout,
  type Text,
  useView,
} from '../../../shared/ui/index.ts'
import { paths as people } from '../../people/paths.ts'
import { fullName } from '../../people/person.ts'
import { paths as plans } from '../../plans/paths.ts'
import type { Direction, HandOver } from '../handover.ts'
import { paths } from '../paths.ts'
import type { VersionRead } from '../version.ts'
import { Chain } from './chain.tsx'
import { DirectionFacts } from './direction-facts.tsx'
import { HandOverNext } from './words.tsx'

export type HandOverView = {
  handOver: HandOver
  /** What went out; undefined for the coordinator, who follows the chain alone. */
  version: VersionRead | undefined
  ended: Direction[]
  viewerId: string
  can: { enter: boolean; decide: boolean }
  refusal?: { reason: Text; instead?: Text }
}

/** The hand-over: the profile as it went out, the chain of presses beside it, and where the talk ended. */
export function HandOverPage({ handOver, version, ended, viewerId, can, refusal }: HandOverView) {
  const { t, date } = useView()
  const name = fullName(handOver.person)
  const handOverId = handOver.id
  return (
    <StaffLayout
      title={t('handovers.show.title', { name })}
      crumbs={[{ href: paths.list(), label: t('handovers.list.title') }]}
      lead={t('handovers.show.lead', { date: date(handOver.handedOverOn), to: handOver.to.name })}
      width="wide"
      actions={
        <>
          {version?.content.state === 'open' && (
            <LinkButton href={paths.pdf({ handOverId })} icon="download" download testId="hand-over-pdf">
              {t('handovers.pdf')}
            </LinkButton>
          )}
          {can.decide && (
            <>
              <LinkButton href={people.show({ personId: handOver.person.id })}>{t('handovers.openPerson')}</LinkButton>
              <LinkButton href={plans.show({ personId: handOver.person.id })} icon="list">
                {t('handovers.openPlan')}
              </LinkButton>
            </>
          )}
        </>
      }
    >
      {refusal && <Refusal {...refusal} />}
      <HandOverNext handOver={handOver} href={can.enter ? '#chain' : undefined} />
      <Columns
        asideFirst
        main={<Document version={version} />}
        aside={
          <>
            <Chain handOver={handOver} viewerId={viewerId} canEnter={can.enter} />
            {(handOver.direction || can.decide) && (
              <Section title={t('handovers.direction')} card>
                {handOver.direction ? (
                  <DirectionFacts direction={handOver.direction} />
                ) : (
                  <p class="quiet">{t('handovers.direction.none-yet')}</p>
                )}
                {can.decide && <DecideLink handOver={handOver} />}
              </Section>
            )}
            {ended.length > 0 && (
              <Section title={t('handovers.direction.before')} card>
                {ended.map((direction) => (
                  <DirectionFacts key={direction.id} direction={direction} />
                ))}
              </Section>
            )}
          </>
        }
      />
    </StaffLayout>
  )
}

function DecideLink({ handOver }: { handOver: HandOver }) {
  const { t } = useView()
  if (handOver.steps.at(-1)?.kind !== 'talk-held') return null
  return (
    <LinkButton
      href={paths.direction({ handOverId: handOver.id })}
      kind={handOver.direction ? 'secondary' : 'primary'}
      testId="decide-direction"
    >
      {t(handOver.direction ? 'handovers.direction.change' : 'handovers.direction.decide')}
    </LinkButton>
  )
}

/** The frozen version, or why there is nothing to read. */
export function Document({ version }: { version: VersionRead | undefined }) {
  const { t, date } = useView()
  if (!version) return <Notice title={t('handovers.document.chainOnly')} />
  if (version.content.state !== 'open') return <Notice kind="warning" title={t(`vault.${version.content.state}`)} />
  return (
    <Section title={t('handovers.document.title', { number: version.number, date: date(version.frozenOn) })} card>
      <Paper document={version.content.document} />
    </Section>
  )
}
