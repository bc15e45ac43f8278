/** A profile of an invented person, for tests and for looking at the paper. */
import type { ProfilePaper } from './document.ts'

export const examplePaper: ProfilePaper = {
  personName: 'Şirin Łukasz-Őry',
  groupName: 'Tilleul, printemps 2026',
  from: '2026-03-16',
  until: '2026-04-15',
  version: 1,
  frozenOn: '2026-04-17',
  institution: 'Rivemont / Uferwil',
  competences: [
    {
      id: 'reliability',
      self: 3,
      others: [
        { kind: 'coach', name: 'Nadia Perrin', value: 4 },
        { kind: 'peer', name: '', value: 4 },
      ],
      evidence: [
        {
          situation: 'Onze demi-journées sur douze, avec deux enfants à déposer avant huit heures.',
          action: 'Je pars plus tôt et j’appelle quand le bus est en retard.',
          seenBy: 'Nadia Perrin et tout le groupe',
        },
      ],
    },
    {
      id: 'self-confidence',
      self: 1,
      others: [
        { kind: 'coach', name: 'Nadia Perrin', value: 3 },
        { kind: 'trainee', name: 'Jonas Aebi', value: 3 },
      ],
      evidence: [{ situation: 'Présentation de mon parcours devant le groupe.' }],
      said: 'Je parle plus que je ne le croyais. Je veux essayer de téléphoner seule.',
    },
    { id: 'teamwork', self: 3, others: [{ kind: 'coach', name: 'Nadia Perrin', value: 3 }], evidence: [] },
    {
      id: 'cooking',
      self: 4,
      others: [{ kind: 'peer', name: '', value: 4 }],
      evidence: [
        {
          situation: 'Repas pour quarante personnes à la fête du quartier.',
          action: 'J’ai fait le menu et les achats.',
        },
      ],
    },
    { id: 'numbers', self: 2, others: [{ kind: 'coach', name: 'Nadia Perrin', value: null }], evidence: [] },
    { id: 'digital', self: 2, others: [], evidence: [] },
    {
      id: 'finding-information',
      self: null,
      others: [{ kind: 'coach', name: 'Nadia Perrin', value: 2 }],
      evidence: [],
    },
    {
      id: 'caring',
      self: 4,
      others: [{ kind: 'trainee', name: 'Jonas Aebi', value: 4 }],
      evidence: [{ situation: 'Je me suis occupée de ma grand-mère pendant trois ans.', seenBy: 'Ma famille' }],
    },
  ],
  lines: {
    values: ['Être utile', 'Le respect', 'Que mes enfants soient fiers'],
    motivation: ['Je veux parler mieux le français et gagner une partie de notre budget.'],
    obstacles: ['La garde de ma fille le mercredi', 'Je n’ai pas de diplôme reconnu ici.'],
    wishes: ['Travailler dans une cuisine, avec une équipe.'],
    'first-idea': ['Aide de cuisine dans une cantine scolaire, à 50 %.'],
    'second-idea': ['Cours d’auxiliaire de santé.'],
  },
  nextStep: {
    what: 'Visiter la cantine de l’école et demander un essai de deux jours.',
    by: '2026-05-08',
    who: 'Mon assistante sociale',
  },
}
