/** The document that goes out, as a page: the preview, the version on screen, and what one prints. */
import { Facts, Section, useView } from '../../../shared/ui/index.ts'
import type { ProfilePaper } from '../document.ts'
import { apart, Place, StepFacts, useVocabulary } from './parts.tsx'

const parts = [
  ['values', 'values'],
  ['motivation', 'motivation'],
  ['obstacles', 'obstacles'],
  ['wishes', 'wishes'],
  ['first-idea', 'firstIdea'],
  ['second-idea', 'secondIdea'],
] as const

export function PaperView({ paper, draft = false }: { paper: ProfilePaper; draft?: boolean }) {
  const { t, date } = useView()
  const perspectives = parts.flatMap(([part, key]) => {
    const items = paper.lines[part] ?? []
    return items.length > 0 ? [{ part, key, items }] : []
  })
  return (
    <article class="stack" data-testid="profile-paper">
      <Facts
        columns
        facts={[
          { label: t('profiles.document.person'), value: <bdi>{paper.personName}</bdi> },
          { label: t('profiles.document.group'), value: <bdi>{paper.groupName}</bdi> },
          {
            label: t('profiles.document.period'),
            value: t('profiles.document.periodValue', {
              from: date(paper.from, 'long'),
              until: date(paper.until, 'long'),
            }),
          },
          ...(draft
            ? []
            : [
                {
                  label: t('profiles.document.version'),
                  value: t('profiles.document.versionValue', {
                    version: paper.version,
                    date: date(paper.frozenOn, 'long'),
                  }),
                },
              ]),
        ]}
      />
      {paper.competences.length > 0 && (
        <Section title={t('profiles.document.competences')}>
          {paper.competences.map((entry) => (
            <CompetenceOnPaper key={entry.id} entry={entry} />
          ))}
        </Section>
      )}
      {(perspectives.length > 0 || paper.nextStep) && (
        <Section title={t('profiles.document.perspectives')}>
          {perspectives.map(({ part, key, items }) => (
            <Section key={part} level={3} title={t(`profiles.document.${key}`)}>
              <ul class="bullets">
                {items.map((item) => (
                  <li key={item} dir="auto">
                    {item}
                  </li>
                ))}
              </ul>
            </Section>
          ))}
          {paper.nextStep && (
            <Section level={3} title={t('profiles.document.nextStep')}>
              <StepFacts step={paper.nextStep} />
            </Section>
          )}
        </Section>
      )}
    </article>
  )
}

function CompetenceOnPaper({ entry }: { entry: ProfilePaper['competences'][number] }) {
  const { t } = useView()
  const words = useVocabulary()
  return (
    <Section level={3} card title={words.label(entry.id)}>
      <p>{words.statement(entry.id)}</p>
      <Facts
        facts={[
          ...(entry.self === undefined
            ? []
            : [{ label: t('profiles.document.self'), value: <Place value={entry.self} /> }]),
          ...entry.others.map((other) => ({
            label: t(`profiles.document.by.${other.kind}`, { name: other.name }),
            value: (
              <>
                <Place value={other.value} />
                {other.comment && <p>{t('profiles.document.comment', { text: apart(other.comment) })}</p>}
              </>
            ),
          })),
        ]}
      />
      {entry.evidence.map((e) => (
        <ul key={e.situation} class="bullets">
          {e.situation && <li>{t('profiles.document.situation', { text: apart(e.situation) })}</li>}
          {e.action && <li>{t('profiles.document.action', { text: apart(e.action) })}</li>}
          {e.seenBy && <li>{t('profiles.document.seenBy', { text: apart(e.seenBy) })}</li>}
        </ul>
      ))}
      {entry.said && <p>{t('profiles.document.said', { text: apart(entry.said) })}</p>}
    </Section>
  )
}
