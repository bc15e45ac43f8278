import type { InstrumentUse } from '../../blueprints/blueprint.ts'
import { type Instrument, instrument } from '../../data/instruments.ts'

/**
 * What someone is asked at a moment, in the editions that exist in their language. `textsNeeded`: we may not ship the
 * items, so the site shows a place for the answers and enters texts that it has the right to use.
 */
export function instrumentsFor(
  uses: readonly InstrumentUse[],
  moment: InstrumentUse['moments'][number],
  language: string,
): { instrument: Instrument; textsNeeded: boolean }[] {
  return uses
    .filter((use) => use.moments.includes(moment) && use.languages.some((l) => l === language))
    .map((use) => ({ instrument: instrument(use.id), textsNeeded: instrument(use.id).texts === undefined }))
}

/** Whether anybody is asked anything at a moment. */
export const asksAt = (uses: readonly InstrumentUse[], moment: InstrumentUse['moments'][number]): boolean =>
  uses.some((use) => use.moments.includes(moment))
