// The log of a study: every act is one line of JSON that carries the hash of the line before. What happened is what the log says.
import { z } from 'zod'
import { type Measure, measures } from './minimisation.ts'
import { sha256 } from './random.ts'

type Method =
  | Readonly<{ method: 'blocks-v1'; multipliers: readonly number[] }>
  | Readonly<{ method: 'minimisation-v1'; weights: readonly number[]; p: number; measure: Measure }>

/** What a study lays down before its first allocation; it never changes after. */
export type Protocol = Readonly<{
  name: string
  /** What is allocated. */
  unit: 'group' | 'person'
  arms: readonly string[]
  ratio: readonly number[]
  /** The strata of blocks, or the factors of minimisation, in the order of a unit's levels. */
  factors: readonly string[]
}> &
  Method

export type Act =
  | Readonly<{ kind: 'protocol'; data: Protocol }>
  /** The SHA-256 of the seed: who drew it, and when, stands in the entry. */
  | Readonly<{ kind: 'commitment'; data: Readonly<{ commitment: string }> }>
  /** A unit with its covariates, saved before its arm is drawn; `reason` says why arms are left out. */
  | Readonly<{ kind: 'unit'; data: UnitData }>
  | Readonly<{ kind: 'allocation'; data: AllocationData }>
  /** The unit got another arm than the one drawn. The analysis stays by allocation. */
  | Readonly<{ kind: 'override'; data: Readonly<{ unit: number; arm: string; reason: string }> }>
  | Readonly<{ kind: 'closure'; data: Readonly<{ reason: string }> }>
  | Readonly<{ kind: 'seed'; data: Readonly<{ seed: string }> }>

export type UnitData = Readonly<{
  unit: number
  levels: readonly string[]
  allowed: readonly number[] | null
  reason: string | null
}>

/** `stratum` and `position` (from 1) for blocks; `probabilities` and `G` for minimisation. */
export type AllocationData = Readonly<{ unit: number; arm: string }> &
  (
    | Readonly<{ stratum: string; position: number }>
    | Readonly<{ probabilities: readonly number[]; G: readonly number[] }>
  )

export type Author = Readonly<{ id: string; name: string; role: string }>
/** `at` is an instant, ISO 8601. */
export type Entry = Readonly<{ number: number; at: string; by: Author }> & Act
export type Line = Readonly<{ text: string; hash: string }>

/** Adds an entry after `previous` (undefined: the first). The hash is the SHA-256 of the text, the text names the hash before. */
export function writeLine(previous: Line | undefined, { number, kind, at, by, data }: Entry): Line {
  const text = JSON.stringify({ number, kind, at, by, data, previous: previous?.hash ?? '' })
  return { text, hash: sha256(text) }
}

/** The entry of a line, and the hash it says comes before; undefined when the text is none. */
export function readLine({ text }: Line): { entry: Entry; previous: string } | undefined {
  try {
    const { previous, ...entry } = line.parse(JSON.parse(text))
    return { entry, previous }
  } catch {
    return undefined
  }
}

const words = z.string()
const count = z.int().min(1).max(10_000)
const common = {
  name: words,
  unit: z.enum(['group', 'person']),
  arms: z.array(words).min(1),
  ratio: z.array(count),
  factors: z.array(words),
}
const protocol = z
  .discriminatedUnion('method', [
    z.strictObject({ ...common, method: z.literal('blocks-v1'), multipliers: z.array(count).min(1) }),
    z.strictObject({
      ...common,
      method: z.literal('minimisation-v1'),
      weights: z.array(z.number().nonnegative()),
      p: z.number().min(0).max(1),
      measure: z.enum(measures),
    }),
  ])
  .refine(({ arms, ratio }) => arms.length === ratio.length)
  .refine((one) => one.method === 'blocks-v1' || one.weights.length === one.factors.length)
const drawn = { unit: count, arm: words }
const allocation = z.union([
  z.strictObject({ ...drawn, stratum: words, position: count }),
  z.strictObject({ ...drawn, probabilities: z.array(z.number()), G: z.array(z.number()) }),
])
const unit = z.strictObject({
  unit: count,
  levels: z.array(words),
  allowed: z.array(z.int().nonnegative()).min(1).nullable(),
  reason: words.nullable(),
})
const of = <K extends Act['kind'], D extends z.ZodType>(kind: K, data: D) =>
  z.strictObject({
    number: count,
    kind: z.literal(kind),
    at: words,
    by: z.strictObject({ id: words, name: words, role: words }),
    data,
    previous: words,
  })
/** Exactly what `writeLine` writes: a log may come from anywhere. */
const line = z.discriminatedUnion('kind', [
  of('protocol', protocol),
  of('commitment', z.strictObject({ commitment: words })),
  of('unit', unit),
  of('allocation', allocation),
  of('override', z.strictObject({ unit: count, arm: words, reason: words })),
  of('closure', z.strictObject({ reason: words })),
  of('seed', z.strictObject({ seed: words })),
])
