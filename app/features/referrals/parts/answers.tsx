import { textIn } from '../../../shared/i18n/text.ts'
import { Field, Fieldset, useView } from '../../../shared/ui/index.ts'
import { instrumentsFor } from '../../assessments/instruments.ts'
import { blueprintOf, type Programme } from '../../programmes/programme.ts'
import { answerName } from '../referral-form.ts'
import type { InstrumentMoment } from '../referral-store.ts'

/** Answers from paper, as numbers, in each edition that exists; texts are shown only where we may. */
export function InstrumentAnswers({ programme, moment }: { programme: Programme; moment: InstrumentMoment }) {
  const { t, lang } = useView()
  const names = new Intl.DisplayNames([lang], { type: 'language' })
  return (
    <>
      {programme.settings.languages.map((language) =>
        instrumentsFor(blueprintOf(programme).instruments, moment, language).map(({ instrument }) => (
          <Fieldset
            key={`${language} ${instrument.id}`}
            legend={t('referrals.before.instrument', { name: instrument.name, language: names.of(language) })}
            hint={
              instrument.texts
                ? undefined
                : t('referrals.before.paper', { min: instrument.response.min, max: instrument.response.max })
            }
            columns
          >
            {Array.from({ length: instrument.items }, (_, i) => {
              const text = instrument.texts?.[i]?.text
              return (
                <Field
                  key={i}
                  name={answerName(language, instrument.id, i)}
                  type="select"
                  width="short"
                  label={text ? textIn(text, language).text : t('referrals.before.item', { number: i + 1 })}
                  optional
                  empty="–"
                  options={scale(instrument.response).map((n) => {
                    const anchor = instrument.anchors?.[n - instrument.response.min]
                    return {
                      value: String(n),
                      label: anchor
                        ? t('referrals.before.point', { n, words: textIn(anchor, language).text })
                        : String(n),
                    }
                  })}
                />
              )
            })}
          </Fieldset>
        )),
      )}
    </>
  )
}

const scale = ({ min, max }: { min: number; max: number }) => Array.from({ length: max - min + 1 }, (_, i) => min + i)
