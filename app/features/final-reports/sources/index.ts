import type { ReportFacts } from '../../../blueprints/parts/final-report.ts'
import type { Facts } from '../facts.ts'
import { aim } from './aim.ts'
import { attendance } from './attendance.ts'
import { changes } from './changes.ts'
import { evaluations } from './evaluations.ts'
import { levels } from './levels.ts'
import { obstacles } from './obstacles.ts'
import { path } from './path.ts'
import type { Source, SourceGiven } from './source.ts'

const sources: Record<ReportFacts, Source> = {
  path,
  attendance,
  levels,
  changes,
  obstacles,
  evaluations,
  aim,
}

/** What is known for these facts today, as far as the author may see it and their side tells it; null when nothing is. */
export async function gather(facts: ReportFacts | undefined, given: SourceGiven): Promise<Facts | null> {
  if (!facts) return null
  const { lines, tables } = await sources[facts](given)
  return lines.length === 0 && tables.length === 0 ? null : { asOf: given.today, lines, tables }
}
