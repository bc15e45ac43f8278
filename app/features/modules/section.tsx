import { textIn } from '../../shared/i18n/text.ts'
import { LinkButton, Section, useView } from '../../shared/ui/index.ts'
import { seesClass } from '../mandates/classes.ts'
import type { PersonSection } from '../people/section.ts'
import { blueprintOf } from '../programmes/programme.ts'
import { ChangeHistory } from './pages/history.tsx'
import { MembershipLine, type ModuleView } from './pages/show.tsx'
import { paths } from './paths.ts'
import { viewModules } from './view.ts'

/** On the person's page: in which module since when, and each change that was rated, then and now. */
export const modulesSection: PersonSection = {
  key: 'modules',
  order: 40,
  async read({ tx, actor, today, services, person, enrolments }) {
    if (!seesClass(actor.role, 'attendance') || actor.role === 'trainee') return undefined
    const line =
      enrolments.find(({ enrolment, programme }) => enrolment.endedOn === null && blueprintOf(programme).modules) ??
      enrolments.find(({ programme }) => blueprintOf(programme).modules)
    if (!line) return undefined
    const modules = await viewModules(
      tx,
      services.vault,
      actor,
      { ...line, person, blueprint: blueprintOf(line.programme) },
      today,
    )
    const rated = modules.some(({ changes }) => changes?.some(({ ratings }) => ratings.length > 0))
    return {
      view: <ModulesCard enrolmentId={line.enrolment.id} modules={modules} />,
      classes: rated ? ['attendance', 'follow-up'] : ['attendance'],
    }
  },
}

function ModulesCard({ enrolmentId, modules }: { enrolmentId: string; modules: ModuleView[] }) {
  const { t, lang } = useView()
  return (
    <Section
      title={t('modules.title')}
      card
      actions={
        <LinkButton size="small" href={paths.show({ enrolmentId })} testId="open-modules">
          {t('modules.open')}
        </LinkButton>
      }
    >
      {modules.map((one) => (
        <div key={one.module.key} class="stack-small">
          <p class="actions">
            <strong>{textIn(one.module.label, lang).text}</strong> <MembershipLine one={one} />
          </p>
          {one.changes?.some(({ ratings }) => ratings.length > 0) && (
            <ul class="changes compact">
              {one.changes
                .filter(({ ratings }) => ratings.length > 0)
                .map((change) => (
                  <li key={change.key}>
                    <p>{textIn(change.label, lang).text}</p>
                    <ChangeHistory change={change} compact />
                  </li>
                ))}
            </ul>
          )}
        </div>
      ))}
    </Section>
  )
}
