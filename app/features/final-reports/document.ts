/** The report on paper and on the page: facts first, then the authors' words, what the social side adds marked as such. */
import type { Block, DocumentModel } from '../../shared/documents/model.ts'
import { textIn } from '../../shared/i18n/text.ts'
import type { PlainDate } from '../../shared/time/dates.ts'
import { type Facts, type Speaker, sayFact, sayHead, sayValue } from './facts.ts'
import type { Frame, Reading, ReportText } from './report.ts'

/** Facts as short sentences and tables, with the day they are of. */
export function factBlocks(facts: Facts, words: Speaker): Block[] {
  return [
    ...(facts.lines.length > 0
      ? [{ kind: 'list' as const, items: [...new Set(facts.lines.map((line) => sayFact(line, words)))] }]
      : []),
    ...facts.tables.flatMap(({ title, head, rows }): Block[] => {
      const first = head.length === 2 ? 0.6 : 0.3
      return [
        ...(title === undefined ? [] : [{ kind: 'paragraph' as const, text: String(sayValue(title, words)) }]),
        {
          kind: 'table',
          columns: head.map((key, i) => ({
            label: sayHead(key, words),
            share: i === 0 ? first : (1 - first) / (head.length - 1),
          })),
          rows: rows.map((row) => ({
            cells: row.map((cell, i) => [
              { text: String(sayValue(cell, words)), ...(i === 0 ? { strong: true } : {}) },
            ]),
          })),
        },
      ]
    }),
    {
      kind: 'paragraph',
      text: words.t('finalReports.document.asOf', { day: words.date(facts.asOf, 'long') }),
      quiet: true,
    },
  ]
}

/** Somebody's words, paragraph by paragraph; with their language when it is not the document's. */
const wordBlocks = (text: string, lang?: string): Block[] =>
  text
    .split(/\n{2,}/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '')
    .map((paragraph) => ({ kind: 'paragraph', text: paragraph, ...(lang ? { lang } : {}) }))

/** One side's part of a section: the proposal, the facts, the words. */
export function textBlocks(
  { content }: Pick<ReportText, 'content'>,
  kinds: Frame['kinds'],
  words: Speaker,
  ownLang?: string,
): Block[] {
  const { proposal, facts, withFacts } = content
  return [
    ...(proposal
      ? [
          {
            kind: 'facts' as const,
            items: [
              {
                label: words.t('finalReports.proposal'),
                value: words.t(`finalReports.direction.${proposal.direction}`),
              },
              {
                label: words.t('finalReports.proposal.kind'),
                value: textIn(kinds[proposal.kind] ?? {}, words.lang).text,
              },
              ...(proposal.partner
                ? [{ label: words.t('finalReports.proposal.partner'), value: proposal.partner.name }]
                : []),
            ],
          },
        ]
      : []),
    ...(facts && withFacts ? factBlocks(facts, words) : []),
    ...wordBlocks(content.words, ownLang),
  ]
}

/** The sections as far as the reader has texts of them. */
function sectionBlocks(
  frame: Pick<Frame, 'sections' | 'kinds' | 'language'>,
  texts: readonly ReportText[],
  words: Speaker,
): Block[] {
  const ownLang = frame.language === words.lang ? undefined : frame.language
  return frame.sections.flatMap(({ key, title }): Block[] => {
    const parts = texts
      .filter(({ section }) => section === key)
      .map((text) => ({ text, blocks: textBlocks(text, frame.kinds, words, ownLang) }))
      .filter(({ blocks }) => blocks.length > 0)
    if (parts.length === 0) return []
    return [
      { kind: 'heading', level: 2, text: textIn(title, words.lang).text },
      ...parts.flatMap(({ text, blocks }): Block[] =>
        text.side === 'training'
          ? blocks
          : [
              { kind: 'heading', level: 3, text: words.t('finalReports.document.social') },
              {
                kind: 'paragraph',
                quiet: true,
                text: words.t(text.sharedOn ? 'finalReports.document.shared' : 'finalReports.document.notShared'),
              },
              ...blocks,
            ],
      ),
    ]
  })
}

export function readingBlocks(reading: Reading, words: Speaker): Block[] {
  const day = (date: PlainDate) => words.date(date, 'long')
  const t = words.t
  if (reading.kind === 'not-reached')
    return [
      { kind: 'heading', level: 2, text: t('finalReports.document.reading') },
      { kind: 'paragraph', text: t('finalReports.reading.notReached', { day: day(reading.on), name: reading.byName }) },
      ...wordBlocks(reading.reason),
    ]
  const how = reading.interpreter ? 'finalReports.document.withInterpreter' : 'finalReports.document.withoutInterpreter'
  return [
    { kind: 'heading', level: 2, text: t('finalReports.document.reading') },
    {
      kind: 'facts',
      items: [
        { label: t('finalReports.reading.on'), value: day(reading.on) },
        { label: t('finalReports.reading.by'), value: reading.byName },
        ...(reading.language
          ? [
              {
                label: t('finalReports.reading.language'),
                value: t(how, { language: String(sayValue({ language: reading.language }, words)) }),
              },
            ]
          : []),
        { label: t('finalReports.reading.agreement'), value: t(`finalReports.agreement.${reading.agreement}`) },
        { label: t('finalReports.reading.remark'), value: reading.remark ?? t('finalReports.document.noRemark') },
      ],
    },
  ]
}

const recipientLine = (frame: Frame, words: Speaker) => (recipient: Frame['recipients'][number]) =>
  words.t('finalReports.document.recipient', {
    name: recipient.name,
    part: recipient.parts.map((part) => textIn(frame.parts[part] ?? {}, words.lang).text).join(', '),
    institution: recipient.institution,
  })

/** A sent version in the words' language; `texts` are those that the reader may see. */
export function reportDocument(frame: Frame, texts: readonly ReportText[], words: Speaker): DocumentModel {
  const t = (key: string, params?: Record<string, unknown>) => words.t(`finalReports.document.${key}`, params)
  const day = (date: PlainDate) => words.date(date, 'long')
  const { personName: name, number } = frame
  return {
    lang: words.lang,
    title: t('fileTitle', { name, version: number }),
    author: frame.institution,
    runningHead: t('runningHead', { name, version: number }),
    footnote: t('footnote'),
    pageOf: (page, pages) => t('page', { page, pages }),
    createdAt: new Date(`${frame.sentOn}T12:00:00Z`),
    blocks: [
      { kind: 'heading', level: 1, text: t('title') },
      {
        kind: 'facts',
        items: [
          { label: t('person'), value: name },
          { label: t('programme'), value: textIn(frame.programmeTitle, words.lang).text },
          {
            label: t('period'),
            value: frame.until
              ? t('periodUntil', { from: day(frame.from), until: day(frame.until) })
              : t('periodSince', { from: day(frame.from) }),
          },
          { label: t('by'), value: t('byValue', { name: frame.sentByName, institution: frame.institution }) },
          { label: t('version'), value: t('versionValue', { version: number, day: day(frame.sentOn) }) },
        ],
      },
      ...sectionBlocks(frame, texts, words),
      ...readingBlocks(frame.reading, words),
      { kind: 'heading', level: 2, text: t('sentTo') },
      { kind: 'list', items: frame.recipients.map(recipientLine(frame, words)) },
    ],
  }
}
