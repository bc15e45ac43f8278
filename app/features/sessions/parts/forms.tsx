/** The forms of one session: its content, who is expected, another time, no session at all. */
import type { MessageKey } from '../../../shared/i18n/i18n.ts'
import {
  Actions,
  Button,
  Field,
  Form,
  type FormState,
  Hidden,
  LinkButton,
  Notice,
  Refusal,
  StaffLayout,
  Table,
  useView,
} from '../../../shared/ui/index.ts'
import type { Group } from '../../groups/group.ts'
import { ConflictList, type ShownConflict } from '../../groups/parts/conflicts.tsx'
import { languageName } from '../../groups/parts/tabs.tsx'
import { paths as groups } from '../../groups/paths.ts'
import { fullName } from '../../people/person.ts'
import type { MoveProposal } from '../moving.ts'
import { paths } from '../paths.ts'
import { cancelReasons, type Session, titleOf } from '../session.ts'

type Of = { session: Session; group: Group }
type Refused = { key: string; params?: Readonly<Record<string, string | number>> }

function useCrumbs({ session, group }: Of) {
  const { t, lang } = useView()
  return [
    { href: groups.show({ groupId: group.id }), label: group.name },
    {
      href: paths.show({ sessionId: session.id }),
      label: t('sessions.one', { number: session.number, title: titleOf(session, lang) }),
    },
  ]
}

export function EditSessionPage(props: Of & { state: FormState }) {
  const { t, lang } = useView()
  const { session, group, state } = props
  const crumbs = useCrumbs(props)
  const language = group.language
  return (
    <StaffLayout
      title={t('sessions.edit.title')}
      crumbs={crumbs}
      lead={t('sessions.edit.lead', { language: languageName(language, lang) })}
      width="narrow"
      invalid={Object.keys(state.errors ?? {}).length > 0}
    >
      <Form action={paths.edit({ sessionId: session.id })} {...state} testId="session-form">
        <Field name="title" label={t('sessions.theme')} lang={language} maxlength={200} />
        <Field
          name="place"
          label={t('sessions.place')}
          hint={t('sessions.place.hint', { place: group.site ?? '–' })}
          optional
          maxlength={200}
        />
        <Field
          name="room"
          label={t('sessions.room')}
          hint={t('sessions.room.hint', { room: group.room ?? '–' })}
          optional
          maxlength={120}
        />
        <Field name="bring" type="textarea" rows={2} label={t('sessions.bring')} lang={language} optional />
        <Field name="homework" type="textarea" rows={2} label={t('sessions.homework')} lang={language} optional />
        <Field name="outing" type="textarea" rows={2} label={t('sessions.outing')} lang={language} optional />
        <Field name="material" type="textarea" rows={2} label={t('sessions.material')} lang={language} optional />
        <Save back={paths.show({ sessionId: session.id })} testId="save-session" />
      </Form>
    </StaffLayout>
  )
}

export function ExpectedPage(
  props: Of & { members: { personId: string; firstName: string; lastName: string | null }[]; chosen: string[] },
) {
  const { t } = useView()
  const { session } = props
  return (
    <StaffLayout
      title={t('sessions.expected.title')}
      crumbs={useCrumbs(props)}
      lead={t('sessions.expected.lead')}
      width="narrow"
    >
      <Form
        action={paths.expected({ sessionId: session.id })}
        values={{ persons: props.chosen }}
        testId="expected-form"
      >
        <Field
          name="persons"
          type="checkboxes"
          label={t('sessions.expected')}
          options={props.members.map((one) => ({ value: one.personId, label: fullName(one) }))}
        />
        <Save back={paths.show({ sessionId: session.id })} testId="save-expected" />
      </Form>
    </StaffLayout>
  )
}

export type MovePreview = {
  proposal: MoveProposal
  conflicts: ShownConflict[]
  mayStayAlone: boolean
  titles: Map<number, string>
}

export function MovePage(props: Of & { state: FormState; refusal?: Refused; preview?: MovePreview }) {
  const { t } = useView()
  const { session, state, preview } = props
  return (
    <StaffLayout
      title={t('sessions.move.title')}
      crumbs={useCrumbs(props)}
      lead={preview ? t('sessions.move.preview') : t('sessions.move.lead')}
      width="narrow"
      invalid={Object.keys(state.errors ?? {}).length > 0}
    >
      {props.refusal && <Refusal reason={props.refusal} />}
      {preview && <ProposedMoves sessionId={session.id} state={state} preview={preview} />}
      <Form action={paths.moving({ sessionId: session.id })} {...state} testId="move-form">
        <Field name="date" type="date" label={t('sessions.date')} />
        <div class="times">
          <Field name="from" type="time" label={t('sessions.from')} />
          <Field name="to" type="time" label={t('sessions.to')} />
        </div>
        <Actions>
          <Button kind={preview ? 'secondary' : 'primary'} name="intent" value="preview" testId="preview-move">
            {t('sessions.move.look')}
          </Button>
          <LinkButton kind="quiet" href={paths.show({ sessionId: session.id })}>
            {t('groups.cancel')}
          </LinkButton>
        </Actions>
      </Form>
    </StaffLayout>
  )
}

