import {
  Actions,
  Button,
  Field,
  Fieldset,
  Form,
  type FormState,
  LinkButton,
  Refusal,
  StaffLayout,
  useView,
} from '../../../shared/ui/index.ts'
import { languageName } from '../../groups/parts/tabs.tsx'
import type { Candidate as Coach } from '../../groups/store.ts'
import type { Offer } from '../composition.ts'
import { useCrumbs } from '../parts.tsx'
import { paths } from '../paths.ts'
import type { Situation } from '../view.ts'

export type OfferView = Pick<Situation, 'composition' | 'programme'> & {
  /** The offer that is changed; undefined for a new one. */
  offer?: Offer
  coaches: Coach[]
  rooms: string[]
  /** Where those who wait live. */
  places: string[]
  /** The study that allocates the method after composing; null where none does. */
  study: string | null
  state: FormState
  refusal?: { key: string; params?: Readonly<Record<string, string | number>> }
}

/** A group that could be opened: when, where, in which language, for how many. */
export function OfferPage(view: OfferView) {
  const { composition, offer, state } = view
  const { t } = useView()
  const crumbs = useCrumbs(view)
  const { id: compositionId } = composition
  const back = `${paths.show({ compositionId })}#offers`
  return (
    <StaffLayout
      title={offer ? t('compositions.offer.edit', { name: offer.name }) : t('compositions.offer.new')}
      crumbs={crumbs}
      invalid={Object.keys(state.errors ?? {}).length > 0}
    >
      {view.refusal && <Refusal reason={view.refusal} />}
      <Form
        action={offer ? paths.offer({ compositionId, offerId: offer.id }) : paths.newOffer({ compositionId })}
        {...state}
        testId="offer-form"
      >
        <Fields {...view} />
        <Actions>
          <Button kind="primary" testId="save-offer">
            {t('compositions.save')}
          </Button>
          {!offer && (
            <Button name="intent" value="another" testId="save-offer-and-next">
              {t('compositions.offer.saveNext')}
            </Button>
          )}
          <LinkButton kind="quiet" href={back}>
            {t('compositions.cancel')}
          </LinkButton>
        </Actions>
      </Form>
      {offer && (
        <Form inline id="withdraw" action={paths.withdrawOffer({ compositionId, offerId: offer.id })}>
          <Button kind="danger" size="small" testId="withdraw-offer">
            {t('compositions.offer.withdraw')}
          </Button>
        </Form>
      )}
    </StaffLayout>
  )
}

function Fields({ programme, coaches, rooms, places, study }: OfferView) {
  const { t, lang } = useView()
  const { settings } = programme
  const people = (role: Coach['role']) =>
    coaches
      .filter((one) => one.role === role)
      .map((one) => ({
        value: one.id,
        label: one.field ? t('groups.coach.withField', { name: one.name, field: one.field }) : one.name,
      }))
  return (
    <>
      <Fieldset legend={t('compositions.offer')} columns>
        <Field name="name" label={t('compositions.name')} maxlength={120} />
        <Field
          name="language"
          type="select"
          label={t('groups.language')}
          options={settings.languages.map((code) => ({ value: code, label: languageName(code, lang) }))}
        />
      </Fieldset>
      <Fieldset legend={t('compositions.offer.when')}>
        <Field name="halfDays" type="half-days" label={t('groups.halfDays')} />
        <Field name="startsOn" type="date" label={t('groups.start')} hint={t('compositions.offer.start.hint')} />
      </Fieldset>
      <Fieldset legend={t('compositions.offer.where')} columns>
        <Field
          name="place"
          label={t('compositions.offer.place')}
          hint={t('compositions.offer.place.hint')}
          suggestions={places}
          maxlength={120}
        />
        <Field
          name="site"
          label={t('compositions.offer.site')}
          optional
          suggestions={settings.sites.map((site) => site.name)}
          maxlength={120}
        />
        <Field name="room" label={t('groups.room')} optional suggestions={rooms} maxlength={120} />
      </Fieldset>
      <Fieldset legend={t('compositions.offer.size')} columns>
        <Field
          name="min"
          type="number"
          label={t('compositions.offer.min')}
          hint={t('compositions.offer.min.hint')}
          min={1}
          max={200}
          inputmode="numeric"
        />
        <Field name="max" type="number" label={t('compositions.offer.max')} min={1} max={200} inputmode="numeric" />
        <Field
          name="childcareSeats"
          type="number"
          label={t('compositions.offer.childcareSeats')}
          min={0}
          max={200}
          inputmode="numeric"
        />
      </Fieldset>
      <Fieldset legend={t('groups.form.coaches')} hint={t('compositions.offer.coach.hint')} columns>
        <Field
          name="coachId"
          type="select"
          label={t('groups.part.coach')}
          optional
          empty={t('groups.coach.nobody')}
          options={people('coach')}
        />
        <Field
          name="coCoachId"
          type="select"
          label={t('groups.part.co-coach')}
          optional
          empty={t('groups.coach.nobody')}
          options={people('coach')}
        />
        <Field
          name="traineeId"
          type="select"
          label={t('groups.part.trainee')}
          optional
          empty={t('groups.coach.nobody')}
          options={people('trainee')}
        />
        {study === null ? (
          <Field
            name="method"
            label={t('compositions.offer.method')}
            hint={t('compositions.offer.method.hint')}
            optional
            maxlength={120}
          />
        ) : (
          <p>{t('studies.allocatesGroups', { study })}</p>
        )}
      </Fieldset>
    </>
  )
}
