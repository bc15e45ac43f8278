import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testPasswords } from '../../../test/support/cluster.ts'
import { type Scratch, scratchDatabase } from '../../../test/support/scratch.ts'
import { createTestSite, type Staff, type TestSite } from '../../../test/support/site.ts'
import { deriveProof, newSalt, PROOF_PARAMS, readParams, storedForm, writeParams } from '../../shared/secrets/proof.ts'
import { newToken, sha256 } from '../../shared/secrets/tokens.ts'
import { newTotpSecret, totpCode, verifyTotp } from '../../shared/secrets/totp.ts'
import { openVault, type Place } from '../../shared/vault/vault.ts'
import { makeBackup } from './backup.ts'
import { restoreBackup } from './restore.ts'

const folder = mkdtempSync(join(tmpdir(), 'drill-'))
const password = 'lampe rivière onze'
const totpPlace = (userId: string): Place => ({ table: 'credentials', column: 'totp_secret', row: userId })
const healthPlace = (personId: string): Place => ({ table: 'person_health', column: 'declared', row: personId })

let site: TestSite
let empty: Scratch
let amina: Staff
let nadia: string
beforeAll(async () => {
  site = await createTestSite()
  empty = await scratchDatabase()
  amina = await site.given.staff('social-worker')
  nadia = await site.given.person({ by: amina })
  const salt = newSalt()
  await site.sql(
    'update credentials set salt = $2, params = $3, proof_hash = $4, totp_secret = $5 where user_id = $1',
    [
      amina.id,
      salt,
      writeParams(PROOF_PARAMS),
      storedForm(await deriveProof(password, salt)),
      // Under the account's own key: the key file carries it to another machine, which the site's key never reaches.
      site.vault.seal(amina.id, totpPlace(amina.id), newTotpSecret()),
    ],
  )
  await site.sql('insert into person_health (person_id, declared, updated_by) values ($1, $2, $3)', [
    nadia,
    site.vault.seal(nadia, healthPlace(nadia), 'Mal de dos'),
    amina.id,
  ])
})
afterAll(async () => {
  await site.close()
  await empty.drop()
  rmSync(folder, { recursive: true })
})

test('on an empty machine: a file opens, and its social worker signs in with password and authenticator', async () => {
  const [file, keyFile] = [join(folder, 'site.backup'), join(folder, 'site.keys')]
  const backup = { ...site.connection, user: 'backup', password: testPasswords.backup }
  await makeBackup({ connection: backup, vault: site.vault, file, keyFile, madeAt: '2026-11-23T08:00:00Z' })

  const vault = openVault(join(folder, 'keys'), randomBytes(32))
  const witnessFile = join(folder, 'witness')
  const order = { connection: empty.admin, vault, file, keyFile, replace: false, witnessFile, patience: 5 }
  expect((await restoreBackup(order)).audit.ok).toBe(true)

  const admin = new pg.Client(empty.admin)
  await admin.connect()
  const { rows: health } = await admin.query('select declared from person_health where person_id = $1', [nadia])
  expect(vault.open(nadia, healthPlace(nadia), health[0].declared)).toEqual({ state: 'open', text: 'Mal de dos' })
  expect((await admin.query('select count(*)::int as n from mandates where person_id = $1', [nadia])).rows[0].n).toBe(1)
  expect((await admin.query('select count(*)::int as n from staff_sessions')).rows[0].n).toBe(0)
  await admin.end()

  const app = new pg.Client(empty.as('app'))
  await app.connect()
  const { rows: salts } = await app.query('select salt, params from app.sign_in_salt($1)', [amina.email])
  const proof = await deriveProof(password, salts[0].salt, readParams(salts[0].params))
  const { rows: signedIn } = await app.query('select user_id, totp_secret from app.sign_in($1, $2, $3, $4, $5)', [
    amina.email,
    proof,
    sha256(newToken()),
    'drill',
    [],
  ])
  await app.end()
  expect(signedIn[0].user_id).toBe(amina.id)
  const totp = vault.open(amina.id, totpPlace(amina.id), signedIn[0].totp_secret)
  const secret = totp.state === 'open' ? totp.text : ''
  const now = Date.UTC(2026, 10, 23, 8)
  expect(verifyTotp(secret, totpCode(secret, now), now)).not.toBe(null)
})
