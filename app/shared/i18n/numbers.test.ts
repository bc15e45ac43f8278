import { expect, test } from 'vitest'
import { wordsIn } from './i18n.ts'

test.each([
  ['fr', 'EUR', '7 500,01 €'],
  ['de', 'EUR', '7.500,01 €'],
  ['nl', 'EUR', '€ 7.500,01'],
  ['en', 'EUR', '€7,500.01'],
  ['de', 'CHF', "CHF 7'500.01"],
] as const)('an amount in %s and %s is written as where it is paid', (language, currency, text) => {
  const written = wordsIn(language).number(7500.01, { style: 'currency', currency })
  expect(written.replace(/[\u00a0\u202f]/g, ' ').replace(/’/g, "'")).toBe(text)
})
