import { Section, Tag, useView } from '../../../../shared/ui/index.ts'
import type { Note } from '../../../notes/note.ts'
import { NewNote } from '../../../notes/parts/form.tsx'

/** Notes about the person, and the one being written. */
export function NotesSection(props: {
  personId: string
  notes: Note[]
  draft?: Record<string, string>
  can: { write: boolean }
}) {
  const { t, date } = useView()
  return (
    <Section title={t('notes.title')} id="notes" card>
      {props.can.write && <NewNote personId={props.personId} draft={props.draft} />}
      {props.notes.length === 0 && <p class="unknown">{t('notes.none')}</p>}
      <ul class="notes" data-testid="notes">
        {props.notes.map((note) => (
          <li key={note.id}>
            <p class="hint">
              <time datetime={note.onDate}>{date(note.onDate)}</time> · {note.authorName} · {note.institutionName}{' '}
              <Tag>{t(`notes.audience.${note.audience}`)}</Tag>
            </p>
            {note.body.state === 'open' ? (
              <p class="words" dir="auto">
                {note.body.text}
              </p>
            ) : (
              <p class="unknown">{t(`vault.${note.body.state}`)}</p>
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}
