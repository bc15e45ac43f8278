import type { ComponentChild } from 'preact'
import type { MessageKey } from '../i18n/i18n.ts'

/** The classes of fields an audit entry names; the database's list, see db/migrations. */
export type FieldClass =
  | 'identity'
  | 'social-aid'
  | 'language'
  | 'attendance'
  | 'profile'
  | 'plan'
  | 'notes'
  | 'follow-up'
  | 'health'
  | 'residence'
  | 'account'

/** What goes on record: the act, on what, about whom, touching which classes. Never content. */
export type Did = {
  act: string
  on?: [kind: string, id: string | null]
  person?: string
  classes?: FieldClass[]
}

export type Say = { key: MessageKey; params?: Record<string, string | number>; undo?: string }

export type Outcome =
  | {
      type: 'page'
      status: 200 | 404 | 409 | 422
      view: ComponentChild
      audit: Did[]
      commit: boolean
      acted?: true
      refresh?: Refresh
    }
  | {
      type: 'redirect'
      url: string
      say?: Say
      audit: Did[]
      cookies: Cookie[]
      commit: true
      forget?: Forget
      after?: () => Promise<void>
    }
  | {
      type: 'file'
      bytes: Uint8Array | string
      contentType: string
      name: string
      inline: boolean
      audit: Did[]
      commit: true
    }
  | { type: 'json'; value: unknown; status: number; audit: Did[]; commit: boolean }
  | { type: 'not-found' }
  | { type: 'forbidden' }
  /** Nobody is signed in and somebody must be. */
  | { type: 'sign-in' }

/** Where the browser goes by itself after some seconds, without script: only from pages on which there is nothing to do. */
export type Refresh = { seconds: number; url: string }

/** What the browser drops with the answer: what pages stored, or everything of this site, cookies too. */
export type Forget = 'storage' | 'everything'

export type Cookie = { name: string; value: string; maxAge?: number }

const list = (did: Did | Did[] | undefined): Did[] => (did === undefined ? [] : Array.isArray(did) ? did : [did])

/** The page, with what it read of sensitive classes (nothing is written when `read` is left out). */
export const show = (
  view: ComponentChild,
  { read, refresh }: { read?: Did | Did[]; refresh?: Refresh } = {},
): Outcome => ({
  type: 'page',
  status: 200,
  view,
  audit: list(read),
  commit: true,
  ...(refresh ? { refresh } : {}),
})
/** The page an act answers with when what it made is shown once and never again, e.g. a link. Rare: else `seeOther`. */
export const showOnce = (view: ComponentChild, { did }: { did: Did | Did[] }): Outcome => ({
  type: 'page',
  status: 200,
  view,
  audit: list(did),
  commit: true,
  acted: true,
})
/** 422: the same page with what they typed and the errors beside the fields. Nothing is written. */
export const invalid = (view: ComponentChild): Outcome => ({
  type: 'page',
  status: 422,
  view,
  audit: [],
  commit: false,
})
/** 409: the same page with the rule's reason and what to do instead. Nothing is written. */
export const refused = (view: ComponentChild): Outcome => ({
  type: 'page',
  status: 409,
  view,
  audit: [],
  commit: false,
})
/** Like `refused`, but what was written stays: failed attempts must count. */
export const refusedAndNoted = (view: ComponentChild, did: Did | Did[] = []): Outcome => ({
  type: 'page',
  status: 409,
  view,
  audit: list(did),
  commit: true,
})
/** 404 in the page's own words; what was written stays: wrong guesses must count. */
export const unknownAndNoted = (view: ComponentChild): Outcome => ({
  type: 'page',
  status: 404,
  view,
  audit: [],
  commit: true,
})
/**
 * 303 after an act. Every act says what it did; `say` is shown once on the next page, with `undo` as a form target.
 * `after` runs once this transaction is committed, before the answer: for what must not share it. If it fails, so does the answer.
 */
export const seeOther = (
  url: string,
  {
    did,
    say,
    cookies = [],
    forget,
    after,
  }: {
    did: Did | Did[]
    say?: Say | MessageKey
    cookies?: Cookie[]
    forget?: Forget
    after?: () => Promise<void>
  },
): Outcome => ({
  type: 'redirect',
  url,
  audit: list(did),
  cookies,
  commit: true,
  ...(say === undefined ? {} : { say: typeof say === 'string' ? { key: say } : say }),
  ...(forget ? { forget } : {}),
  ...(after ? { after } : {}),
})
/** 303 without an act, e.g. to the page that must come first. */
export const redirect = (url: string, cookies: Cookie[] = []): Outcome => ({
  type: 'redirect',
  url,
  audit: [],
  cookies,
  commit: true,
})
export const download = (
  bytes: Uint8Array | string,
  {
    contentType,
    name,
    inline = false,
    read,
  }: { contentType: string; name: string; inline?: boolean; read?: Did | Did[] },
): Outcome => ({ type: 'file', bytes, contentType, name, inline, audit: list(read), commit: true })
/** For islands only; the same act also answers plain forms. */
export const json = (value: unknown, { did, status = 200 }: { did?: Did | Did[]; status?: number } = {}): Outcome => ({
  type: 'json',
  value,
  status,
  audit: list(did),
  commit: status < 400,
})
export const notFound = (): Outcome => ({ type: 'not-found' })
export const forbidden = (): Outcome => ({ type: 'forbidden' })
