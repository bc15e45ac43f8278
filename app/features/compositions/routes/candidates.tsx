import { act, type Ctx, page } from '../../../shared/http/doors.tsx'
import { type Did, redirect, refused, seeOther, show } from '../../../shared/http/outcome.ts'
import { getGroupProgramme } from '../../groups/programme.ts'
import { listWaiting, saveCandidates, type WaitingPerson } from '../candidates.store.ts'
import type { Composition } from '../composition.ts'
import { filterQuery, filterWaiting, pageSize, readFilter } from '../filter.ts'
import { find } from '../find.ts'
import { parseChoice } from '../form.ts'
import { CandidatesPage, type CandidatesView } from '../pages/candidates.tsx'
import { paths } from '../paths.ts'
import { mayEdit } from '../policy.ts'
import { changing } from '../rules.ts'
import { readOf } from './compositions.tsx'

type Loaded = CandidatesView & { all: WaitingPerson[] }

async function load({ tx, query }: Pick<Ctx, 'tx' | 'query'>, composition: Composition): Promise<Loaded> {
  const programme = await getGroupProgramme(tx, composition.programmeId)
  const waiting = await listWaiting(tx, composition)
  const filter = readFilter(query)
  const all = filterWaiting(waiting, filter, programme.settings.languages)
  return {
    composition,
    programme,
    filter,
    all,
    shown: all.slice((filter.page - 1) * pageSize, filter.page * pageSize),
    found: all.length,
    pages: Math.ceil(all.length / pageSize),
    waiting: waiting.length,
    chosen: waiting.filter((one) => one.isCandidate).length,
    places: [...new Set(waiting.flatMap((one) => one.place ?? []))].sort((a, b) => a.localeCompare(b)),
  }
}

export const candidateRoutes = [
  page(paths.candidates, { policy: mayEdit, find }, async (ctx) =>
    show(<CandidatesPage {...(await load(ctx, ctx.subject))} />, { read: readOf(ctx.subject) }),
  ),

  act(paths.candidates, { policy: mayEdit, find, maxBytes: 262_144 }, async (ctx) => {
    const { tx, actor, typed, subject: composition } = ctx
    const view = await load(ctx, composition)
    const open = changing(composition)
    if (!open.ok) return refused(<CandidatesPage {...view} refusal={open} />)
    const parsed = parseChoice(typed)
    const here = paths.candidates(
      { compositionId: composition.id },
      filterQuery(view.filter, { page: view.filter.page }),
    )
    if (!parsed.ok) return redirect(here)
    const chosen = { all: view.all.map((one) => one.enrolmentId), none: [], save: parsed.value.enrolmentId }
    const { added, removed } = await saveCandidates(tx, actor, composition, {
      // What was ticked says something of the rows that were on the page only.
      shown: parsed.value.do === 'save' ? view.shown : view.all,
      chosen: new Set<string>(chosen[parsed.value.do]),
    })
    const entry =
      (name: string) =>
      ({ personId }: { personId: string }): Did => ({
        act: name,
        on: ['composition', composition.id],
        person: personId,
        classes: ['language'],
      })
    const isDone = parsed.value.do === 'save' && view.pages < 2
    const to = isDone ? paths.show({ compositionId: composition.id }) : here
    return seeOther(to, {
      did: [...added.map(entry('compositions.choose')), ...removed.map(entry('compositions.leaveOut'))],
      say:
        added.length + removed.length === 0
          ? 'compositions.saved'
          : { key: 'compositions.candidates.saved', params: { added: added.length, removed: removed.length } },
    })
  }),
]
