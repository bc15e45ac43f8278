/** Small pieces of profile pages, for the phone and for staff alike. */
import {
  type AutonomyValue,
  autonomyScale,
  autonomyUnknown,
  type CompetenceId,
  competence,
  competenceGroups,
} from '../../../data/competences.ts'
import { textIn } from '../../../shared/i18n/text.ts'
import { type ChoiceOption, Dots, Facts, useView } from '../../../shared/ui/index.ts'
import type { Row } from '../../assessments/side-by-side.ts'
import type { NextStep } from '../profile.ts'

/** The words of the vocabulary in the reader's language. */
export function useVocabulary() {
  const { lang } = useView()
  const say = (text: Parameters<typeof textIn>[0]) => textIn(text, lang).text
  return {
    say,
    label: (id: CompetenceId) => say(competence(id).label),
    statement: (id: CompetenceId) => say(competence(id).statement),
    emoji: (id: CompetenceId) => competence(id).emoji,
    group: (id: string) => say(competenceGroups.find((g) => g.id === id)?.label ?? {}),
    value: (value: AutonomyValue | null) => say(autonomyScale.find((s) => s.value === value)?.label ?? autonomyUnknown),
  }
}

/** Somebody's words inside a sentence of the page: kept apart, so that two directions of writing do not mix. */
export const apart = (text: string) => `\u2068${text}\u2069`

/** A place on the autonomy scale in dots and words. */
export function Place({ value }: { value: AutonomyValue | null }) {
  const words = useVocabulary()
  return value === null ? <span>{words.value(null)}</span> : <Dots value={value} label={words.value(value)} />
}

/** The four steps and "I don't know", as cards. */
export function useScaleOptions(): ChoiceOption[] {
  const words = useVocabulary()
  return [
    ...autonomyScale.map((s) => ({ value: String(s.value), label: words.say(s.label), dots: s.value as number })),
    { value: 'unknown', label: words.value(null), picture: 'question' as const },
  ]
}

/** Several voices on one competence, each with its name; a remark stands under its voice. */
export function VoicesOn(props: { row: Row; selfLabel: string; comments: (sheetId: string) => string | null }) {
  const { t } = useView()
  const { row } = props
  return (
    <Facts
      facts={[
        { label: props.selfLabel, value: <Place value={row.self} /> },
        ...row.others.map((other) => {
          const comment = props.comments(other.id)
          return {
            label: t(`profiles.document.by.${other.kind as 'coach'}`, { name: other.name }),
            value: (
              <>
                <Place value={other.value} />
                {comment && <p class="said">{t('profiles.document.comment', { text: apart(comment) })}</p>}
              </>
            ),
          }
        }),
      ]}
    />
  )
}

/** The words of an entry, or that they can't be read. */
export function Words({ text }: { text: string | null }) {
  const { t } = useView()
  return text === null ? <em>{t('profiles.unreadable')}</em> : <bdi class="own-words">{text}</bdi>
}

export function StepFacts({ step }: { step: NextStep }) {
  const { t, date } = useView()
  const facts = [
    { label: t('profiles.document.stepWhat'), value: <bdi>{step.what}</bdi> },
    ...(step.by ? [{ label: t('profiles.document.stepBy'), value: date(step.by, 'long') }] : []),
    ...(step.who ? [{ label: t('profiles.document.stepWho'), value: <bdi>{step.who}</bdi> }] : []),
  ]
  return <Facts facts={facts} />
}
