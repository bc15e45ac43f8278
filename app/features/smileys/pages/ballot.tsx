// The ballot from the first question to the thanks, kept together: each part is shown here only.
import type { ComponentChildren } from 'preact'
import { direction } from '../../../shared/i18n/languages.ts'
import { textIn } from '../../../shared/i18n/text.ts'
import {
  Hidden,
  Icon,
  Notice,
  ParticipantLayout,
  Pictogram,
  useLinks,
  useView,
  ViewProvider,
} from '../../../shared/ui/index.ts'
import { answerField } from '../form.ts'
import { Face, useAnswerWord } from '../parts/face.tsx'
import { answersOf } from '../rules.ts'
import type { Ballot, Grid, Line } from '../smileys.ts'

type BallotView = {
  action: string
  grid: Grid
  ballot: Ballot
  /** The line that is asked; undefined when all are answered and the ballot can be sent. */
  line: string | undefined
  nonce: string
  /** Addresses of recordings, by line; where there is none the browser's voice reads. */
  voices?: ReadonlyMap<string, string>
  /** On the shared tablet: the page to which it goes back when nobody touches it, or somebody leaves. */
  tablet?: string
  back?: { href: string; label: string }
}

/** One line a page, one tap an answer; then everything once more before it is sent. Works without script. */
export function BallotPage(view: BallotView) {
  const { t } = useView()
  const { grid, line } = view
  const at = grid.lines.findIndex(({ key }) => key === line)
  const asked = grid.lines[at]
  return (
    <AtTablet start={view.tablet}>
      <ParticipantLayout
        title={t('smileys.vote.title')}
        lead={asked ? t('smileys.vote.step', { number: at + 1, count: grid.lines.length }) : t('smileys.vote.check')}
        back={view.back}
        nav={false}
      >
        <form method="post" action={view.action} class="form" data-island="confirm-once">
          <Hidden name="nonce" value={view.nonce} />
          {grid.lines.map(({ key }) =>
            view.ballot[key] && key !== line ? (
              <Hidden key={key} name={answerField(key)} value={view.ballot[key]} />
            ) : null,
          )}
          {asked ? (
            <Question
              grid={grid}
              line={asked}
              chosen={view.ballot[asked.key]}
              before={grid.lines[at - 1]}
              voice={view.voices?.get(asked.key)}
            />
          ) : (
            <Check grid={grid} ballot={view.ballot} />
          )}
        </form>
        <p class="hint">{t('smileys.vote.anonymous')}</p>
      </ParticipantLayout>
    </AtTablet>
  )
}

function Question(props: {
  grid: Grid
  line: Line
  chosen: string | undefined
  before: Line | undefined
  voice: string | undefined
}) {
  const { t } = useView()
  const word = useAnswerWord()
  const { grid, line, chosen, before, voice } = props
  return (
    <>
      <Hidden name="line" value={line.key} />
      <div class="stack-small">
        <h2 class="asked" id={`line-${line.key}`}>
          <Pictogram name={line.picture} size={56} />
          <Said line={line} />
        </h2>
        {voice ? (
          <audio class="voice" controls preload="none" src={voice} aria-label={t('ui.listen')} data-testid="voice" />
        ) : (
          <Play what={`line-${line.key} faces`} />
        )}
        <div class="faces" id="faces" role="group" aria-labelledby={`line-${line.key}`}>
          {answersOf(grid).map((answer) => (
            <button
              key={answer}
              type="submit"
              name="face"
              value={answer}
              class="face"
              aria-pressed={chosen === undefined ? undefined : chosen === answer ? 'true' : 'false'}
              data-testid={`face-${answer}`}
            >
              <Face answer={answer} />
              <span>{word(answer)}</span>
            </button>
          ))}
        </div>
      </div>
      {before && (
        <button type="submit" class="button quiet" name="to" value={before.key} data-testid="vote-back">
          <Icon name="back" size={24} /> {t('smileys.vote.back')}
        </button>
      )}
    </>
  )
}

/** What was answered, to be changed or sent. */
function Check({ grid, ballot }: { grid: Grid; ballot: Ballot }) {
  const { t, lang } = useView()
  const word = useAnswerWord()
  return (
    <>
      <ul class="answered" id="answered">
        {grid.lines.map((line) => (
          <li key={line.key}>
            <Face answer={ballot[line.key] ?? 'unknown'} />
            <span>
              <Said line={line} />
              <strong>{word(ballot[line.key] ?? 'unknown')}</strong>
            </span>
            <button
              type="submit"
              class="button quiet"
              name="to"
              value={line.key}
              aria-label={t('smileys.vote.change.of', { line: textIn(line.text, lang).text })}
              data-testid={`change-${line.key}`}
            >
              {t('smileys.vote.change')}
            </button>
          </li>
        ))}
      </ul>
      <Play what="answered" />
      <button type="submit" class="button primary" name="send" value="yes" data-testid="send-vote">
        {t('smileys.vote.send')}
      </button>
    </>
  )
}

