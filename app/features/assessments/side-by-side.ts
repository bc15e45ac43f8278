/** Self and third-party assessments of the same competences beside each other. There is no average anywhere. */
import type { RaterKind } from '../../blueprints/blueprint.ts'
import type { AutonomyValue, CompetenceId } from '../../data/competences.ts'

/** null: "I don't know". A competence that a rater was not asked about is absent. */
export type Sheet = Readonly<{
  rater: Readonly<{ kind: RaterKind; id: string; name: string }>
  values: Readonly<Partial<Record<CompetenceId, AutonomyValue | null>>>
}>

export type Row = Readonly<{
  competence: CompetenceId
  self: AutonomyValue | null
  others: readonly Readonly<{ kind: RaterKind; id: string; name: string; value: AutonomyValue | null }>[]
  /** The views differ by two steps or more: something to talk about, not an error. */
  talkAbout: boolean
}>

const order: readonly RaterKind[] = ['coach', 'co-coach', 'trainee', 'peer']

/** One row per competence that the person picked, in their order; third parties in the order coach to peer. */
export function sideBySide(picked: readonly CompetenceId[], self: Sheet, others: readonly Sheet[]): Row[] {
  const sorted = [...others].sort((a, b) => order.indexOf(a.rater.kind) - order.indexOf(b.rater.kind))
  return picked.map((competence) => {
    const own = self.values[competence] ?? null
    const views = sorted.flatMap((sheet) => {
      const value = sheet.values[competence]
      return value === undefined ? [] : [{ ...sheet.rater, value }]
    })
    const talkAbout = own !== null && views.some((v) => v.value !== null && Math.abs(v.value - own) >= 2)
    return { competence, self: own, others: views, talkAbout }
  })
}
