import type { Tx } from '../../../shared/db/database.ts'
import type { Vault } from '../../../shared/vault/vault.ts'
import { ownSheet, type Profile, thirdSheets, type Workbook } from '../profile.ts'
import { type ProfileState, stateOf } from '../rules/states.ts'
import { listChoices, listEvidence, listLines, listTalks } from './own-words.ts'
import { listPicks } from './profiles.ts'
import { listSheets } from './sheets.ts'
import { listVersions } from './versions.ts'

/** Everything of one profile that the actor may see; the database leaves out the rest. */
export async function loadWorkbook(tx: Tx, vault: Vault, profile: Profile): Promise<Workbook> {
  const person = await tx
    .selectFrom('persons')
    .select(['first_name', 'last_name', 'language'])
    .where('id', '=', profile.personId)
    .executeTakeFirst()
  return {
    profile,
    person: {
      firstName: person?.first_name ?? '',
      lastName: person?.last_name ?? null,
      language: person?.language ?? null,
    },
    picks: await listPicks(tx, profile.id),
    sheets: await listSheets(tx, vault, profile.id),
    evidence: await listEvidence(tx, vault, profile.id),
    lines: await listLines(tx, vault, profile.id),
    talks: await listTalks(tx, vault, profile.id),
    choices: await listChoices(tx, profile.id),
    versions: await listVersions(tx, profile.id),
  }
}

export function workbookState(book: Workbook): ProfileState {
  const latest = book.versions.at(-1)
  return stateOf({
    opened: true,
    selfIn: ownSheet(book)?.handedInAt != null,
    thirdIn: thirdSheets(book).some((s) => s.handedInAt !== null),
    latestVersion: latest ? (latest.handOver ? 'handed-over' : 'kept') : 'none',
  })
}
