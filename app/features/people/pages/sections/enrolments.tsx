import type { Tx } from '../../../../shared/db/database.ts'
import type { PlainDate } from '../../../../shared/time/dates.ts'
import { LinkButton, Section, useView } from '../../../../shared/ui/index.ts'
import { type Programme, stageLabel, titleIn } from '../../../programmes/programme.ts'
import { findProgramme } from '../../../programmes/store.ts'
import type { Enrolment } from '../../../referrals/enrolment.ts'
import { type Next, nextStep } from '../../../referrals/next.ts'
import { loadNextFacts } from '../../../referrals/next-facts.ts'
import { NextLine } from '../../../referrals/pages/next-line.tsx'
import { StageStatus } from '../../../referrals/pages/stage.tsx'
import { paths } from '../../../referrals/paths.ts'
import { listEnrolmentsOf } from '../../../referrals/store.ts'

export type EnrolmentLine = { enrolment: Enrolment; programme: Programme; next: Next | null }

/** A person's enrolments with where each stands and what comes next. */
export async function loadEnrolments(tx: Tx, personId: string, today: PlainDate): Promise<EnrolmentLine[]> {
  const enrolments = await listEnrolmentsOf(tx, personId)
  const facts = await loadNextFacts(
    tx,
    enrolments.map((e) => e.id),
  )
  const lines: EnrolmentLine[] = []
  for (const enrolment of enrolments) {
    const programme = await findProgramme(tx, enrolment.programmeId)
    const found = facts.get(enrolment.id)
    if (programme) lines.push({ enrolment, programme, next: found ? nextStep(found, today) : null })
  }
  return lines
}

/** On the person's page: each programme they are or were in, and the one line. */
export function EnrolmentsSection(props: { personId: string; lines: EnrolmentLine[]; can: { refer: boolean } }) {
  const { t, lang, date } = useView()
  return (
    <Section
      title={t('referrals.enrolments')}
      id="enrolments"
      actions={
        props.can.refer && (
          <LinkButton size="small" icon="plus" href={paths.refer({ personId: props.personId })} testId="refer">
            {t('referrals.enrolments.refer')}
          </LinkButton>
        )
      }
    >
      {props.lines.length === 0 && <p class="unknown">{t('referrals.enrolments.none')}</p>}
      {props.lines.map(({ enrolment, programme, next }) => (
        <div key={enrolment.id} class="stack">
          <p>
            <a href={paths.enrolment({ enrolmentId: enrolment.id })}>
              <strong>{titleIn(programme, lang)}</strong>
            </a>{' '}
            <StageStatus
              kind={enrolment.stage.kind}
              label={stageLabel(programme.settings.stages, enrolment.stage.key, lang)}
            />{' '}
            <small>{date(enrolment.stage.on)}</small>
          </p>
          <NextLine next={next} />
        </div>
      ))}
    </Section>
  )
}
