// How long it takes to read a list of 1,000 rows and to sort it against 10,000 people. Run: node bench/imports.ts
import type { KnownPerson } from '../app/features/imports/imports.ts'
import { preview } from '../app/features/imports/preview.ts'
import { givenRow, givenXlsx } from '../app/features/imports/reading/given-files.ts'
import { readFile } from '../app/features/imports/reading/read-file.ts'

const syllables =
  'ka ri mo lé zo na dim şa hin nu ñez mül ler fa vre pe tit ro si tes fay ko val sil va an drii sel am'.split(' ')
const word = (seed: number, length: number) => {
  const parts = Array.from(
    { length },
    (_, at) => syllables[Math.floor(seed / syllables.length ** at) % syllables.length],
  )
  return parts.join('').replace(/^./, (letter) => letter.toUpperCase())
}
const name = (at: number) => ({ firstName: word(at * 31, 2 + (at % 2)), lastName: word(at * 17, 3) })
// A fifth are registered on the first of January, as in life.
const born = (seed: number) => {
  const at = (seed * 7919) % 16_000
  const day = new Date(Date.UTC(1960, 0, 1 + at)).toISOString().slice(0, 10)
  return seed % 5 === 0 ? `${day.slice(0, 4)}-01-01` : day
}

const known: KnownPerson[] = Array.from({ length: 10_000 }, (_, at) => ({
  id: `p${at}`,
  held: at % 3 !== 0,
  ...name(at),
  birthDate: born(at),
  phone: `+41 79 ${1_000_000 + at}`,
}))
const header = ['Nom', 'Prénom', 'Né le', 'Tél', 'Langue', 'Localité']
const lines = Array.from({ length: 1_000 }, (_, at) => {
  const { firstName, lastName } = name(at * 5)
  return [lastName, firstName, born(at % 3 ? at * 5 : at * 5 + 1), `079 ${1_000_000 + at}`, 'français', 'Rivemont']
})

const csv = Buffer.from([header, ...lines].map((line) => line.join(';')).join('\n'))
const xlsx = givenXlsx([{ name: 'Liste', xml: [header, ...lines].map((line, at) => givenRow(at + 1, line)).join('') }])
for (const [kind, bytes] of [
  ['csv', csv],
  ['xlsx', xlsx],
  ['csv, warm', csv],
  ['xlsx, warm', xlsx],
] as const) {
  const start = performance.now()
  const workbook = readFile(bytes, 'liste')
  const read = performance.now()
  if (!workbook.ok) throw new Error(workbook.key)
  const result = preview(workbook.value, {}, known, { today: '2026-12-01', country: 'CH' })
  const end = performance.now()
  if (!result.ok) throw new Error(result.key)
  const kinds = Object.groupBy(result.value.outcomes, (one) => one.kind)
  const counts = Object.entries(kinds)
    .map(([one, list]) => `${one} ${list?.length}`)
    .join(', ')
  console.log(`${kind}: read ${Math.round(read - start)} ms, preview ${Math.round(end - read)} ms (${counts})`)
}
