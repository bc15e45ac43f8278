import { expect, test } from 'vitest'
import type { Schooling } from './language-test.ts'
import { suggestTriage } from './triage.ts'

const open: Schooling = {
  years: null,
  yearsWithheld: false,
  schooledIn: null,
  script: null,
  reads: null,
  literacyClasses: null,
}
const all = (level: 'B2' | 'A1') => ({
  'oral-reception': level,
  'oral-production': level,
  reading: level,
  writing: level,
})

test.each([
  ['nothing is known', {}, {}, null],
  ['never at school', { years: 0 }, {}, 'alpha'],
  ['four years, with effort', { years: 4, reads: 'with-effort' }, {}, 'alpha'],
  ['four years, reads easily', { years: 4, reads: 'easily' }, {}, 'fle'],
  ['four years, literacy classes', { years: 4, literacyClasses: 'yes' }, {}, 'post-alpha'],
  ['four years, writes A1.1', { years: 4 }, { writing: 'A1.1' }, 'post-alpha'],
  ['four years, writes short texts on the literacy track', { years: 4 }, { writing: 'alpha-4' }, 'post-alpha'],
  ['four years, writes words', { years: 4 }, { writing: 'alpha-3' }, 'alpha'],
  ['five years elsewhere', { years: 5, schooledIn: 'ti' }, {}, 'fle'],
  ['five years, nobody knows where', { years: 5 }, {}, null],
  ['nine years here, with effort', { years: 9, schooledIn: 'fr', reads: 'with-effort' }, {}, 'illettrisme'],
  ['nine years here, reads easily', { years: 9, schooledIn: 'fr', reads: 'easily' }, {}, 'none'],
  [
    'nine years here, reads easily, writes on the literacy track',
    { years: 9, schooledIn: 'fr', reads: 'easily' },
    { writing: 'alpha-2' },
    'illettrisme',
  ],
  ['nine years elsewhere, reads in no script', { years: 9, schooledIn: 'ti', reads: 'no' }, {}, 'alpha'],
  ['reads in no script, years not told', { yearsWithheld: true, reads: 'no' }, {}, 'alpha'],
  ['reads in no script after classes', { reads: 'no', literacyClasses: 'yes' }, {}, 'post-alpha'],
  ['tested on the literacy track, nothing else known', {}, { reading: 'alpha-1' }, 'alpha'],
  ['years and language not told', { yearsWithheld: true, schooledIn: 'not-disclosed' }, {}, null],
  ['B2 everywhere', { years: 2 }, all('B2'), 'none'],
  ['A1 everywhere, ten years elsewhere', { years: 10, schooledIn: 'ar' }, all('A1'), 'fle'],
] as const)('%s', (_, schooling, levels, profile) => {
  const suggestion = suggestTriage({ language: 'fr', schooling: { ...open, ...schooling }, levels })
  expect(suggestion?.profile ?? null).toBe(profile)
})
