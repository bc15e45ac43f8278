import type { FollowUpPart } from '../../blueprints/blueprint.ts'
import { accept, type Decision, refuse } from '../../shared/rules.ts'
import type { Professional } from './professional.ts'

/**
 * Whether somebody may take a part: it exists, fits their role, is free (or takes several), and the enrolment runs. `part`
 * names a part, or whom they follow in theirs by the id of that professional, who is then the one it `replaces`.
 */
export function takePart(facts: {
  parts: readonly FollowUpPart[]
  part: string
  eligible: readonly { userId: string; role: string }[]
  userId: string
  running: readonly Pick<Professional, 'id' | 'part' | 'userId' | 'name'>[]
  ended: boolean
}): Decision<{ part: string; userId: string; replaces: string | null }> {
  const before = facts.running.find((one) => one.id === facts.part)
  const part = facts.parts.find((one) => one.key === (before?.part ?? facts.part))
  const who = facts.eligible.find((one) => one.userId === facts.userId)
  if (facts.ended) return refuse('professionals.ended')
  if (!part || !who || who.role !== part.role) return refuse('professionals.notEligible')
  const inPart = facts.running.filter((one) => one.part === part.key)
  if (inPart.some((one) => one.userId === facts.userId)) return refuse('professionals.already')
  if (inPart.length > 0 && !part.several && !before) return refuse('professionals.taken', { name: inPart[0]!.name })
  return accept({ part: part.key, userId: who.userId, replaces: before?.id ?? null })
}
