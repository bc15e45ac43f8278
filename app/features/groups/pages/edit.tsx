import {
  Actions,
  Button,
  Field,
  Form,
  type FormState,
  LinkButton,
  StaffLayout,
  useView,
} from '../../../shared/ui/index.ts'
import type { Group } from '../group.ts'
import { languageName } from '../parts/tabs.tsx'
import { paths } from '../paths.ts'

export function EditGroupPage(props: {
  group: Group
  languages: readonly string[]
  sites: string[]
  rooms: string[]
  state: FormState
}) {
  const { t, lang } = useView()
  const groupId = props.group.id
  return (
    <StaffLayout
      title={t('groups.edit.title', { name: props.group.name })}
      crumbs={[
        { href: paths.list(), label: t('groups.title') },
        { href: paths.show({ groupId }), label: props.group.name },
      ]}
      width="narrow"
      invalid={Object.keys(props.state.errors ?? {}).length > 0}
    >
      <Form action={paths.edit({ groupId })} {...props.state} testId="group-form">
        <Field name="name" label={t('groups.name')} maxlength={120} />
        <Field
          name="language"
          type="select"
          label={t('groups.language')}
          options={props.languages.map((code) => ({ value: code, label: languageName(code, lang) }))}
        />
        <Field name="site" label={t('groups.site')} optional suggestions={props.sites} maxlength={120} />
        <Field name="room" label={t('groups.room')} optional suggestions={props.rooms} maxlength={120} />
        <Field name="capacity" type="number" label={t('groups.capacity')} min={1} max={200} inputmode="numeric" />
        <Actions>
          <Button kind="primary" testId="save-group">
            {t('groups.save')}
          </Button>
          <LinkButton kind="quiet" href={paths.show({ groupId })}>
            {t('groups.cancel')}
          </LinkButton>
        </Actions>
      </Form>
    </StaffLayout>
  )
}
