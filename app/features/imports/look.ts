// Looking at an import: the kept file read again, as the mapping says, against the files of today. Nothing of it is stored.
import type { Tx } from '../../shared/db/database.ts'
import type { StaffActor } from '../../shared/http/actor.ts'
import type { Services } from '../../shared/http/doors.tsx'
import { accept, type Decision, refuse } from '../../shared/rules.ts'
import type { PlainDate } from '../../shared/time/dates.ts'
import { writesClass } from '../mandates/classes.ts'
import { chooseSheet, type Layout, layOut } from './columns.ts'
import type { Choice, Import } from './import.ts'
import type { Field, KnownPerson, Sheet, Workbook } from './imports.ts'
import type { Mapping } from './mapping.ts'
import { type Plan, planImport } from './plan.ts'
import { type Preview, preview } from './preview.ts'
import { readFile } from './reading/read-file.ts'
import { countryOf, findMapping, listChoices, listKnown, readUpload } from './store.ts'

type Given = { tx: Tx; actor: StaffActor; services: Pick<Services, 'siteKey'>; today: PlainDate }

export type Look = {
  workbook: Workbook
  preview: Preview
  known: KnownPerson[]
  choices: Choice[]
  plan: Plan
  /** Fields of the file that the reader's role may not write: left out. */
  notForRole: Field[]
}

/** The workbook of an import that is still kept; undefined when its file is gone. */
export async function openWorkbook({ tx, services }: Given, one: Import): Promise<Decision<Workbook> | undefined> {
  const bytes = await readUpload(tx, services, one.id)
  return bytes && readFile(bytes, one.fileName)
}

/** What confirming would do, or why the file can't be understood yet. */
export async function lookAt(given: Given, one: Import): Promise<Decision<Look>> {
  const workbook = await openWorkbook(given, one)
  if (!workbook) return refuse('imports.file.gone')
  if (!workbook.ok) return workbook
  return lookAtWorkbook(given, workbook.value, one.mapping, await listChoices(given.tx, one.id))
}

export async function lookAtWorkbook(
  { tx, actor, today }: Pick<Given, 'tx' | 'actor' | 'today'>,
  workbook: Workbook,
  mapping: Mapping,
  choices: Choice[],
): Promise<Decision<Look>> {
  const { mapping: allowed, notForRole } = withinRole(workbook, mapping, actor)
  const known = await listKnown(tx, actor)
  const country = await countryOf(tx, actor.institutionId)
  const found = preview(workbook, allowed, known, { today, country })
  if (!found.ok) return found
  const plan = planImport(found.value.outcomes, choices, known)
  return accept({ workbook, preview: found.value, known, choices, plan, notForRole })
}

const classOf: Partial<Record<Field, 'social-aid' | 'notes'>> = {
  reference: 'social-aid',
  firstAidOn: 'social-aid',
  notes: 'notes',
}

/** Columns of classes that the role may not write are left out: the office imports people, not their notes. */
function withinRole(
  workbook: Workbook,
  mapping: Mapping,
  actor: StaffActor,
): { mapping: Mapping; notForRole: Field[] } {
  const layout = layoutOf(workbook, mapping)
  if (!layout.ok) return { mapping, notForRole: [] }
  const closed = layout.value.layout.columns.filter(({ field }) => {
    const name = field && classOf[field]
    return name && !writesClass(actor.role, name)
  })
  if (closed.length === 0) return { mapping, notForRole: [] }
  const leftOut = Object.fromEntries(closed.map(({ label }) => [label, null]))
  return {
    mapping: { ...mapping, columns: { ...mapping.columns, ...leftOut } },
    notForRole: closed.flatMap(({ field }) => field ?? []),
  }
}

export function layoutOf(
  workbook: Workbook,
  mapping: Mapping,
  options: { evenUnknown?: boolean } = {},
): Decision<{ sheet: Sheet; layout: Layout }> {
  const sheet = chooseSheet(workbook, mapping)
  if (!sheet.ok) return sheet
  const layout = layOut(sheet.value, mapping, options)
  return layout.ok ? accept({ sheet: sheet.value, layout: layout.value }) : layout
}

/** How a new file is to be read: as one with the same headers was read last time. */
export async function rememberedMapping(tx: Tx, workbook: Workbook): Promise<Mapping> {
  const layout = layoutOf(workbook, {})
  const known = layout.ok ? await findMapping(tx, layout.value.layout.fingerprint) : undefined
  // A header that was mapped by hand and is spelt otherwise today: better understood afresh than refused.
  return known && layoutOf(workbook, known).ok ? known : {}
}
