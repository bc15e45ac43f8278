import type { PlainDate } from '../../../shared/time/dates.ts'
import type { Fault, Incoming, IncomingPartner, IncomingService } from './reading.ts'

/** What is here already of an origin. */
export type Known = { id: string; hash: string | null /** Changed by hand since it last came in. */; edited: boolean }
export type KnownRecords = { partners: Map<string, Known>; services: Map<string, Known> }

export const originKey = (source: string, sourceId: string): string => JSON.stringify([source, sourceId])

type Update<T> = T & { id: string; edited: boolean }
export type Part<T> = { create: T[]; update: Update<T>[]; unchanged: number }

/** What an import would write. Every record of the file is in exactly one place. */
export type Plan = { partners: Part<IncomingPartner>; services: Part<IncomingService>; faults: Fault[] }

/** Compares by source and id; the same record again is no change, whatever was edited here since. */
export function planImport(incoming: Incoming, known: KnownRecords): Plan {
  const structures = new Set([
    ...incoming.partners.map(({ origin }) => originKey(origin.source, origin.sourceId)),
    ...known.partners.keys(),
  ])
  const hasStructure = ({ origin, structureId }: IncomingService) =>
    structures.has(originKey(origin.source, structureId))
  const orphans = incoming.services.filter((one) => !hasStructure(one))
  return {
    partners: sort(incoming.partners, known.partners),
    services: sort(incoming.services.filter(hasStructure), known.services),
    faults: [...incoming.faults, ...orphans.map(withoutStructure)].sort(
      (a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) || a.number - b.number,
    ),
  }
}

const withoutStructure = ({ file, number, line, service, structureId }: IncomingService): Fault => ({
  ...{ file, number, line, called: service.name, field: 'structure_id', why: 'noStructure', expected: structureId },
})

function sort<T extends { origin: IncomingPartner['origin'] }>(all: readonly T[], known: Map<string, Known>): Part<T> {
  const part: Part<T> = { create: [], update: [], unchanged: 0 }
  for (const one of all) {
    const here = known.get(originKey(one.origin.source, one.origin.sourceId))
    if (!here) part.create.push(one)
    else if (here.hash === one.origin.hash) part.unchanged += 1
    else part.update.push({ ...one, id: here.id, edited: here.edited })
  }
  return part
}

export type Figures = Record<'created' | 'updated' | 'unchanged' | 'rejected', number>

/** How many records, structures and services together. A record with two faults is one. */
export function figuresOf({ partners, services, faults }: Plan): Figures {
  return {
    created: partners.create.length + services.create.length,
    updated: partners.update.length + services.update.length,
    unchanged: partners.unchanged + services.unchanged,
    rejected: new Set(faults.map(({ file, number }) => `${number} ${file}`)).size,
  }
}

/** A file that somebody brought. */
export type PartnerImport = {
  id: string
  fileName: string
  shared: boolean
  by: string
  createdAt: Date
  confirmedOn: PlainDate | null
  figures: Figures | null
  faults: Fault[]
  isKept: boolean
}
