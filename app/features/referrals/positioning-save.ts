import type { Tx } from '../../shared/db/database.ts'
import type { StaffActor } from '../../shared/http/actor.ts'
import { writesClass } from '../mandates/classes.ts'
import type { EvaluationFacts, Sheet } from './positioning.ts'
import type { PositioningTyped } from './positioning-form.ts'
import { addLevels, saveEvaluationFacts, saveIdentityPart, saveSheet } from './positioning-store.ts'

type Given = PositioningTyped & {
  groupLanguages?: string[]
  before: { sheet: Sheet; facts: EvaluationFacts | undefined }
}

/** Writes what changed, class by class, as far as the actor's role writes the class. */
export async function savePositioning(
  tx: Tx,
  actor: StaffActor,
  person: { id: string; institutionId: string },
  { sheet, facts, levels, groupLanguages, before }: Given,
): Promise<void> {
  const { birthYear, birthYearWithheld, gender, ...rest } = sheet
  const identity = writesClass(actor.role, 'identity')
  if (identity && (birthYear !== before.sheet.birthYear || gender !== before.sheet.gender))
    await saveIdentityPart(tx, person.id, { birthYear, gender })
  if (writesClass(actor.role, 'language')) {
    await saveSheet(tx, person.id, actor.id, {
      ...rest,
      ...(groupLanguages ? { groupLanguages } : {}),
      ...(identity ? { birthYearWithheld } : {}),
    })
    await addLevels(tx, person.id, actor.id, levels)
  }
  const isNew = Object.values(facts).some((value) => value !== null)
  if (writesClass(actor.role, 'social-aid') && (before.facts || isNew))
    await saveEvaluationFacts(tx, { personId: person.id, institutionId: person.institutionId }, facts)
}
