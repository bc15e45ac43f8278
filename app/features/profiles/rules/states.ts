/** How far a profile is, as a table: from where each act may be done, and where it leads. */
import { accept, type Decision, refuse } from '../../../shared/rules.ts'

export const profileStates = ['not-opened', 'open', 'self-in', 'both-in', 'frozen', 'handed-over'] as const
export type ProfileState = (typeof profileStates)[number]

export const profileActs = [
  'open',
  'pick',
  'rate',
  'hand-in',
  'third-in',
  'talk',
  'decide',
  'freeze',
  'hand-over',
] as const
export type ProfileAct = (typeof profileActs)[number]

/** Act → from a state → the states it may lead to. What is not said is refused. */
export const moves: Record<ProfileAct, Partial<Record<ProfileState, readonly ProfileState[]>>> = {
  open: { 'not-opened': ['open'] },
  pick: { open: ['open'] },
  rate: { open: ['open'] },
  /** To both-in when a third party was faster. */
  'hand-in': { open: ['self-in', 'both-in'] },
  'third-in': {
    open: ['open'],
    'self-in': ['both-in'],
    'both-in': ['both-in'],
    frozen: ['frozen'],
    'handed-over': ['handed-over'],
  },
  talk: { 'both-in': ['both-in'], frozen: ['frozen'], 'handed-over': ['handed-over'] },
  decide: { 'self-in': ['self-in'], 'both-in': ['both-in'], frozen: ['frozen'], 'handed-over': ['handed-over'] },
  /** Again and again: each freeze is a new version, also after a hand-over. */
  freeze: { 'self-in': ['frozen'], 'both-in': ['frozen'], frozen: ['frozen'], 'handed-over': ['frozen'] },
  'hand-over': { frozen: ['handed-over'] },
}

export type StateFacts = {
  opened: boolean
  selfIn: boolean
  /** At least one third party's sheet is in and not withdrawn. */
  thirdIn: boolean
  latestVersion: 'none' | 'kept' | 'handed-over'
}

/** The state is never stored: it follows from the records. */
export function stateOf({ opened, selfIn, thirdIn, latestVersion }: StateFacts): ProfileState {
  if (!opened) return 'not-opened'
  if (latestVersion === 'handed-over') return 'handed-over'
  if (latestVersion === 'kept') return 'frozen'
  if (selfIn) return thirdIn ? 'both-in' : 'self-in'
  return 'open'
}

export const can = (act: ProfileAct, state: ProfileState): boolean => moves[act][state] !== undefined

/** Accepts with the states that the act may lead to; otherwise says why not in the words of the act. */
export function doing(act: ProfileAct, state: ProfileState): Decision<readonly ProfileState[]> {
  const to = moves[act][state]
  return to ? accept(to) : refuse(`profiles.refused.${act}`)
}

/** The look of a state where it stands in a list. */
export const stateKind = {
  'not-opened': 'none',
  open: 'active',
  'self-in': 'waiting',
  'both-in': 'active',
  frozen: 'attention',
  'handed-over': 'done',
} as const satisfies Record<ProfileState, string>
