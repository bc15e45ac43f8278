/** The regular individual evaluation between trainers and participant: its rhythm, what is looked at, and the faces. */
import type { ParticipantText, Text } from '../../shared/i18n/text.ts'
import type { PictogramName } from '../../shared/ui/pictograms.tsx'
import { plain } from '../words.ts'

export type EvaluationItem = Readonly<{
  key: string
  picture: PictogramName
  label: Text
  /** The same as a sentence of the person's own, in simple words. */
  says: ParticipantText
  /** What the trainer sees, as many as there are faces, in simple words, from where people begin. */
  points: readonly Text[]
}>

export type EvaluationFace = Readonly<{ face: 'bad' | 'middling' | 'good' | 'great'; label: ParticipantText }>

export type EvaluationsPlan = Readonly<{
  everyWeeks: number
  /** The key of the module during which it is held; without one, from the start of the path to its end. */
  module?: string
  items: readonly EvaluationItem[]
  /** From the first point to the last. */
  faces: readonly EvaluationFace[]
  /** Also an answer. */
  notSaid: ParticipantText
}>

/** Four, so that nobody hides in the middle. Their words are ours. */
export const evaluationFaces: readonly EvaluationFace[] = [
  {
    face: 'bad',
    label: plain('Non, pas encore', 'Nein, noch nicht', 'No, not yet', 'Nee, nog niet', 'لا، ليس بعد'),
  },
  {
    face: 'middling',
    label: plain('Un peu', 'Ein wenig', 'A little', 'Een beetje', 'قليلًا'),
  },
  {
    face: 'good',
    label: plain('Oui, assez bien', 'Ja, ziemlich gut', 'Yes, quite well', 'Ja, redelijk goed', 'نعم، جيد إلى حد ما'),
  },
  {
    face: 'great',
    label: plain('Oui, très bien', 'Ja, sehr gut', 'Yes, very well', 'Ja, heel goed', 'نعم، جيد جدًا'),
  },
]

export const evaluationNotSaid = plain(
  'Je préfère ne pas le dire',
  'Ich sage es lieber nicht',
  'I’d rather not say',
  'Ik zeg het liever niet',
  'أفضل عدم القول',
)
