import { type FormState, StaffLayout, useView } from '../../../shared/ui/index.ts'
import { paths as people } from '../../people/paths.ts'
import { NoteForm } from '../parts/form.tsx'

/** The note on a page of its own, when something was missing. */
export function NotePage({ personId, name, state }: { personId: string; name: string; state: FormState }) {
  const { t } = useView()
  return (
    <StaffLayout
      title={t('notes.add.of', { name })}
      width="narrow"
      invalid
      crumbs={[
        { href: people.list(), label: t('people.list.title') },
        { href: people.show({ personId }), label: name },
      ]}
    >
      <NoteForm personId={personId} state={state} cancel={people.show({ personId })} />
    </StaffLayout>
  )
}
