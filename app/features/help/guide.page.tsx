import type { MessageKey } from '../../shared/i18n/i18n.ts'
import { Section, useView } from '../../shared/ui/index.ts'
import { type Job, jobs, labels, topics } from './guide.ts'
import { Framed } from './pages.tsx'
import { paths } from './paths.ts'

/** One page per job: short, with the names of the buttons as they are on the pages. */
export function GuidePage({ job, isStaff }: { job: Job; isStaff: boolean }) {
  const { t } = useView()
  const named = Object.fromEntries(Object.entries(labels).map(([name, key]) => [name, t(key)]))
  return (
    <Framed isStaff={isStaff} title={t(`help.guide.${job}`)}>
      <p class="lead">{t('help.guide.parts')}</p>
      {topics[job].map(({ key, lines }) => (
        <Section key={key} title={t(`help.guide.${job}.${key}` as MessageKey)}>
          <ul class="bullets">
            {Array.from({ length: lines }, (_, at) => (
              <li key={at}>{t(`help.guide.${job}.${key}.${at + 1}` as MessageKey, named)}</li>
            ))}
          </ul>
        </Section>
      ))}
      <p>
        {jobs
          .filter((other) => other !== job)
          .map((other) => (
            <span key={other}>
              <a href={paths.guide({ job: other })}>{t(`help.guide.${other}`)}</a>{' '}
            </span>
          ))}
        <a href={paths.help()}>{t('help.title')}</a>
      </p>
    </Framed>
  )
}
