import { readdirSync, readFileSync } from 'node:fs'
import { IntlMessageFormat } from 'intl-messageformat'
import { describe, expect, it } from 'vitest'
import { likenessReasons } from '../people/matching.ts'
import { fields } from './imports.ts'
import en from './messages/en.json' with { type: 'json' }

const code = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name) && !name.includes('.test.'))
  .map((name) => readFileSync(`${import.meta.dirname}/${name}`, 'utf8'))
  .join('\n')

describe('the messages of imports', () => {
  it('has one for every reason, field and likeness that the code names', () => {
    const whole = Array.from(code.matchAll(/'(imports\.\w+\.\w+)'/g), ([, key]) => key!)
    const rows = Array.from(code.matchAll(/[|=] '(\w+)'/g), ([, name]) => name!)
    const named = [
      ...whole,
      ...fields.map((field) => `imports.field.${field}`),
      ...likenessReasons.map((reason) => `imports.likeness.${reason}`),
    ]
    expect(whole.length).toBeGreaterThan(20)
    expect(named.filter((key) => !(key in en))).toEqual([])
    const all = Object.keys(en)
    const built = all.filter((key) => /^imports\.(row|notice)\./.test(key)).map((key) => key.split('.')[2]!)
    expect(built.filter((name) => !rows.includes(name))).toEqual([])
  })

  it.each(['fr', 'de', 'nl'])('has the same keys and gaps in %s', (language) => {
    const other = JSON.parse(readFileSync(`${import.meta.dirname}/messages/${language}.json`, 'utf8')) as Record<
      string,
      string
    >
    const gaps = (text: string) => Array.from(text.matchAll(/\{(\w+)[,}]/g), ([, name]) => name).sort()
    expect(Object.keys(other)).toEqual(Object.keys(en))
    for (const [key, text] of Object.entries(en)) {
      expect(gaps(other[key] ?? ''), key).toEqual(gaps(text))
      expect(() => new IntlMessageFormat(other[key] ?? '', language), key).not.toThrow()
    }
  })
})
