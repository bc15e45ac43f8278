import { sql, type Tx } from '../../shared/db/database.ts'
import type { StaffActor } from '../../shared/http/actor.ts'
import type { PlainDate } from '../../shared/time/dates.ts'
import type { Opened, Vault } from '../../shared/vault/vault.ts'

export const yearsOutOfWork = ['under-1', '1-2', '3-5', '6-10', 'over-10', 'never-worked', 'not-disclosed'] as const
export const vocationalTraining = ['none', 'started', 'completed-here', 'completed-abroad', 'not-disclosed'] as const

/** Facts of the class "social-aid"; null is not known yet. */
export type SocialAid = {
  reference: string | null
  firstAidOn: PlainDate | null
  yearsOutOfWork: (typeof yearsOutOfWork)[number] | null
  vocationalTraining: (typeof vocationalTraining)[number] | null
}

/** Empty for whoever does not hold the class. */
export async function readSocialAid(tx: Tx, personId: string): Promise<SocialAid> {
  const row = await tx
    .selectFrom('person_social_aid')
    .select(['reference', 'first_aid_on', 'years_out_of_work', 'vocational_training'])
    .where('person_id', '=', personId)
    .executeTakeFirst()
  return {
    reference: row?.reference ?? null,
    firstAidOn: row?.first_aid_on ?? null,
    yearsOutOfWork: (row?.years_out_of_work ?? null) as SocialAid['yearsOutOfWork'],
    vocationalTraining: (row?.vocational_training ?? null) as SocialAid['vocationalTraining'],
  }
}

export async function saveSocialAid(tx: Tx, actor: StaffActor, personId: string, aid: SocialAid): Promise<void> {
  const values = {
    reference: aid.reference,
    first_aid_on: aid.firstAidOn,
    years_out_of_work: aid.yearsOutOfWork,
    vocational_training: aid.vocationalTraining,
    updated_at: sql<Date>`now()`,
  }
  await tx
    .insertInto('person_social_aid')
    .values({ person_id: personId, institution_id: actor.institutionId, ...values })
    .onConflict((one) => one.column('person_id').doUpdateSet(values))
    .execute()
}

/** Declared health, residence and permit: sealed with the person's key. */
export type Sensitive = { health: Opened | null; permit: Opened | null; validUntil: Opened | null }

export async function readSensitive(tx: Tx, vault: Vault, personId: string): Promise<Sensitive> {
  const health = await tx
    .selectFrom('person_health')
    .select('declared')
    .where('person_id', '=', personId)
    .executeTakeFirst()
  const residence = await tx
    .selectFrom('person_residence')
    .select(['permit', 'valid_until'])
    .where('person_id', '=', personId)
    .executeTakeFirst()
  const open = (table: string, column: string, sealed: Uint8Array | null | undefined) =>
    sealed ? vault.open(personId, { table, column, row: personId }, sealed) : null
  return {
    health: open('person_health', 'declared', health?.declared),
    permit: open('person_residence', 'permit', residence?.permit),
    validUntil: open('person_residence', 'valid_until', residence?.valid_until),
  }
}

export type NewSensitive = { health: string | null; permit: string | null; validUntil: PlainDate | null }

export async function saveSensitive(
  tx: Tx,
  vault: Vault,
  actor: StaffActor,
  personId: string,
  given: NewSensitive,
): Promise<void> {
  const seal = (table: string, column: string, text: string | null) =>
    text === null ? null : vault.seal(personId, { table, column, row: personId }, text)
  const by = { updated_at: sql<Date>`now()`, updated_by: actor.id }
  const health = { declared: seal('person_health', 'declared', given.health), ...by }
  const residence = {
    permit: seal('person_residence', 'permit', given.permit),
    valid_until: seal('person_residence', 'valid_until', given.validUntil),
    ...by,
  }
  await tx
    .insertInto('person_health')
    .values({ person_id: personId, ...health })
    .onConflict((one) => one.column('person_id').doUpdateSet(health))
    .execute()
  await tx
    .insertInto('person_residence')
    .values({ person_id: personId, ...residence })
    .onConflict((one) => one.column('person_id').doUpdateSet(residence))
    .execute()
}