/** The line in the reader's language, or marked with the one it is in. */
function Said({ line }: { line: Line }) {
  const { lang } = useView()
  const { text, found } = textIn(line.text, lang)
  return found === lang ? (
    <span>{text}</span>
  ) : (
    <span lang={found} dir={direction(found)}>
      {text}
    </span>
  )
}

/** Reads aloud with the browser's voice; where it has none for the language, it says so. */
function Play({ what }: { what: string }) {
  const { t } = useView()
  return (
    <button
      type="button"
      class="button"
      hidden
      data-island="read-aloud"
      data-reads={what}
      data-stop={t('ui.listen.stop')}
      data-none={t('smileys.vote.noVoice')}
      data-testid="listen"
    >
      {t('ui.listen')}
    </button>
  )
}

/** Pages on the shared tablet go back to the vote's own start, also by "leave this page". */
export function AtTablet({ start, children }: { start: string | undefined; children: ComponentChildren }) {
  const view = useView()
  if (!start) return <>{children}</>
  return (
    <ViewProvider view={{ ...view, kioskSeconds: 45, links: { ...view.links, home: start, leave: start } }}>
      {children}
    </ViewProvider>
  )
}

/** The tablet between two people: each begins in their own language. */
export function TabletStartPage({ start, staffHref }: { start: string; staffHref: string }) {
  const { t, languages = [], ...view } = useView()
  return (
    <ViewProvider
      view={{ ...view, t, languages: [], kioskSeconds: undefined, links: { ...view.links, home: start, leave: start } }}
    >
      <ParticipantLayout title={t('smileys.vote.title')} lead={t('smileys.vote.begin')} nav={false}>
        <ul class="tiles">
          {languages.map(({ code, name }) => (
            <li key={code}>
              <a
                class="tile"
                href={`${start}?go=1&lang=${code}`}
                lang={code}
                dir={direction(code)}
                data-testid={`begin-${code}`}
              >
                <Face answer="good" />
                <strong>{name}</strong>
              </a>
            </li>
          ))}
        </ul>
        <p class="foot-links">
          <a href={staffHref}>{t('smileys.vote.staff')}</a>
        </p>
      </ParticipantLayout>
    </ViewProvider>
  )
}

/** The end: nothing more to do. On the tablet the next person's start comes by itself. */
export function ThanksPage(props: { already?: boolean; tablet?: string; back?: { href: string; label: string } }) {
  const { t } = useView()
  return (
    <AtTablet start={props.tablet}>
      <ParticipantLayout title={t('smileys.vote.title')} nav={false} back={props.back}>
        <Notice
          kind="done"
          title={t(props.already ? 'smileys.vote.already' : 'smileys.vote.thanks')}
          testId="vote-thanks"
        >
          <p>{t(props.already ? 'smileys.vote.already.text' : 'smileys.vote.thanks.text')}</p>
        </Notice>
        {props.tablet && (
          <p class="actions">
            <a class="button primary" href={props.tablet} data-testid="next-person">
              {t('smileys.vote.next')}
            </a>
          </p>
        )}
      </ParticipantLayout>
    </AtTablet>
  )
}

/** The vote is over, or took as many votes as there were people. */
export function OverPage(props: { why: 'closed' | 'full'; tablet?: string; back?: { href: string; label: string } }) {
  const { t } = useView()
  return (
    <AtTablet start={props.tablet}>
      <ParticipantLayout title={t('smileys.vote.title')} nav={false} back={props.back}>
        <Notice kind="warning" title={t(`smileys.vote.${props.why}`)} testId={`vote-${props.why}`}>
          <p>{t('smileys.vote.talk')}</p>
        </Notice>
      </ParticipantLayout>
    </AtTablet>
  )
}

/** The code of the wall, typed; also what an unknown or expired code answers with. */
export function CodePage(props: { action: string; wrong?: boolean }) {
  const { t } = useView()
  const links = useLinks()
  return (
    <ParticipantLayout title={t('smileys.vote.title')} nav={false} back={undefined}>
      {props.wrong && (
        <Notice kind="refused" title={t('smileys.vote.unknown')} testId="vote-unknown">
          <p>{t('smileys.vote.unknown.text')}</p>
        </Notice>
      )}
      <form method="get" action={props.action} class="form">
        <div class="field">
          <label class="label" for="code">
            {t('smileys.vote.code')}
          </label>
          <input
            class="input"
            id="code"
            name="code"
            dir="ltr"
            autocomplete="off"
            autocapitalize="characters"
            spellcheck={false}
            maxlength={20}
            data-testid="vote-code"
          />
        </div>
        <button class="button primary" type="submit" data-testid="open-vote">
          {t('smileys.vote.open')}
        </button>
      </form>
      <p class="foot-links">
        <a href={links.help}>{t('ui.help')}</a>
      </p>
    </ParticipantLayout>
  )
}
