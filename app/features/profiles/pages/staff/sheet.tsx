import { autonomyScale, type CompetenceId, competenceGroups, competences } from '../../../../data/competences.ts'
import type { Refusal as Refused } from '../../../../shared/rules.ts'
import {
  Actions,
  Button,
  Field,
  Fieldset,
  Form,
  type FormState,
  LinkButton,
  Notice,
  Refusal,
  StaffLayout,
  useView,
} from '../../../../shared/ui/index.ts'
import { fullName } from '../../../people/person.ts'
import { toAnswer } from '../../form.ts'
import { paths } from '../../paths.ts'
import { ownSheet, type Ratings, type Workbook } from '../../profile.ts'
import { useVocabulary } from '../parts.tsx'

type SheetProps = { book: Workbook; ratings: Ratings; state?: FormState; refusal?: Refused }

/** The own third-party sheet: ten items on one page; number keys and tab are enough. */
export function SheetPage({ book, ratings, state = {}, refusal }: SheetProps) {
  const { t } = useView()
  const words = useVocabulary()
  const { id: profileId } = book.profile
  const name = fullName(book.person)
  const options = [
    ...autonomyScale.map((s) => ({ value: String(s.value), label: `${s.value} · ${words.say(s.label)}` })),
    { value: 'unknown', label: `0 · ${words.value(null)}` },
  ]
  return (
    <StaffLayout
      title={t('profiles.sheet.title', { name })}
      crumbs={[{ href: paths.show({ profileId }), label: t('profiles.show.title', { name }) }]}
      lead={t('profiles.sheet.lead')}
      invalid={Object.keys(state.errors ?? {}).length > 0}
    >
      {refusal && <Refusal reason={refusal} />}
      {book.picks.length === 0 ? (
        <Notice>{t('profiles.handIn.nothingPicked')}</Notice>
      ) : (
        <Form action={paths.sheet({ profileId })} {...state} testId="third-sheet">
          {!ownSheet(book)?.handedInAt && <Notice>{t('profiles.sheet.early', { name: book.person.firstName })}</Notice>}
          <p class="hint">{t('profiles.sheet.keys')}</p>
          <div class="stack" data-island="rating-keys">
            {book.picks.map((id) => (
              <div key={id} class="rating-row" data-rating>
                <Field
                  name={`value-${id}`}
                  type="radio"
                  row
                  label={words.label(id)}
                  hint={words.statement(id)}
                  value={toAnswer(ratings.get(id)) ?? ''}
                  options={options}
                  testId={`value-${id}`}
                />
                <Field
                  name={`comment-${id}`}
                  label={t('profiles.sheet.comment')}
                  value={ratings.get(id)?.comment ?? ''}
                  optional
                />
              </div>
            ))}
          </div>
          <Actions>
            {/* First, so that the Enter key in a remark saves and never hands in. */}
            <Button name="button" value="save" testId="save-sheet">
              {t('profiles.sheet.later')}
            </Button>
            <Button kind="primary" name="button" value="hand-in" testId="hand-in-sheet">
              {t('profiles.sheet.handIn')}
            </Button>
            <LinkButton kind="quiet" href={paths.show({ profileId })}>
              {t('profiles.cancel')}
            </LinkButton>
          </Actions>
        </Form>
      )}
    </StaffLayout>
  )
}

/** The person's own sheet, entered from paper on their behalf: picked is what has a value. */
export function PaperSheetPage(props: SheetProps & { offered: readonly CompetenceId[] }) {
  const { t } = useView()
  const words = useVocabulary()
  const { book, ratings, state = {} } = props
  const { id: profileId } = book.profile
  const name = fullName(book.person)
  const options = [
    ...autonomyScale.map((s) => ({ value: String(s.value), label: `${s.value} · ${words.say(s.label)}` })),
    { value: 'unknown', label: words.value(null) },
  ]
  return (
    <StaffLayout
      title={t('profiles.paper.sheetTitle', { name })}
      crumbs={[{ href: paths.show({ profileId }), label: t('profiles.show.title', { name }) }]}
      lead={t('profiles.paper.sheetLead')}
    >
      {props.refusal && <Refusal reason={props.refusal} />}
      <Form action={paths.paperSheet({ profileId })} {...state} testId="paper-sheet">
        {competenceGroups.map((group) => (
          <Fieldset key={group.id} legend={words.say(group.label)} columns>
            {competences
              .filter((c) => c.group === group.id && props.offered.includes(c.id))
              .map((c) => (
                <Field
                  key={c.id}
                  name={`value-${c.id}`}
                  type="select"
                  label={words.label(c.id)}
                  optional
                  empty={t('profiles.paper.notPicked')}
                  value={toAnswer(ratings.get(c.id)) ?? ''}
                  options={options}
                />
              ))}
          </Fieldset>
        ))}
        <Actions>
          <Button name="button" value="save">
            {t('profiles.sheet.later')}
          </Button>
          <Button kind="primary" name="button" value="hand-in" testId="hand-in-paper">
            {t('profiles.sheet.handIn')}
          </Button>
        </Actions>
      </Form>
    </StaffLayout>
  )
}
