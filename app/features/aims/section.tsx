import type { AimKind } from '../../blueprints/parts/aims.ts'
import { LinkButton, Section, useView } from '../../shared/ui/index.ts'
import { seesClass } from '../mandates/classes.ts'
import type { PersonSection } from '../people/section.ts'
import { blueprintOf } from '../programmes/programme.ts'
import type { Aim } from './aim.ts'
import { AimWords } from './parts/words.tsx'
import { paths } from './paths.ts'
import { currentAim } from './store.ts'

/** On the person's page: the aim that counts now, where a programme of theirs asks for aims. */
export const aimCard: PersonSection = {
  key: 'aims',
  order: 20,
  async read({ tx, actor, services, enrolments }) {
    if (!seesClass(actor.role, 'follow-up')) return undefined
    const line =
      enrolments.find(({ enrolment, programme }) => enrolment.endedOn === null && blueprintOf(programme).aims) ??
      enrolments.find(({ programme }) => blueprintOf(programme).aims)
    const plan = line && blueprintOf(line.programme).aims
    if (!plan) return undefined
    const aim = await currentAim(tx, services.vault, line.enrolment.id)
    return {
      view: <AimCard enrolmentId={line.enrolment.id} aim={aim} kinds={plan.kinds} />,
      classes: aim ? ['follow-up'] : [],
    }
  },
}

function AimCard({
  enrolmentId,
  aim,
  kinds,
}: {
  enrolmentId: string
  aim: Aim | undefined
  kinds: readonly AimKind[]
}) {
  const { t } = useView()
  return (
    <Section
      title={t('aims.title')}
      card
      id="aim"
      actions={
        <LinkButton size="small" href={paths.show({ enrolmentId })} testId="open-aims">
          {t('aims.open')}
        </LinkButton>
      }
    >
      {aim ? <AimWords aim={aim} kinds={kinds} /> : <p class="unknown">{t('aims.none')}</p>}
    </Section>
  )
}
