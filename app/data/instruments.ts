/** Outcome instruments as data: scoring rules, licence flags, and item texts only where we may ship them. */
import type { ParticipantText, TextLanguage } from '../shared/i18n/text.ts'
import raw from './instruments.json' with { type: 'json' }

export const instrumentIds = ['asku', 'fasku', 'gse', 'local-steps'] as const
export type InstrumentId = (typeof instrumentIds)[number]

export type Instrument = Readonly<{
  id: InstrumentId
  name: string
  construct: string
  items: number
  response: Readonly<{ min: number; max: number }>
  /** Item numbers, from 1, whose answers are turned round before scoring. */
  reverse: readonly number[]
  /** `items`: each answer is reported on its own, there is no total. */
  score: 'mean' | 'sum' | 'items'
  /** With fewer answers there is no score. */
  minValidItems: number
  languages: readonly TextLanguage[]
  /** Reports must say so when it is false. */
  validated: boolean
  ship: 'yes' | 'sharealike' | 'scoring_only'
  licence: string
  texts?: readonly Readonly<{ id: string; text: ParticipantText }>[]
  /** One label per answer, from `response.min`. */
  anchors?: readonly ParticipantText[]
}>

export const instruments = raw.instruments as readonly Instrument[]

export function instrument(id: InstrumentId): Instrument {
  const found = instruments.find((i) => i.id === id)
  if (!found) throw new Error(`no instrument ${id}`)
  return found
}
