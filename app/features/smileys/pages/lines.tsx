import { facesOf, smileyPictures } from '../../../blueprints/parts/smileys.ts'
import { textLanguages } from '../../../shared/i18n/text.ts'
import {
  Actions,
  Button,
  Field,
  Fieldset,
  Form,
  type FormState,
  Hidden,
  LinkButton,
  Pictogram,
  StaffLayout,
  useView,
} from '../../../shared/ui/index.ts'
import { paths as programmes } from '../../programmes/paths.ts'
import { type Programme, titleIn } from '../../programmes/programme.ts'
import { lineRows } from '../form.ts'
import { useAnswerWord } from '../parts/face.tsx'
import { paths } from '../paths.ts'

/** What is asked, with which faces; sessions whose vote was prepared keep what they asked. */
export function LinesPage({ programme, state }: { programme: Programme; state: FormState }) {
  const { t, lang } = useView()
  const word = useAnswerWord()
  const names = new Intl.DisplayNames([lang], { type: 'language' })
  const needed: readonly string[] = programme.settings.languages
  const programmeId = programme.id
  return (
    <StaffLayout
      title={t('smileys.lines')}
      crumbs={[
        { href: programmes.show({ programmeId }), label: titleIn(programme, lang) },
        { href: paths.ofProgramme({ programmeId }), label: t('smileys.trend') },
      ]}
      lead={t('smileys.lines.lead')}
      width="narrow"
      actions={
        <LinkButton href={paths.voices({ programmeId })} testId="edit-voices">
          {t('smileys.voices')}
        </LinkButton>
      }
      invalid={Object.keys(state.errors ?? {}).length > 0}
    >
      <Form action={paths.lines({ programmeId })} {...state} testId="lines-form">
        <Field
          name="faces"
          type="radio"
          label={t('smileys.lines.faces')}
          hint={t('smileys.lines.faces.hint')}
          options={([3, 5] as const).map((n) => ({
            value: String(n),
            label: t('smileys.lines.faces.n', { n }),
            hint: facesOf[n].map(word).join(' · '),
          }))}
        />
        {lineRows.map((i) => {
          const picture = state.values?.[`lines.${i}.picture`]
          const drawn = smileyPictures.find((one) => one === picture)
          return (
            <Fieldset key={i} legend={t('smileys.lines.line', { number: i + 1 })}>
              <Hidden name={`lines.${i}.key`} value={String(state.values?.[`lines.${i}.key`] ?? '')} />
              {drawn && <Pictogram name={drawn} />}
              <Field
                name={`lines.${i}.picture`}
                type="select"
                width="medium"
                label={t('smileys.lines.picture')}
                optional={i > 2}
                empty={t('smileys.lines.choose')}
                options={smileyPictures.map((one) => ({ value: one, label: t(`smileys.picture.${one}`) }))}
              />
              {textLanguages.map((code) => (
                <Field
                  key={code}
                  name={`lines.${i}.${code}`}
                  label={names.of(code) ?? code}
                  lang={code}
                  maxlength={200}
                  optional={i > 2 || !needed.includes(code)}
                />
              ))}
            </Fieldset>
          )
        })}
        <Actions>
          <Button kind="primary" testId="save-lines">
            {t('smileys.lines.save')}
          </Button>
          <LinkButton kind="quiet" href={paths.ofProgramme({ programmeId })}>
            {t('smileys.back')}
          </LinkButton>
        </Actions>
      </Form>
    </StaffLayout>
  )
}
