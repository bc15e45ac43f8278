import { newId, sql, type Tx } from '../../../shared/db/database.ts'
import type { StaffActor } from '../../../shared/http/actor.ts'
import type { PlainDate } from '../../../shared/time/dates.ts'
import type { Vault } from '../../../shared/vault/vault.ts'
import { type FollowUpSide, sideOf } from '../../professionals/professional.ts'
import type { Procedure, ProcedureState } from '../follow-up.ts'

type Of = { id: string; personId: string }

const institutionAt = (row: string) => ({ table: 'procedures', column: 'institution', row })
const wordsAt = (row: string) => ({ table: 'procedure_states', column: 'words', row })

async function read(tx: Tx, vault: Vault, by: { enrolmentId?: string; id?: string }): Promise<Procedure[]> {
  const rows = await tx
    .selectFrom('procedures as p')
    .selectAll('p')
    .$if(by.enrolmentId !== undefined, (query) => query.where('p.enrolment_id', '=', by.enrolmentId!))
    .$if(by.id !== undefined, (query) => query.where('p.id', '=', by.id!))
    .orderBy('p.created_at', 'desc')
    .execute()
  if (rows.length === 0) return []
  const states = await tx
    .selectFrom('procedure_states as s')
    .leftJoin('users as u', 'u.id', 's.entered_by')
    .select(['s.id', 's.procedure_id', 's.person_id', 's.state', 's.on_date', 's.words', 'u.name'])
    .where(
      's.procedure_id',
      'in',
      rows.map((row) => row.id),
    )
    .orderBy('s.on_date')
    .orderBy('s.created_at')
    .execute()
  const steps = Map.groupBy(states, (row) => row.procedure_id)
  return rows.map((row) => ({
    id: row.id,
    enrolmentId: row.enrolment_id,
    personId: row.person_id,
    kind: row.kind,
    institution: row.institution === null ? null : vault.open(row.person_id, institutionAt(row.id), row.institution),
    dueOn: row.due_on,
    side: row.side as FollowUpSide,
    sharedOn: row.shared_on,
    steps: (steps.get(row.id) ?? []).map((step) => ({
      id: step.id,
      state: step.state as ProcedureState,
      on: step.on_date,
      by: step.name ?? '',
      words: step.words === null ? null : vault.open(step.person_id, wordsAt(step.id), step.words),
    })),
  }))
}

/** Steps with institutions that the actor may read, the newest first, each with its dated states. */
export const listProcedures = (tx: Tx, vault: Vault, enrolmentId: string): Promise<Procedure[]> =>
  read(tx, vault, { enrolmentId })

export const findProcedure = async (tx: Tx, vault: Vault, id: string): Promise<Procedure | undefined> =>
  (await read(tx, vault, { id }))[0]

export type ProcedureFact = {
  id: string
  enrolmentId: string
  personId: string
  /** A key of the blueprint's `followUp.procedures`; those with `recognition` are what funders ask for. */
  kind: string
  state: ProcedureState
  on: PlainDate
}
/** Every dated state of every step of a programme, the oldest first: for those who coordinate it, without institutions or words. */
export async function listProcedureFacts(tx: Tx, programmeId: string): Promise<ProcedureFact[]> {
  const { rows } = await sql<{
    id: string
    enrolment_id: string
    person_id: string
    kind: string
    state: string
    on_date: PlainDate
  }>`select * from app.procedure_facts(${programmeId}::uuid)`.execute(tx)
  return rows.map((row) => ({
    id: row.id,
    enrolmentId: row.enrolment_id,
    personId: row.person_id,
    kind: row.kind,
    state: row.state as ProcedureState,
    on: row.on_date,
  }))
}

export async function addProcedure(
  tx: Tx,
  vault: Vault,
  actor: StaffActor,
  enrolment: Of,
  opened: { kind: string; institution: string | null; on: PlainDate; dueOn: PlainDate | null; words: string | null },
): Promise<string> {
  const id = newId()
  await tx
    .insertInto('procedures')
    .values({
      id,
      enrolment_id: enrolment.id,
      person_id: enrolment.personId,
      kind: opened.kind,
      institution:
        opened.institution === null ? null : vault.seal(enrolment.personId, institutionAt(id), opened.institution),
      due_on: opened.dueOn,
      side: sideOf(actor.role),
    })
    .execute()
  const procedure = { id, enrolmentId: enrolment.id, personId: enrolment.personId, sharedOn: null }
  await addStep(tx, vault, actor, procedure, { state: 'opened', on: opened.on, words: opened.words })
  return id
}

export async function addStep(
  tx: Tx,
  vault: Vault,
  actor: StaffActor,
  procedure: Pick<Procedure, 'id' | 'enrolmentId' | 'personId' | 'sharedOn'>,
  step: { state: ProcedureState; on: PlainDate; words: string | null },
): Promise<void> {
  const id = newId()
  await tx
    .insertInto('procedure_states')
    .values({
      id,
      procedure_id: procedure.id,
      enrolment_id: procedure.enrolmentId,
      person_id: procedure.personId,
      state: step.state,
      on_date: step.on,
      words: step.words === null ? null : vault.seal(procedure.personId, wordsAt(id), step.words),
      entered_by: actor.id,
      side: sideOf(actor.role),
      shared_on: procedure.sharedOn,
    })
    .execute()
}

export async function setDue(tx: Tx, id: string, dueOn: PlainDate | null): Promise<void> {
  await tx.updateTable('procedures').set({ due_on: dueOn }).where('id', '=', id).execute()
}
