/**
 * MOVE'UP, Brussels: orientation in four steps, groups by level, individual follow-up, signals, a final report. What is in
 * here is the source's own; where the source is silent the comment says that the default is ours.
 */
import type { Blueprint } from './blueprint.ts'
import { positioningFields } from './blueprint.ts'
import { aims } from './moveup.aims.ts'
import { evaluations } from './moveup.evaluations.ts'
import { finalReport } from './moveup.final-report.ts'
import { followUp } from './moveup.follow-up.ts'
import { fundingLines, indicators, team } from './moveup.funding.ts'
import { infoSheet } from './moveup.info.ts'
import { contentLevels } from './moveup.levels.ts'
import { modules } from './moveup.modules.ts'
import { orientation } from './moveup.orientation.ts'
import { signals } from './moveup.signals.ts'
import { smileys } from './moveup.smileys.ts'
import { themes } from './moveup.themes.ts'
import { staff } from './words.ts'

export const moveup: Blueprint = {
  id: 'moveup',
  title: staff('MOVE’UP', 'MOVE’UP', 'MOVE’UP', 'MOVE’UP'),
  summary: staff(
    'Une orientation en quatre étapes, des ateliers collectifs par niveau de langue, un suivi individuel spécialisé et un bilan socioprofessionnel. Pour des adultes de pays hors Union européenne, peu qualifiés, non-lecteurs à débutants.',
    'Eine Abklärung in vier Schritten, Workshops in Gruppen nach Sprachniveau, eine spezialisierte Einzelbegleitung und ein sozioprofessioneller Schlussbericht. Für gering qualifizierte Erwachsene aus Ländern ausserhalb der Europäischen Union, ohne Lesekenntnisse bis Anfänger.',
    'Orientation in four steps, workshops in groups by language level, specialised individual follow-up and a final socio-professional report. For low-skilled adults from outside the European Union, from not reading yet to beginners.',
    'Een oriëntatie in vier stappen, workshops in groepen per taalniveau, een gespecialiseerde individuele opvolging en een socioprofessioneel eindverslag. Voor laaggeschoolde volwassenen van buiten de Europese Unie, van niet-lezers tot beginners.',
  ),
  languages: ['fr', 'nl'],
  stages: [
    {
      key: 'registered',
      kind: 'registered',
      label: staff('Inscription reçue', 'Angemeldet', 'Registered', 'Aangemeld'),
    },
    {
      key: 'reviewed',
      kind: 'contacted',
      label: staff('Trajet revu', 'Weg besprochen', 'Path reviewed', 'Traject besproken'),
    },
    {
      key: 'tested',
      kind: 'informed',
      label: staff(
        'Vu par les formateurs',
        'Von den Kursleitenden gesehen',
        'Seen by the trainers',
        'Gezien door de lesgevers',
      ),
    },
    { key: 'allocated', kind: 'allocated', label: staff('Place attribuée', 'Zugeteilt', 'Allocated', 'Ingedeeld') },
    { key: 'started', kind: 'started', label: staff('Parcours commencé', 'Gestartet', 'Started', 'Gestart') },
    { key: 'completed', kind: 'completed', label: staff('Parcours terminé', 'Abgeschlossen', 'Completed', 'Afgerond') },
    { key: 'dropped', kind: 'dropped', label: staff('Abandon', 'Abgebrochen', 'Dropped out', 'Gestopt') },
    {
      key: 'never-started',
      kind: 'never-started',
      label: staff('Jamais commencé', 'Nie gestartet', 'Never started', 'Nooit gestart'),
    },
  ],
  positioning: { fields: positioningFields, facts: [] },
  infoSheet,
  // The source evaluates by interviews, not by questionnaires.
  instruments: [],
  directions: [],
  messages: { neutral: true },
  // Group size is not in the source: our default for a language group.
  group: { min: 6, max: 12, composition: 'homogeneous' },
  // How long module 1 lasts is not in the source: sixty half-days are our default, six weeks of ten to twenty of three.
  calendar: { unit: 'half-day', count: 60, weeksMin: 6, weeksMax: 20, themes, repeats: true },
  // The limit is not in the source: our default.
  attendance: { unexcusedLimit: 3 },
  aims,
  contentLevels,
  smileys,
  followUpParts: [
    {
      key: 'global',
      role: 'social-worker',
      label: staff(
        'Assistant·e social·e de l’antenne',
        'Sozialarbeiter/in der Anlaufstelle',
        'Global social worker',
        'Sociaal assistent van de antenne',
      ),
    },
    {
      key: 'employment',
      role: 'social-worker',
      label: staff(
        'Assistant·e social·e emploi',
        'Sozialarbeiter/in Arbeit',
        'Employment social worker',
        'Sociaal assistent tewerkstelling',
      ),
    },
    {
      key: 'training',
      role: 'social-worker',
      label: staff(
        'Assistant·e social·e formation',
        'Sozialarbeiter/in Bildung',
        'Training social worker',
        'Sociaal assistent opleiding',
      ),
    },
    {
      key: 'trainer',
      role: 'coach',
      several: true,
      label: staff('Formateur·rice', 'Kursleiter/in', 'Trainer', 'Lesgever'),
    },
  ],
  modules,
  followUp,
  finalReport,
  signals,
  evaluations,
  orientation,
  funding: {
    currency: 'EUR',
    // The source gives shares of staff cost, no amount: to be entered by the programme.
    total: 0,
    approximate: true,
    years: 2,
    // Who pays which share is said once, in fundingLines.
    funders: [],
  },
  team,
  fundingLines,
  indicators,
}
