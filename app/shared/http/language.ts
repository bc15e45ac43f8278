import type { Context } from 'hono'
import { fromHeader, isLanguage, type Language, participantLanguages, staffLanguages } from '../i18n/languages.ts'
import type { Actor } from './actor.ts'
import type { Cookies } from './cookies.ts'
import { isParticipants } from './participants.ts'

/** The language to answer in: what was chosen just now, then before, then the actor's own, then the browser's. */
export function chooseLanguage(c: Context, cookies: Cookies, actor: Actor | undefined): Language {
  const offered = languagesFor(c.req.path)
  const own = actor && 'language' in actor ? actor.language : undefined
  const wanted = [c.req.query('lang'), cookies.get('lang'), own]
  const found = wanted.find((one): one is Language => isLanguage(one) && offered.includes(one))
  return found ?? fromHeader(c.req.header('accept-language'), offered) ?? 'fr'
}

/** Participants' pages offer the participants' languages, Arabic among them; staff pages the staff's. */
export const languagesFor = (path: string): readonly Language[] =>
  isParticipants(path) ? participantLanguages : staffLanguages
