/** Parts that the four layouts share: the document, the switch of language, what was just done. */
import type { ComponentChildren } from 'preact'
import { Icon } from './icons.tsx'
import { type Flash, useView } from './view.tsx'

/** `<html>` and `<head>`. `invalid` puts "Error:" before the title, as the error summary asks. */
export function Document(props: {
  title: string
  /** Without it the title stands alone: on participants' pages the product is not named. */
  product?: string
  sheet: 'staff' | 'participant'
  script?: boolean
  invalid?: boolean
  body: string
  children: ComponentChildren
}) {
  const { t, lang, dir, theme, assets } = useView()
  const name = props.product ? `${props.title} · ${props.product}` : props.title
  return (
    <html lang={lang} dir={dir} data-theme={theme}>
      <head>
        <meta charset="utf-8" />
        <title>{props.invalid ? t('ui.error.title', { title: name }) : name}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="referrer" content="same-origin" />
        <link rel="icon" href={assets('icon.svg')} type="image/svg+xml" />
        <link rel="stylesheet" href={assets(`${props.sheet}.css`)} />
        {props.script !== false && <script type="module" src={assets(`${props.sheet}.js`)} />}
      </head>
      <body class={props.body}>{props.children}</body>
    </html>
  )
}

export function SkipLink() {
  const { t } = useView()
  return (
    <a class="skip" href="#main">
      {t('ui.skip')}
    </a>
  )
}

/** Languages as plain links, each named in itself. */
export function LanguageSwitch() {
  const { t, lang, languages = [] } = useView()
  if (languages.length < 2) return null
  return (
    <nav class="languages" aria-label={t('ui.languages')}>
      {languages.map((l) => (
        <a
          key={l.code}
          href={l.href}
          lang={l.code}
          hreflang={l.code}
          aria-current={l.code === lang ? 'true' : undefined}
        >
          {l.name}
        </a>
      ))}
    </nav>
  )
}

export function DemoBanner() {
  const { t, demo } = useView()
  if (!demo) return null
  return (
    <section class="demo-banner" aria-label={t('ui.demo.label')}>
      <p>{t('ui.demo')}</p>
    </section>
  )
}

/** What was just done, with its undo. It stays on the page without script; with script it fades after 10 s. */
export function Toast() {
  const { t, flash } = useView()
  const it: Flash | undefined = typeof flash === 'string' ? { text: flash } : flash
  return (
    <div class="toast-place" role="status">
      {it && (
        <div class="toast" data-island="toast-undo">
          <Icon name="check" />
          <p>{it.text}</p>
          {it.undo && (
            <form method="post" action={it.undo.action}>
              {Object.entries(it.undo.fields ?? {}).map(([name, value]) => (
                <input key={name} type="hidden" name={name} value={value} />
              ))}
              <button class="button quiet" type="submit" data-testid="undo">
                {t('ui.undo')}
              </button>
            </form>
          )}
        </div>
      )}
    </div>
  )
}

/** The warning two minutes before the session ends; hidden until its island shows it. */
export function SessionWarning() {
  const { t, sessionSeconds, path } = useView()
  if (!sessionSeconds) return null
  return (
    <dialog
      class="dialog"
      id="session-warning"
      data-island="session-warning"
      data-seconds={sessionSeconds}
      aria-labelledby="session-warning-title"
    >
      <h2 id="session-warning-title">{t('ui.session.title')}</h2>
      <p>{t('ui.session.text')}</p>
      <p class="actions">
        <a class="button primary" href={path}>
          {t('ui.session.stay')}
        </a>
      </p>
    </dialog>
  )
}

/** The keys of this page; its island adds those of the buttons. */
export function HotkeyHelp() {
  const { t } = useView()
  return (
    <dialog class="dialog" id="hotkeys" aria-labelledby="hotkeys-title">
      <h2 id="hotkeys-title">{t('ui.hotkeys')}</h2>
      <dl class="facts">
        <div>
          <dt>
            <kbd>Ctrl K</kbd>
          </dt>
          <dd>{t('ui.search.label')}</dd>
        </div>
        <div>
          <dt>
            <kbd>?</kbd>
          </dt>
          <dd>{t('ui.hotkeys.this')}</dd>
        </div>
        <div>
          <dt>
            <kbd>Esc</kbd>
          </dt>
          <dd>{t('ui.hotkeys.close')}</dd>
        </div>
      </dl>
      <form method="dialog">
        <button class="button" type="submit">
          {t('ui.close')}
        </button>
      </form>
    </dialog>
  )
}
