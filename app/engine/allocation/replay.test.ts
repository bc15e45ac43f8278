import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { blocksList } from './blocks.ts'
import { readBlocks, readMinimisation } from './design.ts'
import { type Act, type Entry, type Line, type Protocol, writeLine } from './log.ts'
import { minimise } from './minimisation.ts'
import { sha256 } from './random.ts'
import { designsOf, drawAll, stratumKey, verifyLog } from './replay.ts'
import { advance, type Study } from './study.ts'

const seed = 'c0ffee00c0ffee00c0ffee00c0ffee00'
const lea = { id: 'lea', name: 'Lea Moser', role: 'coordinator' }
const office = { id: 'office', name: 'Jonas Frei', role: 'programme-office' }
const base = { name: 'Three ways', unit: 'group', arms: ['A', 'B', 'C'], ratio: [1, 1, 2] } as const
const minimisation: Protocol = {
  ...base,
  factors: ['language', 'site'],
  method: 'minimisation-v1',
  weights: [1, 2],
  p: 0.8,
  measure: 'range',
}
const blocks: Protocol = { ...base, factors: ['language', 'site'], method: 'blocks-v1', multipliers: [1, 2] }

const languages = ['fr', 'de']
const sites = ['Rivemont', 'Uferwil', 'Au/Halde']

/** A study from its protocol to its seed, with `n` units and an override now and then. */
function logOf(protocol: Protocol, n: number, { closed = true } = {}): Line[] {
  const lines: Line[] = []
  let study: Study | undefined
  const add = (act: Act, by = lea) => {
    const number = lines.length + 1
    const entry: Entry = { ...act, number, by, at: `2026-11-23T09:00:${String(number % 60).padStart(2, '0')}.000Z` }
    study = advance(study, entry)
    if (!study) throw new Error(`entry ${number} may not come here`)
    lines.push(writeLine(lines.at(-1), entry))
  }
  add({ kind: 'protocol', data: protocol })
  add({ kind: 'commitment', data: { commitment: sha256(seed) } }, office)
  for (let i = 1; i <= n; i++) {
    const allowed = protocol.method === 'minimisation-v1' && i % 5 === 0 ? [0, 2] : null
    const levels = [languages[i % 2]!, sites[(i * i) % 3]!]
    add({ kind: 'unit', data: { unit: i, levels, allowed, reason: allowed && 'No coach for B' } })
    add({ kind: 'allocation', data: drawAll(protocol, seed, study!.units).at(-1)! })
    if (i % 7 === 0) add({ kind: 'override', data: { unit: i, arm: 'A', reason: 'Room closed' } })
  }
  if (closed) {
    add({ kind: 'closure', data: { reason: 'All groups have started' } }, office)
    add({ kind: 'seed', data: { seed } }, office)
  }
  return lines
}

