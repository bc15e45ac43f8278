import { blueprints } from '../../../blueprints/blueprints.ts'
import { textIn } from '../../../shared/i18n/text.ts'
import {
  Actions,
  Button,
  EmptyState,
  Field,
  Form,
  type FormState,
  LinkButton,
  StaffLayout,
  Status,
  Table,
  useView,
} from '../../../shared/ui/index.ts'
import { paths } from '../paths.ts'
import { isOver, type Programme, titleIn } from '../programme.ts'

export function ProgrammesPage({ programmes, can }: { programmes: Programme[]; can: { create: boolean } }) {
  const { t, lang, today } = useView()
  return (
    <StaffLayout
      title={t('programmes.list.title')}
      actions={
        can.create && (
          <LinkButton href={paths.create()} icon="plus" testId="new-programme">
            {t('programmes.create')}
          </LinkButton>
        )
      }
    >
      <Table
        caption={t('programmes.list.title')}
        hideCaption
        rows={programmes}
        rowKey={(p) => p.id}
        testId="programmes"
        empty={<EmptyState title={t('programmes.list.empty')}>{t('programmes.list.emptyHint')}</EmptyState>}
        columns={[
          {
            label: t('programmes.title'),
            head: true,
            cell: (p) => <a href={paths.show({ programmeId: p.id })}>{titleIn(p, lang)}</a>,
          },
          { label: t('programmes.dates'), cell: (p) => <Period {...p.settings} /> },
          {
            label: t('programmes.state'),
            cell: (p) =>
              isOver(p.settings, today) ? (
                <Status kind="done">{t('programmes.state.over')}</Status>
              ) : p.settings.startsOn && p.settings.startsOn > today ? (
                <Status kind="waiting">{t('programmes.state.coming')}</Status>
              ) : (
                <Status kind="active">{t('programmes.state.running')}</Status>
              ),
          },
          { label: t('programmes.mine'), cell: (p) => (p.isMine ? t('programmes.mine.yes') : '–') },
        ]}
      />
    </StaffLayout>
  )
}

/** From when to when, as far as it is known. */
export function Period({ startsOn, endsOn }: { startsOn: string | null; endsOn: string | null }) {
  const { t, date } = useView()
  if (startsOn && endsOn) return <>{t('programmes.period', { from: date(startsOn), to: date(endsOn) })}</>
  if (startsOn) return <>{t('programmes.period.from', { from: date(startsOn) })}</>
  return <span class="unknown">{t('programmes.period.open')}</span>
}

export function NewProgrammePage({ state }: { state: FormState }) {
  const { t, lang } = useView()
  return (
    <StaffLayout
      title={t('programmes.create.title')}
      lead={t('programmes.create.lead')}
      crumbs={[{ href: paths.list(), label: t('programmes.list.title') }]}
      width="narrow"
      invalid={Object.keys(state.errors ?? {}).length > 0}
    >
      <Form action={paths.create()} {...state} testId="new-programme-form">
        <Field
          name="blueprint"
          type="radio"
          label={t('programmes.blueprint')}
          value={blueprints[0]?.id}
          options={blueprints.map((b) => ({
            value: b.id,
            label: textIn(b.title, lang).text,
            hint: textIn(b.summary, lang).text,
          }))}
        />
        <Field name="startsOn" type="date" label={t('programmes.startsOn')} optional />
        <Field name="endsOn" type="date" label={t('programmes.endsOn')} optional />
        <Actions>
          <Button kind="primary" testId="create-programme">
            {t('programmes.create.do')}
          </Button>
          <LinkButton kind="quiet" href={paths.list()}>
            {t('programmes.cancel')}
          </LinkButton>
        </Actions>
      </Form>
    </StaffLayout>
  )
}
