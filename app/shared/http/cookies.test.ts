import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { readCookies } from './cookies.ts'

const read = async (cookie: string, secure: boolean) => {
  const app = new Hono().get('/', (c) => c.text(readCookies(c, secure).get('staff') ?? 'nobody'))
  return (await app.request('/', { headers: { cookie } })).text()
}

test('with TLS a session that a neighbouring host planted is not taken', async () => {
  expect(await read('staff=planted', true)).toBe('nobody')
  expect(await read('staff=planted; __Host-staff=own', true)).toBe('own')
  expect(await read('staff=own', false)).toBe('own')
})
