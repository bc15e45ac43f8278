import type { AimKind } from '../../../blueprints/parts/aims.ts'
import { textIn } from '../../../shared/i18n/text.ts'
import {
  Actions,
  Button,
  Columns,
  EmptyState,
  Field,
  Form,
  type FormState,
  Hidden,
  LinkButton,
  Notice,
  Section,
  StaffLayout,
  useView,
} from '../../../shared/ui/index.ts'
import type { Enrolled } from '../../modules/subject.ts'
import { paths as people } from '../../people/paths.ts'
import { fullName } from '../../people/person.ts'
import { titleIn } from '../../programmes/programme.ts'
import { paths as referrals } from '../../referrals/paths.ts'
import { type Aim, aimResults, currentOf } from '../aim.ts'
import { AimWords } from '../parts/words.tsx'
import { paths } from '../paths.ts'

export type AimsView = Enrolled & {
  /** The latest first. */
  aims: Aim[]
  can: { share: boolean }
  /** The form of the result that came back. */
  state?: FormState
}

/** The person's aim, what became of it, their dreams, and what they wanted before. */
export function AimsPage(view: AimsView) {
  const { t, lang } = useView()
  const { enrolment, person, programme, blueprint, aims } = view
  const { kinds } = blueprint.aims!
  const enrolmentId = enrolment.id
  const current = currentOf(aims)
  const dreams = aims.filter((one) => one.isDream && one !== current)
  const before = aims.filter((one) => !one.isDream && one !== current)
  const name = fullName(person)
  return (
    <StaffLayout
      title={t('aims.of', { name })}
      lead={t('aims.lead')}
      crumbs={[
        { href: people.show({ personId: person.id }), label: name },
        { href: referrals.enrolment({ enrolmentId }), label: titleIn(programme, lang) },
      ]}
      actions={
        <LinkButton
          kind={current ? 'secondary' : 'primary'}
          icon="plus"
          href={paths.create({ enrolmentId })}
          testId="new-aim"
        >
          {t('aims.new')}
        </LinkButton>
      }
      invalid={view.state !== undefined}
    >
      {enrolment.endedOn && current && current.results.length === 0 && (
        <Notice kind="warning" title={t('aims.result.due')} testId="aim-result-due">
          <p>{t('aims.result.due.words')}</p>
        </Notice>
      )}
      <Columns
        main={
          <>
            <Section title={t('aims.current')} id="current">
              {current ? <One aim={current} view={view} kinds={kinds} /> : <EmptyState title={t('aims.none')} />}
            </Section>
            {dreams.length > 0 && <Several title={t('aims.dreams')} aims={dreams} view={view} kinds={kinds} />}
            {before.length > 0 && <Several title={t('aims.before')} aims={before} view={view} kinds={kinds} />}
          </>
        }
        aside={current && <ResultForm view={view} current={current} kinds={kinds} />}
      />
    </StaffLayout>
  )
}

function Several(props: { title: string; aims: Aim[]; view: AimsView; kinds: readonly AimKind[] }) {
  return (
    <Section title={props.title}>
      {props.aims.map((one) => (
        <One key={one.id} aim={one} view={props.view} kinds={props.kinds} />
      ))}
    </Section>
  )
}

function One({ aim, view, kinds }: { aim: Aim; view: AimsView; kinds: readonly AimKind[] }) {
  const { t, date } = useView()
  return (
    <div class="card stack-small" data-testid="aim">
      <AimWords aim={aim} kinds={kinds} />
      {aim.side === 'social' && (
        <div class="actions">
          <small>{aim.sharedOn ? t('aims.sharedOn', { date: date(aim.sharedOn) }) : t('aims.notShared')}</small>
          {view.can.share && (
            <Form action={paths.share({ enrolmentId: view.enrolment.id, aimId: aim.id })} inline id={`share-${aim.id}`}>
              <Hidden name="agreed" value={aim.sharedOn ? 'no' : 'yes'} />
              <Button kind="quiet" size="small" testId="share-aim">
                {t(aim.sharedOn ? 'aims.unshare' : 'aims.share')}
              </Button>
            </Form>
          )}
        </div>
      )}
    </div>
  )
}

function ResultForm({ view, current, kinds }: { view: AimsView; current: Aim; kinds: readonly AimKind[] }) {
  const { t, lang } = useView()
  const kind = kinds.find(({ key }) => key === current.kind)
  const ends = view.blueprint.directions.filter(({ key }) => kind?.outcomes.includes(key))
  return (
    <Section title={t('aims.result')} card id="result">
      {kind && <p>{t('aims.success', { success: textIn(kind.success, lang).text })}</p>}
      {ends.length > 0 && (
        <p class="hint">
          {t('aims.outcomes', {
            outcomes: new Intl.ListFormat(lang, { type: 'disjunction' }).format(
              ends.map(({ label }) => textIn(label, lang).text),
            ),
          })}
        </p>
      )}
      <Form
        action={paths.result({ enrolmentId: view.enrolment.id })}
        id="result"
        {...view.state}
        testId="aim-result-form"
      >
        <Field
          name="result"
          type="radio"
          label={t('aims.result.which')}
          testId="result"
          options={aimResults.map((value) => ({ value, label: t(`aims.result.${value}`) }))}
        />
        <Field name="resultWords" type="textarea" rows={3} label={t('aims.result.words')} optional />
        <Field name="resultOn" type="date" label={t('aims.on')} hint={t('aims.on.hint')} />
        {view.can.share && <Field name="resultShared" type="checkbox" label={t('aims.share.agree')} />}
        <Actions>
          <Button kind="primary" testId="save-aim-result">
            {t('aims.result.save')}
          </Button>
        </Actions>
      </Form>
    </Section>
  )
}
