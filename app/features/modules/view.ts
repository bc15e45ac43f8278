import type { Tx } from '../../shared/db/database.ts'
import type { StaffActor } from '../../shared/http/actor.ts'
import type { PlainDate } from '../../shared/time/dates.ts'
import type { Vault } from '../../shared/vault/vault.ts'
import { seesClass } from '../mandates/classes.ts'
import type { ModuleView } from './pages/show.tsx'
import { mayJoin, mayRate } from './policy.ts'
import { standingOf } from './rules.ts'
import { listMemberships, readChanges } from './store.ts'
import type { Enrolled } from './subject.ts'

/** Every module of the programme as the actor may see it of this person. */
export async function viewModules(
  tx: Tx,
  vault: Vault,
  actor: StaffActor,
  enrolled: Enrolled,
  today: PlainDate,
): Promise<ModuleView[]> {
  const { enrolment, programme, blueprint } = enrolled
  const memberships = await listMemberships(tx, enrolment.id)
  const changes = seesClass(actor.role, 'follow-up') ? await readChanges(tx, vault, enrolment.id, blueprint) : null
  return (blueprint.modules ?? []).map((module) => {
    const own = memberships.filter((one) => one.module === module.key)
    return {
      module,
      standing: standingOf(module, programme.settings.moduleOpenings, today),
      membership: own.find(({ until }) => until === null) ?? own.at(-1),
      changes: changes?.filter((change) => change.module.key === module.key) ?? null,
      can: {
        join: mayJoin.allows(actor, { ...enrolled, module }),
        rate: mayRate.allows(actor, { ...enrolled, module }),
      },
    }
  })
}
