import { LinkButton, Section, useView } from '../../../../shared/ui/index.ts'
import { stageLabel, titleIn } from '../../../programmes/programme.ts'
import type { EnrolmentLine } from '../../../referrals/lines.ts'
import { NextLine } from '../../../referrals/parts/next-line.tsx'
import { StageStatus } from '../../../referrals/parts/stage.tsx'
import { paths } from '../../../referrals/paths.ts'

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
