/** Drawing on tagged pages: every mark belongs to a structure element or is an artifact, and nothing runs off a page. */
import { createRequire } from 'node:module'
import type { Line } from './model.ts'

export type Doc = PDFKit.PDFDocument
export type Element = ReturnType<Doc['struct']>

const require = createRequire(import.meta.url)
const fontFile = (name: string) => require.resolve(`@expo-google-fonts/andika/${name}.ttf`)

export const ink = { text: '#20292c', quiet: '#55636a', accent: '#1f5f63', rule: '#d3dcdc', tint: '#eef4f3' } as const
export const page = { left: 56, right: 56, top: 62, bottom: 66 } as const

export type Style = Readonly<{ font: 'regular' | 'bold'; size: number; color: string; gap: number }>
const style = (font: Style['font'], size: number, color: string, gap: number): Style => ({ font, size, color, gap })

/** `gap` is added between lines; Andika's own line spacing is generous, so it is mostly taken away. */
export const styles = {
  h1: style('bold', 20, ink.accent, -6),
  h2: style('bold', 13, ink.accent, -3),
  h3: style('bold', 10.5, ink.text, -2.5),
  body: style('regular', 10, ink.text, -2.5),
  strong: style('bold', 10, ink.text, -2.5),
  quiet: style('regular', 9, ink.quiet, -2.5),
  small: style('regular', 8, ink.quiet, -2),
} as const

const dot = { radius: 3.4, step: 10.5 }

export function registerFonts(doc: Doc): void {
  doc.registerFont('regular', fontFile('Andika_400Regular'))
  doc.registerFont('bold', fontFile('Andika_700Bold'))
}

export const contentWidth = (doc: Doc) => doc.page.width - page.left - page.right
const contentBottom = (doc: Doc) => doc.page.height - page.bottom

function use(doc: Doc, { font, size, color }: Style) {
  return doc.font(font).fontSize(size).fillColor(color)
}

export function textHeight(doc: Doc, text: string, width: number, s: Style): number {
  return use(doc, s).heightOfString(text, { width, lineGap: s.gap })
}

/** Draws text at x and y and leaves `doc.y` below it; long text goes on over the page's end. */
export function drawText(doc: Doc, text: string, x: number, y: number, width: number, s: Style): void {
  use(doc, s).text(text, x, y, { width, lineGap: s.gap })
}

/** Starts a new page when `height` does not fit any more. True when it did. */
export function ensureSpace(doc: Doc, height: number): boolean {
  if (doc.y + height <= contentBottom(doc) || doc.y <= page.top) return false
  doc.addPage()
  return true
}

/** Decoration: skipped by assistive technology. */
export function artifact(doc: Doc, draw: () => void, type: 'Layout' | 'Pagination' = 'Layout'): void {
  doc.markContent('Artifact', { type })
  draw()
  doc.endMarkedContent()
}

export function hairline(doc: Doc, y: number, color: string = ink.rule): void {
  artifact(doc, () =>
    doc
      .moveTo(page.left, y)
      .lineTo(doc.page.width - page.right, y)
      .lineWidth(0.7)
      .strokeColor(color)
      .stroke(),
  )
}

/** Adds an element under `parent` and draws its content into it at once. */
export function tagged(doc: Doc, parent: Element, type: string, draw: () => void, options: object = {}): Element {
  const element = doc.struct(type, options)
  parent.add(element)
  element.add(draw)
  return element
}

/** Adds an element that holds others. */
export function group(doc: Doc, parent: Element, type: string, options: object = {}): Element {
  const element = doc.struct(type, options)
  parent.add(element)
  return element
}

export const lineStyle = (line: Line): Style => (line.strong ? styles.strong : line.quiet ? styles.quiet : styles.body)
const dotsWidth = (line: Line) => (line.dots ? line.dots.of * dot.step + 5 : 0)
const LINE_SPACE = 2
const APART = 5
const spaceBefore = (line: Line) => (line.apart ? APART : 0)

export function linesHeight(doc: Doc, lines: readonly Line[], width: number): number {
  return lines.reduce(
    (h, line) =>
      h + spaceBefore(line) + textHeight(doc, line.text, width - dotsWidth(line), lineStyle(line)) + LINE_SPACE,
    0,
  )
}

/** The lines of a cell, each its own paragraph, dots before the words as a figure with a text alternative. */
export function drawLines(
  doc: Doc,
  parent: Element,
  lines: readonly Line[],
  x: number,
  y: number,
  width: number,
): void {
  doc.y = y
  for (const line of lines) {
    // Dots and their words stay together, also in a cell that is longer than a page.
    ensureSpace(doc, Math.min(linesHeight(doc, [line], width), 40))
    const top = doc.y + spaceBefore(line)
    const { dots } = line
    if (dots) {
      const middle = top + textHeight(doc, 'x', width, lineStyle(line)) / 2 + 0.6
      const right = x + dots.of * dot.step
      const bbox = [x, middle - dot.radius, right, middle + dot.radius]
      tagged(doc, parent, 'Figure', () => drawDots(doc, dots, x, middle), { alt: dots.alt, bbox, placement: 'Block' })
    }
    tagged(
      doc,
      parent,
      'P',
      () => {
        drawText(doc, line.text, x + dotsWidth(line), top, width - dotsWidth(line), lineStyle(line))
      },
      { lang: line.lang },
    )
    doc.y += LINE_SPACE
  }
}

function drawDots(doc: Doc, { value, of }: NonNullable<Line['dots']>, x: number, y: number): void {
  for (let i = 0; i < of; i += 1) {
    const centre = x + dot.radius + i * dot.step
    doc.circle(centre, y, dot.radius - 0.4).lineWidth(0.9)
    if (value !== null && i < value) doc.fillAndStroke(ink.accent, ink.accent)
    else doc.strokeColor(value === null ? ink.rule : ink.accent).stroke()
  }
}
