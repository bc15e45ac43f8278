import { spawn } from 'node:child_process'
import { randomBytes, randomUUID } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { ENVELOPE_OVERHEAD } from './envelope.ts'
import { deriveKey } from './site-key.ts'
import { KeyDestroyed, openVault, type Place, WrongSiteKey } from './vault.ts'

const root = mkdtempSync(join(tmpdir(), 'vault-'))
afterAll(() => rmSync(root, { recursive: true }))

const siteKey = randomBytes(32)
const amina = '0a0a0a0a-0000-4000-8000-000000000001'
const bruno = '0a0a0a0a-0000-4000-8000-000000000002'
const place: Place = { table: 'notes', column: 'body', row: '7d5d2f6e-0000-4000-8000-000000000001' }
const newFolder = () => join(root, randomUUID(), 'keys')
const keyFile = (folder: string, id: string) => join(folder, id.slice(0, 2), id)

describe('sealing and opening', () => {
  const vault = openVault(newFolder(), siteKey)

  test('what was sealed opens again, whatever the text', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.string({ unit: 'grapheme' }), (row, text) => {
        const at = { ...place, row }
        expect(vault.open(amina, at, vault.seal(amina, at, text))).toEqual({ state: 'open', text })
      }),
    )
  })

  test('the same text twice gives different bytes, and the text is not among them', () => {
    const [one, two] = [vault.seal(amina, place, 'dettes'), vault.seal(amina, place, 'dettes')]
    expect(one.equals(two)).toBe(false)
    expect(one.includes('dettes')).toBe(false)
    expect(one.length).toBe(6 + ENVELOPE_OVERHEAD)
  })

  test('one changed bit anywhere is found: version, nonce, text, tag', () => {
    const sealed = vault.seal(amina, place, 'Rendez-vous chez le médecin')
    for (let bit = 0; bit < sealed.length * 8; bit++) {
      const bad = Buffer.from(sealed)
      bad[bit >> 3]! ^= 1 << (bit & 7)
      expect(vault.open(amina, place, bad)).toEqual({ state: 'damaged' })
    }
  })

  test('cut short or made longer is found', () => {
    const sealed = vault.seal(amina, place, 'abc')
    for (let end = 0; end < sealed.length; end++) {
      expect(vault.open(amina, place, sealed.subarray(0, end)).state).toBe('damaged')
    }
    expect(vault.open(amina, place, Buffer.concat([sealed, Buffer.of(0)])).state).toBe('damaged')
  })

  test('a value carried to another row, column, table or person does not open', () => {
    const sealed = vault.seal(amina, place, 'abc')
    vault.seal(bruno, place, 'a key for Bruno')
    expect(vault.open(amina, { ...place, row: bruno }, sealed).state).toBe('damaged')
    expect(vault.open(amina, { ...place, column: 'title' }, sealed).state).toBe('damaged')
    expect(vault.open(amina, { ...place, table: 'talks' }, sealed).state).toBe('damaged')
    expect(vault.open(bruno, place, sealed).state).toBe('damaged')
  })

  test('a place whose parts could be read in two ways is refused', () => {
    expect(() => vault.seal(amina, { table: 'a|b', column: 'c', row: 'd' }, '')).toThrow(TypeError)
    expect(() => vault.seal(amina, { table: '', column: 'c', row: 'd' }, '')).toThrow(TypeError)
  })

  test('an id that is a path is refused', () => {
    for (const id of ['../../etc/passwd', '', amina.toUpperCase().replace('0A', 'FF'), `${amina}/x`]) {
      expect(() => vault.seal(id, place, '')).toThrow(TypeError)
    }
  })
})

describe('keys on the disk', () => {
  test('private files in private folders, and no key in clear', () => {
    const folder = newFolder()
    const vault = openVault(folder, siteKey)
    vault.seal(amina, place, 'x')
    expect(statSync(keyFile(folder, amina)).mode & 0o777).toBe(0o600)
    expect(statSync(join(folder, '0a')).mode & 0o777).toBe(0o700)
    const [line] = vault.exportKeys()
    const clear = Buffer.from(line && 'key' in line ? line.key : '', 'base64url')
    expect(clear.length).toBe(32)
    expect(readFileSync(keyFile(folder, amina)).includes(clear)).toBe(false)
    expect(readdirSync(join(folder, '0a'))).toEqual([amina])
  })

  test('the next start opens what the last one sealed', () => {
    const folder = newFolder()
    const sealed = openVault(folder, siteKey).seal(amina, place, 'hier')
    expect(openVault(folder, siteKey).open(amina, place, sealed)).toEqual({ state: 'open', text: 'hier' })
  })

  test('a cache of one works as well as a large one', () => {
    const vault = openVault(newFolder(), siteKey, { cached: 1 })
    const [one, two] = [vault.seal(amina, place, '1'), vault.seal(bruno, place, '2')]
    for (let i = 0; i < 3; i++) {
      expect(vault.open(amina, place, one)).toEqual({ state: 'open', text: '1' })
      expect(vault.open(bruno, place, two)).toEqual({ state: 'open', text: '2' })
    }
  })

  test('another site key is refused at once, not when somebody opens a file', () => {
    const folder = newFolder()
    openVault(folder, siteKey)
    expect(() => openVault(folder, randomBytes(32))).toThrow(WrongSiteKey)
  })

  test('a key file exchanged for that of somebody else opens nothing', () => {
    const folder = newFolder()
    const vault = openVault(folder, siteKey)
    const sealed = vault.seal(amina, place, 'a')
    vault.seal(bruno, place, 'b')
    writeFileSync(keyFile(folder, bruno), readFileSync(keyFile(folder, amina)))
    expect(vault.open(bruno, place, sealed)).toEqual({ state: 'damaged' })
    expect(() => vault.exportKeys()).toThrow(/damaged/)
  })

  test('a lost key file is said, not thrown', () => {
    const folder = newFolder()
    const vault = openVault(folder, siteKey)
    const sealed = vault.seal(amina, place, 'a')
    rmSync(keyFile(folder, amina))
    expect(vault.open(amina, place, sealed)).toEqual({ state: 'keyMissing' })
  })

  test('four processes that meet a person for the first time agree on one key', async () => {
    const folder = newFolder()
    openVault(folder, siteKey)
    const people = Array.from({ length: 40 }, () => randomUUID())
    const script = `
      import { openVault } from ${JSON.stringify(new URL('./vault.ts', import.meta.url).href)}
      const vault = openVault(${JSON.stringify(folder)}, Buffer.from('${siteKey.toString('hex')}', 'hex'))
      const place = ${JSON.stringify(place)}
      console.log(JSON.stringify(${JSON.stringify(people)}.map((id) => vault.seal(id, place, id).toString('hex'))))`
    const answers = await Promise.all(Array.from({ length: 4 }, () => runNode(script)))
    const vault = openVault(folder, siteKey)
    for (const answer of answers) {
      for (const [i, hex] of (JSON.parse(answer) as string[]).entries()) {
        expect(vault.open(people[i]!, place, Buffer.from(hex, 'hex'))).toEqual({ state: 'open', text: people[i] })
      }
    }
  })
})

