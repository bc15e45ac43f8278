/** What every page and component may ask for: language, words, dates, and who is looking. */
import { type ComponentChildren, createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { MessageKey, Translate, Words } from '../i18n/i18n.ts'
import type { IconName } from './icons.tsx'

/** A message key with the values its sentence needs; what rules and forms answer with fits. */
export type Message = { key: string; params?: Readonly<Record<string, unknown>> }

/** Text that is either already in the reader's language, or a message to be put into it. */
export type Text = string | Message

export type Viewer = {
  kind: 'nobody' | 'staff' | 'card' | 'link'
  name?: string
  role?: string
  institution?: string
  initials?: string
}

export type NavItem = { href: string; label: string; current?: boolean; icon?: IconName; count?: number }

/** What was just done, shown once; `undo` is a form that posts to take it back (10 s). */
export type Flash = { text: string; undo?: { action: string; fields?: Record<string, string> } }

/** The addresses that the frame of a page points to. */
export type FrameLinks = {
  home: string
  /** Empty when there is nothing to look for. */
  search: string
  signOut: string
  account: string
  help: string
  /** GET: ends the session, forgets the device's traces, goes to a neutral site. */
  leave: string
  accessibility: string
}

export type View = {
  t: Translate
  date: Words['date']
  number: Words['number']
  lang: string
  dir: 'ltr' | 'rtl'
  /** Path and query of this page, for forms and links that come back to it. */
  path: string
  today: string
  viewer: Viewer
  nav: NavItem[]
  flash?: string | Flash
  demo: boolean
  /** `staff.css`, `participant.css`, `staff.js`, `participant.js`, `icon.svg` → address. */
  assets: (name: string) => string
  /** Languages this reader may switch to, the current one included. */
  languages?: { code: string; name: string; href: string }[]
  theme?: 'light' | 'dark'
  links?: Partial<FrameLinks>
  /** The language's texts have not been read by someone who speaks it at home. */
  unreviewed?: boolean
  /** Seconds until the session ends; with it the page warns two minutes before. */
  sessionSeconds?: number
  /** The shared tablet: seconds without a touch after which the start page comes back. */
  kioskSeconds?: number
}

const ViewContext = createContext<View | null>(null)

/** Gives a page and all its components their view. */
export function ViewProvider(props: { view: View; children: ComponentChildren }) {
  return <ViewContext.Provider value={props.view}>{props.children}</ViewContext.Provider>
}

/** The view of the page being rendered. Throws outside a page: that is a bug. */
export function useView(): View {
  const view = useContext(ViewContext)
  if (!view) throw new Error('useView() outside <ViewProvider>')
  return view
}

/** Puts a Text into the reader's language. */
export function useText(): (text: Text) => string {
  const { t } = useView()
  return (text) => (typeof text === 'string' ? text : t(text.key as MessageKey, text.params))
}

const defaultLinks: FrameLinks = {
  home: '/',
  search: '/search',
  signOut: '/sign-out',
  account: '/account',
  help: '/help',
  leave: '/leave',
  accessibility: '/accessibility',
}

export function useLinks(): FrameLinks {
  return { ...defaultLinks, ...useView().links }
}

/** Joins class names, leaving out what is false. */
export function classes(...names: (string | false | null | undefined)[]): string {
  return names.filter(Boolean).join(' ')
}
