/**
 * Tagged PDFs from a document model: structure, language, title, bookmarks and embedded letters, so that a screen reader,
 * a search and a copy all find what the eye sees. Left to right only: sheets in Arabic are print pages.
 */
import PDFDocument from 'pdfkit'
import type { Block, DocumentModel } from './model.ts'
import {
  artifact,
  contentWidth,
  type Doc,
  drawText,
  type Element,
  ensureSpace,
  group,
  hairline,
  page,
  registerFonts,
  type Style,
  styles,
  tagged,
  textHeight,
} from './pen.ts'
import { drawTable } from './table.ts'

export type { Block, DocumentModel, Line, TableRow } from './model.ts'

/** `unprintable`: characters that the typeface lacks (Arabic, Chinese…): they come out as boxes, so tell whoever prints. */
export type Pdf = Readonly<{ bytes: Buffer; pages: number; unprintable: readonly string[] }>

export async function renderPdf(model: DocumentModel): Promise<Pdf> {
  const doc = new PDFDocument({
    size: 'A4',
    margins: page,
    bufferPages: true,
    pdfVersion: '1.7',
    tagged: true,
    lang: model.lang,
    displayTitle: true,
    font: '',
    info: {
      Title: model.title,
      Author: model.author,
      ...(model.subject ? { Subject: model.subject } : {}),
      Creator: 'Passerelle',
      CreationDate: model.createdAt,
      ModDate: model.createdAt,
    },
  })
  const chunks: Buffer[] = []
  doc.on('data', (chunk: Buffer) => chunks.push(chunk))
  const finished = new Promise<void>((resolve, reject) => {
    doc.on('end', resolve)
    doc.on('error', reject)
  })
  registerFonts(doc)
  doc.font('regular')

  const root = doc.struct('Document', { lang: model.lang })
  doc.addStructure(root)
  const outline = doc.outline.addItem(model.title)
  model.blocks.forEach((block, i) => {
    if (block.kind === 'heading' && block.level === 2) outline.addItem(block.text)
    drawBlock(doc, root, block, model.blocks[i + 1])
  })
  root.end()
  const pages = finishPages(doc, model)
  doc.end()
  await finished
  return { bytes: Buffer.concat(chunks), pages, unprintable: unprintable(doc, model) }
}

const headingStyles: Record<1 | 2 | 3, { style: Style; before: number; after: number }> = {
  1: { style: styles.h1, before: 0, after: 4 },
  2: { style: styles.h2, before: 14, after: 3 },
  3: { style: styles.h3, before: 7, after: 0 },
}

function drawBlock(doc: Doc, root: Element, block: Block, next: Block | undefined): void {
  const width = contentWidth(doc)
  switch (block.kind) {
    case 'heading': {
      const { style, before, after } = headingStyles[block.level]
      const height = textHeight(doc, block.text, width, style)
      // A heading never stands alone at the foot of a page; a table brings its own head and first row along.
      const fresh = ensureSpace(doc, before + height + after + (next?.kind === 'table' ? 110 : 42))
      const at = doc.y + (fresh || doc.y <= page.top ? 0 : before)
      tagged(doc, root, `H${block.level}`, () => drawText(doc, block.text, page.left, at, width, style))
      doc.y += after
      return
    }
    case 'paragraph': {
      const style = block.quiet ? styles.quiet : styles.body
      ensureSpace(doc, Math.min(36, textHeight(doc, block.text, width, style)))
      tagged(doc, root, 'P', () => drawText(doc, block.text, page.left, doc.y, width, style), { lang: block.lang })
      doc.y += 4
      return
    }
    case 'facts':
      drawFacts(doc, root, block.items)
      return
    case 'list':
      drawList(doc, root, block)
      return
    case 'table':
      drawTable(doc, root, block)
      return
  }
}

/** Label and value in two columns; a table, so that each value is read with its label. */
function drawFacts(doc: Doc, root: Element, items: Extract<Block, { kind: 'facts' }>['items']): void {
  const labelWidth = 118
  const valueWidth = contentWidth(doc) - labelWidth
  const table = group(doc, root, 'Table')
  doc.y += 4
  for (const { label, value, lang } of items) {
    const height = Math.max(
      textHeight(doc, label, labelWidth - 10, styles.quiet),
      textHeight(doc, value, valueWidth, styles.body),
    )
    ensureSpace(doc, height)
    const at = doc.y
    const tr = group(doc, table, 'TR')
    tagged(doc, tr, 'TH', () => drawText(doc, label, page.left, at + 1, labelWidth - 10, styles.quiet), {
      scope: 'Row',
    })
    tagged(doc, tr, 'TD', () => drawText(doc, value, page.left + labelWidth, at, valueWidth, styles.body), { lang })
    doc.y = at + height + 2
  }
  doc.y += 4
}

function drawList(doc: Doc, root: Element, { items, lang }: Extract<Block, { kind: 'list' }>): void {
  const indent = 13
  const width = contentWidth(doc) - indent
  const list = group(doc, root, 'L', { lang })
  for (const item of items) {
    ensureSpace(doc, Math.min(36, textHeight(doc, item, width, styles.body)))
    const at = doc.y
    const li = group(doc, list, 'LI')
    tagged(doc, li, 'Lbl', () => drawText(doc, '•', page.left + 2, at, indent, styles.body))
    tagged(doc, li, 'LBody', () => drawText(doc, item, page.left + indent, at, width, styles.body))
    doc.y += 2
  }
  doc.y += 3
}

/** Running heads and page numbers, once the number of pages is known. */
function finishPages(doc: Doc, model: DocumentModel): number {
  const { start, count } = doc.bufferedPageRange()
  for (let i = 0; i < count; i += 1) {
    doc.switchToPage(start + i)
    // Below the margin pdfkit would start another page.
    doc.page.margins = { ...doc.page.margins, top: 0, bottom: 0 }
    const footY = doc.page.height - 42
    hairline(doc, footY - 6)
    const place = (text: string, y: number, align: 'left' | 'right', width: number) =>
      artifact(
        doc,
        () => {
          const { font, size, color } = styles.small
          const x = align === 'left' ? page.left : doc.page.width - page.right - width
          doc
            .font(font)
            .fontSize(size)
            .fillColor(color)
            .text(text, x, y, { width, align, lineBreak: true, height: 14, ellipsis: true })
        },
        'Pagination',
      )
    place(model.footnote, footY, 'left', contentWidth(doc) - 90)
    place(model.pageOf(i + 1, count), footY, 'right', 84)
    if (i > 0) place(model.runningHead, 30, 'right', contentWidth(doc))
  }
  return count
}

function unprintable(doc: Doc, model: DocumentModel): string[] {
  const { font } = (doc.font('regular') as unknown as { _font: { font: { hasGlyphForCodePoint(c: number): boolean } } })
    ._font
  const texts: string[] = []
  JSON.stringify(model, (_key, value) => {
    if (typeof value === 'string') texts.push(value)
    return value
  })
  const characters = new Set(texts.join('').normalize('NFC'))
  return [...characters].filter((c) => !/\s/u.test(c) && !font.hasGlyphForCodePoint(c.codePointAt(0)!))
}