describe('destroying a key', () => {
  test('the person becomes unreadable, also for a process that had the key in hand', () => {
    const folder = newFolder()
    const [here, there] = [openVault(folder, siteKey), openVault(folder, siteKey)]
    const sealed = here.seal(amina, place, 'a')
    expect(there.open(amina, place, sealed).state).toBe('open')
    here.destroyKey(amina)
    expect(here.open(amina, place, sealed)).toEqual({ state: 'erased' })
    expect(there.open(amina, place, sealed)).toEqual({ state: 'erased' })
    expect(() => there.seal(amina, place, 'b')).toThrow(KeyDestroyed)
    expect([here.hasKey(amina), here.listKeys(), here.listDestroyed()]).toEqual([false, [], [amina]])
  })

  test('nothing of the key is left under any name in the folder', () => {
    const folder = newFolder()
    const vault = openVault(folder, siteKey)
    vault.seal(amina, place, 'a')
    const before = readFileSync(keyFile(folder, amina))
    writeFileSync(`${keyFile(folder, amina)}.abc.unfinished`, before)
    vault.destroyKey(amina)
    expect(readdirSync(join(folder, '0a'))).toEqual([amina])
    expect(readFileSync(keyFile(folder, amina), 'utf8')).toBe('destroyed\n')
  })

  test('twice, or for somebody who never had a key, is the same as once', () => {
    const vault = openVault(newFolder(), siteKey)
    vault.destroyKey(amina)
    vault.destroyKey(amina)
    expect(vault.listDestroyed()).toEqual([amina])
  })
})

describe('keys for a restore', () => {
  test('another site, with another site key, opens what the first sealed', () => {
    const first = openVault(newFolder(), siteKey)
    const sealed = first.seal(amina, place, 'a')
    first.destroyKey(bruno)
    const second = openVault(newFolder(), randomBytes(32))
    expect(second.importKeys(first.exportKeys())).toEqual({ added: 1, kept: 0, destroyed: 1, refused: 0 })
    expect(second.open(amina, place, sealed)).toEqual({ state: 'open', text: 'a' })
    expect(second.open(bruno, place, sealed)).toEqual({ state: 'erased' })
  })

  test('an old key file does not bring back somebody who was erased since', () => {
    const vault = openVault(newFolder(), siteKey)
    const sealed = vault.seal(amina, place, 'a')
    const old = vault.exportKeys()
    vault.destroyKey(amina)
    expect(vault.importKeys(old, { replace: true })).toEqual({ added: 0, kept: 0, destroyed: 0, refused: 1 })
    expect(vault.open(amina, place, sealed)).toEqual({ state: 'erased' })
  })

  test('the register of erasures also reaches a site that still has the key', () => {
    const vault = openVault(newFolder(), siteKey)
    const sealed = vault.seal(amina, place, 'a')
    vault.importKeys([{ personId: amina, destroyed: true }])
    expect(vault.open(amina, place, sealed)).toEqual({ state: 'erased' })
  })

  test('a different key is kept, and replaced only on demand', () => {
    const [first, second] = [openVault(newFolder(), siteKey), openVault(newFolder(), siteKey)]
    const [theirs, ours] = [first.seal(amina, place, 'theirs'), second.seal(amina, place, 'ours')]
    expect(second.importKeys(first.exportKeys()).kept).toBe(1)
    expect(second.open(amina, place, ours).state).toBe('open')
    expect(second.importKeys(first.exportKeys(), { replace: true }).added).toBe(1)
    expect(second.open(amina, place, theirs)).toEqual({ state: 'open', text: 'theirs' })
  })
})

describe('the site key', () => {
  test('keys for two purposes differ', () => {
    expect(deriveKey(siteKey, 'a').equals(deriveKey(siteKey, 'b'))).toBe(false)
  })
})

function runNode(script: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let out = ''
    child.stdout.on('data', (data) => {
      out += data
    })
    child.on('close', (code) => (code === 0 ? resolve(out) : reject(new Error(`exit ${code}`))))
  })
}
