import { type FollowUpPart, infoSections } from '../../../blueprints/blueprint.ts'
import { participantLanguages } from '../../../shared/i18n/languages.ts'
import { textIn } from '../../../shared/i18n/text.ts'
import {
  Actions,
  Button,
  Disclosure,
  EmptyState,
  Field,
  Fieldset,
  Form,
  type FormState,
  Hidden,
  LinkButton,
  Refusal,
  StaffLayout,
  useView,
} from '../../../shared/ui/index.ts'
import { asksAt } from '../../assessments/instruments.ts'
import { paths as peoplePaths } from '../../people/paths.ts'
import { fullName, type Person } from '../../people/person.ts'
import { blueprintOf, type Programme, titleIn } from '../../programmes/programme.ts'
import { InstrumentAnswers } from '../parts/answers.tsx'
import { PositioningFields, type PositioningView } from '../parts/positioning-fields.tsx'
import { paths } from '../paths.ts'

export type ReferView = {
  person: Person
  programme: Programme
  /** Others that run, to go over to. */
  others: Programme[]
  positioning: PositioningView
  can: { words: boolean; instruments: boolean }
  /** In which part of the follow-up the referrer may register; empty where the programme has none for them. */
  parts?: readonly FollowUpPart[]
  state: FormState
  /** Nothing to fill in: the refusal stands alone, with the way back to the person. */
  closed?: boolean
  refusal?: { key: string; params?: Readonly<Record<string, string | number>> }
}

/** A referral on one page: two minutes for a person one knows. */
export function ReferPage(view: ReferView) {
  const { t, lang } = useView()
  const { person, programme, state } = view
  const name = fullName(person)
  return (
    <StaffLayout
      title={t('referrals.refer.title', { name })}
      lead={t('referrals.refer.lead', { programme: titleIn(programme, lang) })}
      crumbs={[
        { href: peoplePaths.list(), label: t('people.list.title') },
        { href: peoplePaths.show({ personId: person.id }), label: name },
      ]}
      width="narrow"
      invalid={Object.keys(state.errors ?? {}).length > 0}
    >
      {view.refusal && <Refusal reason={view.refusal} />}
      {view.others.length > 0 && (
        <nav class="filter-state" aria-label={t('referrals.refer.otherProgramme')}>
          <span>{t('referrals.refer.otherProgramme')}</span>
          {view.others.map((p) => (
            <a key={p.id} class="chip-link" href={paths.refer({ personId: person.id }, { programme: p.id })}>
              {titleIn(p, lang)}
            </a>
          ))}
        </nav>
      )}
      {view.closed ? (
        <LinkButton kind="primary" href={peoplePaths.show({ personId: person.id })}>
          {name}
        </LinkButton>
      ) : (
        <ReferralForm {...view} />
      )}
    </StaffLayout>
  )
}

function ReferralForm({ person, programme, state, can, positioning, parts = [] }: ReferView) {
  const { t, lang } = useView()
  const names = new Intl.DisplayNames([lang], { type: 'language' })
  const blueprint = blueprintOf(programme)
  return (
    <Form action={paths.refer({ personId: person.id })} {...state} testId="referral-form">
      <Hidden name="programmeId" value={programme.id} />
      <Fieldset legend={t('referrals.refer.why')}>
        <Field
          name="language"
          type="radio"
          row
          label={t('referrals.groupLanguage')}
          options={programme.settings.languages.map((value) => ({ value, label: names.of(value) ?? value }))}
          testId="group-language"
        />
        {parts.length > 0 && (
          <Field
            name="part"
            type="radio"
            row
            label={t('referrals.part')}
            hint={t('referrals.part.hint')}
            options={parts.map((part) => ({ value: part.key, label: textIn(part.label, lang).text }))}
            testId="referral-part"
          />
        )}
        {can.words && (
          <>
            <Field
              name="reason"
              type="textarea"
              rows={3}
              label={t('referrals.reason')}
              hint={t('referrals.reason.hint')}
              testId="reason"
            />
            <Field
              name="expectation"
              type="textarea"
              rows={3}
              label={t('referrals.expectation')}
              hint={t('referrals.expectation.hint')}
              optional
            />
          </>
        )}
      </Fieldset>
      <Fieldset
        legend={t('referrals.explained')}
        hint={t('referrals.explained.hint', { count: participantLanguages.length })}
      >
        <Field
          name="explained"
          type="checkboxes"
          label={t('referrals.explained.what')}
          optional
          options={infoSections.map((value) => ({
            value,
            label: textIn(blueprint.infoSheet[value].title, lang).text,
          }))}
        />
        <Field
          name="sheetLanguage"
          type="select"
          label={t('referrals.sheetLanguage')}
          optional
          empty={t('referrals.sheetLanguage.none')}
          options={participantLanguages.map((value) => ({ value, label: names.of(value) ?? value }))}
        />
        <p>
          <a href={paths.sheet({ programmeId: programme.id })} target="_blank" rel="noopener">
            {t('referrals.sheet.open')}
          </a>
        </p>
      </Fieldset>
      <PositioningFields fold state={state} {...positioning} />
      {can.instruments && asksAt(blueprint.instruments, 'before') && (
        <BeforeAnswers programme={programme} state={state} />
      )}
      <Actions>
        <Button kind="primary" testId="send-referral">
          {t('referrals.refer.send')}
        </Button>
        <LinkButton kind="quiet" href={peoplePaths.show({ personId: person.id })}>
          {t('referrals.cancel')}
        </LinkButton>
      </Actions>
    </Form>
  )
}

/** Self-efficacy before the first half-day: answers from paper, as numbers; texts are shown only where we may. */
function BeforeAnswers({ programme, state }: { programme: Programme; state: FormState }) {
  const { t } = useView()
  const isTyped = Object.entries(state.values ?? {}).some(([name, value]) => name.startsWith('answer.') && value)
  return (
    <Disclosure summary={t('referrals.before')} open={isTyped}>
      <p class="hint">{t('referrals.before.hint')}</p>
      <InstrumentAnswers programme={programme} moment="before" />
    </Disclosure>
  )
}

/** Before there is a programme that takes people. */
export function NoProgrammePage({ person }: { person: Person }) {
  const { t } = useView()
  const name = fullName(person)
  return (
    <StaffLayout
      title={t('referrals.refer.title', { name })}
      crumbs={[{ href: peoplePaths.show({ personId: person.id }), label: name }]}
      width="narrow"
    >
      <EmptyState title={t('referrals.refer.noProgramme')}>{t('referrals.refer.noProgramme.hint')}</EmptyState>
    </StaffLayout>
  )
}
