import {
  Actions,
  Button,
  Disclosure,
  Field,
  Form,
  type FormState,
  LinkButton,
  useView,
} from '../../../shared/ui/index.ts'
import { audiences } from '../note.ts'
import { paths } from '../paths.ts'

/** On the person's page: opens with one tap, or by itself when a draft is waiting. */
export function NewNote({ personId, draft }: { personId: string; draft?: Record<string, string> }) {
  const { t } = useView()
  return (
    <Disclosure summary={t(draft ? 'notes.add.draft' : 'notes.add')} open={Boolean(draft)}>
      <NoteForm personId={personId} state={draft ? { values: draft } : {}} />
    </Disclosure>
  )
}

/** The note itself: what, for whom, which day; kept as a draft while it is written. */
export function NoteForm({ personId, state, cancel }: { personId: string; state: FormState; cancel?: string }) {
  const { t, today } = useView()
  return (
    <Form
      id="note"
      action={paths.create({ personId })}
      autosave={paths.draft({ personId })}
      errors={state.errors}
      values={{ audience: 'institution', ...state.values, onDate: state.values?.onDate || today }}
      testId="note-form"
    >
      <Field name="body" type="textarea" rows={4} label={t('notes.body')} testId="note-body" />
      <Field
        name="audience"
        type="radio"
        row
        label={t('notes.audience')}
        options={audiences.map((value) => ({
          value,
          label: t(`notes.audience.${value}`),
          hint: t(`notes.audience.${value}.hint`),
        }))}
      />
      <Field name="onDate" type="date" label={t('notes.onDate')} max={today} />
      <Actions>
        <Button kind="primary" testId="note-save">
          {t('notes.save')}
        </Button>
        {cancel && (
          <LinkButton kind="quiet" href={cancel}>
            {t('people.cancel')}
          </LinkButton>
        )}
      </Actions>
    </Form>
  )
}
