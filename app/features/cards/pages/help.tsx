import { ParticipantLayout, useLinks, useView } from '../../../shared/ui/index.ts'

const questions = ['first', 'pin', 'lost', 'locked', 'leave'] as const

/** Help in the same place on every page: the card, the PIN, whom to ask. */
export function HelpPage() {
  const { t } = useView()
  const { home } = useLinks()
  return (
    <ParticipantLayout title={t('cards.help.title')} back={{ href: home, label: t('cards.back') }}>
      {questions.map((question) => (
        <section key={question} class="section">
          <h2>{t(`cards.help.${question}`)}</h2>
          <p>{t(`cards.help.${question}.text`)}</p>
        </section>
      ))}
    </ParticipantLayout>
  )
}
