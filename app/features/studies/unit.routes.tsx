import { drawAll } from '../../engine/allocation/replay.ts'
import { formState, uuid } from '../../shared/forms/forms.ts'
import type { StaffActor } from '../../shared/http/actor.ts'
import { act, page } from '../../shared/http/doors.tsx'
import type { Did } from '../../shared/http/outcome.ts'
import { invalid, refused, seeOther, show } from '../../shared/http/outcome.ts'
import { refuse } from '../../shared/rules.ts'
import { parseOverride, parseUnit, withoutNames } from './form.ts'
import { NewUnitPage } from './pages/new-unit.tsx'
import { UnitPage } from './pages/unit.tsx'
import { paths } from './paths.ts'
import { mayAllocate, mayAllocateUnit, mayReadUnit } from './policy.ts'
import { readOf, viewStudy } from './routes.tsx'
import { drawing, drawingArm, mayOverride, overriding, saving, savingUnit } from './rules.ts'
import { addEntry, findStudy, lockStudy, openSeed } from './store.ts'
import type { Named, StudyRecord, UnitOfStudy } from './study.ts'
import { findCandidate, listNames, listNamesOfPeople, nameUnit } from './units-store.ts'

const yearOf = (today: string) => Number(today.slice(0, 4))

/** A unit of the log by its number in the address. */
const unitOf = ({ study }: StudyRecord, number: string) =>
  /^[1-9]\d{0,4}$/.test(number) ? study.units[Number(number) - 1] : undefined

const found = (record: StudyRecord | undefined, number: string): UnitOfStudy | undefined => {
  const unit = record && unitOf(record, number)
  return unit && { record: record!, unit }
}

const viewUnit = (actor: StaffActor, { record, unit }: UnitOfStudy, named: Named | undefined) => ({
  record,
  unit,
  named,
  can: {
    draw: mayAllocate.allows(actor, record) && record.proof.ok && drawing(record.study, actor.id, unit.number) === null,
    override:
      mayAllocate.allows(actor, record) &&
      unit.allocation !== undefined &&
      mayOverride(record.study, actor.id) === null,
  },
})

/** The act on record, of the study and of the unit: a group in a study counts as worked with, a person's file says so. */
const didOn = (
  act: string,
  record: StudyRecord,
  unit: { groupId: string | null; personId: string | null } | undefined,
): Did[] => [
  {
    act,
    on: ['study', record.id],
    ...(unit?.personId ? { person: unit.personId, classes: ['language'] } : {}),
  },
  ...(unit?.groupId ? [{ act, on: ['group', unit.groupId] as [string, string] }] : []),
]

const broken = refuse('studies.refused.broken')

