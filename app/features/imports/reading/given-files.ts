// Files for tests, made by hand where a writing library would never make the trap.
import { deflateRawSync } from 'node:zlib'

/** A zip of deflated parts. Sums are left at zero: what the reader must survive is the sizes. `claim` states a false size. */
export function givenZip(parts: Record<string, string>, claim?: number): Buffer {
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const [name, text] of Object.entries(parts)) {
    const packed = deflateRawSync(text)
    const title = Buffer.from(name)
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50, 0)
    local.writeUInt16LE(8, 8)
    local.writeUInt16LE(title.length, 26)
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50, 0)
    entry.writeUInt16LE(8, 10)
    entry.writeUInt32LE(packed.length, 20)
    entry.writeUInt32LE(claim ?? Buffer.byteLength(text), 24)
    entry.writeUInt16LE(title.length, 28)
    entry.writeUInt32LE(at, 42)
    locals.push(local, title, packed)
    directory.push(entry, title)
    at += 30 + title.length + packed.length
  }
  const end = Buffer.alloc(22)
  const count = Object.keys(parts).length
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(count, 10)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...locals, ...directory, end])
}

type GivenSheet = { name: string; state?: string; xml: string }

/** A workbook whose sheets are given as the rows' XML; formats 1 to 4 are a date, ten zeros in groups, five zeros and a text. */
export function givenXlsx(sheets: GivenSheet[], options: { strings?: string[]; from1904?: boolean } = {}): Buffer {
  const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const parts: Record<string, string> = {
    'xl/workbook.xml': `<?xml version="1.0"?><workbook xmlns:r="${relation}"><workbookPr${options.from1904 ? ' date1904="1"' : ''}/><sheets>${sheets
      .map(
        ({ name, state }, at) =>
          `<sheet name="${name}" sheetId="${at + 1}"${state ? ` state="${state}"` : ''} r:id="rId${at + 1}"/>`,
      )
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${sheets
      .map(
        (_, at) =>
          `<Relationship Id="rId${at + 1}" Type="${relation}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`,
      )
      .join('')}</Relationships>`,
    'xl/styles.xml':
      '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="dd\\.mm\\.yyyy;@"/><numFmt numFmtId="165" formatCode="000\\ 000\\ 00\\ 00"/>' +
      '<numFmt numFmtId="166" formatCode="00000"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="165"/>' +
      '<xf numFmtId="166"/><xf numFmtId="49"/></cellXfs></styleSheet>',
    'xl/sharedStrings.xml': `<sst>${(options.strings ?? []).map((text) => `<si>${text}</si>`).join('')}</sst>`,
  }
  sheets.forEach(({ xml }, at) => {
    parts[`xl/worksheets/sheet${at + 1}.xml`] = `<worksheet><sheetData>${xml}</sheetData></worksheet>`
  })
  return givenZip(parts)
}

/** A row of texts as a sheet's XML. */
export function givenRow(number: number, texts: string[]): string {
  const cells = texts.map(
    (text, at) => `<c r="${String.fromCharCode(65 + at)}${number}" t="inlineStr"><is><t>${text}</t></is></c>`,
  )
  return `<row r="${number}">${cells.join('')}</row>`
}
