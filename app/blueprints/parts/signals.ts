/** What a signal can be about, who can settle it, and how soon: a part of a blueprint. */
import type { Text } from '../../shared/i18n/text.ts'
import type { PictogramName } from '../../shared/ui/pictograms.tsx'
import { staff } from '../words.ts'

export type SignalTheme = Readonly<{
  key: string
  label: Text
  picture: PictogramName
  /**
   * Keys of `followUpParts` that can settle it: it goes to the first of them in which somebody accompanies the person, and
   * to whoever referred them where nobody does.
   */
  settledBy: readonly string[]
}>

/** `days` from the day it is noted to the day by which it should be settled. */
export type SignalUrgency = Readonly<{ key: string; label: Text; days: number }>

export type SignalsPlan = Readonly<{
  themes: readonly SignalTheme[]
  urgencies: readonly SignalUrgency[]
  /** The key of the urgency that is chosen before anybody chooses. */
  usual: string
}>

const words = {
  childcare: { label: staff('Garde d’enfants', 'Kinderbetreuung', 'Childcare', 'Kinderopvang'), picture: 'child' },
  status: {
    label: staff('Statut et séjour', 'Aufenthalt', 'Status and residence', 'Statuut en verblijf'),
    picture: 'papers',
  },
  health: { label: staff('Santé', 'Gesundheit', 'Health', 'Gezondheid'), picture: 'health' },
  housing: { label: staff('Logement', 'Wohnen', 'Housing', 'Wonen'), picture: 'house' },
  money: { label: staff('Argent', 'Geld', 'Money', 'Geld'), picture: 'coins' },
  mobility: { label: staff('Déplacements', 'Mobilität', 'Getting around', 'Verplaatsing'), picture: 'bus' },
  family: { label: staff('Famille', 'Familie', 'Family', 'Gezin'), picture: 'people' },
  letter: { label: staff('Courrier, démarche', 'Brief, Amt', 'Letter, office', 'Brief, loket'), picture: 'envelope' },
  language: { label: staff('Langue', 'Sprache', 'Language', 'Taal'), picture: 'speech' },
  other: { label: staff('Autre', 'Anderes', 'Something else', 'Iets anders'), picture: 'question' },
} as const satisfies Record<string, { label: Text; picture: PictogramName }>

export type SignalThemeKey = keyof typeof words

/** The vocabulary of all programmes, with who settles what in this one. The themes after the source's examples are ours. */
export const signalThemes = (settledBy: Record<SignalThemeKey, readonly string[]>): SignalTheme[] =>
  (Object.keys(words) as SignalThemeKey[]).map((key) => ({ key, ...words[key], settledBy: settledBy[key] }))

/** Our own default, for lack of a source: the same day, a week, four weeks. */
export const signalUrgencies: readonly SignalUrgency[] = [
  { key: 'today', label: staff('Aujourd’hui', 'Heute', 'Today', 'Vandaag'), days: 0 },
  { key: 'week', label: staff('Cette semaine', 'Diese Woche', 'This week', 'Deze week'), days: 7 },
  { key: 'later', label: staff('Dès que possible', 'Wenn möglich', 'When possible', 'Zodra het kan'), days: 28 },
]
