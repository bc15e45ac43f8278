/** One week of workshops; each theme says everything about itself. */
import type { Theme } from './blueprint.ts'
import { plain, staff } from './words.ts'

const theme = (key: string, title: Theme['title'], aim: Theme['aim']): Theme => ({
  key,
  title,
  aim,
  material: staff(
    'Images, tableau, feuilles',
    'Bilder, Tafel, Blätter',
    'Pictures, board, sheets',
    'Prenten, bord, bladen',
  ),
  profileParts: [],
})

export const themes: readonly Theme[] = [
  theme(
    'language',
    plain(
      'La langue de tous les jours',
      'Die Sprache im Alltag',
      'Everyday language',
      'De taal van elke dag',
      'لغة الحياة اليومية',
    ),
    staff(
      'Chaque personne prend la parole dans une situation de la semaine.',
      'Alle sprechen in einer Situation der Woche.',
      'Everyone speaks in a situation of the week.',
      'Iedereen spreekt in een situatie van de week.',
    ),
  ),
  theme(
    'housing',
    plain('Se loger', 'Wohnen', 'Housing', 'Wonen', 'السكن'),
    staff(
      'Chaque personne sait à qui parler de son logement.',
      'Alle wissen, mit wem sie über ihre Wohnung sprechen.',
      'Everyone knows whom to talk to about housing.',
      'Iedereen weet met wie over wonen te praten.',
    ),
  ),
  theme(
    'health',
    plain('La santé', 'Gesundheit', 'Health', 'Gezondheid', 'الصحة'),
    staff(
      'Chaque personne trouve un médecin et comprend une ordonnance.',
      'Alle finden eine Ärztin und verstehen ein Rezept.',
      'Everyone finds a doctor and understands a prescription.',
      'Iedereen vindt een arts en begrijpt een voorschrift.',
    ),
  ),
  theme(
    'institutions',
    plain(
      'Les services et l’État',
      'Ämter und Staat',
      'Services and the state',
      'Diensten en de staat',
      'الدوائر والدولة',
    ),
    staff(
      'Chaque personne connaît trois services utiles et leurs heures.',
      'Alle kennen drei nützliche Stellen und ihre Zeiten.',
      'Everyone knows three useful services and their hours.',
      'Iedereen kent drie nuttige diensten en hun uren.',
    ),
  ),
  theme(
    'city',
    plain(
      'Se déplacer dans la ville',
      'In der Stadt unterwegs',
      'Getting around the city',
      'Zich verplaatsen in de stad',
      'التنقل في المدينة',
    ),
    staff(
      'Chaque personne fait un trajet nouveau seule.',
      'Alle machen einen neuen Weg allein.',
      'Everyone makes a new journey alone.',
      'Iedereen legt alleen een nieuw traject af.',
    ),
  ),
  theme(
    'together',
    plain(
      'Le bilan de la semaine',
      'Der Wochenrückblick',
      'Looking back on the week',
      'Terugblik op de week',
      'مراجعة الأسبوع',
    ),
    staff(
      'Le groupe dit ce qu’il a appris et ce qu’il veut revoir.',
      'Die Gruppe sagt, was sie gelernt hat und was sie wiederholen will.',
      'The group says what it learned and what to revisit.',
      'De groep zegt wat ze geleerd heeft en wat ze wil herhalen.',
    ),
  ),
]
