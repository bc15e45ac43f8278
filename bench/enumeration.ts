// Whether signing in tells that an account exists: an unknown address, a wrong password, a locked account. Medians within
// 5 ms of each other, the same answer to the byte. Over HTTP on loopback. Run: node bench/enumeration.ts
import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { runningCluster } from '../app/shared/pg/cluster.ts'
import { loginsOf, ms, note, post, run, scratchFolder, start } from './lib.ts'

const samples = 300
const folder = scratchFolder()
run('bin/seed', ['demo'], folder.dataDir)
const site = await start(folder.dataDir)
const admin = new pg.Client({ ...runningCluster(folder.dataDir)!, database: 'passerelle' })
await admin.connect()
try {
  const [known, locked] = loginsOf(folder.dataDir).staff.map(({ email }) => email)
  const wrong = () => randomBytes(9).toString('base64url')
  const kinds = {
    unknown: () => `${randomBytes(6).toString('hex')}@rivemont.example`,
    'wrong password': () => known!,
    locked: () => locked!,
  }
  const took: Record<string, number[]> = { unknown: [], 'wrong password': [], locked: [] }
  const answers = new Set<string>()
  for (let i = 0; i < 25; i += 1) await post(`${site.url}/sign-in`, { email: locked!, password: wrong() })
  await admin.query(`update attempts set blocked_until = now() + interval '1 hour'`)
  for (let at = 0; at < samples + 20; at += 1) {
    for (const [kind, email] of Object.entries(kinds)) {
      // Failures are forgotten but those of the locked account, so that each sample is of its kind.
      await admin.query(`delete from attempts where blocked_until is null or key like 'address:%'`)
      const address = email()
      const began = performance.now()
      const answer = await post(`${site.url}/sign-in`, { email: address, password: wrong() })
      const text = await answer.text()
      if (at >= 20) took[kind]!.push(performance.now() - began)
      answers.add(`${answer.status} ${text.replaceAll(address, '…').length}`)
    }
  }
  const median = (all: number[]) => all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)]!
  const medians = Object.values(took).map(median)
  note(
    'enumeration',
    `Signing in with ${samples} samples each, medians: the limit is 5 ms between any two, and one answer`,
    [...Object.keys(took), 'apart', 'different answers'],
    [...medians.map(ms), ms(Math.max(...medians) - Math.min(...medians)), String(answers.size)],
  )
} finally {
  await admin.end()
  await site.stop()
  folder.remove()
}
