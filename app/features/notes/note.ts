import type { PlainDate } from '../../shared/time/dates.ts'
import type { Opened } from '../../shared/vault/vault.ts'

/** For whom: the author alone, colleagues of the author's institution, everybody with a mandate and the class. */
export const audiences = ['own', 'institution', 'shared'] as const
export type Audience = (typeof audiences)[number]

export type Note = {
  id: string
  personId: string
  authorName: string
  institutionName: string
  audience: Audience
  onDate: PlainDate
  /** Or why it can't be read. */
  body: Opened
}

export type NewNote = { audience: Audience; onDate: PlainDate; body: string }

/** The name of the form whose draft is kept. */
export const noteForm = 'note'
