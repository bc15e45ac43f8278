/** The profile on paper: what the person passes on, one to three pages, in the language of whoever receives it. */
import type { ProfilePart, RaterKind } from '../../blueprints/blueprint.ts'
import {
  type AutonomyValue,
  autonomyScale,
  autonomyUnknown,
  type CompetenceId,
  competence,
} from '../../data/competences.ts'
import type { Block, DocumentModel, Line, TableRow } from '../../shared/documents/pdf.ts'
import { type Pdf, renderPdf } from '../../shared/documents/pdf.ts'
import { textIn } from '../../shared/i18n/text.ts'
import type { PlainDate } from '../../shared/time/dates.ts'

/** Words of the document's language; what `wordsIn` gives. */
export type DocumentWords = Readonly<{ lang: string }> & {
  t(key: string, params?: Record<string, unknown>): string
  date(day: PlainDate, style?: 'long'): string
}

type Rating = Readonly<{
  kind: Exclude<RaterKind, 'self'>
  /** Empty for peers: they are named to those who joined, not on paper. */
  name: string
  value: AutonomyValue | null
  comment?: string
}>
type Evidence = Readonly<{ situation: string; action: string; seenBy: string }>

/** Only lines that the person passes on: who makes this has left the others out. Empty lists and texts are not printed. */
export type ProfilePaper = Readonly<{
  personName: string
  groupName: string
  from: PlainDate
  until: PlainDate
  version: number
  frozenOn: PlainDate
  /** The language of the person's own words, when the document has another. */
  ownLang?: string
  /** Who hands the profile over, as the document's author. */
  institution: string
  competences: readonly Readonly<{
    id: CompetenceId
    /** undefined: not passed on; null: "I don't know". */
    self?: AutonomyValue | null
    others: readonly Rating[]
    evidence: readonly Partial<Evidence>[]
    said?: string
  }>[]
  lines: Readonly<Partial<Record<Exclude<ProfilePart, 'competences' | 'evidence' | 'next-step'>, readonly string[]>>>
  nextStep?: Readonly<{ what: string; by?: PlainDate; who?: string }>
}>

const STEPS = 4
const parts = [
  ['values', 'values'],
  ['motivation', 'motivation'],
  ['obstacles', 'obstacles'],
  ['wishes', 'wishes'],
  ['first-idea', 'firstIdea'],
  ['second-idea', 'secondIdea'],
] as const

/** Renders the paper. `createdAt` is written into the file, so that the same version gives the same bytes. */
export const profilePdf = (paper: ProfilePaper, words: DocumentWords, createdAt: Date): Promise<Pdf> =>
  renderPdf(profileDocument(paper, words, createdAt))

export function profileDocument(paper: ProfilePaper, words: DocumentWords, createdAt: Date): DocumentModel {
  const t = (key: string, params?: Record<string, unknown>) => words.t(`profiles.document.${key}`, params)
  const day = (date: PlainDate) => words.date(date, 'long')
  const { personName: name, version } = paper
  return {
    lang: words.lang,
    title: t('fileTitle', { name, version }),
    author: paper.institution,
    runningHead: t('runningHead', { name, version }),
    footnote: t('footnote', { name }),
    pageOf: (page, pages) => t('page', { page, pages }),
    createdAt,
    blocks: [
      { kind: 'heading', level: 1, text: t('title') },
      {
        kind: 'facts',
        items: [
          { label: t('person'), value: name },
          { label: t('group'), value: paper.groupName },
          { label: t('period'), value: t('periodValue', { from: day(paper.from), until: day(paper.until) }) },
          { label: t('version'), value: t('versionValue', { version, date: day(paper.frozenOn) }) },
        ],
      },
      ...competenceBlocks(paper, words.lang, t),
      ...perspectiveBlocks(paper, day, t),
    ],
  }
}

type Say = (key: string, params?: Record<string, unknown>) => string

function competenceBlocks(paper: ProfilePaper, lang: string, t: Say): Block[] {
  if (paper.competences.length === 0) return []
  const view = (value: AutonomyValue | null): Line => {
    const step = autonomyScale.find((s) => s.value === value)
    const alt = value === null ? t('stepsUnknown') : t('steps', { value, of: STEPS })
    return { text: textIn(step?.label ?? autonomyUnknown, lang).text, dots: { value, of: STEPS, alt } }
  }
  const rows = paper.competences.map(({ id, self, others, evidence, said }): TableRow => {
    const { label, statement } = competence(id)
    const othersCell = others.flatMap(({ kind, name, value, comment }, i): Line[] => [
      { ...view(value), apart: i > 0 },
      { text: t(`by.${kind}`, { name }), quiet: true },
      ...(comment ? [{ text: t('comment', { text: comment }) }] : []),
    ])
    const under = evidence.flatMap((e) =>
      (['situation', 'action', 'seenBy'] as const).flatMap((key) =>
        e[key] ? [{ text: t(key, { text: e[key] }) }] : [],
      ),
    )
    return {
      cells: [
        [
          { text: textIn(label, lang).text, strong: true },
          { text: textIn(statement, lang).text, quiet: true },
        ],
        self === undefined ? [] : [view(self)],
        othersCell.length > 0 ? othersCell : [{ text: t('noOthers'), quiet: true }],
      ],
      under: said ? [...under, { text: t('said', { text: said }) }] : under,
    }
  })
  return [
    { kind: 'heading', level: 2, text: t('competences') },
    { kind: 'paragraph', text: t('competencesIntro'), quiet: true },
    {
      kind: 'table',
      columns: [
        { label: t('competence'), share: 0.36 },
        { label: t('self'), share: 0.31 },
        { label: t('others'), share: 0.33 },
      ],
      rows,
    },
  ]
}

function perspectiveBlocks(
  { lines, nextStep, ownLang: lang }: ProfilePaper,
  day: (d: PlainDate) => string,
  t: Say,
): Block[] {
  const blocks = parts.flatMap(([part, key]): Block[] => {
    const items = (lines[part] ?? []).filter((line) => line.trim() !== '')
    if (items.length === 0) return []
    const body: Block =
      items.length === 1 ? { kind: 'paragraph', text: items[0]!, lang } : { kind: 'list', items, lang }
    return [{ kind: 'heading', level: 3, text: t(key) }, body]
  })
  if (nextStep) {
    const { what, by, who } = nextStep
    const items = [
      { label: t('stepWhat'), value: what, lang },
      ...(by ? [{ label: t('stepBy'), value: day(by) }] : []),
      ...(who ? [{ label: t('stepWho'), value: who, lang }] : []),
    ]
    blocks.push({ kind: 'heading', level: 3, text: t('nextStep') }, { kind: 'facts', items })
  }
  return blocks.length > 0 ? [{ kind: 'heading', level: 2, text: t('perspectives') }, ...blocks] : []
}
