import { expect, test } from 'vitest'
import { type StaffActor, type StaffRole, staffRoles } from '../../shared/http/actor.ts'
import type { Partner } from './partner.ts'
import * as policies from './policy.ts'

const actor = (role: StaffRole, institutionId = 'here') =>
  ({ kind: 'staff', role, institutionId, id: role }) as StaffActor
const partner = (institutionId: string, own = false) => ({ institutionId, own }) as Partner

const may = (who: StaffActor) => ({
  list: policies.mayList.allows(who, undefined),
  create: policies.mayCreate.allows(who, undefined),
  editOurs: policies.mayEdit.allows(who, partner('here')),
  editTheirs: policies.mayEdit.allows(who, partner('there')),
  editOwnOffer: policies.mayEdit.allows(who, partner('here', true)),
  noteTheirs: policies.mayNote.allows(who, partner('there')),
  retireOurs: policies.mayRetire.allows(who, partner('here')),
  retireTheirs: policies.mayRetire.allows(who, partner('there')),
  import: policies.mayImport.allows(who, undefined),
  export: policies.mayExport.allows(who, undefined),
  refer: policies.mayRefer.allows(who, {} as never),
})
type Verb = keyof ReturnType<typeof may>

const writing: Verb[] = ['list', 'create', 'editOurs', 'noteTheirs']
const table: Record<StaffRole, Verb[]> = {
  administrator: [],
  coordinator: [...writing, 'editOwnOffer', 'retireOurs', 'import', 'export'],
  'programme-office': [...writing, 'editOwnOffer', 'retireOurs', 'export'],
  coach: [...writing, 'refer'],
  trainee: ['list', 'refer'],
  'social-worker': [...writing, 'refer'],
  'measures-officer': writing,
}

test.each(staffRoles)('what a %s may do', (role) => {
  const allowed = Object.entries(may(actor(role))).flatMap(([verb, yes]) => (yes ? [verb] : []))
  expect(allowed.sort()).toEqual([...table[role]].sort())
})
