import { describe, expect, it } from 'vitest'
import writeXlsxFile from 'write-excel-file/node'
import type { Sheet, Workbook } from '../imports.ts'
import { givenRow, givenXlsx, givenZip } from './given-files.ts'
import { inZeroFormat, isDateFormat, serialDate } from './number-format.ts'
import { readFile } from './read-file.ts'

const opened = (bytes: Buffer): Workbook => {
  const workbook = readFile(bytes, 'liste.xlsx')
  if (!workbook.ok) throw new Error(workbook.key)
  return workbook.value
}
const cells = (sheet: Sheet | undefined) =>
  sheet?.rows.map((row) => [row.number, ...row.cells.map((cell) => `${cell.kind}:${cell.text}`)])

describe('a workbook as Excel writes it', () => {
  it('gives texts, dates and numbers as one sees them', async () => {
    const bytes = await writeXlsxFile([
      [{ value: 'Nom' }, { value: 'Né le' }, { value: 'Téléphone' }],
      [],
      [
        { value: "O'Brien & <fils>" },
        { value: new Date(Date.UTC(1990, 2, 9)), type: Date, format: 'dd/mm/yyyy' },
        { value: 7561234567890, type: Number },
      ],
      [{ value: '李' }, { value: 32941, type: Number }, { value: '079 000 00 01' }],
    ]).toBuffer()
    expect(cells(opened(bytes).sheets[0])).toEqual([
      [1, 'text:Nom', 'text:Né le', 'text:Téléphone'],
      [3, "text:O'Brien & <fils>", 'date:1990-03-09', 'number:7561234567890'],
      [4, 'text:李', 'number:32941', 'text:079 000 00 01'],
    ])
  })

  it('gives every sheet that has rows, hidden ones marked', () => {
    const sheets = opened(
      givenXlsx([
        { name: 'Liste &amp; suite', xml: givenRow(1, ['Nom']) },
        { name: 'Vide', xml: '' },
        { name: 'Codes', state: 'hidden', xml: givenRow(1, ['x']) },
      ]),
    ).sheets
    expect(sheets.map(({ name, hidden }) => [name, hidden])).toEqual([
      ['Liste & suite', false],
      ['Codes', true],
    ])
  })
})

describe('what happens to cells', () => {
  const sheet = (xml: string, options?: { strings?: string[]; from1904?: boolean }) =>
    cells(
      opened(givenXlsx([{ name: 'a', xml: `${givenRow(1, ['Nom'])}<row r="4">${xml}</row>` }], options)).sheets[0],
    )?.[1]?.slice(1)

  it.each([
    ['a date', '<c r="A4" s="1"><v>32941</v></c>', 'date:1990-03-09'],
    ['a date with a time', '<c r="A4" s="1"><v>32941.75</v></c>', 'date:1990-03-09'],
    ['a date cell as text', '<c r="A4" t="d"><v>1990-03-09T00:00:00Z</v></c>', 'date:1990-03-09'],
    ['a phone shown with its zero', '<c r="A4" s="2"><v>791234567</v></c>', 'text:079 123 45 67'],
    ['a postal code shown with its zero', '<c r="A4" s="3"><v>1000</v></c>', 'text:01000'],
    ['a number beyond fifteen figures', '<c r="A4"><v>7.5612345678901235E+17</v></c>', 'number:7.561234567890124E+17'],
    ['a formula and its value', '<c r="A4" t="str"><f>B1&amp;"x"</f><v>Rey</v></c>', 'text:Rey'],
    [
      'a formula that gives an empty text',
      '<c r="A4" t="str"><f>B1</f><v></v></c><c r="B4" t="b"><v>1</v></c>',
      'empty:',
    ],
    ['a formula never calculated', '<c r="A4"><f>B1+1</f><v></v></c>', 'uncalculated:'],
    ['a formula of text never calculated', '<c r="A4" t="str"><f>B1</f></c>', 'uncalculated:'],
    ['a formula gone wrong', '<c r="A4" t="e"><f>B1</f><v>#REF!</v></c>', 'error:#REF!'],
    ['a text of several styles', '<c r="A4" t="s"><v>0</v></c>', 'text:Nuñez\nMaría'],
  ])('%s', (_, xml, shown) => {
    const strings = ['<r><t>Nu</t></r><r><t xml:space="preserve">&#241;ez_x000D_\nMaría</t></r><rPh><t>no</t></rPh>']
    expect(sheet(xml, { strings })?.[0]).toBe(shown)
  })

  it('leaves gaps where cells are missing', () => {
    expect(sheet('<c r="C4" t="inlineStr"><is><t>x</t></is></c>')).toEqual(['empty:', 'empty:', 'text:x'])
  })

  it('counts from 1904 when the workbook does', () => {
    expect(sheet('<c r="A4" s="1"><v>31479</v></c>', { from1904: true })?.[0]).toBe('date:1990-03-09')
  })

  it('reads namespaced elements', () => {
    expect(sheet('<x:c r="A4" t="inlineStr"><x:is><x:t>Rey</x:t></x:is></x:c>')?.[0]).toBe('text:Rey')
  })
})

