import { readLine } from '../../engine/allocation/log.ts'
import { designsOf } from '../../engine/allocation/replay.ts'
import { formState } from '../../shared/forms/forms.ts'
import { act, page } from '../../shared/http/doors.tsx'
import { download, invalid, refused, seeOther, show } from '../../shared/http/outcome.ts'
import { wordsIn } from '../../shared/i18n/i18n.ts'
import type { Language } from '../../shared/i18n/languages.ts'
import { staffLanguages } from '../../shared/i18n/languages.ts'
import { refuse } from '../../shared/rules.ts'
import { csvFile } from '../imports/csv-file.ts'
import { findProgramme } from '../programmes/store.ts'
import { parseClosure, withoutNames } from './form.ts'
import { ClosurePage } from './pages/closure.tsx'
import { ParagraphPage } from './pages/paragraph.tsx'
import { RecordPage } from './pages/record.tsx'
import { paragraphOf } from './paragraph.ts'
import { paths } from './paths.ts'
import { mayClose, mayExport, mayRead } from './policy.ts'
import { readOf, viewStudy } from './routes.tsx'
import { closing } from './rules.ts'
import { addEntry, findStudy, lockStudy, openSeed } from './store.ts'
import type { StudyRecord } from './study.ts'
import { listNamesOfPeople } from './units-store.ts'

const readLog = (record: StudyRecord) => ({
  act: 'studies.export',
  on: ['study', record.id] as [string, string],
  ...(record.study.protocol.unit === 'person' ? { classes: ['language' as const] } : {}),
})

const fileName = ({ name }: StudyRecord, what: string) =>
  `${
    name
      .normalize('NFD')
      .replace(/[^A-Za-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .toLowerCase() || 'study'
  }-${what}`

export const recordRoutes = [
  /** The log, checked anew each time the page is opened. */
  page(
    paths.record,
    { policy: mayRead, find: ({ tx, params }) => findStudy(tx, params.studyId) },
    async ({ actor, subject: record }) =>
      show(
        <RecordPage record={record} designs={designsOf(record.study)} mayExport={mayExport.allows(actor, record)} />,
        readOf(record),
      ),
  ),

  page(
    paths.logJson,
    { policy: mayExport, find: ({ tx, params }) => findStudy(tx, params.studyId) },
    async ({ subject: record }) =>
      download(JSON.stringify({ study: record.name, log: record.lines }, null, 2), {
        contentType: 'application/json',
        name: fileName(record, 'log.json'),
        read: readLog(record),
      }),
  ),

  page(
    paths.logCsv,
    { policy: mayExport, find: ({ tx, params }) => findStudy(tx, params.studyId) },
    async ({ subject: record }) =>
      download(csvFile(csvOf(record)), {
        contentType: 'text/csv; charset=utf-8',
        name: fileName(record, 'log.csv'),
        read: readLog(record),
      }),
  ),

  /** What `bin/passerelle allocate` replays; only once the seed is out. */
  page(
    paths.design,
    { policy: mayExport, find: ({ tx, params }) => findStudy(tx, params.studyId) },
    async ({ tx, actor, query, subject: record }) => {
      const designs = designsOf(record.study)
      const wanted = designs.find(({ stratum }) => stratum === query.get('stratum')) ?? designs[0]
      if (!wanted) return refused(await viewStudy(tx, actor, record, refuse('studies.refused.sealed')))
      return download(JSON.stringify(wanted.design, null, 2), {
        contentType: 'application/json',
        name: fileName(record, wanted.stratum === null ? 'design.json' : `${slug(wanted.stratum)}-design.json`),
        read: readLog(record),
      })
    },
  ),

  page(
    paths.closure,
    { policy: mayClose, find: ({ tx, params }) => findStudy(tx, params.studyId) },
    async ({ tx, actor, subject: record }) => {
      const decision = closing(record.study, '')
      if (!decision.ok) return refused(await viewStudy(tx, actor, record, decision))
      return show(<ClosurePage record={record} state={{}} />)
    },
  ),

  /** No more units; the seed is revealed in the same act, so that everybody can replay. */
  act(
    paths.closure,
    { policy: mayClose, find: ({ tx, params }) => lockStudy(tx, params.studyId) },
    async ({ tx, actor, typed, subject: record, now, services }) => {
      const parsed = withoutNames(parseClosure(typed), await listNamesOfPeople(tx, record.id))
      if (!parsed.ok) return invalid(<ClosurePage record={record} state={formState(parsed)} />)
      const decision = record.proof.ok ? closing(record.study, parsed.value.reason) : refuse('studies.refused.broken')
      if (!decision.ok) return refused(await viewStudy(tx, actor, record, decision))
      const closed = await addEntry(tx, actor, record.id, { lines: record.lines, act: decision.value, now })
      if (record.study.commitment) {
        const seed = await openSeed(tx, services.vault, record.id)
        if (seed === undefined) return refused(await viewStudy(tx, actor, record, refuse('studies.refused.noKey')))
        const lines = [...record.lines, closed]
        await addEntry(tx, actor, record.id, { lines, act: { kind: 'seed', data: { seed } }, now })
      }
      return seeOther(paths.record({ studyId: record.id }), {
        did: { act: 'studies.close', on: ['study', record.id] },
        say: 'studies.closure.done',
      })
    },
  ),

  page(
    paths.paragraph,
    { policy: mayRead, find: ({ tx, params }) => findStudy(tx, params.studyId) },
    async ({ tx, query, words, subject: record }) => {
      const wanted = staffLanguages.find((code) => code === query.get('in')) ?? (words.lang as Language)
      const programme = await findProgramme(tx, record.programmeId)
      const paragraphs = paragraphOf(record, programme!, wordsIn(wanted))
      return show(<ParagraphPage record={record} language={wanted} paragraphs={paragraphs} />)
    },
  ),
]

const slug = (text: string) => text.replace(/[^A-Za-z0-9]+/g, '-').toLowerCase() || 'all'

/** One row per entry of the log; covariates one column each. */
function csvOf({ study, lines }: StudyRecord): string[][] {
  const { factors } = study.protocol
  const header = [
    'number',
    'kind',
    'at',
    'by',
    'role',
    'unit',
    ...factors,
    'allowed',
    'arm',
    'probabilities',
    'G',
    'stratum',
    'text',
    'hash',
  ]
  const rows = lines.map((line) => {
    const entry = readLine(line)?.entry
    if (!entry) return [...new Array<string>(header.length - 1).fill(''), line.hash]
    const data: Record<string, unknown> = entry.data
    const list = (value: unknown) => (Array.isArray(value) ? value.join(' ') : String(value ?? ''))
    const levels = Array.isArray(data.levels) ? data.levels.map(String) : factors.map(() => '')
    const allowed = Array.isArray(data.allowed) ? data.allowed.map((arm) => study.protocol.arms[Number(arm)]) : ''
    return [
      String(entry.number),
      entry.kind,
      entry.at,
      entry.by.name,
      entry.by.role,
      String(data.unit && entry.kind !== 'protocol' ? data.unit : ''),
      ...levels,
      list(allowed),
      entry.kind === 'protocol' ? '' : String(data.arm ?? ''),
      list(data.probabilities),
      list(data.G),
      String(data.stratum ?? ''),
      entry.kind === 'protocol'
        ? JSON.stringify(entry.data)
        : String(data.reason ?? data.commitment ?? data.seed ?? ''),
      line.hash,
    ]
  })
  return [header, ...rows]
}
