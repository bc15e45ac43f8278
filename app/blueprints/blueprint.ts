/**
 * A blueprint is a programme described as data: what a coordinator picks and then adapts. A part that a programme does
 * not have (no group, no profile) is left out, and pages ask for the part, never for the programme's name.
 */
import type { CompetenceId } from '../data/competences.ts'
import type { InstrumentId } from '../data/instruments.ts'
import type { ParticipantText, Text, TextLanguage } from '../shared/i18n/text.ts'
import type { AimsPlan } from './parts/aims.ts'
import type { ContentLevel } from './parts/content-levels.ts'
import type { EvaluationsPlan } from './parts/evaluations.ts'
import type { FinalReportPlan } from './parts/final-report.ts'
import type { FollowUp } from './parts/follow-up.ts'
import type { FundingLinesPlan, IndicatorsPlan, TeamPlan } from './parts/funding.ts'
import type { ProgrammeModule } from './parts/modules.ts'
import type { Orientation } from './parts/orientation.ts'
import type { SignalsPlan } from './parts/signals.ts'
import type { SmileyGrid } from './parts/smileys.ts'

/** Figures are computed over kinds, so that a programme may rename or add stages without changing what is counted. */
export const stageKinds = [
  'registered',
  'contacted',
  'informed',
  'allocated',
  'started',
  'completed',
  'dropped',
  'never-started',
  'other',
] as const
export type StageKind = (typeof stageKinds)[number]
export type Stage = Readonly<{ key: string; kind: StageKind; label: Text }>

/** What a theme contributes to, and what the person later decides on line by line. */
export const profileParts = [
  'competences',
  'evidence',
  'values',
  'motivation',
  'obstacles',
  'wishes',
  'first-idea',
  'second-idea',
  'next-step',
] as const
export type ProfilePart = (typeof profileParts)[number]

/** One session's content. `aim` and `material` are for coaches; the rest is read by participants. */
export type Theme = Readonly<{
  key: string
  title: ParticipantText
  aim: Text
  material: Text
  bring?: ParticipantText
  homework?: ParticipantText
  outing?: ParticipantText
  profileParts: readonly ProfilePart[]
}>

export type CalendarPlan = Readonly<{
  unit: 'half-day'
  count: number
  weeksMin: number
  weeksMax: number
  /** As many as `count`, in order; where they repeat, those of one week. */
  themes: readonly Theme[]
  /** The themes are one week's, and are taken up again in the same order until `count` half-days are full. */
  repeats?: boolean
}>

/** What group composition needs to know; every field may be "not known yet". */
export const positioningFields = [
  'birthYear',
  'gender',
  'languages',
  'levels',
  'schooling',
  'digitalSkills',
  'place',
  'mobility',
  'halfDays',
  'needs',
  'earliestStart',
] as const
export type PositioningField = (typeof positioningFields)[number]

/** Asked at referral because the evaluation cannot ask them later. */
export const evaluationFacts = ['vocationalTraining', 'yearsOutOfWork', 'firstSocialAid'] as const
export type EvaluationFact = (typeof evaluationFacts)[number]

export const directionKeys = [
  'ordinary-measure',
  'mission-desk',
  'training',
  'own-steps',
  'social-integration',
  'none',
] as const
export type DirectionKey = (typeof directionKeys)[number]
/** `takenUpBy` is the role that must take the person up; `none` ends the path and needs nobody. */
export type Direction = Readonly<{
  key: DirectionKey
  label: Text
  takenUpBy: 'measuresOfficer' | 'missionDesk' | 'socialWorker' | 'person' | null
}>

export type InstrumentUse = Readonly<{
  id: InstrumentId
  /** Languages in which this edition exists: the person is asked in the one that is theirs. */
  languages: readonly TextLanguage[]
  moments: readonly ('before' | 'after' | 'later')[]
}>

