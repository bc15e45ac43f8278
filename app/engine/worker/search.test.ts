import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { example } from '../../../test/support/lists.ts'
import { compose } from '../groups/compose.ts'
import { faultsOf } from '../groups/rules.ts'
import { startSearch } from './search.ts'

const list = example(24)
const mode = 'mixed'

test('a search on its thread finds what the engine finds here, and then proves it', async () => {
  const search = startSearch(list, { mode, seed: 7, iterations: 50_000, proveMs: 60_000 })
  const outcome = await search.outcome
  if (outcome.kind !== 'composed') throw new Error(outcome.kind)
  const { assignment, score } = compose(list, { mode, seed: 7, iterations: 50_000, clock: () => 0 })
  expect(outcome.composed).toMatchObject({ assignment, score })
  expect(await search.proof).toMatchObject({ proof: 'optimal', bound: score })
  await search.end()
})

test('a search without an end tells how far it is, and ends with a sound plan when it is stopped', async () => {
  const search = startSearch(list, { mode, seed: 1, budgetMs: 3_600_000 })
  while (!search.progress()) await new Promise((done) => setTimeout(done, 10))
  expect(search.progress()).toMatchObject({ seats: expect.any(Number) })
  search.stop()
  const outcome = await search.outcome
  if (outcome.kind !== 'composed') throw new Error(outcome.kind)
  expect(outcome.composed.isCut).toBe(true)
  expect(faultsOf(list, outcome.composed.assignment)).toEqual([])
  expect(await search.proof).toBeUndefined()
})

test('what can’t be kept is said by its code', async () => {
  const at = list.persons.map(() => 0)
  const search = startSearch(list, { mode, seed: 1, iterations: 1000, fixed: { at, sealed: [] } })
  expect(await search.outcome).toEqual({ kind: 'impossible', code: 'pinned' })
  expect(await search.proof).toBeUndefined()
})

test('a thread that is ended, or that breaks, fails its search and nothing else', async () => {
  const ended = startSearch(list, { mode, seed: 1, budgetMs: 3_600_000 })
  await ended.end()
  expect((await ended.outcome).kind).toBe('failed')

  const folder = mkdtempSync(join(tmpdir(), 'passerelle-worker-'))
  for (const [name, program] of [
    ['throws.js', 'throw new Error("broken")'],
    ['exits.js', 'process.exit(1)'],
    ['absent.js', undefined],
  ] as const) {
    const file = join(folder, name)
    if (program) writeFileSync(file, program)
    const search = startSearch(list, { mode, seed: 1, iterations: 1000 }, pathToFileURL(file))
    expect((await search.outcome).kind, name).toBe('failed')
    expect(await search.proof, name).toBeUndefined()
  }
  rmSync(folder, { recursive: true })
})
