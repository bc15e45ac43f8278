import type { Tx } from '../../../shared/db/database.ts'
import { fields, parseForm } from '../../../shared/forms/forms.ts'
import type { StaffActor } from '../../../shared/http/actor.ts'
import { act, page } from '../../../shared/http/doors.tsx'
import { type Did, redirect, refused, seeOther, show } from '../../../shared/http/outcome.ts'
import type { PlainDate } from '../../../shared/time/dates.ts'
import type { Programme } from '../../programmes/programme.ts'
import { findProgramme } from '../../programmes/store.ts'
import { PrintedCallsPage, WaitingListPage } from '../pages/waiting.tsx'
import type { WaitingView } from '../pages/waiting-tables.tsx'
import { paths } from '../paths.ts'
import { mayReadWaitingList } from '../policy.ts'
import { addAttempt, advance, findEnrolment } from '../store.ts'
import { readFilter, type WaitingFilter } from '../waiting.ts'
import { countWaiting, listPlaces, listWaiting, pageSize } from '../waiting-store.ts'

const find = ({ tx, params }: { tx: Tx; params: { programmeId: string } }) => findProgramme(tx, params.programmeId)

/** Most names on one sheet of calls. */
const onPaper = 200

async function load(
  { tx, actor }: { tx: Tx; actor: StaffActor },
  programme: Programme,
  filter: WaitingFilter,
  today: PlainDate,
  limit = pageSize,
): Promise<Omit<WaitingView, 'mode'>> {
  const counts = await countWaiting(tx, programme.id, filter)
  const rows = await listWaiting(tx, programme.id, filter, today, limit)
  const places = await listPlaces(tx, programme.id)
  return {
    programme,
    filter,
    counts,
    rows,
    places,
    pages: Math.ceil(counts.total / pageSize),
    mayCompose: actor.role === 'coordinator',
  }
}

const read = (programme: Programme): Did => ({
  act: 'waiting-lists.read',
  on: ['programme', programme.id],
  classes: ['identity', 'language', 'attendance'],
})

export const waitingRoutes = [
  page(
    paths.waitingList,
    { policy: mayReadWaitingList, find },
    async ({ tx, actor, query, today, subject: programme }) => {
      const filter = readFilter(query)
      if (query.get('mode') === 'print') {
        const view = await load({ tx, actor }, programme, { ...filter, page: 1 }, today, onPaper)
        return show(<PrintedCallsPage {...view} mode="calls" />, { read: read(programme) })
      }
      const view = await load({ tx, actor }, programme, filter, today)
      return show(<WaitingListPage {...view} mode={query.get('mode') === 'calls' ? 'calls' : 'list'} />, {
        read: read(programme),
      })
    },
  ),

  act(
    paths.several,
    { policy: mayReadWaitingList, find },
    async ({ tx, actor, typed, today, services: { vault }, subject: programme }) => {
      const list = paths.waitingList({ programmeId: programme.id })
      const back = typed.get('back')
      const to = back === list || back.startsWith(`${list}?`) ? back : list
      const parsed = parseForm(
        { do: fields.choice(['informed', 'attempted']), enrolmentId: fields.texts(40, pageSize) },
        typed,
      )
      const filter = readFilter(new URLSearchParams(to.split('?')[1] ?? ''))
      if (!parsed.ok || parsed.value.enrolmentId.length === 0) {
        const view = await load({ tx, actor }, programme, filter, today)
        return refused(<WaitingListPage {...view} mode="list" refusal={{ key: 'referrals.waiting.nobodyChosen' }} />)
      }
      const did: Did[] = []
      for (const id of new Set(parsed.value.enrolmentId)) {
        const enrolment = /^[0-9a-f-]{36}$/i.test(id) ? await findEnrolment(tx, id) : undefined
        if (!enrolment || enrolment.programmeId !== programme.id || enrolment.endedOn) continue
        if (parsed.value.do === 'attempted')
          await addAttempt(tx, enrolment, { on: today, channel: 'phone', result: 'no-answer', by: actor.id })
        else await advance(tx, vault, { enrolmentId: id, event: 'informed', on: today, by: actor.id })
        did.push({
          act: parsed.value.do === 'attempted' ? 'enrolments.noteAttempt' : 'enrolments.move',
          on: ['enrolment', id],
          person: enrolment.personId,
          classes: ['attendance'],
        })
      }
      // Nobody of those chosen waits here any more: nothing was done, and the list shows it.
      if (did.length === 0) return redirect(to)
      return seeOther(to, { did, say: { key: 'referrals.waiting.done', params: { count: did.length } } })
    },
  ),
]
