import type { Tx } from '../db/database.ts'
import type { Actor } from './actor.ts'
import { mandateOn } from './mandate-on.ts'
import type { Did, Outcome } from './outcome.ts'

/** Writes the entries of an answer, last before the commit. The sealer links them into the chain afterwards. */
export async function auditEntries(tx: Tx, actor: Actor, entries: Did[], outcome: Outcome): Promise<void> {
  if (entries.length === 0) return
  const result =
    outcome.type === 'redirect' || outcome.type === 'json' || (outcome.type === 'page' && outcome.acted)
      ? 'done'
      : outcome.type === 'page' && outcome.status !== 200
        ? 'refused'
        : 'read'
  const mandates = await mandateOn(
    tx,
    actor,
    entries.flatMap((entry) => entry.person ?? []),
  )
  await tx
    .insertInto('audit_entries')
    .values(
      entries.map((entry) => ({
        actor_kind: actor.kind,
        actor_id: actor.id,
        institution_id: 'institutionId' in actor ? actor.institutionId : null,
        mandate_id: mandates.get(entry.person ?? '')?.id ?? null,
        purpose: mandates.get(entry.person ?? '')?.purpose ?? null,
        act: entry.act,
        object_kind: entry.on?.[0] ?? null,
        object_id: entry.on?.[1] ?? null,
        person_id: entry.person ?? null,
        field_classes: entry.classes ?? [],
        result,
      })),
    )
    .execute()
}
