import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { credentialFor, readCookies } from './cookies.ts'

const read = async (cookie: string, secure: boolean) => {
  const app = new Hono().get('/', (c) => c.text(readCookies(c, secure).get('staff') ?? 'nobody'))
  return (await app.request('/', { headers: { cookie } })).text()
}

test('with TLS a session that a neighbouring host planted is not taken', async () => {
  expect(await read('staff=planted', true)).toBe('nobody')
  expect(await read('staff=planted; __Host-staff=own', true)).toBe('own')
  expect(await read('staff=own', false)).toBe('own')
})

test('below /v nobody is known, whatever the browser carries', async () => {
  const kindAt = async (path: string) => {
    const app = new Hono().get('*', (c) => c.text(credentialFor(path, readCookies(c, false))?.kind ?? 'nobody'))
    const cookie = 'staff=abcdefghijklmnopqrst; card=abcdefghijklmnopqrst'
    return (await app.request('/', { headers: { cookie } })).text()
  }
  expect(await kindAt('/v/7K3M9P')).toBe('nobody')
  expect(await kindAt('/v')).toBe('nobody')
  expect(await kindAt('/me')).toBe('card')
  expect(await kindAt('/visits')).toBe('staff')
})
