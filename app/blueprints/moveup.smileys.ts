/** The grid that participants fill in at the end of each workshop. The source names the grid; the lines and faces are our default. */
import type { SmileyGrid } from './parts/smileys.ts'
import { plain } from './words.ts'

export const smileys: SmileyGrid = {
  faces: 3,
  lines: [
    {
      key: 'understood',
      picture: 'ear',
      text: plain('J’ai compris.', 'Ich habe verstanden.', 'I understood.', 'Ik heb het begrepen.', 'فهمت.'),
    },
    {
      key: 'spoke',
      picture: 'speech',
      text: plain(
        'J’ai pu parler.',
        'Ich konnte sprechen.',
        'I could speak.',
        'Ik kon iets zeggen.',
        'استطعت أن أتكلم.',
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
  ],
}
