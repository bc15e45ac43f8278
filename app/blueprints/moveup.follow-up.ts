/** Module 2 as the source tells it; what it leaves open is marked as ours. */
import type { FollowUp } from './parts/follow-up.ts'
import { staff } from './words.ts'

export const followUp: FollowUp = {
  ledBy: 'training',
  // "Au minimum une fois par trimestre" when things are stable: three calendar months.
  stableMonths: 3,
  // "Régulièrement si cela s'avère nécessaire": our default.
  otherwiseWeeks: 4,
  // Ours.
  aheadDays: 14,
  // The source asks for an interview every quarter about the person's evolution; the questions are ours.
  interview: [
    {
      key: 'how',
      label: staff('Comment ça va\u00a0?', 'Wie geht es?', 'How are things?', 'Hoe gaat het?'),
      points: [
        staff('Très difficile', 'Sehr schwierig', 'Very hard', 'Heel moeilijk'),
        staff('Plutôt difficile', 'Eher schwierig', 'Rather hard', 'Eerder moeilijk'),
        staff('Plutôt bien', 'Eher gut', 'Rather well', 'Eerder goed'),
        staff('Bien', 'Gut', 'Well', 'Goed'),
      ],
    },
    {
      key: 'changed',
      label: staff(
        'Qu’est-ce qui a changé depuis la dernière fois\u00a0?',
        'Was hat sich seit dem letzten Mal verändert?',
        'What has changed since last time?',
        'Wat is er veranderd sinds de vorige keer?',
      ),
      points: [
        staff('Moins bien qu’avant', 'Schlechter als vorher', 'Worse than before', 'Slechter dan voorheen'),
        staff('Comme avant', 'Wie vorher', 'As before', 'Zoals voorheen'),
        staff('Un peu mieux', 'Etwas besser', 'A little better', 'Iets beter'),
        staff('Nettement mieux', 'Deutlich besser', 'Clearly better', 'Duidelijk beter'),
      ],
    },
    {
      key: 'aim',
      label: staff(
        'Le but est-il encore le bon\u00a0?',
        'Stimmt das Ziel noch?',
        'Is the aim still right?',
        'Is het doel nog juist?',
      ),
      points: [
        staff(
          'Non, il faut en chercher un autre',
          'Nein, ein anderes ist zu suchen',
          'No, another one is needed',
          'Nee, er is een ander nodig',
        ),
        staff('Pas sûr', 'Unsicher', 'Not sure', 'Niet zeker'),
        staff('Oui, avec un changement', 'Ja, mit einer Änderung', 'Yes, with a change', 'Ja, met een wijziging'),
        staff('Oui', 'Ja', 'Yes', 'Ja'),
      ],
    },
    {
      key: 'obstacles',
      label: staff('Qu’est-ce qui freine\u00a0?', 'Was hindert?', 'What stands in the way?', 'Wat houdt tegen?'),
      hint: staff(
        'Garde d’enfants, trajets, santé, logement, argent, papiers\u00a0: ce que la personne veut en dire.',
        'Kinderbetreuung, Wege, Gesundheit, Wohnen, Geld, Papiere: was die Person davon sagen will.',
        'Childcare, journeys, health, housing, money, papers: what the person wants to say of it.',
        'Kinderopvang, verplaatsingen, gezondheid, wonen, geld, papieren: wat de persoon erover wil zeggen.',
      ),
    },
    {
      key: 'agreed',
      label: staff(
        'Qu’avons-nous décidé ensemble\u00a0?',
        'Was haben wir vereinbart?',
        'What did we agree on?',
        'Wat hebben we afgesproken?',
      ),
      hint: staff(
        'Qui fait quoi, et pour quand.',
        'Wer macht was, und bis wann.',
        'Who does what, and by when.',
        'Wie doet wat, en tegen wanneer.',
      ),
    },
    {
      key: 'own-words',
      label: staff(
        'Les mots de la personne',
        'In den Worten der Person',
        'In the person’s own words',
        'In de woorden van de persoon',
      ),
    },
  ],
  procedures: [
    {
      key: 'diploma',
      recognition: true,
      label: staff(
        'Équivalence d’un diplôme',
        'Anerkennung eines Diploms',
        'Equivalence of a diploma',
        'Gelijkwaardigheid van een diploma',
      ),
    },
    {
      key: 'student-status',
      label: staff('Statut d’étudiant', 'Status als Studentin oder Student', 'Student status', 'Statuut van student'),
    },
    // Asked for by the migration fund (R.2.11), not by the source.
    {
      key: 'long-term-residence',
      longTermResidence: true,
      label: staff(
        'Séjour de longue durée',
        'Langfristiger Aufenthalt',
        'Long-term residence',
        'Status van langdurig ingezetene',
      ),
    },
    {
      key: 'letter',
      label: staff('Courrier à comprendre', 'Brief verstehen', 'Letter to decipher', 'Brief begrijpen'),
    },
    { key: 'route', label: staff('Itinéraire', 'Weg finden', 'Route', 'Reisweg') },
    { key: 'other', label: staff('Autre démarche', 'Anderer Schritt', 'Other step', 'Andere stap') },
  ],
}