describe('files that mean harm, or another program', () => {
  it('stops unpacking a bomb, whatever size it states', () => {
    const bomb = { 'xl/workbook.xml': ' '.repeat(80 * 1024 * 1024) }
    expect(readFile(givenZip(bomb), 'a.xlsx')).toMatchObject({ ok: false, key: 'imports.file.unpacksTooLarge' })
    expect(readFile(givenZip(bomb, 10), 'a.xlsx')).toMatchObject({ ok: false, key: 'imports.file.unpacksTooLarge' })
  })

  it('is not led astray by row and column numbers', () => {
    const xml = `<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>far</t></is></c></row>`
    const sheets = opened(givenXlsx([{ name: 'a', xml: givenRow(1, ['Nom']) + xml }])).sheets
    expect(sheets[0]?.rows).toHaveLength(1)
  })

  it('refuses more rows than a caseload has', () => {
    const xml = Array.from({ length: 5100 }, (_, at) => givenRow(at + 1, ['a'])).join('')
    expect(readFile(givenXlsx([{ name: 'a', xml }]), 'a.xlsx')).toMatchObject({
      ok: false,
      key: 'imports.file.tooManyRows',
    })
  })

  it.each([
    [{ 'xl/workbook.bin': 'x' }, 'imports.file.xlsb'],
    [{ mimetype: 'x', 'content.xml': 'x' }, 'imports.file.ods'],
    [{ 'word/document.xml': 'x' }, 'imports.file.unknownKind'],
    [{ 'xl/workbook.xml': '<workbook/>' }, 'imports.file.damaged'],
  ])('tells what a zip is instead: %j', (parts, key) => {
    expect(readFile(givenZip(parts), 'a.xlsx')).toMatchObject({ ok: false, key })
  })

  it('looks no entity up', () => {
    const xml = '<!DOCTYPE a [<!ENTITY x "boom">]><row r="1"><c r="A1" t="inlineStr"><is><t>&x;</t></is></c></row>'
    expect(cells(opened(givenXlsx([{ name: 'a', xml }])).sheets[0])).toEqual([[1, 'text:&x;']])
  })
})

describe('numbers in formats', () => {
  it.each([
    [14, undefined, true],
    [2, undefined, false],
    [164, 'General', false],
    [164, '[$-40C]d mmmm yyyy;@', true],
    [164, 'yyyy"年"m"月"', true],
    [164, '[h]:mm', false],
    [164, '#,##0.00 "dollars"', false],
    [164, '@', false],
  ])('%i %j is a date: %s', (id, code, date) => expect(isDateFormat(id, code)).toBe(date))

  it.each([
    [1, '1900-01-01'],
    [59, '1900-02-28'],
    [61, '1900-03-01'],
    [45360, '2024-03-09'],
    [0.5, null],
    [200000, null],
  ])('serial %d is %s', (serial, date) => expect(serialDate(serial)).toBe(date))

  it.each([
    ['791234567', '0000000000', '0791234567'],
    ['791234567', '"+41" 00 000 00 00', null],
    ['12', '0', null],
    ['1234567', '00000', '1234567'],
    ['1000', '0.00', null],
  ])('%s in %s shows %s', (figures, code, shown) => expect(inZeroFormat(figures, code)).toBe(shown))
})
