import { inflateSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { wordsIn } from '../../shared/i18n/i18n.ts'
import { examplePaper } from './document.example.ts'
import { type ProfilePaper, profileDocument, profilePdf } from './document.ts'

const languages = ['fr', 'de', 'en', 'nl'] as const
const made = new Date('2026-04-17T10:00:00Z')

/** The file as text with its compressed streams opened. */
function opened(bytes: Buffer): string {
  const raw = bytes.toString('latin1')
  return raw.replace(/stream\n([\s\S]*?)\nendstream/g, (whole, body: string) => {
    try {
      return `stream\n${inflateSync(Buffer.from(body, 'latin1')).toString('latin1')}\nendstream`
    } catch {
      return whole
    }
  })
}

const utf16 = (text: string) => `\u00fe\u00ff${Buffer.from(text, 'utf16le').swap16().toString('latin1')}`
const count = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0

describe.each(languages)('the profile on paper in %s', (lang) => {
  const words = wordsIn(lang)

  test('is a tagged PDF that says its language and shows its title', async () => {
    const { bytes } = await profilePdf(examplePaper, words, made)
    const file = opened(bytes)
    expect(file).toContain('/StructTreeRoot')
    expect(file).toContain('/Marked true')
    expect(file).toMatch(new RegExp(`/Lang \\(${lang}\\)`))
    expect(file).toContain('/DisplayDocTitle true')
    expect(file).toContain('/Outlines')
    expect(file).toContain(utf16(words.t('profiles.document.fileTitle', { name: examplePaper.personName, version: 1 })))
  })

  test('carries headings, tables with headers, and a text for every drawing', async () => {
    const file = opened((await profilePdf(examplePaper, words, made)).bytes)
    expect(count(file, /\/S \/H1\b/g)).toBe(1)
    expect(count(file, /\/S \/H2\b/g)).toBe(2)
    expect(count(file, /\/S \/H3\b/g)).toBe(7)
    expect(count(file, /\/Scope \/Column/g)).toBe(3)
    expect(count(file, /\/S \/TD\b/g)).toBeGreaterThan(10)
    const figures = count(file, /\/S \/Figure\b/g)
    expect(figures).toBe(17)
    expect(count(file, /\/Alt /g)).toBe(figures)
  })

  test('has letters for everything in it, embedded, on one to three pages', async () => {
    const { bytes, pages, unprintable } = await profilePdf(examplePaper, words, made)
    expect(unprintable).toEqual([])
    expect(count(opened(bytes), /\/FontFile2/g)).toBe(2)
    expect(pages).toBeGreaterThanOrEqual(1)
    expect(pages).toBeLessThanOrEqual(3)
    expect(bytes.length).toBeLessThan(120_000)
  })
})

test('the person’s own words keep their language in a document of another', async () => {
  const file = opened((await profilePdf({ ...examplePaper, ownLang: 'fr' }, wordsIn('de'), made)).bytes)
  expect(file).toMatch(/\/Lang \(de\)/)
  expect(count(file, /\/Lang \(fr\)/g)).toBeGreaterThanOrEqual(8)
})

test('no mark on a page stands outside the structure or an artifact', async () => {
  const file = opened((await profilePdf(examplePaper, wordsIn('fr'), made)).bytes)
  const pages = [...file.matchAll(/stream\n([\s\S]*?)endstream/g)]
    .map((m) => m[1]!)
    .filter((body) => / BDC?\b|EMC/.test(body))
  expect(pages.length).toBeGreaterThanOrEqual(2)
  let marks = 0
  for (const body of pages) {
    let depth = 0
    for (const line of body.split('\n')) {
      if (/\bB(DC|MC)$/.test(line)) depth += 1
      else if (/^EMC$/.test(line)) depth -= 1
      else if (/\b(TJ|Tj)$|^(S|f|B|b\*?|f\*)$/.test(line)) {
        marks += 1
        expect(depth, line).toBeGreaterThan(0)
      }
    }
    expect(depth).toBe(0)
  }
  expect(marks).toBeGreaterThan(100)
})

test('a story that never ends flows over pages with everything still in it', async () => {
  const situation = 'Et encore une demi-journée. '.repeat(400)
  const others = Array.from({ length: 30 }, (_, i) => ({
    kind: 'peer' as const,
    name: `Membre ${i}`,
    value: 2 as const,
  }))
  const endless = {
    ...examplePaper,
    competences: [{ id: 'calm' as const, self: 2 as const, others, evidence: [{ situation }] }],
  }
  const { bytes, pages } = await profilePdf(endless, wordsIn('fr'), made)
  expect(pages).toBeGreaterThan(3)
  expect(count(opened(bytes), /\/S \/Figure\b/g)).toBe(31)
})

describe('what the person keeps back', () => {
  const words = wordsIn('fr')
  const blank: ProfilePaper = { ...examplePaper, competences: [], lines: {} }
  delete (blank as { nextStep?: unknown }).nextStep

  test('leaves no heading behind', () => {
    const { blocks } = profileDocument(blank, words, made)
    expect(blocks.map((b) => b.kind)).toEqual(['heading', 'facts'])
  })

  test('a rating that is not passed on leaves no dots', () => {
    const { blocks } = profileDocument(
      { ...blank, competences: [{ id: 'calm', others: [], evidence: [] }] },
      words,
      made,
    )
    expect(JSON.stringify(blocks)).not.toContain('dots')
  })

  test('an empty profile is one readable page', async () => {
    expect((await profilePdf(blank, words, made)).pages).toBe(1)
  })
})

test('the same version on the same day gives the same bytes but for the file’s own number', async () => {
  const [a, b] = await Promise.all([1, 2].map(() => profilePdf(examplePaper, wordsIn('de'), made)))
  expect(a?.bytes.length).toBe(b?.bytes.length)
})

test('letters that the typeface lacks are named, so that someone can offer the print page instead', async () => {
  const { unprintable } = await profilePdf({ ...examplePaper, personName: '李 Wei' }, wordsIn('fr'), made)
  expect(unprintable).toEqual(['李'])
})