function ProposedMoves({ sessionId, state, preview }: { sessionId: string; state: FormState; preview: MovePreview }) {
  const { t, date } = useView()
  const { proposal, conflicts, mayStayAlone, titles } = preview
  const all = [proposal.move, ...proposal.followers]
  return (
    <>
      {(proposal.notes.length > 0 || conflicts.length > 0) && (
        <Notice kind="warning">
          {proposal.notes.map((note) => (
            <p key={note.key}>{t(note.key as MessageKey, note.params)}</p>
          ))}
          <ConflictList conflicts={conflicts} />
        </Notice>
      )}
      <Table
        caption={t('sessions.move.changes', { count: all.length })}
        rows={all}
        rowKey={(move) => move.position}
        testId="moves"
        columns={[
          { label: t('sessions.number'), number: true, cell: (move) => move.position },
          { label: t('sessions.theme'), head: true, cell: (move) => titles.get(move.position) ?? '' },
          { label: t('sessions.move.was'), cell: (move) => date(move.was.date) },
          {
            label: t('sessions.move.becomes'),
            cell: (move) =>
              t('sessions.when', {
                date: date(move.becomes.date, 'weekday'),
                from: move.becomes.from,
                to: move.becomes.to,
              }),
          },
        ]}
      />
      <Form action={paths.moving({ sessionId })} id="confirm" testId="confirm-move">
        {['date', 'from', 'to'].map((name) => (
          <Hidden key={name} name={name} value={String(state.values?.[name] ?? '')} />
        ))}
        {mayStayAlone && <Field name="alone" type="checkbox" label={t('sessions.move.alone')} />}
        <Actions>
          <Button kind="primary" name="intent" value="confirm" testId="move">
            {t('sessions.move.confirm', { count: all.length })}
          </Button>
        </Actions>
      </Form>
    </>
  )
}

export function CancelPage(props: Of & { state: FormState }) {
  const { t } = useView()
  const { session, state } = props
  return (
    <StaffLayout
      title={t('sessions.cancel.title')}
      crumbs={useCrumbs(props)}
      lead={t('sessions.cancel.lead')}
      width="narrow"
      invalid={Object.keys(state.errors ?? {}).length > 0}
    >
      <Form action={paths.cancellation({ sessionId: session.id })} {...state} testId="cancel-form">
        <Field
          name="reason"
          type="radio"
          label={t('sessions.cancel.reason')}
          hint={t('sessions.cancel.reason.hint')}
          options={cancelReasons.map((reason) => ({ value: reason, label: t(`sessions.cancelled.reason.${reason}`) }))}
        />
        <Actions>
          <Button kind="danger" testId="confirm-cancel">
            {t('sessions.cancel')}
          </Button>
          <LinkButton kind="quiet" href={paths.show({ sessionId: session.id })}>
            {t('sessions.keep')}
          </LinkButton>
        </Actions>
      </Form>
    </StaffLayout>
  )
}

export function AddSessionPage(props: {
  group: Group
  state: FormState
  instead: string | null
  conflicts: ShownConflict[]
}) {
  const { t } = useView()
  const { group, state } = props
  return (
    <StaffLayout
      title={t('sessions.add')}
      crumbs={[
        { href: groups.show({ groupId: group.id }), label: group.name },
        { href: groups.calendar({ groupId: group.id }), label: t('groups.calendar') },
      ]}
      width="narrow"
      invalid={Object.keys(state.errors ?? {}).length > 0}
    >
      {props.conflicts.length > 0 && (
        <Notice kind="warning">
          <ConflictList conflicts={props.conflicts} />
        </Notice>
      )}
      <Form action={groups.addSession({ groupId: group.id })} {...state} testId="add-session-form">
        {props.instead && <Hidden name="instead" value={props.instead} />}
        <Field name="title" label={t('sessions.theme')} lang={group.language} maxlength={200} />
        <Field name="date" type="date" label={t('sessions.date')} />
        <div class="times">
          <Field name="from" type="time" label={t('sessions.from')} />
          <Field name="to" type="time" label={t('sessions.to')} />
        </div>
        <Save back={groups.calendar({ groupId: group.id })} testId="add-session" />
      </Form>
    </StaffLayout>
  )
}

function Save(props: { back: string; testId: string }) {
  const { t } = useView()
  return (
    <Actions>
      <Button kind="primary" testId={props.testId}>
        {t('groups.save')}
      </Button>
      <LinkButton kind="quiet" href={props.back}>
        {t('groups.cancel')}
      </LinkButton>
    </Actions>
  )
}
