import type { CompetenceId } from '../../../../data/competences.ts'
import type { Refusal as Refused } from '../../../../shared/rules.ts'
import {
  Actions,
  Button,
  Choice,
  Field,
  Form,
  type FormState,
  Hidden,
  LinkButton,
  Notice,
  ParticipantLayout,
  Progress,
  Refusal,
  useView,
} from '../../../../shared/ui/index.ts'
import { toAnswer } from '../../form.ts'
import { me } from '../../paths.ts'
import type { Ratings } from '../../profile.ts'
import { apart, Place, useScaleOptions, useVocabulary } from '../parts.tsx'

export type RatingView = {
  competence: CompetenceId
  asked: readonly CompetenceId[]
  ratings: Ratings
  state?: FormState
  /** A peer's sheet: about whom, and where it is. */
  about?: { firstName: string; sheetId: string }
}

/** One competence on one page: the sentence, four steps, and "I don't know". */
export function RatePage({ competence, asked, ratings, state = {}, about }: RatingView) {
  const { t } = useView()
  const words = useVocabulary()
  const options = useScaleOptions()
  const index = asked.indexOf(competence)
  const known = ratings.get(competence)
  const action = about ? me.ratePeer({ sheetId: about.sheetId, competence }) : me.rate({ competence })
  const list = about ? me.peerSheet({ sheetId: about.sheetId }) : me.answers()
  const before = asked[index - 1]
  const back = !before
    ? list
    : about
      ? me.ratePeer({ sheetId: about.sheetId, competence: before })
      : me.rate({ competence: before })
  return (
    <ParticipantLayout
      title={words.label(competence)}
      heading={
        <>
          <span aria-hidden>{words.emoji(competence)}</span> {words.label(competence)}
        </>
      }
      back={{ href: back, label: t('profiles.me.back') }}
      nav={false}
      invalid={Object.keys(state.errors ?? {}).length > 0}
    >
      <Progress
        label={t('profiles.me.page', { page: index + 1, of: asked.length })}
        value={index + 1}
        max={asked.length}
      />
      <Form action={action} {...state} testId="rate-form">
        <Choice
          name="value"
          legend={about ? t('profiles.me.rate.peer', { name: about.firstName }) : words.statement(competence)}
          hint={about ? words.statement(competence) : undefined}
          value={toAnswer(known)}
          options={options}
          testId="rate"
        />
        {about && (
          <Field
            name="comment"
            type="textarea"
            rows={2}
            label={t('profiles.me.rate.comment')}
            hint={t('profiles.me.rate.commentHint')}
            value={known?.comment ?? ''}
            optional
          />
        )}
        <Actions>
          <Button kind="primary" name="button" value="next" testId="rate-next">
            {t('profiles.me.next')}
          </Button>
          <LinkButton href={list} testId="rate-stop">
            {t('profiles.me.stop')}
          </LinkButton>
        </Actions>
      </Form>
    </ParticipantLayout>
  )
}

/** All answers, to read back, to change, and to hand in. */
export function AnswersPage(props: {
  asked: readonly CompetenceId[]
  ratings: Ratings
  next: CompetenceId | undefined
  handedIn: boolean
  refusal?: Refused
  about?: { firstName: string; sheetId: string }
}) {
  const { t } = useView()
  const words = useVocabulary()
  const { asked, ratings, next, handedIn, about } = props
  const at = (competence: CompetenceId) =>
    about ? me.ratePeer({ sheetId: about.sheetId, competence }) : me.rate({ competence })
  const title = about ? t('profiles.me.peer.title', { name: about.firstName }) : t('profiles.me.task.rate')
  const started = ratings.size > 0
  const lead = handedIn
    ? undefined
    : next && started
      ? 'profiles.me.answers.missing'
      : about
        ? 'profiles.me.answers.peerLead'
        : 'profiles.me.answers.lead'
  return (
    <ParticipantLayout
      title={title}
      lead={lead && t(lead)}
      back={{ href: about ? me.peers() : me.start(), label: t('profiles.me.back') }}
      nav={false}
    >
      {props.refusal && <Refusal reason={props.refusal} />}
      {handedIn && <Notice kind="done" title={t(about ? 'profiles.me.answers.peerIn' : 'profiles.me.answers.in')} />}
      {!handedIn && next && (
        <LinkButton kind="primary" href={at(next)} testId="rate-start">
          {t(started ? 'profiles.me.answers.continue' : 'profiles.me.answers.start')}
        </LinkButton>
      )}
      <dl class="facts">
        {asked.map((id) => {
          const rating = ratings.get(id)
          return (
            <div key={id}>
              <dt>
                <span aria-hidden>{words.emoji(id)}</span> {words.label(id)}
              </dt>
              <dd>
                {rating ? <Place value={rating.value} /> : t('profiles.me.answers.open')}
                {rating?.comment && <p>{t('profiles.document.comment', { text: apart(rating.comment) })}</p>}
                {!handedIn && rating && (
                  <a
                    class="button quiet"
                    href={at(id)}
                    aria-label={t('profiles.me.answers.changeOf', { what: words.label(id) })}
                  >
                    {t('profiles.me.answers.change')}
                  </a>
                )}
              </dd>
            </div>
          )
        })}
      </dl>
      {!handedIn && !next && asked.length > 0 && (
        <Form action={about ? me.peerSheet({ sheetId: about.sheetId }) : me.answers()} testId="hand-in">
          <p>{t(about ? 'profiles.me.answers.peerWarning' : 'profiles.me.answers.warning')}</p>
          <Hidden name="button" value="hand-in" />
          <Actions>
            <Button kind="primary" testId="hand-in-button">
              {t('profiles.me.answers.handIn')}
            </Button>
          </Actions>
        </Form>
      )}
      {about && (handedIn || started) && (
        <Form action={me.withdrawSheet({ sheetId: about.sheetId })} testId="withdraw">
          <p>{t('profiles.me.peer.withdrawHint')}</p>
          <Actions>
            <Button kind="danger">{t('profiles.me.peer.withdraw')}</Button>
          </Actions>
        </Form>
      )}
    </ParticipantLayout>
  )
}
