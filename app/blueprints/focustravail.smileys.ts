/** What participants are asked at the end of a half-day. The source asks for feedback; the lines and faces are our default. */
import type { SmileyGrid } from './parts/smileys.ts'
import { plain } from './words.ts'

export const smileys: SmileyGrid = {
  faces: 3,
  lines: [
    {
      key: 'useful',
      picture: 'tool',
      text: plain(
        'C’est utile pour moi.',
        'Das nützt mir.',
        'This is useful to me.',
        'Dit is nuttig voor mij.',
        'هذا مفيد لي.',
      ),
    },
    {
      key: 'pace',
      picture: 'clock',
      text: plain(
        'Le rythme me convient.',
        'Das Tempo passt für mich.',
        'The pace suits me.',
        'Het tempo past bij mij.',
        'السرعة مناسبة لي.',
      ),
    },
    {
      key: 'said',
      picture: 'speech',
      text: plain(
        'J’ai pu dire ce que je pense.',
        'Ich konnte sagen, was ich denke.',
        'I could say what I think.',
        'Ik kon zeggen wat ik denk.',
        'استطعت أن أقول رأيي.',
      ),
    },
    {
      key: 'group',
      picture: 'people',
      text: plain(
        'Je me sens bien dans le groupe.',
        'Ich fühle mich wohl in der Gruppe.',
        'I feel well in the group.',
        'Ik voel me goed in de groep.',
        'أشعر بالراحة في المجموعة.',
      ),
    },
  ],
}
