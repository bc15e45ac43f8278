import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { detectDelimiter, readCsv } from './csv.ts'
import { decodeText } from './encoding.ts'
import { readFile } from './read-file.ts'

const table = (text: string) => {
  const csv = readCsv(text)
  if (!csv.ok) throw new Error(csv.key)
  return csv.value.rows.map((row) => [row.number, ...row.cells.map((cell) => cell.text)])
}

describe('the sign between the cells', () => {
  it.each([
    [
      'semicolons, with commas in the addresses',
      'Nom;Prénom;Adresse\nPetit;Zoé;Rue du Lac 3, Rivemont\nRey;Léo;Quai 4, Rivemont',
      ';',
    ],
    ['commas', 'Last name,First name\nPetit,Zoé\nRey,Léo', ','],
    ['tabs', 'Nom\tPrénom\nPetit\tZoé', '\t'],
    ['bars', 'Nom|Prénom|NPA\nPetit|Zoé|2500', '|'],
    ['a title above', 'Liste, état au 3 mars, version 2\n\nNom;Prénom\nPetit;Zoé\nRey;Léo', ';'],
    ['signs inside quotes', 'Nom,Note\nPetit,"a;b;c"\nRey,"d;e;f"', ','],
    ['one column only', 'Prénom\nZoé', ';'],
  ])('%s', (_, text, delimiter) => expect(detectDelimiter(text)).toBe(delimiter))

  it('is taken from the line Excel writes for it', () => {
    expect(table('sep=|\nNom|Prénom\nPetit|Zoé')).toEqual([
      [2, 'Nom', 'Prénom'],
      [3, 'Petit', 'Zoé'],
    ])
  })
})

describe('rows and quotes', () => {
  it('keeps line breaks and signs inside quotes, and counts rows as a spreadsheet does', () => {
    expect(table('Nom;Adresse\r\n"Rey";"Quai 4\r\n2500 Rivemont"\r\n;\r\n\r\n"dit ""Le Grand""";x\r\n')).toEqual([
      [1, 'Nom', 'Adresse'],
      [2, 'Rey', 'Quai 4\n2500 Rivemont'],
      [5, 'dit "Le Grand"', 'x'],
    ])
  })

  it('takes a quote in the middle of a cell as a letter', () => {
    expect(table('Nom;Prénom\nPetit;Jean "Jojo"\nRey;Léo')).toEqual([
      [1, 'Nom', 'Prénom'],
      [2, 'Petit', 'Jean "Jojo"'],
      [3, 'Rey', 'Léo'],
    ])
  })

  it.each([
    ['never closed', 'Nom;Prénom\nRey;Léo\n"Petit;Zoé\nFavre;Ali\nDemir;Aylin'],
    ['closed far below by another', 'Nom;Prénom\nRey;Léo\n"Petit;Zoé\nFavre;Ali\nDemir;"Aylin"'],
    ['closed in the middle of its cell', 'Nom;Prénom\nRey;Léo\n"Petit "x" y;Zoé\nFavre;Ali\nDemir;Aylin'],
  ])('a quote %s spoils its own line only', (_, text) => {
    const csv = readCsv(text)
    expect(csv.ok && csv.value.rows.map((row) => [row.number, row.problem?.key, row.problem?.params?.line])).toEqual([
      [1, undefined, undefined],
      [2, undefined, undefined],
      [3, 'imports.row.brokenQuotes', 3],
      [4, undefined, undefined],
      [5, undefined, undefined],
    ])
  })

  it('gives up on a file of broken quotes', () => {
    expect(readCsv('"a"b\n'.repeat(300))).toMatchObject({ ok: false, key: 'imports.file.tooManyBrokenLines' })
  })

  it('refuses more rows than a caseload has', () => {
    expect(readCsv('a;b\n'.repeat(6000))).toMatchObject({
      ok: false,
      key: 'imports.file.tooManyRows',
      params: { most: 5000 },
    })
  })
})

describe('how the letters were written', () => {
  const text = 'Nom;Prénom;Ort\nNuñez;Zoé;Zürich\nMüller;Jérôme;Genève\nÄschbacher;Élodie;Neuchâtel\n'
  it.each([
    ['utf-8', Buffer.from(text)],
    ['utf-8', Buffer.from(`\ufeff${text}`)],
    ['utf-16le', Buffer.concat([Buffer.from([0xff, 0xfe]), iconv.encode(text, 'utf-16le')])],
    ['utf-16be', Buffer.concat([Buffer.from([0xfe, 0xff]), iconv.encode(text, 'utf-16be')])],
    ['utf-16le', iconv.encode(text, 'utf-16le')],
    ['utf-16be', iconv.encode(text, 'utf-16be')],
    ['windows-1252', iconv.encode(text, 'windows-1252')],
    ['macintosh', iconv.encode(text, 'macintosh')],
    ['cp850', iconv.encode(text, 'cp850')],
  ])('%s', (encoding, bytes) => {
    const decoded = decodeText(bytes)
    expect(decoded?.encoding).toBe(encoding)
    expect(decoded?.text.replace('\ufeff', '')).toBe(text)
  })

  it.each([
    'Andr\u00e9',
    'M\u00fcller \u2013 Stra\u00dfe',
    'l\u2019ami \u00ab oui \u00bb',
    'Nu\u00f1ez',
    'prix 5 \u20ac',
    '\u00c9lodie',
    'BR\u00dcLHART',
  ])('Windows-1252 even when little tells: %s', (line) => {
    expect(decodeText(iconv.encode(line, 'windows-1252'))?.text).toBe(line)
  })
})

describe('files that are no table', () => {
  it.each([
    ['an old Excel file', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]), 'imports.file.xls'],
    [
      'a locked Excel file',
      Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.from('EncryptedPackage', 'utf16le')]),
      'imports.file.password',
    ],
    ['a PDF', Buffer.from('%PDF-1.7'), 'imports.file.pdf'],
    ['a web page named .xls', Buffer.from('<html><table><tr><td>Nom</td></tr></table>'), 'imports.file.webPage'],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13, 1, 2, 3]), 'imports.file.unknownKind'],
    ['nothing', Buffer.alloc(0), 'imports.file.empty'],
    ['blank lines', Buffer.from('\n\n;;\n'), 'imports.file.empty'],
    ['half a zip', Buffer.from('PK\u0003\u0004 and no more'), 'imports.file.damaged'],
    ['too much', Buffer.alloc(11 * 1024 * 1024, 65), 'imports.file.tooLarge'],
  ])('%s', (_, bytes, key) => expect(readFile(bytes, 'liste.csv')).toMatchObject({ ok: false, key }))
})
