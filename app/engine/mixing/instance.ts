/** Maximally diverse grouping: distances between elements, and bounds on the size of each group. */
export type MixingInstance = Readonly<{
  n: number
  /** Distance of i and j at `i × n + j`; symmetric, 0 on the diagonal. */
  distances: Float64Array
  groups: readonly Readonly<{ low: number; high: number }>[]
}>

export type Sense = 'max' | 'min'

/** The sum of distances inside groups. */
export function mixingValue({ n, distances }: MixingInstance, assignment: readonly number[]): number {
  let sum = 0
  for (let i = 0; i < n; i++)
    for (let j = i + 1; j < n; j++) if (assignment[i] === assignment[j]) sum += distances[i * n + j]!
  return sum
}
