import { direction } from '../../../shared/i18n/languages.ts'
import { textLanguages } from '../../../shared/i18n/text.ts'
import {
  Actions,
  Button,
  EmptyState,
  Field,
  Form,
  type FormState,
  LinkButton,
  Section,
  StaffLayout,
  Status,
  Table,
  useView,
} from '../../../shared/ui/index.ts'
import { paths as programmes } from '../../programmes/paths.ts'
import { type Programme, titleIn } from '../../programmes/programme.ts'
import { paths, vote } from '../paths.ts'
import type { Grid } from '../smileys.ts'
import type { Recording } from '../voices.ts'

type Props = { programme: Programme; grid: Grid; recordings: Recording[]; state: FormState }

/** Which lines are read aloud by somebody, in which languages; and the place to put one more. */
export function VoicesPage({ programme, grid, recordings, state }: Props) {
  const { t, lang } = useView()
  const names = new Intl.DisplayNames([lang], { type: 'language' })
  const programmeId = programme.id
  const isOld = ({ line, language, said }: Recording) =>
    grid.lines.find(({ key }) => key === line)?.text[language as 'fr'] !== said
  return (
    <StaffLayout
      title={t('smileys.voices')}
      crumbs={[
        { href: programmes.show({ programmeId }), label: titleIn(programme, lang) },
        { href: paths.lines({ programmeId }), label: t('smileys.lines') },
      ]}
      lead={t('smileys.voices.lead')}
      invalid={Object.keys(state.errors ?? {}).length > 0}
    >
      <Table<Recording>
        caption={t('smileys.voices')}
        hideCaption
        rows={recordings}
        rowKey={({ id }) => id}
        testId="voices"
        empty={<EmptyState title={t('smileys.voices.none')} />}
        columns={[
          {
            label: t('smileys.line'),
            head: true,
            cell: (one) => (
              <>
                <span lang={one.language} dir={direction(one.language)}>
                  {one.said}
                </span>{' '}
                {isOld(one) && <Status kind="attention">{t('smileys.voices.old')}</Status>}
              </>
            ),
          },
          { label: t('smileys.voices.language'), cell: ({ language }) => names.of(language) },
          {
            label: t('smileys.voices.listen'),
            cell: ({ id, said }) => (
              <audio
                controls
                preload="none"
                src={vote.voice({ recordingId: id })}
                aria-label={t('smileys.voices.listen.of', { line: said })}
              />
            ),
          },
          {
            label: t('smileys.voices.acts'),
            hideLabel: true,
            cell: ({ id, said }) => (
              <Form action={paths.voiceEnd({ programmeId, recordingId: id })} inline id={`end-${id}`}>
                <Button size="small" label={t('smileys.voices.remove.of', { line: said })} testId="remove-voice">
                  {t('smileys.voices.remove')}
                </Button>
              </Form>
            ),
          },
        ]}
      />
      <Section title={t('smileys.voices.add')}>
        <Form action={paths.voices({ programmeId })} upload {...state} testId="voice-form">
          <Field
            name="line"
            type="select"
            width="medium"
            label={t('smileys.line')}
            empty={t('smileys.lines.choose')}
            options={grid.lines.map(({ key, text }) => ({
              value: key,
              label: text[lang as 'fr'] ?? Object.values(text)[0] ?? key,
            }))}
          />
          <Field
            name="language"
            type="select"
            width="medium"
            label={t('smileys.voices.language')}
            empty={t('smileys.lines.choose')}
            options={textLanguages.map((code) => ({ value: code, label: names.of(code) ?? code }))}
          />
          <Field name="file" type="file" label={t('smileys.voices.file')} accept=".ogg,.opus,.mp3,.m4a,.webm,audio/*" />
          <Actions>
            <Button kind="primary" testId="add-voice">
              {t('smileys.voices.add')}
            </Button>
            <LinkButton kind="quiet" href={paths.lines({ programmeId })}>
              {t('smileys.lines')}
            </LinkButton>
          </Actions>
        </Form>
      </Section>
    </StaffLayout>
  )
}