describe.each([
  ['minimisation', minimisation],
  ['blocks', blocks],
])('a log of %s', (_, protocol) => {
  const lines = logOf(protocol, 24)

  test('is reproduced entry by entry from its seed', () => {
    expect(verifyLog(lines)).toMatchObject({ ok: true, firstBad: null, allocations: 24, replayed: 24 })
  })

  test('while the seed is sealed, its chain and order can be checked', () => {
    const running = logOf(protocol, 24, { closed: false })
    expect(verifyLog(running)).toMatchObject({ ok: true, allocations: 24, replayed: 0 })
    expect(verifyLog(running, seed)).toMatchObject({ ok: true, replayed: 24 })
    expect(verifyLog(running, `${seed}0`)).toMatchObject({ ok: false })
  })

  test('one changed character anywhere is found, and where it is', () => {
    fc.assert(
      fc.property(
        fc.nat(lines.length - 1),
        fc.boolean(),
        fc.nat(),
        fc.string({ minLength: 1, maxLength: 1 }),
        (i, inHash, at, put) => {
          const line = lines[i]!
          const whole = inHash ? line.hash : line.text
          const spot = at % whole.length
          fc.pre(whole[spot] !== put)
          const changed = whole.slice(0, spot) + put + whole.slice(spot + 1)
          const forged = lines.with(i, inHash ? { ...line, hash: changed } : { ...line, text: changed })
          expect(verifyLog(forged)).toMatchObject({ ok: false, firstBad: i + 1 })
        },
      ),
      { numRuns: 400 },
    )
  })

  test('a line taken out, put in twice or moved is found', () => {
    for (let i = 0; i < lines.length - 1; i++) {
      expect(verifyLog(lines.toSpliced(i, 1)).ok, `without ${i}`).toBe(false)
      expect(verifyLog(lines.toSpliced(i, 0, lines[i]!)).ok, `${i} twice`).toBe(false)
      expect(verifyLog(lines.with(i, lines[i + 1]!).with(i + 1, lines[i]!)).ok, `${i} moved`).toBe(false)
    }
  })

  test('another arm is found even where every hash was made anew', () => {
    const entries = lines.map(({ text }) => JSON.parse(text) as Entry)
    const at = entries.findIndex(({ kind }) => kind === 'allocation')
    const { data } = entries[at] as Extract<Entry, { kind: 'allocation' }>
    const forged = entries.with(at, { ...entries[at], data: { ...data, arm: data.arm === 'A' ? 'B' : 'A' } } as Entry)
    const chained: Line[] = []
    for (const entry of forged) chained.push(writeLine(chained.at(-1), entry))
    expect(verifyLog(chained)).toMatchObject({ ok: false, firstBad: at + 1 })
    expect(verifyLog(chained).faults[at]).toBe('arm')
  })

  test('another seed than the one committed to is found', () => {
    const entries = lines.map(({ text }) => JSON.parse(text) as Entry)
    const chained: Line[] = []
    for (const entry of entries)
      chained.push(writeLine(chained.at(-1), entry.kind === 'seed' ? { ...entry, data: { seed: 'mine' } } : entry))
    expect(verifyLog(chained).faults.at(-1)).toBe('commitment')
  })

  test('its designs give the same arms through the command line’s reader', () => {
    const { study } = verifyLog(lines)
    const designs = designsOf(study!)
    for (const { stratum, design } of designs) {
      const json: unknown = JSON.parse(JSON.stringify(design))
      const units = study!.units.filter((unit) => stratum === null || stratumKey(unit.levels) === stratum)
      const read = protocol.method === 'blocks-v1' ? readBlocks(json) : readMinimisation(json)
      const arms =
        'stratum' in read
          ? blocksList(read, read.stratum, read.length)
          : minimise(read, read.units).map(({ arm }) => arm)
      expect(arms.map((arm) => read.arms[arm])).toEqual(units.map((unit) => unit.allocation!.arm))
    }
    expect(designs).toHaveLength(
      protocol.method === 'blocks-v1' ? new Set(study!.units.map((u) => stratumKey(u.levels))).size : 1,
    )
  })
})

test('blocks keep every stratum balanced', () => {
  const { study } = verifyLog(logOf({ ...blocks, multipliers: [1] }, 120))
  for (const units of Map.groupBy(study!.units, (unit) => stratumKey(unit.levels)).values()) {
    const whole = units.slice(0, units.length - (units.length % 4))
    const count = (arm: string) => whole.filter((unit) => unit.allocation!.arm === arm).length
    expect([count('A'), count('B'), count('C')]).toEqual([whole.length / 4, whole.length / 4, whole.length / 2])
  }
})

test('a level with a slash has a stratum of its own', () => {
  expect(stratumKey(['fr', 'a/b'])).not.toBe(stratumKey(['fr/a', 'b']))
  expect(stratumKey(['FR', 'Town'])).toBe('FR/Town')
})

describe('what may not follow', () => {
  const [protocol, commitment, unit] = logOf(blocks, 1).map(({ text }) => JSON.parse(text) as Entry)
  const from = (...entries: (Entry | undefined)[]) =>
    entries.reduce<Study | undefined>((study, entry) => advance(study, entry!), undefined)
  const begun = from(protocol, commitment)!

  test('a seed drawn by whoever set the study up', () => {
    expect(advance(from(protocol), { ...commitment!, by: lea })).toBeUndefined()
  })
  test('a unit saved, or an arm drawn, by whoever drew the seed', () => {
    expect(advance(begun, { ...unit!, by: office })).toBeUndefined()
    const saved = advance(begun, unit!)!
    const data = drawAll(blocks, seed, saved.units).at(-1)!
    expect(advance(saved, { kind: 'allocation', number: 4, at: '', by: office, data })).toBeUndefined()
    expect(advance(saved, { kind: 'allocation', number: 4, at: '', by: lea, data })).toBeDefined()
  })
  test('a unit before the seed, an arm without a unit, a second unit before the first one’s arm', () => {
    expect(advance(from(protocol), unit!)).toBeUndefined()
    const data = { unit: 1, arm: 'A', stratum: '', position: 1 }
    expect(advance(begun, { kind: 'allocation', number: 3, at: '', by: lea, data })).toBeUndefined()
    expect(advance(advance(begun, unit!), { ...unit!, data: { ...unit!.data, unit: 2 } } as Entry)).toBeUndefined()
  })
})
