/** The four frames: staff, public, participant, print. Each has one h1 and a main landmark. */
import type { ComponentChildren } from 'preact'
import { DemoBanner, Document, HotkeyHelp, LanguageSwitch, SessionWarning, SkipLink, Toast } from './frame.tsx'
import { Icon, Mark } from './icons.tsx'
import { type NavItem, useLinks, useView } from './view.tsx'

type PageProps = {
  /** Title of the tab, and the h1 unless `heading` says more. */
  title: string
  /** The h1 when it is more than the title (still one line of text). */
  heading?: ComponentChildren
  /** One sentence under the h1. */
  lead?: ComponentChildren
  /** The form on this page came back with errors. */
  invalid?: boolean
  children: ComponentChildren
}

type StaffProps = PageProps & {
  /** The way here, without the page itself. */
  crumbs?: { href: string; label: string }[]
  /** Buttons beside the h1. */
  actions?: ComponentChildren
  /** `narrow` for forms and reading, `wide` for tables that need every pixel. */
  width?: 'narrow' | 'wide'
}

/** The frame of every staff page. */
export function StaffLayout(props: StaffProps) {
  const { t, viewer, nav } = useView()
  const links = useLinks()
  return (
    <Document title={props.title} product={t('ui.product')} sheet="staff" invalid={props.invalid} body="staff">
      <SkipLink />
      <header class="side" data-island="hotkeys">
        <div class="side-in">
          <a class="brand" href={links.home}>
            <Mark />
            <span>{t('ui.product')}</span>
          </a>
          {viewer.institution && <p class="institution">{viewer.institution}</p>}
          <button class="button menu-button" type="button" popovertarget="nav">
            <Icon name="menu" /> {t('ui.menu')}
          </button>
          <nav id="nav" class="nav" popover="auto" aria-label={t('ui.nav')}>
            <ul>
              {nav.map((item) => (
                <NavEntry key={item.href} {...item} />
              ))}
            </ul>
          </nav>
        </div>
      </header>
      <div class="page">
        <DemoBanner />
        <div class="top">
          {links.search && (
            <form class="search" role="search" method="get" action={links.search}>
              <label class="visually-hidden" for="search">
                {t('ui.search.label')}
              </label>
              <Icon name="search" />
              <input
                id="search"
                name="q"
                type="search"
                placeholder={t('ui.search.placeholder')}
                autocomplete="off"
                data-hotkey="mod+k"
              />
              <kbd aria-hidden>Ctrl K</kbd>
            </form>
          )}
          <LanguageSwitch />
          <AccountMenu />
        </div>
        <main id="main" class={props.width ?? 'normal'} tabindex={-1}>
          {props.crumbs && props.crumbs.length > 0 && <Breadcrumb crumbs={props.crumbs} />}
          <Heading {...props} />
          <Toast />
          {props.children}
        </main>
        <Footer />
      </div>
      <SessionWarning />
      <HotkeyHelp />
    </Document>
  )
}

/** The frame of pages for nobody signed in: sign-in, invitation, first run. */
export function PublicLayout(props: PageProps) {
  const { t } = useView()
  const links = useLinks()
  return (
    <Document title={props.title} product={t('ui.product')} sheet="staff" invalid={props.invalid} body="public">
      <SkipLink />
      <DemoBanner />
      <header class="public-head">
        <a class="brand" href={links.home}>
          <Mark size={40} />
          <span>{t('ui.product')}</span>
        </a>
        <LanguageSwitch />
      </header>
      <main id="main" class="sheet" tabindex={-1}>
        <Heading {...props} />
        <Toast />
        {props.children}
      </main>
      <Footer />
    </Document>
  )
}

/**
 * The frame of every participant's page: few bytes, large targets, "leave this page" always in reach.
 * The title must be neutral: no programme, no service.
 */
