import {
  Actions,
  Button,
  Field,
  Fieldset,
  Form,
  type FormState,
  Hidden,
  LinkButton,
  Notice,
  Refusal,
  Section,
  StaffLayout,
  Table,
  useView,
} from '../../../shared/ui/index.ts'
import { titleIn } from '../../programmes/programme.ts'
import { ConflictList, type ShownConflict, SkippedDays } from '../parts/conflicts.tsx'
import { languageName } from '../parts/tabs.tsx'
import { paths } from '../paths.ts'
import type { GroupProgramme } from '../programme.ts'
import type { Candidate } from '../store.ts'

export type Preview = {
  values: Record<string, string | string[]>
  halfDays: { position: number; date: string; from: string; to: string; title: string }[]
  weeks: number
  skipped: readonly { date: string; why: string }[]
  conflicts: ShownConflict[]
  mandatesUntil: string
}

type Props = {
  programme: GroupProgramme
  candidates: Candidate[]
  rooms: string[]
  state: FormState
  refusal?: { key: string; params?: Readonly<Record<string, string | number>> }
  preview?: Preview
}

/** A new group: the few facts it needs, then its dates to look at before anything is written. */
export function NewGroupPage(props: Props) {
  const { t, lang } = useView()
  const { programme, state, preview } = props
  return (
    <StaffLayout
      title={preview ? t('groups.preview.title') : t('groups.new')}
      crumbs={[{ href: paths.ofProgramme({ programmeId: programme.id }), label: t('groups.title') }]}
      lead={preview ? t('groups.preview.lead', { programme: titleIn(programme, lang) }) : t('groups.new.lead')}
      invalid={Object.keys(state.errors ?? {}).length > 0}
    >
      {props.refusal && <Refusal reason={props.refusal} />}
      {preview && <PlannedDates programme={programme} preview={preview} />}
      {preview ? (
        <Section title={t('groups.preview.change')}>
          <GroupForm {...props} />
        </Section>
      ) : (
        <GroupForm {...props} />
      )}
    </StaffLayout>
  )
}

function PlannedDates({ programme, preview }: { programme: GroupProgramme; preview: Preview }) {
  const { t, date } = useView()
  return (
    <>
      <Notice kind={preview.conflicts.length > 0 ? 'warning' : 'info'}>
        <p>
          {t('groups.preview.summary', {
            count: preview.halfDays.length,
            weeks: preview.weeks,
            from: date(preview.halfDays[0]!.date, 'long'),
            to: date(preview.halfDays.at(-1)!.date, 'long'),
            until: date(preview.mandatesUntil, 'long'),
          })}
        </p>
        <SkippedDays skipped={preview.skipped} />
        <ConflictList conflicts={preview.conflicts} />
      </Notice>
      <Table
        caption={t('groups.preview.dates')}
        hideCaption
        rows={preview.halfDays}
        rowKey={(half) => half.position}
        highlight={(half) => preview.conflicts.some((one) => one.date === half.date)}
        testId="planned-dates"
        columns={[
          { label: t('sessions.number'), cell: (half) => half.position, number: true },
          { label: t('sessions.date'), head: true, cell: (half) => date(half.date, 'weekday') },
          { label: t('sessions.time'), cell: (half) => t('sessions.fromTo', { from: half.from, to: half.to }) },
          { label: t('sessions.theme'), cell: (half) => half.title },
        ]}
      />
      <Form action={paths.create({ programmeId: programme.id })} id="confirm" testId="confirm-group">
        {Object.entries(preview.values).flatMap(([name, value]) =>
          name === 'intent'
            ? []
            : [value].flat().map((one) => <Hidden key={`${name}${one}`} name={name} value={one} />),
        )}
        <Actions>
          <Button kind="primary" name="intent" value="confirm" testId="create-group">
            {t('groups.preview.confirm')}
          </Button>
        </Actions>
      </Form>
    </>
  )
}

function GroupForm({ programme, candidates, rooms, state }: Props) {
  const { t, lang } = useView()
  const { settings } = programme
  const people = candidates.map((one) => ({
    value: one.id,
    label: one.field ? t('groups.coach.withField', { name: one.name, field: one.field }) : one.name,
    role: one.role,
  }))
  const coaches = people.filter((one) => one.role === 'coach')
  const trainees = people.filter((one) => one.role === 'trainee')
  return (
    <Form action={paths.create({ programmeId: programme.id })} {...state} testId="group-form">
      <Hidden name="id" value={String(state.values?.id ?? '')} />
      <Fieldset legend={t('groups.form.group')} columns>
        <Field name="name" label={t('groups.name')} hint={t('groups.name.hint')} maxlength={120} />
        <Field
          name="language"
          type="select"
          label={t('groups.language')}
          options={settings.languages.map((code) => ({ value: code, label: languageName(code, lang) }))}
        />
        <Field
          name="site"
          label={t('groups.site')}
          optional
          suggestions={settings.sites.map((site) => site.name)}
          maxlength={120}
        />
        <Field name="room" label={t('groups.room')} optional suggestions={rooms} maxlength={120} />
        <Field name="capacity" type="number" label={t('groups.capacity')} min={1} max={200} inputmode="numeric" />
      </Fieldset>
      <Fieldset
        legend={t('groups.form.calendar')}
        hint={
          settings.calendar
            ? t('groups.form.calendar.hint', {
                count: settings.calendar.count,
                min: settings.calendar.weeksMin,
                max: settings.calendar.weeksMax,
              })
            : undefined
        }
      >
        <Field name="start" type="date" label={t('groups.start')} hint={t('groups.start.hint')} />
        <Field name="halfDays" type="half-days" label={t('groups.halfDays')} />
        <Times />
      </Fieldset>
      <Fieldset legend={t('groups.form.coaches')} columns>
        <Field
          name="coach"
          type="select"
          label={t('groups.part.coach')}
          empty={t('groups.coach.choose')}
          options={coaches}
        />
        <Field
          name="coCoach"
          type="select"
          label={t('groups.part.co-coach')}
          optional
          empty={t('groups.coach.nobody')}
          options={coaches}
        />
        <Field
          name="trainee"
          type="select"
          label={t('groups.part.trainee')}
          optional
          empty={t('groups.coach.nobody')}
          options={trainees}
        />
      </Fieldset>
      <Actions>
        <Button kind="primary" name="intent" value="preview" testId="preview-group">
          {t('groups.preview')}
        </Button>
        <LinkButton kind="quiet" href={paths.ofProgramme({ programmeId: programme.id })}>
          {t('groups.cancel')}
        </LinkButton>
      </Actions>
    </Form>
  )
}

function Times() {
  const { t } = useView()
  return (
    <div class="times">
      <Field name="amFrom" type="time" label={t('groups.times.amFrom')} />
      <Field name="amTo" type="time" label={t('groups.times.amTo')} />
      <Field name="pmFrom" type="time" label={t('groups.times.pmFrom')} />
      <Field name="pmTo" type="time" label={t('groups.times.pmTo')} />
    </div>
  )
}
