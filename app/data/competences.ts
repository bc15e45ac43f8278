/** The 32 key competences, their groups and the autonomy scale that self and third parties share. Origin in the JSON. */
import type { ParticipantText } from '../shared/i18n/text.ts'
import raw from './competences.json' with { type: 'json' }

export const competenceIds = [
  'reliability', 'perseverance', 'self-confidence', 'initiative', 'adaptability', 'calm', 'care', 'willing-to-learn',
  'teamwork', 'listening', 'respect', 'helping', 'feedback', 'conflict', 'contact', 'intercultural',
  'planning', 'instructions', 'problem-solving', 'finding-information', 'digital', 'numbers', 'safety', 'explaining',
  'cooking', 'cleaning', 'repair', 'caring', 'nature', 'selling', 'transport', 'creative',
] as const
export type CompetenceId = (typeof competenceIds)[number]

export const competenceGroupIds = ['personal', 'social', 'methodical', 'practical'] as const
export type CompetenceGroupId = (typeof competenceGroupIds)[number]

export type Competence = Readonly<{
  id: CompetenceId
  group: CompetenceGroupId
  emoji: string
  label: ParticipantText
  /** One first-person sentence, to be read aloud. */
  statement: ParticipantText
}>

/** 1 not yet · 2 with help · 3 on my own · 4 can show others; "I don't know" is null, never 0. */
export type AutonomyValue = 1 | 2 | 3 | 4

export const competences = raw.competences as readonly Competence[]
export const competenceGroups = raw.groups as readonly Readonly<{ id: CompetenceGroupId; label: ParticipantText }>[]
export const autonomyScale = raw.scale as readonly Readonly<{ value: AutonomyValue; label: ParticipantText }>[]
export const autonomyUnknown: ParticipantText = raw.unknown

const byId = new Map(competences.map((c) => [c.id, c]))

/** Throws only when the vocabulary and `competenceIds` disagree, which a test forbids. */
export function competence(id: CompetenceId): Competence {
  const found = byId.get(id)
  if (!found) throw new Error(`no competence ${id}`)
  return found
}

export const isCompetenceId = (value: string): value is CompetenceId => byId.has(value as CompetenceId)
