// Our engine beside plain local exchange, a genetic algorithm and HiGHS alone: quality against time, and how time grows.
// Run: node bench/compose/run.ts            (about five minutes; writes bench/results/compose.md and compose.svg)
//      node bench/compose/run.ts --try      (seconds; small budgets and tasks, results to the temporary folder)
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from '../../app/shared/root.ts'
import { machine } from '../lib.ts'
import { hold } from './contest.ts'
import { measureExact } from './exact.ts'
import { plot, tables } from './report.ts'

const isTry = process.argv.includes('--try')
const share = isTry ? 0.05 : 1
const folder = isTry ? mkdtempSync(join(tmpdir(), 'passerelle-bench-')) : join(root, 'bench', 'results')
const exact = await measureExact(isTry ? 0.1 : 1)
const contests = await hold(
  share,
  ({ n }) => !isTry || n <= 240,
  (line) => console.error(line),
)
const made = `${new Date().toISOString().slice(0, 10)}, ${machine()}`
writeFileSync(join(folder, 'compose.md'), tables(contests, exact, made))
writeFileSync(join(folder, 'compose.svg'), plot(contests, exact, made))
console.log(`Written: ${join(folder, 'compose.md')} and compose.svg`)
