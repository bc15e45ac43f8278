// The register and its parts, kept together: each is shown here only, and the island on the page relies on their shape.
import type { MessageKey } from '../../../shared/i18n/i18n.ts'
import {
  Button,
  EmptyState,
  Form,
  Hidden,
  Icon,
  LinkButton,
  Notice,
  Refusal,
  StaffLayout,
  Status,
  useView,
} from '../../../shared/ui/index.ts'
import type { Opened } from '../../../shared/vault/vault.ts'
import type { Group } from '../../groups/group.ts'
import { paths as groups } from '../../groups/paths.ts'
import { fullName } from '../../people/person.ts'
import { paths as sessions } from '../../sessions/paths.ts'
import { type Session, titleOf } from '../../sessions/session.ts'
import { type RegisterSignals, SignalButton, SignalDialog, SignalMarks } from '../../signals/parts/in-register.tsx'
import { paths as smileys } from '../../smileys/paths.ts'
import { type Registered, statuses } from '../attendance.ts'
import { markValue } from '../form.ts'
import { StatusMark } from '../parts/mark.tsx'
import { paths } from '../paths.ts'

export type ShownNote = { id: string; personId: string; writtenBy: string; writtenAt: Date; opened: Opened }

export type RegisterView = {
  session: Session
  group: Group
  register: Registered[]
  notes: ShownNote[]
  /** For whoever may note signals, in a programme that has them. */
  signals?: RegisterSignals
  before: Session | undefined
  after: Session | undefined
  allClosed: boolean
  can: { note: boolean; close: boolean; smileys: boolean }
  /** Whom the next note is about, when somebody was chosen. */
  noteOn: string | null
  refusal?: { key: string; params?: Readonly<Record<string, string | number>> }
}

/**
 * Who is here: one tap a person. Every button posts by itself and comes back to the same place; with script the same taps
 * are shown at once and sent in the background.
 */
export function RegisterPage(view: RegisterView) {
  const { t, date, lang, today } = useView()
  const { session, group, register, can } = view
  const sessionId = session.id
  const open = register.filter((one) => one.status === null)
  return (
    <StaffLayout
      title={t('attendance.title', { date: date(session.onDate) })}
      crumbs={[
        { href: groups.show({ groupId: group.id }), label: group.name },
        { href: groups.calendar({ groupId: group.id }), label: t('groups.calendar') },
      ]}
      lead={
        <>
          {date(session.onDate, 'weekday')}
          {' · '}
          <a href={sessions.show({ sessionId })}>
            {t('sessions.one', { number: session.number, title: titleOf(session, lang) })}
          </a>
        </>
      }
      actions={
        <>
          <LinkButton icon="print" href={sessions.signInSheet({ sessionId })}>
            {t('sessions.sheet')}
          </LinkButton>
          {can.smileys && session.cancelledOn === null && (
            <LinkButton href={smileys.show({ sessionId })} testId="smileys">
              {t('smileys.title')}
            </LinkButton>
          )}
        </>
      }
    >
      {view.refusal && <Refusal reason={view.refusal} />}
      <State view={view} />
      {register.length === 0 ? (
        <EmptyState title={t('attendance.nobody')} />
      ) : (
        <div
          class="register"
          data-island="attendance"
          data-unsent={t('attendance.unsent')}
          data-lost={t('attendance.lost')}
          data-undo={t('ui.undo')}
        >
          <Totals register={register} />
          {session.cancelledOn === null && (
            <form method="post" action={paths.register({ sessionId })} id="marks">
              <ul class="register-rows" aria-label={t('attendance.people')}>
                {register.map((one) => (
                  <Row
                    key={one.personId}
                    one={one}
                    early={session.onDate > today}
                    signals={view.signals}
                    noteHref={can.note ? `${paths.register({ sessionId }, { note: one.personId })}#notes` : undefined}
                  />
                ))}
              </ul>
            </form>
          )}
          <div class="actions register-acts">
            {open.length > 0 && session.onDate <= today && session.cancelledOn === null && (
              <Form action={paths.rest({ sessionId })} inline id="rest">
                <Button testId="mark-rest">{t('attendance.rest', { count: register.length })}</Button>
              </Form>
            )}
            {can.close && session.closedAt === null && session.cancelledOn === null && session.onDate <= today && (
              <Form action={paths.closure({ sessionId })} inline id="closure">
                <Button kind="primary" testId="close-session">
                  {t('attendance.close')}
                </Button>
              </Form>
            )}
          </div>
        </div>
      )}
      {view.signals && register.length > 0 && <SignalDialog signals={view.signals} />}
      {(can.note || view.notes.length > 0) && register.length > 0 && <Notes view={view} />}
      <nav class="actions" aria-label={t('sessions.neighbours')}>
        {view.before && (
          <LinkButton kind="quiet" icon="back" href={paths.register({ sessionId: view.before.id })}>
            {t('sessions.before', { number: view.before.number })}
          </LinkButton>
        )}
        {view.after && (
          <LinkButton kind="quiet" icon="arrow" href={paths.register({ sessionId: view.after.id })}>
            {t('sessions.after', { number: view.after.number })}
          </LinkButton>
        )}
      </nav>
    </StaffLayout>
  )
}

