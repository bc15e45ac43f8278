/**
 * FocusTravail, Biel/Bienne: low-threshold, bilingual group workshops that end in a competence and perspective profile.
 * Numbers are the source's own; where the source is silent the comment says that the default is ours.
 */
import { competenceIds } from '../data/competences.ts'
import type { Blueprint } from './blueprint.ts'
import { directionKeys, evaluationFacts, positioningFields, profileParts, raterKinds } from './blueprint.ts'
import { feedbackRules, infoSheet } from './focustravail.info.ts'
import { signals } from './focustravail.signals.ts'
import { smileys } from './focustravail.smileys.ts'
import { themes } from './focustravail.themes.ts'
import { staff } from './words.ts'

const directions: Record<(typeof directionKeys)[number], Omit<Blueprint['directions'][number], 'key'>> = {
  'ordinary-measure': {
    label: staff('Mesure d’insertion ordinaire', 'Ordentliche Massnahme', 'Ordinary measure', 'Gewone maatregel'),
    takenUpBy: 'measuresOfficer',
  },
  'mission-desk': {
    label: staff('Antenne emploi', 'Einsatzstelle', 'Mission desk', 'Opdrachtenloket'),
    takenUpBy: 'missionDesk',
  },
  training: { label: staff('Formation', 'Bildung', 'Training', 'Opleiding'), takenUpBy: 'socialWorker' },
  'own-steps': {
    label: staff('Démarches propres', 'Eigene Schritte', 'Own steps', 'Eigen stappen'),
    takenUpBy: 'person',
  },
  'social-integration': {
    label: staff('Intégration sociale', 'Soziale Integration', 'Social integration', 'Sociale integratie'),
    takenUpBy: 'socialWorker',
  },
  none: { label: staff('Pas de suite', 'Kein Anschluss', 'No follow-up', 'Geen vervolg'), takenUpBy: null },
}

export const focustravail: Blueprint = {
  id: 'focustravail',
  title: staff('FocusTravail', 'FokusArbeit', 'FocusTravail', 'FocusTravail'),
  summary: staff(
    'Douze demi-journées en groupe pour faire le point sur son parcours, ses compétences et ses perspectives. Le profil qui en sort appartient à la personne et prépare l’entretien avec le service social.',
    'Zwölf Halbtage in der Gruppe, um den eigenen Weg, die Kompetenzen und die Perspektiven zu klären. Das Profil, das daraus entsteht, gehört der Person und bereitet das Gespräch mit dem Sozialdienst vor.',
    'Twelve half-days in a group to take stock of one’s path, competences and perspectives. The profile that results belongs to the person and prepares the talk with the social service.',
    'Twaalf halve dagen in groep om stil te staan bij het eigen traject, de competenties en de perspectieven. Het profiel dat eruit voortkomt, is van de persoon en bereidt het gesprek met de sociale dienst voor.',
  ),
  languages: ['fr', 'de'],
  stages: [
    {
      key: 'registered',
      kind: 'registered',
      label: staff('Inscription reçue', 'Angemeldet', 'Registered', 'Aangemeld'),
    },
    {
      key: 'contacted',
      kind: 'contacted',
      label: staff('Contact établi', 'Kontaktiert', 'Contacted', 'Gecontacteerd'),
    },
    { key: 'informed', kind: 'informed', label: staff('Information donnée', 'Informiert', 'Informed', 'Geïnformeerd') },
    { key: 'allocated', kind: 'allocated', label: staff('Place attribuée', 'Zugeteilt', 'Allocated', 'Ingedeeld') },
    { key: 'started', kind: 'started', label: staff('Atelier commencé', 'Gestartet', 'Started', 'Gestart') },
    { key: 'completed', kind: 'completed', label: staff('Atelier terminé', 'Abgeschlossen', 'Completed', 'Afgerond') },
    { key: 'dropped', kind: 'dropped', label: staff('Abandon', 'Abgebrochen', 'Dropped out', 'Gestopt') },
    {
      key: 'never-started',
      kind: 'never-started',
      label: staff('Jamais commencé', 'Nie gestartet', 'Never started', 'Nooit gestart'),
    },
  ],
  positioning: { fields: positioningFields, facts: evaluationFacts },
  infoSheet,
  // Self-efficacy is named by the source; ASKU and FASKU are comparable in German and French, which a bilingual town needs.
  instruments: [
    { id: 'asku', languages: ['de', 'en'], moments: ['before', 'after', 'later'] },
    { id: 'fasku', languages: ['fr'], moments: ['before', 'after', 'later'] },
    { id: 'local-steps', languages: ['fr', 'de', 'en', 'nl', 'ar'], moments: ['before', 'after', 'later'] },
  ],
  directions: directionKeys.map((key) => ({ key, ...directions[key] })),
  messages: { neutral: true },
  // Group size is not in the source: our default for a round table with a coach and a trainee.
  group: { min: 6, max: 12, composition: 'mixed' },
  calendar: { unit: 'half-day', count: 12, weeksMin: 4, weeksMax: 6, themes },
  attendance: { unexcusedLimit: 2 },
  signals,
  smileys,
  profile: { competences: competenceIds, parts: profileParts, raters: raterKinds, feedbackRules },
  // Deadlines are not in the source: our defaults, in days after the hand-over.
  handover: { received: 5, read: 10, talkPlanned: 14, talkHeld: 30 },
  target: { persons: 2000, years: 3 },
  funding: {
    currency: 'CHF',
    total: 2_800_000,
    approximate: true,
    years: 3,
    funders: [
      {
        key: 'foundation-1',
        name: staff('Première fondation', 'Erste Stiftung', 'First foundation', 'Eerste stichting'),
        percent: null,
      },
      {
        key: 'foundation-2',
        name: staff('Deuxième fondation', 'Zweite Stiftung', 'Second foundation', 'Tweede stichting'),
        percent: null,
      },
    ],
  },
}
