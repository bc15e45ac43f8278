import { type InfoSheet, infoSections } from '../../../blueprints/blueprint.ts'
import { Notice, ParticipantLayout, useView } from '../../../shared/ui/index.ts'
import { paths } from '../paths.ts'
import { Listen, Said } from './parts.tsx'

/** What was explained before the start, to read again: what it is, what it is not, what is expected, what is kept. */
export function SheetPage({ sheet }: { sheet: InfoSheet | undefined }) {
  const { t } = useView()
  return (
    <ParticipantLayout title={t('space.sheet.title')} back={{ href: paths.home(), label: t('space.back') }}>
      {!sheet && <Notice title={t('space.sheet.none')} />}
      {sheet &&
        infoSections.map((part) => (
          <section key={part} class="section stack-small">
            <div id={part} class="stack-small">
              <h2>
                <Said text={sheet[part].title} />
              </h2>
              <ul class="lines">
                {sheet[part].lines.map((line) => (
                  <li key={line.en}>
                    <Said text={line} />
                  </li>
                ))}
              </ul>
            </div>
            <Listen what={part} />
          </section>
        ))}
    </ParticipantLayout>
  )
}
