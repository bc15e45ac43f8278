/**
 * The socio-professional report at the end: the path within the project, progress, regularity, obstacles, and a proposal to
 * continue or to go another way (source: evaluation of participants, point 3). Titles, order and days are ours.
 */
import type { FinalReportPlan } from './parts/final-report.ts'
import { staff } from './words.ts'

export const finalReport: FinalReportPlan = {
  sections: [
    {
      key: 'path',
      facts: 'path',
      title: staff('Parcours', 'Weg', 'Path', 'Traject'),
      help: staff(
        'Comment la personne est arrivée dans le projet, les étapes, les groupes.',
        'Wie die Person ins Projekt kam, die Schritte, die Gruppen.',
        'How the person came to the project, the steps, the groups.',
        'Hoe de persoon in het project kwam, de stappen, de groepen.',
      ),
    },
    {
      key: 'attendance',
      facts: 'attendance',
      title: staff(
        'Présence et régularité',
        'Anwesenheit und Regelmässigkeit',
        'Attendance and regularity',
        'Aanwezigheid en regelmaat',
      ),
      help: staff(
        'Le rythme que la personne a pris, et ce qui l’a aidée à venir ou l’en a empêchée.',
        'Der Rhythmus, den die Person gefunden hat, und was ihr half zu kommen oder sie hinderte.',
        'The rhythm the person found, and what helped them to come or kept them away.',
        'Het ritme dat de persoon vond, en wat hielp om te komen of dat verhinderde.',
      ),
    },
    {
      key: 'levels',
      facts: 'levels',
      title: staff(
        'Langue : au début et maintenant',
        'Sprache: am Anfang und jetzt',
        'Language: then and now',
        'Taal: in het begin en nu',
      ),
      help: staff(
        'Ce que la personne sait faire maintenant dans la vie de tous les jours.',
        'Was die Person jetzt im Alltag kann.',
        'What the person can do now in everyday life.',
        'Wat de persoon nu kan in het dagelijks leven.',
      ),
    },
    {
      key: 'changes',
      facts: 'changes',
      title: staff('Ce qui a changé', 'Was sich verändert hat', 'What has changed', 'Wat er veranderd is'),
      help: staff(
        'Les changements visés par chaque module, avec un exemple vu ou raconté.',
        'Die angestrebten Veränderungen jedes Moduls, mit einem Beispiel, das man sah oder hörte.',
        'The changes each module is meant to bring, with an example seen or told.',
        'De veranderingen die elke module beoogt, met een voorbeeld dat gezien of verteld werd.',
      ),
    },
    {
      key: 'obstacles',
      facts: 'obstacles',
      title: staff(
        'Freins et démarches',
        'Hindernisse und was getan wurde',
        'Obstacles and what was done',
        'Drempels en wat er gedaan is',
      ),
      help: staff(
        'Ce qui a freiné la personne, ce qui a été fait et ce qui reste. Seulement ce qu’elle veut bien dire.',
        'Was die Person bremste, was getan wurde und was bleibt. Nur, was sie sagen möchte.',
        'What held the person back, what was done and what remains. Only what they are willing to say.',
        'Wat de persoon afremde, wat er gedaan is en wat overblijft. Alleen wat de persoon wil vertellen.',
      ),
    },
    {
      key: 'evaluations',
      facts: 'evaluations',
      title: staff('Évaluations', 'Standortgespräche', 'Evaluations', 'Evaluaties'),
      help: staff(
        'Ce que la personne et les formateurs ont dit ensemble en chemin.',
        'Was die Person und die Kursleitenden unterwegs zusammen gesagt haben.',
        'What the person and the trainers said together on the way.',
        'Wat de persoon en de lesgevers onderweg samen gezegd hebben.',
      ),
    },
    {
      key: 'aim',
      facts: 'aim',
      title: staff(
        'Projet de la personne et résultat',
        'Ziel der Person und was erreicht ist',
        'The person’s aim and what was reached',
        'Doel van de persoon en wat bereikt is',
      ),
      help: staff(
        'Ce que la personne voulait, ce qui est atteint selon elle et selon vous.',
        'Was die Person wollte, was aus ihrer und aus Ihrer Sicht erreicht ist.',
        'What the person wanted, and what is reached in their view and in yours.',
        'Wat de persoon wilde, en wat volgens haar of hem en volgens u bereikt is.',
      ),
    },
    {
      key: 'proposal',
      proposes: true,
      title: staff('Proposition', 'Vorschlag', 'Proposal', 'Voorstel'),
      help: staff(
        'Poursuite ou réorientation : pourquoi, et quel est le premier pas.',
        'Weiterführen oder neu ausrichten: warum, und was der erste Schritt ist.',
        'Continuation or reorientation: why, and what the first step is.',
        'Voortzetting of heroriëntering: waarom, en wat de eerste stap is.',
      ),
    },
  ],
  // Continuation or reorientation is the source's own; the kinds are ours, from what it says of module 3 and of the two aims.
  proposals: {
    continuation: [
      {
        key: 'same-programme',
        label: staff(
          'Continuer dans le programme',
          'Im Programm weitermachen',
          'Go on in the programme',
          'Verdergaan in het programma',
        ),
      },
      {
        key: 'preparation',
        label: staff(
          'Préparation à l’insertion socioprofessionnelle',
          'Vorbereitung auf die sozioprofessionelle Eingliederung',
          'Preparation for a socio-professional path',
          'Voorbereiding op socioprofessionele inschakeling',
        ),
      },
      {
        key: 'language-course',
        label: staff('Cours de langue', 'Sprachkurs', 'Language course', 'Taalcursus'),
      },
      {
        key: 'individual-follow-up',
        label: staff('Suivi individuel', 'Einzelbegleitung', 'Individual follow-up', 'Individuele opvolging'),
      },
    ],
    reorientation: [
      {
        key: 'qualifying-training',
        label: staff(
          'Formation qualifiante',
          'Qualifizierende Ausbildung',
          'Qualifying training',
          'Kwalificerende opleiding',
        ),
      },
      { key: 'work', label: staff('Emploi', 'Arbeit', 'Work', 'Werk') },
      {
        key: 'social-participation',
        label: staff(
          'Participation sociale',
          'Soziale Teilhabe',
          'Social participation',
          'Maatschappelijke participatie',
        ),
      },
      {
        key: 'other-service',
        label: staff('Un autre service', 'Eine andere Stelle', 'Another service', 'Een andere dienst'),
      },
    ],
  },
  recipients: ['global', 'employment', 'training', 'trainer'],
  groupPart: 'trainer',
  // The source names no days: our defaults.
  dueDays: 14,
  remindAfterDays: 7,
}
