import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { asFile, structure } from './given-files.ts'
import { limits, readRecords } from './records.ts'

const all = Array.from({ length: 500 }, (_, at) => structure(at + 1))
const read = (text: string) => {
  const found = readRecords(text)
  if (!found.ok) throw new Error(found.key)
  return found.value
}
const brokenOf = (text: string) => read(text).filter((one) => !one.value)

describe('a file with one broken record in 500', () => {
  const lines = all.map((one) => JSON.stringify(one))
  test.each([
    ['a quote is missing', (line: string) => line.replace('"nom":"Maison', '"nom":Maison')],
    ['the closing quote is missing', (line: string) => line.replace('Maison 250"', 'Maison 250')],
    ['a comma is missing', (line: string) => line.replace('","nom"', '""nom"')],
    ['a comma is too many', (line: string) => line.replace('}', ',}')],
    ['its brace is not closed', (line: string) => line.replace('}', '')],
    ['a bracket is too many', (line: string) => line.replace('}', ']}')],
    ['it ends in the middle', (line: string) => line.slice(0, 60)],
  ])('because %s: 499 are read, and the one is told by its line', (_, broken) => {
    const text = `[\n${lines.map((line, at) => (at === 249 ? broken(line) : line)).join(',\n')}\n]`
    const records = read(text)
    expect(records.filter((one) => one.value)).toHaveLength(499)
    expect(records.filter((one) => !one.value)).toMatchObject([{ number: 250, line: 251 }])
    expect(records.at(-1)).toMatchObject({ number: 500, line: 501, called: 'Maison 500' })
  })
  test('on a single line without any break costs no other either', () => {
    const text = `[${lines.map((line, at) => (at === 249 ? line.replace('}', '') : line)).join(',')}]`
    expect(read(text).filter((one) => one.value)).toHaveLength(499)
    expect(brokenOf(text)).toMatchObject([{ number: 250, line: 1, called: 'annuaire--s250' }])
  })
})

describe('the shapes that files have', () => {
  const two = all.slice(0, 2)
  test.each([
    ['a list', JSON.stringify(two)],
    ['a list in print', JSON.stringify(two, null, 2)],
    ['lists under names', JSON.stringify({ structures: two, services: [] })],
    ['an answer of the interface', JSON.stringify({ total: 2, page: 1, items: two }, null, 1)],
    ['a record a line', two.map((one) => JSON.stringify(one)).join('\n')],
    ['a single record', JSON.stringify(two[0])],
  ])('%s', (name, text) => {
    const records = read(text)
    expect(records.map(({ value }) => value)).toEqual(name === 'a single record' ? [two[0]] : two)
  })
  test('braces and brackets inside texts are texts', () => {
    const odd = structure(1, { description: 'a { b } ] "quoted" \\ and \n a break' })
    expect(read(asFile([odd, structure(2)])).map(({ value }) => value?.description)).toEqual([
      odd.description,
      structure(2).description,
    ])
  })
})

describe('what is no such file', () => {
  test.each([
    ['nothing', ''],
    ['words', 'Bonjour'],
    ['an empty list', '[]'],
  ])('%s holds no record', (_, text) => {
    expect(readRecords(text)).toMatchObject({ ok: false, key: 'partners.import.file.noRecords' })
  })
  test('more records than allowed', () => {
    const text = asFile(Array.from({ length: limits.records + 1 }, (_, at) => ({ id: at })))
    expect(readRecords(text)).toMatchObject({ ok: false, key: 'partners.import.file.tooMany' })
  })
  test('nothing but braces or quotes is given up, soon', () => {
    for (const sign of ['{', '{"', '{"a":[', '{"id":"x'])
      expect(readRecords(sign.repeat(200_000)).ok && brokenOf(sign.repeat(200_000)).length > limits.records).toBe(false)
  }, 20_000)
  test('any text at all gets an answer', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('{', '}', '[', ']', '"', ',', ':', '\\', '\n', 'id', '1', 'é')), (signs) => {
        const found = readRecords(signs.join(''))
        return found.ok ? found.value.length > 0 : found.key.startsWith('partners.import.file.')
      }),
      { numRuns: 500 },
    )
  })
})
