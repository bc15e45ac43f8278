import { direction, isLanguage, languageNames, participantLanguages } from '../../../shared/i18n/languages.ts'
import { textIn } from '../../../shared/i18n/text.ts'
import {
  Actions,
  Button,
  Disclosure,
  Field,
  Fieldset,
  Form,
  type FormState,
  LinkButton,
  Pictogram,
  PrintLayout,
  Refusal,
  StaffLayout,
  useView,
  ViewProvider,
} from '../../../shared/ui/index.ts'
import type { Group } from '../../groups/group.ts'
import { paths as groups } from '../../groups/paths.ts'
import type { Session } from '../../sessions/session.ts'
import { answerField, countField } from '../form.ts'
import { Face, useAnswerWord } from '../parts/face.tsx'
import { paths } from '../paths.ts'
import { answersOf } from '../rules.ts'
import type { Grid } from '../smileys.ts'
import { useViewIn } from './wall.tsx'

type PaperView = {
  session: Session
  group: Group
  grid: Grid
  sheets: number
  state: FormState
  refusal?: { key: string; params?: Readonly<Record<string, string | number>> }
}

/** Paper typed in: sheet by sheet, or counted by hand before. */
export function PaperPage({ session, group, grid, sheets, state, refusal }: PaperView) {
  const { t, date, lang } = useView()
  const word = useAnswerWord()
  const sessionId = session.id
  const answers = answersOf(grid)
  const isWrong = Object.keys(state.errors ?? {}).length > 0
  return (
    <StaffLayout
      title={t('smileys.paper.type')}
      crumbs={[
        { href: groups.show({ groupId: group.id }), label: group.name },
        { href: paths.show({ sessionId }), label: t('smileys.title') },
      ]}
      lead={date(session.onDate, 'weekday')}
      invalid={isWrong}
    >
      {refusal && <Refusal reason={refusal} instead={{ key: `${refusal.key}.instead` }} />}
      <p data-testid="sheet-count">{t('smileys.paper.sofar', { count: sheets })}</p>
      <p class="hint">{t('smileys.paper.names')}</p>
      <Form action={paths.sheet({ sessionId })} id="sheet" testId="sheet-form" label={t('smileys.paper.one')}>
        {grid.lines.map((line) => (
          <Field
            key={line.key}
            name={answerField(line.key)}
            type="radio"
            row
            optional
            label={textIn(line.text, lang).text}
            options={answers.map((answer) => ({ value: answer, label: word(answer) }))}
          />
        ))}
        <Actions>
          <Button kind="primary" testId="add-sheet">
            {t('smileys.paper.add')}
          </Button>
          <LinkButton kind="quiet" href={paths.show({ sessionId })}>
            {t('smileys.back')}
          </LinkButton>
        </Actions>
      </Form>
      <Disclosure summary={t('smileys.paper.counted')} open={isWrong}>
        <Form action={paths.paper({ sessionId })} id="counts" testId="paper-form" {...state}>
          <p class="hint">{t('smileys.paper.counted.hint')}</p>
          <Field name="sheets" type="number" min={0} max={500} label={t('smileys.sheets')} />
          {grid.lines.map((line) => (
            <Fieldset key={line.key} legend={textIn(line.text, lang).text} columns>
              {answers.map((answer) => (
                <Field
                  key={answer}
                  name={countField(line.key, answer)}
                  type="number"
                  min={0}
                  max={500}
                  optional
                  label={word(answer)}
                />
              ))}
            </Fieldset>
          ))}
          <Actions>
            <Button kind="primary" testId="save-paper">
              {t('smileys.paper.save')}
            </Button>
          </Actions>
        </Form>
      </Disclosure>
    </StaffLayout>
  )
}

/** The grid on paper, in the language of whoever fills it in. */
export function PrintedGridPage(props: { session: Session; group: Group; grid: Grid; language: string }) {
  const view = useViewIn(props.language)
  const { t } = useView()
  return (
    <ViewProvider view={view}>
      <Printed {...props} backLabel={t('smileys.back')} />
    </ViewProvider>
  )
}

function Printed(props: { session: Session; grid: Grid; language: string; backLabel: string }) {
  const { t, date, lang } = useView()
  const word = useAnswerWord()
  const { session, grid, backLabel } = props
  const sessionId = session.id
  return (
    <PrintLayout
      title={t('smileys.vote.title')}
      lead={date(session.onDate, 'weekday')}
      back={{ href: paths.show({ sessionId }), label: backLabel }}
    >
      <p class="no-print actions">
        {participantLanguages.map((code) => (
          <a
            key={code}
            href={paths.printed({ sessionId }, { in: code })}
            lang={code}
            dir={direction(code)}
            aria-current={code === lang ? 'true' : undefined}
          >
            {languageNames[code]}
          </a>
        ))}
      </p>
      <p>{t('smileys.paper.how')}</p>
      <table class="smiley-sheet" role="table">
        <caption class="visually-hidden">{t('smileys.vote.title')}</caption>
        <thead>
          <tr>
            <td />
            {answersOf(grid).map((answer) => (
              <th key={answer} scope="col">
                {word(answer)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {grid.lines.map((line) => {
            const { text, found } = textIn(line.text, lang)
            return (
              <tr key={line.key}>
                <th scope="row">
                  <Pictogram name={line.picture} />{' '}
                  <span lang={found} dir={direction(found)}>
                    {text}
                  </span>
                </th>
                {answersOf(grid).map((answer) => (
                  <td key={answer}>
                    <Face answer={answer} size={56} />
                  </td>
                ))}
              </tr>
            )
          })}
        </tbody>
      </table>
      <p>{t('smileys.vote.anonymous')}</p>
    </PrintLayout>
  )
}

export const printLanguage = (wanted: string | null, groupLanguage: string): string =>
  isLanguage(wanted) ? wanted : groupLanguage