export const infoSections = ['is', 'isNot', 'expected', 'kept'] as const
/** The plain-language sheet: what it is, what it is not, what is expected of me, what happens with what I say. */
export type InfoSheet = Readonly<
  Record<(typeof infoSections)[number], Readonly<{ title: ParticipantText; lines: readonly ParticipantText[] }>>
>

export const raterKinds = ['self', 'coach', 'co-coach', 'trainee', 'peer'] as const
export type RaterKind = (typeof raterKinds)[number]

export type ProfilePlan = Readonly<{
  competences: readonly CompetenceId[]
  parts: readonly ProfilePart[]
  raters: readonly RaterKind[]
  /** Shown to the group before peers may rate one another. */
  feedbackRules: readonly ParticipantText[]
}>

/** Days after the hand-over by which each step should have happened; later ones stand on the coordinator's page. */
export type HandoverDays = Readonly<{ received: number; read: number; talkPlanned: number; talkHeld: number }>

export type Funding = Readonly<{
  currency: 'CHF' | 'EUR'
  /** Whole units of the currency, over all `years`. */
  total: number
  approximate: boolean
  years: number
  /** `percent` of the total, or null where the shares are not known. */
  funders: readonly Readonly<{ key: string; name: Text; percent: number | null }>[]
}>

/**
 * A part in which a professional accompanies an enrolment: the global, employment or training social worker, a trainer.
 * `role` is the role of the account that can take it; parts without `several` have one professional at a time.
 */
export type FollowUpPart = Readonly<{
  key: string
  role: 'social-worker' | 'coach'
  label: Text
  several?: true
}>

export type Blueprint = Readonly<{
  id: string
  title: Text
  summary: Text
  languages: readonly TextLanguage[]
  stages: readonly Stage[]
  positioning: Readonly<{ fields: readonly PositioningField[]; facts: readonly EvaluationFact[] }>
  infoSheet: InfoSheet
  instruments: readonly InstrumentUse[]
  directions: readonly Direction[]
  /** Letters and messages never name the programme or its purpose: taking part is sensitive in itself. */
  messages: Readonly<{ neutral: boolean }>
  group?: Readonly<{ min: number; max: number; composition: 'mixed' | 'homogeneous' | 'by-choice' }>
  calendar?: CalendarPlan
  /** After this many unexcused absences the referrer is told. */
  attendance?: Readonly<{ unexcusedLimit: number }>
  /** Who shares the cumulative follow-up of an enrolment, in the order in which they meet the person. */
  followUpParts?: readonly FollowUpPart[]
  /** The modules with the changes they intend, in order. */
  modules?: readonly ProgrammeModule[]
  /** Individual follow-up: its rhythm, the quarterly interview, steps with institutions. */
  followUp?: FollowUp
  /** What people may want of their path, and what counts as success. */
  aims?: AimsPlan
  /** The levels at which groups work, easiest first. */
  contentLevels?: readonly ContentLevel[]
  /** The report at the end of an enrolment: its sections, what it may propose, who receives it. */
  finalReport?: FinalReportPlan
  /** What trainers pick up day by day, and who can settle it. */
  signals?: SignalsPlan
  /** What participants are asked with faces at the end of each session. */
  smileys?: SmileyGrid
  /** The regular evaluation between trainers and each participant. */
  evaluations?: EvaluationsPlan
  /** How somebody comes into the programme: a list of possible participants, and a chain of steps. */
  orientation?: Orientation
  profile?: ProfilePlan
  handover?: HandoverDays
  target?: Readonly<{ persons: number; years: number }>
  funding?: Funding
  /** Who is needed to run it: full-time equivalents and profiles. */
  team?: TeamPlan
  /** Who pays which share of what; with it, `funding` names no funders. */
  fundingLines?: FundingLinesPlan
  /** Which acts' indicators are computed; social workers are asked for the status of those who take part. */
  indicators?: IndicatorsPlan
}>
