import type { CompetenceId } from '../../../../data/competences.ts'
import {
  Actions,
  Button,
  Field,
  Form,
  type FormState,
  Notice,
  ParticipantLayout,
  Section,
  useView,
} from '../../../../shared/ui/index.ts'
import type { Row } from '../../../assessments/side-by-side.ts'
import { me } from '../../paths.ts'
import { thirdSheets, type Workbook } from '../../profile.ts'
import { apart, useVocabulary, VoicesOn } from '../parts.tsx'

/** What the person and others said, side by side. */
export function ViewsPage({ book, rows }: { book: Workbook; rows: Row[] }) {
  const { t } = useView()
  const words = useVocabulary()
  const sheets = thirdSheets(book)
  return (
    <ParticipantLayout
      title={t('profiles.me.task.views')}
      lead={t('profiles.me.views.lead')}
      back={{ href: me.start(), label: t('profiles.me.back') }}
      nav={false}
    >
      {rows.map((row) => {
        const talk = book.talks.find((one) => one.competence === row.competence)
        const comment = (id: string) => sheets.find((s) => s.id === id)?.ratings?.get(row.competence)?.comment ?? null
        return (
          <Section key={row.competence} card title={`${words.emoji(row.competence)} ${words.label(row.competence)}`}>
            <div class="stack-small">
              <VoicesOn row={row} selfLabel={t('profiles.me.views.self')} comments={comment} />
              {row.talkAbout && <Notice>{t('profiles.me.views.talk')}</Notice>}
              {talk?.words && <p>{t('profiles.document.said', { text: apart(talk.words) })}</p>}
              {row.others.length > 0 && (
                <a class="button" href={me.talk({ competence: row.competence })}>
                  {t(talk ? 'profiles.me.views.change' : 'profiles.me.views.say')}
                  <span class="visually-hidden"> {words.label(row.competence)}</span>
                </a>
              )}
            </div>
          </Section>
        )
      })}
    </ParticipantLayout>
  )
}

export function TalkPage(props: { competence: CompetenceId; words: string; state?: FormState }) {
  const { t } = useView()
  const words = useVocabulary()
  return (
    <ParticipantLayout
      title={words.label(props.competence)}
      lead={t('profiles.me.talk.lead')}
      back={{ href: me.views(), label: t('profiles.me.back') }}
      nav={false}
      invalid={Object.keys(props.state?.errors ?? {}).length > 0}
    >
      <Form action={me.talk({ competence: props.competence })} {...props.state} testId="talk-form">
        <Field
          name="words"
          type="textarea"
          label={t('profiles.talk.words')}
          hint={t('profiles.me.talk.hint')}
          value={props.words}
          optional
        />
        <Actions>
          <Button kind="primary">{t('profiles.me.save')}</Button>
        </Actions>
      </Form>
    </ParticipantLayout>
  )
}
