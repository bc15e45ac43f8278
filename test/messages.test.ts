// Every text in every language: no key missing, none left over, the same values asked for, every sentence parses.
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser'
import { describe, expect, test } from 'vitest'
import { messageFolders } from '../app/shared/i18n/i18n.ts'
import { root } from '../app/shared/root.ts'

const folders = messageFolders(join(root, 'app'))
const read = (folder: string, language: string): Record<string, string> =>
  JSON.parse(readFileSync(join(folder, `${language}.json`), 'utf8'))
const has = (folder: string, language: string) => readdirSync(folder).includes(`${language}.json`)

/** The values and plural or select branches a message asks for. */
function asksFor(elements: MessageFormatElement[]): string[] {
  return elements.flatMap((element) => {
    if (element.type === TYPE.plural || element.type === TYPE.select)
      return [element.value, ...Object.values(element.options).flatMap((option) => asksFor(option.value))]
    return element.type === TYPE.literal || element.type === TYPE.pound ? [] : 'value' in element ? [element.value] : []
  })
}
const values = (text: string) => [...new Set(asksFor(parse(text, { ignoreTag: true })))].sort()

/** All a message can say, with a digit for each value. */
const readings = (elements: MessageFormatElement[]): string[] =>
  elements.reduce<string[]>(
    (begun, element) => {
      const next =
        element.type === TYPE.literal
          ? [element.value]
          : element.type === TYPE.plural || element.type === TYPE.select
            ? Object.values(element.options).flatMap((option) => readings(option.value))
            : ['1']
      return begun.flatMap((start) => next.map((end) => start + end))
    },
    [''],
  )

/** Something a language could say in words of its own: not a value, a sign or a single letter alone. */
const inWords = (text: string) => /\p{L}{2}/u.test(text.replace(/\{\w+(?:, \w+)?\}/g, ''))

/** Words that Dutch has in common with French or English. */
const shared = new Set(
  `Budget Coach Coaches Code Contact Criteria Demo Dossier E-mail e-mail Fiche Gender Later Menu Module Open Partner Partners Register Website open partner
  Passerelle Plan Strata Studies apart man sms`.split(/\s+/),
)
for (const text of ['Plan {number}', 'later, {date}', '{name}, coach']) shared.add(text)

describe.each(folders.map((folder) => ({ folder, name: relative(root, folder) })))('$name', ({ folder }) => {
  const english = read(folder, 'en')
  test.each(['fr', 'de', 'nl'])('has every key in %s and no other', (language) => {
    expect(Object.keys(read(folder, language)).sort()).toEqual(Object.keys(english).sort())
  })
  test('has a text for every key in French, German, English and Dutch', () => {
    for (const language of ['fr', 'de', 'en', 'nl'])
      expect(Object.entries(read(folder, language)).filter(([, text]) => text.trim() === '')).toEqual([])
  })
  test('says nothing in Dutch with the very words of French or English, but for what the languages share', () => {
    const dutch = Object.entries(read(folder, 'nl'))
    for (const language of ['fr', 'en']) {
      const other = read(folder, language)
      const left = dutch.filter(([key, text]) => text === other[key] && inWords(text) && !shared.has(text))
      expect(left, language).toEqual([])
    }
  })
  test('asks for the same values in every language', () => {
    for (const language of ['fr', 'de', 'nl', 'ar'].filter((one) => has(folder, one))) {
      for (const [key, text] of Object.entries(read(folder, language))) {
        expect(key in english, `${language}: ${key} is not an English key`).toBe(true)
        if (text !== '') expect(values(text), `${language}: ${key}`).toEqual(values(english[key]!))
      }
    }
  })
})

describe.each(
  folders.filter((folder) => has(folder, 'ar')).map((folder) => ({ folder, name: relative(root, folder) })),
)('what participants read of $name', ({ folder }) => {
  test('has no sentence of more than twelve words', () => {
    const participants = Object.keys(read(folder, 'ar'))
    const long = ['fr', 'de', 'en', 'nl'].flatMap((language) => {
      const texts = read(folder, language)
      return participants.flatMap((key) =>
        readings(parse(texts[key]!, { ignoreTag: true }))
          .flatMap((text) => text.split(/(?<=[.?!:])[\s\u00a0]+/))
          .filter((sentence) => sentence.split(/[\s\u00a0]+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length > 12)
          .map((sentence) => `${language} ${key}: ${sentence}`),
      )
    })
    expect(long).toEqual([])
  })
})

test('no key stands in two features', () => {
  const seen = new Map<string, string>()
  const twice: string[] = []
  for (const folder of folders) {
    for (const key of Object.keys(read(folder, 'en'))) {
      if (seen.has(key)) twice.push(`${key}: ${seen.get(key)} and ${folder}`)
      seen.set(key, folder)
    }
  }
  expect(twice).toEqual([])
})

test('every key is used: named in the code, or the end of a key that the code begins', () => {
  const code = sources(join(root, 'app'))
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n')
  const named = new Set([...code.matchAll(/['"`]([a-z][\w-]*(?:\.[\w-]+)+)['"`]/g)].map((match) => match[1]!))
  const begun = [
    ...new Set([...code.matchAll(/[`'"]([a-z][\w-]*\.(?:[\w-]+\.)*[\w-]*)(?:\$\{|['"`])/g)].map((match) => match[1]!)),
  ].filter((head) => code.includes(`${head}\${`))
  const unused = folders
    .flatMap((folder) => Object.keys(read(folder, 'en')))
    .filter((key) => !named.has(key) && !begun.some((head) => key.startsWith(head)))
  expect(unused).toEqual([])
})

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory()
      ? sources(join(folder, entry.name))
      : /\.(ts|tsx)$/.test(entry.name) && !/\.(test|gen)\./.test(entry.name)
        ? [join(folder, entry.name)]
        : [],
  )
}