function State({ view }: { view: RegisterView }) {
  const { t, today } = useView()
  const { session, group } = view
  if (session.cancelledOn)
    return (
      <Notice kind="warning" title={t('sessions.cancelled')}>
        <p>{t(`sessions.cancelled.reason.${session.cancelReason}` as MessageKey)}</p>
      </Notice>
    )
  if (session.closedAt)
    return (
      <Notice kind="done">
        <p>{t('attendance.isClosed')}</p>
        {view.allClosed && group.closedOn === null && view.can.close && (
          <p>
            <a href={groups.completion({ groupId: group.id })} data-testid="complete-group">
              {t('groups.complete.go')}
            </a>
          </p>
        )}
      </Notice>
    )
  if (session.onDate > today)
    return (
      <Notice kind="info">
        <p>{t('attendance.early')}</p>
      </Notice>
    )
  return null
}

/** The running total; each number keeps its word, so that nothing has to be put together in another language. */
function Totals({ register }: { register: Registered[] }) {
  const { t } = useView()
  const count = (status: string | null) => register.filter((one) => one.status === status).length
  return (
    <div class="totals" data-testid="totals">
      <dl>
        {statuses.map((status) => (
          <div key={status} data-total={status}>
            <dt>{t(`attendance.status.${status}`)}</dt>
            <dd>{count(status)}</dd>
          </div>
        ))}
        <div data-total="none">
          <dt>{t('attendance.status.none')}</dt>
          <dd>{count(null)}</dd>
        </div>
      </dl>
      <p class="unsent" role="status" />
    </div>
  )
}

function Row(props: {
  one: Registered
  early: boolean
  noteHref: string | undefined
  signals: RegisterSignals | undefined
}) {
  const { t } = useView()
  const { one, early, noteHref, signals } = props
  const name = fullName(one)
  const suggested = one.status === null && one.announced
  const offered = early ? (['excused'] as const) : statuses
  return (
    <li class="register-row" id={`p-${one.personId}`} data-person={one.personId} data-status={one.status ?? 'none'}>
      <div class="register-name">
        <strong>
          <bdi>{name}</bdi>
        </strong>
        {one.announced && <Status kind="waiting">{t('attendance.announced')}</Status>}
        {one.corrected && <small>{t('attendance.corrected')}</small>}
        {noteHref && (
          <a class="note-link" href={noteHref} aria-label={t('attendance.note.of', { name })}>
            <Icon name="note" />
          </a>
        )}
        {signals && (
          <>
            <SignalButton signals={signals} personId={one.personId} enrolmentId={one.enrolmentId} name={name} />
            <SignalMarks signals={signals.own.get(one.personId)} plan={signals.plan} />
          </>
        )}
      </div>
      <fieldset class="register-buttons">
        <legend class="visually-hidden">{t('attendance.of', { name })}</legend>
        {offered.map((status) => (
          <button
            key={status}
            type="submit"
            name="mark"
            value={markValue(one.personId, status, crypto.randomUUID())}
            data-mark={status}
            class={suggested && status === 'excused' ? 'mark suggested' : 'mark'}
            aria-pressed={one.status === status ? 'true' : 'false'}
            aria-label={t('attendance.mark', { status: t(`attendance.status.${status}`), name })}
            data-testid={`mark-${status}`}
          >
            <StatusMark status={status} decorative />
            <span>{t(`attendance.status.${status}`)}</span>
          </button>
        ))}
      </fieldset>
    </li>
  )
}

function Notes({ view }: { view: RegisterView }) {
  const { t, date } = useView()
  const { session, register, notes, can } = view
  const names = new Map(register.map((one) => [one.personId, fullName(one)]))
  return (
    <details class="disclosure" id="notes" open={notes.length > 0 || view.noteOn !== null}>
      <summary>{t('attendance.notes', { count: notes.length })}</summary>
      <div class="stack">
        <ul class="stack-small">
          {notes.map((note) => (
            <li key={note.id}>
              <strong>
                <bdi>{names.get(note.personId) ?? ''}</bdi>
              </strong>{' '}
              <small>
                {t('attendance.note.by', { name: note.writtenBy, at: date(note.writtenAt.toISOString(), 'time') })}
              </small>
              <p dir="auto">
                {note.opened.state === 'open' ? note.opened.text : t(`vault.${note.opened.state}` as MessageKey)}
              </p>
            </li>
          ))}
        </ul>
        {can.note && (
          <form
            method="post"
            action={paths.notes({ sessionId: session.id })}
            class="form"
            data-island="confirm-once"
            data-testid="note-form"
          >
            <Hidden name="id" value={crypto.randomUUID()} />
            <div class="field">
              <label class="label" for="note-person">
                {t('attendance.note.who')}
              </label>
              <select class="input medium" id="note-person" name="person">
                {register.map((one) => (
                  <option key={one.personId} value={one.personId} selected={one.personId === view.noteOn}>
                    {fullName(one)}
                  </option>
                ))}
              </select>
            </div>
            <div class="field">
              <label class="label" for="note-body">
                {t('attendance.note')}
              </label>
              <p class="hint" id="note-hint">
                {t('attendance.note.hint')}
              </p>
              <textarea
                class="input"
                id="note-body"
                name="body"
                rows={2}
                maxlength={1000}
                dir="auto"
                aria-describedby="note-hint"
                autofocus={view.noteOn !== null}
              />
            </div>
            <Button size="small" testId="save-note">
              {t('attendance.note.save')}
            </Button>
          </form>
        )}
      </div>
    </details>
  )
}
