import { useView } from '../../../shared/ui/index.ts'
import { linkParts, type ProgrammeLink } from '../links.ts'

/** The ways on, under the headings of how a programme happens. */
export function Ways({ links }: { links: ProgrammeLink[] }) {
  const { t } = useView()
  if (links.length === 0) return null
  return (
    <nav class="ways" aria-label={t('programmes.ways')} data-testid="programme-ways">
      {linkParts.map((part) => {
        const own = links.filter((link) => link.part === part)
        return (
          own.length > 0 && (
            <div key={part}>
              <h2>{t(`programmes.ways.${part}`)}</h2>
              <ul>
                {own.map((link) => (
                  <li key={link.href}>
                    <a href={link.href}>{link.label}</a>
                  </li>
                ))}
              </ul>
            </div>
          )
        )
      })}
    </nav>
  )
}
