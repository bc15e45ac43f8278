import type { Opened, Vault } from '../../../shared/vault/vault.ts'
import type { NextStep } from '../profile.ts'

/** A sealed column as text; null when it is empty or can't be read any more. */
export function openText(
  vault: Vault,
  personId: string,
  place: { table: string; column: string; row: string },
  sealed: Uint8Array | null,
): string | null {
  if (!sealed) return null
  const opened: Opened = vault.open(personId, place, sealed)
  return opened.state === 'open' ? opened.text : null
}

/** A rating's comment stands in a row without an id of its own. */
export const commentPlace = (sheetId: string, competence: string) => ({
  table: 'ratings',
  column: 'comment',
  row: `${sheetId}/${competence}`,
})

/** A next step is one sealed text with its date and helper inside. */
export const packStep = (step: NextStep): string => JSON.stringify(step)

export function unpackStep(text: string): NextStep {
  try {
    const step = JSON.parse(text) as NextStep
    return typeof step === 'object' && typeof step.what === 'string' ? step : { what: text }
  } catch {
    return { what: text }
  }
}