export const unitRoutes = [
  /** The covariates of a waiting unit as they are today; nothing is drawn here. */
  page(
    paths.newUnit,
    { policy: mayAllocate, find: ({ tx, params }) => findStudy(tx, params.studyId) },
    async ({ tx, actor, query, subject: record, today }) => {
      if (!record.proof.ok) return refused(await viewStudy(tx, actor, record, broken))
      const stopped = saving(record.study, actor.id)
      if (stopped) return refused(await viewStudy(tx, actor, record, refuse(stopped.key)))
      const id = query.get('of') ?? ''
      const candidate = uuid.test(id) ? await findCandidate(tx, record, { id, year: yearOf(today) }) : undefined
      if (!candidate) return refused(await viewStudy(tx, actor, record, refuse('studies.refused.notWaiting')))
      if (candidate.isAgain) return refused(await viewStudy(tx, actor, record, refuse('studies.refused.again')))
      return show(<NewUnitPage record={record} id={id} candidate={candidate} state={{}} />, {
        ...(candidate.personId
          ? {
              read: {
                act: 'studies.covariates',
                on: ['study', record.id],
                person: candidate.personId,
                classes: ['identity', 'language'],
              },
            }
          : {}),
      })
    },
  ),

  /** Saves the covariates, and nothing more: the arm is drawn by another act. */
  act(
    paths.units,
    { policy: mayAllocate, find: ({ tx, params }) => lockStudy(tx, params.studyId) },
    async ({ tx, actor, typed, subject: record, today, now }) => {
      if (!record.proof.ok) return refused(await viewStudy(tx, actor, record, broken))
      const id = uuid.test(typed.get('unit')) ? typed.get('unit') : undefined
      const candidate = id ? await findCandidate(tx, record, { id, year: yearOf(today) }) : undefined
      const stopped = saving(record.study, actor.id)
      if (stopped || !id || !candidate)
        return refused(await viewStudy(tx, actor, record, refuse(stopped?.key ?? 'studies.refused.notWaiting')))
      const names = await listNamesOfPeople(tx, record.id, candidate)
      const parsed = withoutNames(parseUnit(typed, record.study.protocol.arms.length), names)
      if (!parsed.ok)
        return invalid(<NewUnitPage record={record} id={id} candidate={candidate} state={formState(parsed)} />)
      const decision = savingUnit(record.study, actor.id, { ...parsed.value, ...candidate })
      if (!decision.ok)
        return refused(
          <NewUnitPage record={record} id={id} candidate={candidate} state={formState(parsed)} refusal={decision} />,
        )
      const number = decision.value.data.unit
      await nameUnit(tx, actor, record, { number, candidate })
      await addEntry(tx, actor, record.id, { lines: record.lines, act: decision.value, now })
      return seeOther(paths.unit({ studyId: record.id, number: String(number) }), {
        did: didOn('studies.saveUnit', record, candidate),
        say: 'studies.unit.saved',
      })
    },
  ),

  page(
    paths.unit,
    {
      policy: mayReadUnit,
      find: async ({ tx, params }) => found(await findStudy(tx, params.studyId), params.number),
    },
    async ({ tx, actor, subject }) => {
      const names = await listNames(tx, subject.record.id)
      return show(<UnitPage {...viewUnit(actor, subject, names.get(subject.unit.number))} />, readOf(subject.record))
    },
  ),

  /** Draws the arm of the unit that was saved: from the seed and what is on record, nothing else. */
  act(
    paths.arm,
    {
      policy: mayAllocateUnit,
      find: async ({ tx, params }) => found(await lockStudy(tx, params.studyId), params.number),
    },
    async ({ tx, actor, subject, now, services }) => {
      const { record, unit } = subject
      const named = (await listNames(tx, record.id)).get(unit.number)
      const view = viewUnit(actor, subject, named)
      const stopped = record.proof.ok ? drawing(record.study, actor.id, unit.number) : { key: broken.key }
      if (stopped) return refused(<UnitPage {...view} refusal={refuse(stopped.key)} />)
      const seed = await openSeed(tx, services.vault, record.id)
      if (seed === undefined) return refused(<UnitPage {...view} refusal={refuse('studies.refused.noKey')} />)
      const drawn = drawAll(record.study.protocol, seed, record.study.units).at(-1)!
      const decision = drawingArm(record.study, actor.id, drawn)
      if (!decision.ok) return refused(<UnitPage {...view} refusal={decision} />)
      await addEntry(tx, actor, record.id, { lines: record.lines, act: decision.value, now })
      return seeOther(paths.unit({ studyId: record.id, number: String(unit.number) }), {
        did: didOn('studies.draw', record, named),
      })
    },
  ),

  act(
    paths.override,
    {
      policy: mayAllocateUnit,
      find: async ({ tx, params }) => found(await lockStudy(tx, params.studyId), params.number),
    },
    async ({ tx, actor, typed, subject, now }) => {
      const { record, unit } = subject
      const named = (await listNames(tx, record.id)).get(unit.number)
      const view = viewUnit(actor, subject, named)
      if (!record.proof.ok) return refused(<UnitPage {...view} refusal={broken} />)
      const names = await listNamesOfPeople(tx, record.id)
      const parsed = withoutNames(parseOverride(typed, record.study.protocol.arms), names)
      if (!parsed.ok) return invalid(<UnitPage {...view} state={formState(parsed)} />)
      const decision = overriding(record.study, actor.id, { number: unit.number, ...parsed.value })
      if (!decision.ok) return refused(<UnitPage {...view} state={formState(parsed)} refusal={decision} />)
      await addEntry(tx, actor, record.id, { lines: record.lines, act: decision.value, now })
      return seeOther(paths.unit({ studyId: record.id, number: String(unit.number) }), {
        did: didOn('studies.override', record, named),
        say: 'studies.override.done',
      })
    },
  ),
]
