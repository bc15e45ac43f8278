import type { Tx } from '../../shared/db/database.ts'
import { dropDraft, saveDraft } from '../../shared/forms/drafts.ts'
import { formState } from '../../shared/forms/forms.ts'
import { act } from '../../shared/http/doors.tsx'
import { invalid, json, seeOther } from '../../shared/http/outcome.ts'
import { paths as people } from '../people/paths.ts'
import { fullName } from '../people/person.ts'
import { findPerson } from '../people/store.ts'
import { parseNote } from './form.ts'
import { noteForm } from './note.ts'
import { NotePage } from './pages/edit.tsx'
import { paths } from './paths.ts'
import { mayWriteNotes } from './policy.ts'
import { addNote } from './store.ts'

const find = ({ tx, params }: { tx: Tx; params: { personId: string } }) => findPerson(tx, params.personId)

export const routes = [
  act(paths.create, { policy: mayWriteNotes, find }, async ({ tx, actor, typed, today, services, subject: person }) => {
    const parsed = parseNote(typed, today)
    if (!parsed.ok) return invalid(<NotePage personId={person.id} name={fullName(person)} state={formState(parsed)} />)
    const id = await addNote(tx, services.vault, actor, person.id, parsed.value)
    await dropDraft(tx, { form: noteForm, subjectId: person.id })
    return seeOther(`${people.show({ personId: person.id })}#notes`, {
      did: { act: 'notes.add', on: ['note', id], person: person.id, classes: ['notes'] },
      say: 'notes.added',
    })
  }),

  // Not on record: a draft is nobody's act yet, and is seen by its author alone.
  act(paths.draft, { policy: mayWriteNotes, find }, async ({ tx, actor, typed, services, subject: person }) => {
    const [body, audience, onDate] = ['body', 'audience', 'onDate'].map((name) => typed.get(name).slice(0, 20_000))
    const of = { form: noteForm, subjectId: person.id }
    if (body?.trim()) await saveDraft(tx, services, actor, of, { body, audience: audience ?? '', onDate: onDate ?? '' })
    else await dropDraft(tx, of)
    return json({ saved: true })
  }),
]
