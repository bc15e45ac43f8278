import { describe, expect, test } from 'vitest'
import { moveup } from '../../blueprints/moveup.ts'
import { languageLevel } from '../../data/language-levels.ts'
import type { Block } from '../../shared/documents/model.ts'
import { renderPdf } from '../../shared/documents/pdf.ts'
import { wordsIn } from '../../shared/i18n/i18n.ts'
import { reportDocument } from './document.ts'
import type { Speaker } from './facts.ts'
import { kindsOf, partsOf } from './frame.ts'
import type { Frame, ReportText } from './report.ts'

const plan = moveup.finalReport!
const frame: Frame = {
  language: 'fr',
  personName: 'Amina Haddad',
  sections: plan.sections.map(({ key, title }) => ({ key, title })),
  parts: partsOf({ blueprint: 'moveup' }),
  kinds: kindsOf(plan),
  programmeTitle: { fr: 'MOVE’UP' },
  institution: 'Centre public de Lindebourg',
  from: '2026-01-12',
  until: '2026-11-20',
  sentByName: 'Tom Trainer',
  sentOn: '2026-11-23',
  number: 1,
  reading: {
    kind: 'read',
    on: '2026-11-21',
    byName: 'Tom Trainer',
    language: 'ar',
    interpreter: true,
    agreement: 'in-part',
    remark: 'J’ai aussi appris à dire non.',
  },
  recipients: [{ userId: 'g', name: 'Gita Global', institution: 'Centre public de Lindebourg', parts: ['global'] }],
}
const text = (
  section: string,
  content: Partial<ReportText['content']>,
  more: Partial<ReportText> = {},
): ReportText => ({
  id: section,
  section,
  side: 'training',
  number: 1,
  content: { words: '', facts: null, withFacts: true, ...content },
  sharedOn: null,
  writtenByName: 'Tom Trainer',
  ...more,
})
const texts = [
  text('attendance', {
    words: 'Elle vient le matin.\n\nMême par temps de neige.',
    facts: { asOf: '2026-11-20', lines: [{ say: 'came', with: { came: 38, marked: 42 } }], tables: [] },
  }),
  text('levels', {
    facts: {
      asOf: '2026-11-20',
      lines: [],
      tables: [
        {
          title: { language: 'fr' },
          head: ['skill', 'then', 'now'],
          rows: [
            [
              { text: { fr: 'Lire', nl: 'Lezen', de: 'Lesen', en: 'Reading' } },
              {
                say: 'levelOn',
                with: { level: { text: languageLevel('A1.1').label }, day: { day: '2026-01-12' } },
              },
              { say: 'sameTest' },
            ],
          ],
        },
      ],
    },
  }),
  text('obstacles', { words: 'Une dette de loyer.' }, { side: 'social', id: 'social' }),
  text('proposal', {
    words: 'Elle veut travailler en cuisine.',
    proposal: { direction: 'reorientation', kind: 'qualifying-training' },
  }),
  text('aim', {
    facts: { asOf: '2026-11-20', lines: [{ say: 'late', with: { count: 1 } }], tables: [] },
    withFacts: false,
  }),
]
const said = (blocks: readonly Block[]): string => JSON.stringify(blocks)
const inLanguage = (lang: 'fr' | 'nl' | 'de' | 'en') =>
  reportDocument(frame, texts, wordsIn(lang) as unknown as Speaker)

describe.each([
  [
    'fr',
    [
      'Bilan socioprofessionnel',
      'Présence à 38 demi-journées sur 42.',
      'Réorientation',
      'Formation qualifiante',
      'Service social',
      'D’accord en partie',
      'Arabe, avec interprète',
      'du 12 janvier 2026 au 20 novembre 2026',
    ],
  ],
  [
    'nl',
    [
      'Socioprofessioneel eindverslag',
      'Aanwezig op 38 van 42 halve dagen.',
      'Heroriëntering',
      'Kwalificerende opleiding',
      'Sociale dienst',
      'Deels akkoord',
      'Arabisch, met tolk',
      'van 12 januari 2026 tot 20 november 2026',
    ],
  ],
  ['de', ['Sozioprofessioneller Schlussbericht', 'An 38 von 42 Halbtagen anwesend.', 'Neuausrichtung', 'Sozialdienst']],
  ['en', ['Final socio-professional report', 'Came to 38 of 42 half-days.', 'Reorientation', 'Social service']],
] as const)('on paper in %s', (lang, expected) => {
  test('titles, facts and proposal are in its language, the words as they were written', () => {
    const all = said(inLanguage(lang).blocks)
    for (const one of [...expected, 'Elle vient le matin.', 'Une dette de loyer.', 'Gita Global', 'J’ai aussi appris'])
      expect(all).toContain(one)
  })

  test('is a tagged PDF with letters for everything, of a few pages', async () => {
    const { bytes, pages, unprintable } = await renderPdf(inLanguage(lang))
    expect(unprintable).toEqual([])
    expect(pages).toBeLessThanOrEqual(3)
    const raw = bytes.toString('latin1')
    expect(raw).toContain('/StructTreeRoot')
    expect(raw).toContain(`/Lang (${lang})`)
  })
})

test('sections without a text are left out, and facts that the author leaves out', () => {
  const headings = inLanguage('fr').blocks.flatMap((block) => (block.kind === 'heading' ? [block.text] : []))
  expect(headings).toEqual([
    'Bilan socioprofessionnel',
    'Présence et régularité',
    'Langue\u00a0: au début et maintenant',
    'Freins et démarches',
    'Service social',
    'Proposition',
    'Lecture avec la personne',
    'Envoyé à',
  ])
})

test('words in another language than the document say so to a screen reader', () => {
  const french = (lang: 'fr' | 'nl') =>
    inLanguage(lang).blocks.flatMap((block) => (block.kind === 'paragraph' && block.lang ? [block.text] : []))
  expect(french('fr')).toEqual([])
  expect(french('nl')).toContain('Même par temps de neige.')
})

test('the same version gives the same bytes', async () => {
  const [once, again] = [await renderPdf(inLanguage('nl')), await renderPdf(inLanguage('nl'))]
  expect(once.bytes.equals(again.bytes)).toBe(true)
})
