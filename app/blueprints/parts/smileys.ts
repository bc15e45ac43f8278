/** Smileys at the end of a session: a few pictured lines, each answered with a face. */
import type { ParticipantText } from '../../shared/i18n/text.ts'

/** The faces there are, from the happiest; each has words and a shape of its own. */
export const faces = ['great', 'good', 'middling', 'bad', 'awful'] as const
export type Face = (typeof faces)[number]

/** People who read little use the ends and prefer few points: three unless a programme wants five. */
export const faceCounts = [3, 5] as const
export type FaceCount = (typeof faceCounts)[number]

export const facesOf: Readonly<Record<FaceCount, readonly Face[]>> = { 3: ['good', 'middling', 'bad'], 5: faces }

/** Drawings of our own beside a line (app/shared/ui/pictograms.tsx). */
export const smileyPictures = [
  'ear',
  'speech',
  'people',
  'tool',
  'clock',
  'heart',
  'ideas',
  'place',
  'question',
] as const
export type SmileyPicture = (typeof smileyPictures)[number]

/** Said by the person about the session, so that "yes", "a little" and "no" answer it; at most twelve words. */
export type SmileyLine = Readonly<{ key: string; text: ParticipantText; picture: SmileyPicture }>

/** Three to six lines. */
export type SmileyGrid = Readonly<{ faces: FaceCount; lines: readonly SmileyLine[] }>
