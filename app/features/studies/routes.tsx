import { randomBytes } from 'node:crypto'
import { sha256 } from '../../engine/allocation/random.ts'
import { newId, type Tx } from '../../shared/db/database.ts'
import { formState, Typed } from '../../shared/forms/forms.ts'
import type { StaffActor } from '../../shared/http/actor.ts'
import { act, page } from '../../shared/http/doors.tsx'
import { invalid, notFound, refused, seeOther, show } from '../../shared/http/outcome.ts'
import type { Refusal } from '../../shared/rules.ts'
import { findProgramme, listProgrammes } from '../programmes/store.ts'
import { parseKind, parseProtocol } from './form.ts'
import { StudiesPage } from './pages/list.tsx'
import { ChooseKindPage, NewStudyPage } from './pages/new.tsx'
import { StudyPage } from './pages/show.tsx'
import { paths } from './paths.ts'
import { mayAllocate, mayClose, mayCreate, mayDrawSeed, mayExport, mayList, mayListAll, mayRead } from './policy.ts'
import { drawingSeed, saving } from './rules.ts'
import { addEntry, createStudy, findStudy, keepSeed, listStudies, lockStudy } from './store.ts'
import { factorsOf, type StudyRecord } from './study.ts'
import { listNames, listWaiting } from './units-store.ts'

/** The study's page, with what its reader may do next. */
export async function viewStudy(tx: Tx, actor: StaffActor, record: StudyRecord, refusal?: Refusal) {
  const stopped = saving(record.study, actor.id)
  const mayNow = mayAllocate.allows(actor, record) && record.proof.ok && stopped === null
  const programme = await findProgramme(tx, record.programmeId)
  return (
    <StudyPage
      record={record}
      programme={programme!}
      names={await listNames(tx, record.id)}
      waiting={mayNow ? await listWaiting(tx, record) : null}
      stopped={stopped}
      can={{
        drawSeed: mayDrawSeed.allows(actor, record) && drawingSeed(record.study, actor.id, '').ok,
        allocate: mayAllocate.allows(actor, record),
        close: mayClose.allows(actor, record) && !record.study.closure,
        export: mayExport.allows(actor, record),
      }}
      refusal={refusal}
    />
  )
}

/** Names of people are on the page where people are allocated. */
export const readOf = (record: StudyRecord) =>
  record.study.protocol.unit === 'person'
    ? {
        read: {
          act: 'studies.read',
          on: ['study', record.id] as [string, string],
          classes: ['identity' as const, 'language' as const],
        },
      }
    : {}

/** What a form to set up starts from: two arms, the usual p, block sizes that can't be guessed. */
const usual = (unit: keyof typeof factorsOf) => ({
  'ratio-1': '1',
  'ratio-2': '1',
  multipliers: '1, 2',
  p: '0.8',
  measure: 'range',
  ...Object.fromEntries(factorsOf[unit].map((factor) => [`weight-${factor}`, factor === 'language' ? '1' : ''])),
  strata: ['language'],
})

export const routes = [
  page(paths.all, { policy: mayListAll }, async ({ tx, actor }) => {
    const programmes = (await listProgrammes(tx)).filter((programme) => programme.isMine)
    const studies = await listStudies(
      tx,
      programmes.map(({ id }) => id),
    )
    const sections = programmes.map((programme) => ({
      programme,
      studies: studies.filter((one) => one.programmeId === programme.id),
      mayCreate: mayCreate.allows(actor, programme),
    }))
    return show(<StudiesPage sections={sections} />)
  }),

  page(
    paths.ofProgramme,
    { policy: mayList, find: ({ tx, params }) => findProgramme(tx, params.programmeId) },
    async ({ tx, actor, subject: programme }) => {
      const studies = await listStudies(tx, [programme.id])
      return show(<StudiesPage sections={[{ programme, studies, mayCreate: mayCreate.allows(actor, programme) }]} />)
    },
  ),

  /** First what is allocated and how, in the address; then the form that fits. */
  page(
    paths.create,
    { policy: mayCreate, find: ({ tx, params }) => findProgramme(tx, params.programmeId) },
    async ({ query, subject: programme }) => {
      const typed = Typed.of({ unit: query.get('unit'), method: query.get('method') })
      const kind = parseKind(typed)
      if (!kind.ok)
        return show(
          <ChooseKindPage
            programme={programme}
            state={query.has('unit') || query.has('method') ? formState(kind) : {}}
          />,
        )
      const values = { ...usual(kind.value.unit), ...kind.value, id: newId() }
      return show(<NewStudyPage programme={programme} kind={kind.value} state={{ values }} />)
    },
  ),

  /** First the draft to look at, which writes nothing; then the same fields again with `confirm`. */
  act(
    paths.create,
    { policy: mayCreate, find: ({ tx, params }) => findProgramme(tx, params.programmeId) },
    async ({ tx, actor, typed, subject: programme, now }) => {
      const kind = parseKind(typed)
      if (!kind.ok) return invalid(<ChooseKindPage programme={programme} state={formState(kind)} />)
      const parsed = parseProtocol(typed)
      if (!parsed.ok) return invalid(<NewStudyPage programme={programme} kind={kind.value} state={formState(parsed)} />)
      const { id, protocol } = parsed.value
      if (typed.get('intent') !== 'confirm')
        return show(<NewStudyPage programme={programme} kind={kind.value} state={formState(parsed)} draft={protocol} />)
      if (!(await createStudy(tx, actor, { id, programmeId: programme.id, name: protocol.name }))) {
        const there = await findStudy(tx, id)
        return there ? seeOther(paths.show({ studyId: id }), { did: [] }) : notFound()
      }
      await addEntry(tx, actor, id, { lines: [], act: { kind: 'protocol', data: protocol }, now })
      return seeOther(paths.show({ studyId: id }), {
        did: { act: 'studies.create', on: ['study', id] },
        say: 'studies.created',
      })
    },
  ),

  page(
    paths.show,
    { policy: mayRead, find: ({ tx, params }) => findStudy(tx, params.studyId) },
    async ({ tx, actor, subject: record }) => show(await viewStudy(tx, actor, record), readOf(record)),
  ),

  /** Drawn by the site, shown to nobody: what everybody sees is its hash. */
  act(
    paths.seed,
    { policy: mayDrawSeed, find: ({ tx, params }) => lockStudy(tx, params.studyId) },
    async ({ tx, actor, subject: record, now, services }) => {
      const allowed = drawingSeed(record.study, actor.id, '')
      if (!allowed.ok) return refused(await viewStudy(tx, actor, record, allowed))
      const seed = randomBytes(16).toString('hex')
      const decision = { kind: 'commitment', data: { commitment: sha256(seed) } } as const
      await addEntry(tx, actor, record.id, { lines: record.lines, act: decision, now })
      await keepSeed(tx, actor, services.vault, { studyId: record.id, seed })
      return seeOther(paths.show({ studyId: record.id }), {
        did: { act: 'studies.drawSeed', on: ['study', record.id] },
        say: 'studies.seed.done',
      })
    },
  ),
]