export function ParticipantLayout(props: PageProps & { back?: { href: string; label: string }; nav?: boolean }) {
  const { t, nav, kioskSeconds, viewer, unreviewed } = useView()
  const links = useLinks()
  return (
    <Document title={props.title} sheet="participant" invalid={props.invalid} body="participant">
      <SkipLink />
      <header
        class="head"
        data-island={kioskSeconds ? 'kiosk-return' : undefined}
        data-seconds={kioskSeconds}
        data-home={kioskSeconds ? links.leave : undefined}
      >
        {props.back ? (
          <a class="button quiet" href={props.back.href}>
            <Icon name="back" size={24} /> {props.back.label}
          </a>
        ) : (
          <p class="hello">{viewer.name ?? ''}</p>
        )}
        <LeaveButton />
      </header>
      <DemoBanner />
      <main id="main" tabindex={-1}>
        <Heading {...props} />
        <Toast />
        {props.children}
      </main>
      <footer class="foot">
        {props.nav !== false && nav.length > 0 && (
          <nav class="nav" aria-label={t('ui.nav')}>
            <ul>
              {nav.map((item) => (
                <NavEntry key={item.href} {...item} />
              ))}
            </ul>
          </nav>
        )}
        <LanguageSwitch />
        <p class="foot-links">
          <a href={links.help}>{t('ui.help')}</a>
        </p>
        {unreviewed && <p class="unreviewed">{t('ui.unreviewed')}</p>}
      </footer>
      <SessionWarning />
    </Document>
  )
}

/** A sheet of paper: no frame, A4, one "print" button that does not print. */
export function PrintLayout(props: PageProps & { back?: { href: string; label: string } }) {
  const { t, viewer, date, today } = useView()
  return (
    <Document title={props.title} sheet="staff" body="paper">
      <header class="paper-tools no-print">
        {props.back && <a href={props.back.href}>{props.back.label}</a>}
        <button class="button primary" type="button" data-island="print" hidden>
          <Icon name="print" /> {t('ui.print')}
        </button>
      </header>
      <main id="main" class="paper-sheet">
        <Heading {...props} />
        {props.children}
        <p class="paper-foot">
          {t('ui.print.foot', { institution: viewer.institution ?? t('ui.product'), date: date(today, 'long') })}
        </p>
      </main>
    </Document>
  )
}

/** Ends the session and goes to a neutral site at once; with script also by pressing Shift three times. */
export function LeaveButton() {
  const { t } = useView()
  const { leave } = useLinks()
  return (
    <a class="button leave" href={leave} rel="noreferrer" data-island="leave-page" data-testid="leave-page">
      {t('ui.leave')}
    </a>
  )
}

function Heading(props: PageProps & { actions?: ComponentChildren }) {
  return (
    <div class="page-head">
      <div>
        <h1>{props.heading ?? props.title}</h1>
        {props.lead && <p class="lead">{props.lead}</p>}
      </div>
      {props.actions && <div class="actions">{props.actions}</div>}
    </div>
  )
}

function NavEntry(item: NavItem) {
  return (
    <li>
      <a href={item.href} aria-current={item.current ? 'page' : undefined}>
        {item.icon && <Icon name={item.icon} />}
        <span>{item.label}</span>
        {item.count ? <span class="count">{item.count}</span> : null}
      </a>
    </li>
  )
}

function Breadcrumb(props: { crumbs: { href: string; label: string }[] }) {
  const { t } = useView()
  return (
    <nav class="crumbs" aria-label={t('ui.crumbs')}>
      <ol>
        {props.crumbs.map((c) => (
          <li key={c.href}>
            <a href={c.href}>{c.label}</a>
          </li>
        ))}
      </ol>
    </nav>
  )
}

function AccountMenu() {
  const { t, viewer } = useView()
  const links = useLinks()
  if (viewer.kind === 'nobody') return null
  return (
    <div class="account">
      <button class="account-button" type="button" popovertarget="account">
        <span class="visually-hidden">{t('ui.account.of', { name: viewer.name ?? '' })}</span>
        <span class="avatar" aria-hidden>
          {viewer.initials}
        </span>
        <Icon name="down" size={16} />
      </button>
      <div id="account" class="account-menu" popover="auto">
        <p>
          <strong>{viewer.name}</strong>
          {viewer.role && <span>{viewer.role}</span>}
        </p>
        <a href={links.account}>{t('ui.account')}</a>
        <button class="link" type="button" data-island="theme" hidden>
          {t('ui.theme')}
        </button>
        <form method="post" action={links.signOut}>
          <button class="button" type="submit" data-testid="sign-out">
            {t('ui.signOut')}
          </button>
        </form>
      </div>
    </div>
  )
}

function Footer() {
  const { t } = useView()
  const links = useLinks()
  return (
    <footer class="foot">
      <a href={links.help}>{t('ui.help')}</a>
      <a href={links.accessibility}>{t('ui.accessibility')}</a>
    </footer>
  )
}
