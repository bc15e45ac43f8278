/** Moving one session proposes where those after it would go; nothing is moved that nobody confirmed. */
import { accept, type Decision, type ReasonParams, refuse } from '../../shared/rules.ts'
import { isPlainDate } from '../../shared/time/dates.ts'
import { type ClosedOn, nextSlot, weeksSpanned } from './planning.ts'
import { earlierThan, type HalfDay, type WeekSlot } from './session.ts'

type When = Pick<HalfDay, 'date' | 'from' | 'to'>
export type Move = Readonly<{ position: number; was: When; becomes: When }>

export type MoveProposal = Readonly<{
  move: Move
  /** Sessions after it that would otherwise stand before it or beside it, each on the next half-day of the week's pattern. */
  followers: readonly Move[]
  /** What to know before confirming: keys and parameters of messages. */
  notes: readonly Readonly<{ key: string; params: ReasonParams }>[]
}>

export type MoveRequest = Readonly<{
  halfDays: readonly HalfDay[]
  position: number
  to: When
  slots: readonly WeekSlot[]
  closedOn: ClosedOn
  weeksMin: number
  weeksMax: number
  /** Positions of sessions that have taken place: they stay where they were. */
  held: ReadonlySet<number>
}>

const when = ({ date, from, to }: When): When => ({ date, from, to })
const overlap = (a: When, b: When) => a.date === b.date && a.from < b.to && b.from < a.to

/** Refused: an unknown or held session, an impossible time, and a time at which the group already meets before it. */
export function moveSession({
  halfDays,
  position,
  to,
  slots,
  closedOn,
  weeksMin,
  weeksMax,
  held,
}: MoveRequest): Decision<MoveProposal> {
  const found = halfDays.find((h) => h.position === position)
  if (!found) return refuse('sessions.moving.unknown')
  if (held.has(position)) return refuse('sessions.moving.held')
  if (!isPlainDate(to.date) || to.from >= to.to) return refuse('sessions.moving.time')

  const before = halfDays.filter((h) => h.position < position)
  const after = halfDays.filter((h) => h.position > position).sort((a, b) => a.position - b.position)
  if ([...before, ...after.filter((h) => held.has(h.position))].some((h) => overlap(h, to)))
    return refuse('sessions.moving.taken')

  const followers: Move[] = []
  let last: When = to
  for (const session of after.filter((h) => !held.has(h.position))) {
    const stays = earlierThan(last, session) && !overlap(last, session)
    const becomes = stays ? when(session) : nextSlot(last, slots, closedOn)
    if (!becomes) return refuse('sessions.moving.noSlot')
    if (!stays) followers.push({ position: session.position, was: when(session), becomes })
    last = becomes
  }

  const moved = new Map([...followers.map((f) => [f.position, f.becomes.date] as const), [position, to.date]])
  const weeks = weeksSpanned(halfDays.map((h) => moved.get(h.position) ?? h.date))
  const notes: { key: string; params: ReasonParams }[] = []
  const closed = closedOn(to.date)
  if (closed !== undefined) notes.push({ key: 'sessions.moving.closed', params: { why: closed } })
  if (before.some((h) => earlierThan(to, h))) notes.push({ key: 'sessions.moving.order', params: {} })
  if (weeks < weeksMin || weeks > weeksMax)
    notes.push({ key: 'sessions.moving.weeks', params: { weeks, min: weeksMin, max: weeksMax } })
  return accept({ move: { position, was: when(found), becomes: when(to) }, followers, notes })
}
