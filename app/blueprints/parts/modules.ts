/**
 * The modules of a programme and the changes they intend. Each change is followed per person over time on points described in
 * words, never as a bare number.
 */
import type { Text } from '../../shared/i18n/text.ts'

export const changeKinds = ['attitude', 'competence'] as const
export type ChangeKind = (typeof changeKinds)[number]

export type IntendedChange = Readonly<{
  key: string
  kind: ChangeKind
  label: Text
  /** Four or five, from where people begin to where they are heading. */
  points: readonly Text[]
}>

export type ProgrammeModule = Readonly<{
  key: string
  label: Text
  /** `planned`: still to be built; it is shown, and takes nobody until the coordinator says from which day. */
  state: 'running' | 'planned'
  /** `individual` modules are the follow-up by the social service; the others are worked on in the group. */
  way: 'collective' | 'individual'
  /** At least three. */
  changes: readonly IntendedChange[]
  /** Themes of the calendar that belong to it; the first collective module without them has all the others. */
  themes?: readonly string[]
}>

/** The module that a session's theme belongs to; undefined where nothing is done in groups. */
export const moduleOfTheme = (modules: readonly ProgrammeModule[], theme: string): ProgrammeModule | undefined =>
  modules.find((one) => one.themes?.includes(theme)) ??
  modules.find((one) => one.way === 'collective' && one.themes === undefined)
