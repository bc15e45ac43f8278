import type { ComponentChildren } from 'preact'
import { direction } from '../../../shared/i18n/languages.ts'
import { type LocalText, textIn } from '../../../shared/i18n/text.ts'
import { Button, Form, Icon, Notice, Pictogram, type PictogramName, useView } from '../../../shared/ui/index.ts'
import { paths } from '../paths.ts'
import type { Contact, OwnSession } from '../session.ts'

/** Words that carry their language: those of another language than the page's say so. */
export function Said({ text }: { text: LocalText }) {
  const { lang } = useView()
  const { text: words, found } = textIn(text, lang)
  if (found === lang) return <>{words}</>
  return (
    <span lang={found} dir={direction(found)}>
      {words}
    </span>
  )
}

/** When, where, and what to bring. `dated` when no heading says the day; `homework` is what to do before. */
export function SessionFacts(props: { session: OwnSession; dated?: boolean; homework?: LocalText | null }) {
  const { session, dated, homework } = props
  const { t, date } = useView()
  return (
    <dl class="with-pictures">
      <Line picture="calendar" label={t('space.when')}>
        {dated && (
          <>
            <strong>{date(session.onDate, 'weekday')}</strong>
            <br />
          </>
        )}
        {t('space.times', { from: session.from, to: session.to })}
      </Line>
      {(session.place || session.room) && (
        <Line picture="place" label={t('space.where')}>
          {session.place && <bdi>{session.place}</bdi>}
          {session.place && session.room && <br />}
          {session.room && <bdi>{session.room}</bdi>}
        </Line>
      )}
      {session.outing && (
        <Line picture="place" label={t('space.outing')}>
          <Said text={session.outing} />
        </Line>
      )}
      {session.bring && (
        <Line picture="bag" label={t('space.bring')}>
          <Said text={session.bring} />
        </Line>
      )}
      {homework && (
        <Line picture="homework" label={t('space.homework.before')}>
          <Said text={homework} />
        </Line>
      )}
    </dl>
  )
}

export function Line(props: { picture: PictogramName; label: string; children: ComponentChildren }) {
  return (
    <div>
      <dt>
        <Pictogram name={props.picture} /> {props.label}
      </dt>
      <dd>{props.children}</dd>
    </div>
  )
}

/** "I can't come", in one tap; or what was said, with the way back. */
export function Absence({ session }: { session: OwnSession }) {
  const { t, date } = useView()
  const day = date(session.onDate, 'weekday')
  const { id: sessionId } = session
  if (session.announced)
    return (
      <div class="stack-small">
        <Notice kind="warning" title={t('space.absent.said')} testId="absence-said" />
        <Form action={paths.withdrawal({ sessionId })} id={`back-${sessionId}`}>
          <Button label={t('space.absent.undo.of', { day })} testId="can-come">
            {t('space.absent.undo')}
          </Button>
        </Form>
      </div>
    )
  return (
    <Form action={paths.absence({ sessionId })} id={`absent-${sessionId}`}>
      <Button label={t('space.absent.do.of', { day })} testId="cannot-come">
        {t('space.absent.do')}
      </Button>
    </Form>
  )
}

/** Whom to call, each number a link that a phone dials. */
export function Contacts({ contacts }: { contacts: Contact[] }) {
  const { t } = useView()
  return (
    <ul class="calls">
      {contacts.map(({ name, phone }) => (
        <li key={phone + name}>
          <a class="button" href={`tel:${phone.replace(/[^+\d]/g, '')}`} data-testid="call">
            <Pictogram name="phone" size={28} />
            <span>
              {name ? t('space.call', { name }) : t('space.call.office')}
              <br />
              <bdi dir="ltr">{phone}</bdi>
            </span>
          </a>
        </li>
      ))}
    </ul>
  )
}

/** What changed, before anything else is read. */
export function Changes({ session }: { session: OwnSession }) {
  const { t, date } = useView()
  if (session.cancelled)
    return (
      <p class="change" data-testid="cancelled">
        <Icon name="stop" size={24} /> <strong>{t('space.cancelled')}</strong>
      </p>
    )
  if (!session.movedFrom) return null
  return (
    <p class="change" data-testid="moved">
      <Icon name="warning" size={24} />{' '}
      <span>
        <strong>{t('space.moved')}</strong> {t('space.moved.from', { day: date(session.movedFrom, 'weekday') })}
      </span>
    </p>
  )
}
