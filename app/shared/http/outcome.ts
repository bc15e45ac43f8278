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
  | { type: 'page'; status: 200 | 409 | 422; view: ComponentChild; audit: Did[]; commit: boolean; acted?: true }
  | { type: 'redirect'; url: string; say?: Say; audit: Did[]; cookies: Cookie[]; commit: true; forget?: Forget }
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

/** What the browser drops with the answer: what pages stored, or everything of this site, cookies too. */
export type Forget = 'storage' | 'everything'

export type Cookie = { name: string; value: string; maxAge?: number }

const list = (did: Did | Did[] | undefined): Did[] => (did === undefined ? [] : Array.isArray(did) ? did : [did])

/** The page, with what it read of sensitive classes (nothing is written when `read` is left out). */
export const show = (view: ComponentChild, { read }: { read?: Did | Did[] } = {}): Outcome => ({
  type: 'page',
  status: 200,
  view,
  audit: list(read),
  commit: true,
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
/** 303 after an act. Every act says what it did; `say` is shown once on the next page, with `undo` as a form target. */
export const seeOther = (
  url: string,
  { did, say, cookies = [], forget }: { did: Did | Did[]; say?: Say | MessageKey; cookies?: Cookie[]; forget?: Forget },
): Outcome => ({
  type: 'redirect',
  url,
  audit: list(did),
  cookies,
  commit: true,
  ...(say === undefined ? {} : { say: typeof say === 'string' ? { key: say } : say }),
  ...(forget ? { forget } : {}),
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
