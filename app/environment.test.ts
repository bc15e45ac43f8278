import { expect, test } from 'vitest'
import { isLoopback, readEnvironment } from './environment.ts'
import { exitCodes } from './shared/halt.ts'

test('nothing set: this machine only, port 3000, an empty real site', () => {
  expect(readEnvironment({})).toMatchObject({
    port: 3000,
    host: '127.0.0.1',
    dataDir: undefined,
    databaseUrl: undefined,
    publicUrl: undefined,
    trustedProxies: 0,
    demo: false,
    seed: 1,
    today: undefined,
  })
})

test.each<[string, Record<string, string>, string[], object]>([
  ['an empty value counts as unset', { PORT: ' ', SMTP_URL: '' }, [], { port: 3000, smtpUrl: undefined }],
  ['any free port', { PORT: '0' }, [], { port: 0 }],
  ['a public address loses its slash', { PUBLIC_URL: 'https://a.example/' }, [], { publicUrl: 'https://a.example' }],
  ['a trusted proxy as a word', { TRUST_PROXY: 'true' }, [], { trustedProxies: 1 }],
  [
    'a demo of a day',
    {},
    ['--demo', '--seed', '7', '--today', '2026-11-02'],
    { demo: true, seed: 7, today: '2026-11-02' },
  ],
  ['flags with =', {}, ['--demo', '--seed=7', '--today=2028-02-29'], { seed: 7, today: '2028-02-29' }],
  [
    'a fixed moment in a test',
    { PASSERELLE_NOW: '2026-11-02T09:00:00Z', VITEST: 'true' },
    [],
    { now: new Date('2026-11-02T09:00:00Z') },
  ],
])('%s', (_, variables, args, expected) => {
  expect(readEnvironment(variables, args)).toMatchObject(expected)
})

test.each<[Record<string, string>, string[], RegExp]>([
  [{ PORT: '80a' }, [], /^PORT /],
  [{ PORT: '65536' }, [], /^PORT /],
  [{ HOST: 'http://x' }, [], /^HOST /],
  [{ DATABASE_URL: 'mysql://me:secret@x/y' }, [], /^DATABASE_URL (?!.*secret)/],
  [{ DATABASE_APP_URL: 'postgres://x/y' }, [], /^DATABASE_APP_URL /],
  [{ PUBLIC_URL: 'passerelle.example' }, [], /^PUBLIC_URL /],
  [{ PUBLIC_URL: 'https://a.example/sub' }, [], /^PUBLIC_URL /],
  [{ TRUST_PROXY: 'yes' }, [], /^TRUST_PROXY /],
  [{ SMTP_URL: 'http://mail' }, [], /^SMTP_URL /],
  [{ PASSERELLE_NOW: '2026-11-02' }, [], /^PASSERELLE_NOW /],
  [{ PASSERELLE_NOW: 'soon', VITEST: 'true' }, [], /^PASSERELLE_NOW /],
  [{}, ['--dmeo'], /^--dmeo /],
  [{}, ['--seed', '7'], /^--seed goes with --demo/],
  [{}, ['--demo', '--seed', '-1'], /^--seed /],
  [{}, ['--demo', '--seed'], /^--seed /],
  [{}, ['--demo', '--today', '2026-02-30'], /^--today /],
])('%o %o is refused in one line', (variables, args, line) => {
  let thrown: unknown
  try {
    readEnvironment(variables, args)
  } catch (error) {
    thrown = error
  }
  expect(thrown).toMatchObject({ code: exitCodes.usage, message: expect.stringMatching(line) })
  expect((thrown as Error).message).not.toContain('\n')
})

test.each([
  ['127.0.0.1', true],
  ['localhost', true],
  ['::1', true],
  ['0.0.0.0', false],
  ['127.0.0.1.example', false],
])('%s is loopback: %s', (name, expected) => {
  expect(isLoopback(name)).toBe(expected)
})
