// What a participant's page weighs on a first visit: document, style, script and images as sent, compressed. Limit: 30 kB.
// Run: node bench/bytes.ts
import { request } from 'node:http'
import { cookieIn, loginsOf, note, post, run, scratchFolder, start } from './lib.ts'

const folder = scratchFolder()
run('bin/seed', ['demo'], folder.dataDir)
const site = await start(folder.dataDir, ['--demo'])

/** Bytes of an answer's body on the wire, and its text. */
function weigh(url: string, cookie: string): Promise<{ bytes: number; text: string }> {
  return new Promise((done, fail) => {
    request(url, { headers: { cookie, 'accept-encoding': 'gzip, br' } }, async (answer) => {
      const parts: Buffer[] = []
      for await (const part of answer) parts.push(part as Buffer)
      if (answer.statusCode !== 200) return fail(new Error(`${url}: ${answer.statusCode}`))
      const body = Buffer.concat(parts)
      const plain = await (await fetch(url, { headers: { cookie } })).text()
      done({ bytes: body.length, text: plain })
    })
      .on('error', fail)
      .end()
  })
}

async function visit(path: string, cookie: string): Promise<number> {
  const page = await weigh(site.url + path, cookie)
  const files = new Set([...page.text.matchAll(/(?:src|href)="(\/assets\/[^"#]+)/g)].map(([, file]) => file!))
  let bytes = page.bytes
  if (files.size === 0) throw new Error(`${path} names no style`)
  for (const file of files) bytes += (await weigh(site.url + file, cookie)).bytes
  return bytes
}

try {
  const { participants } = loginsOf(folder.dataDir)
  const { cardUrl, pin } = participants.find(({ language, pin: own }) => own && language === 'ar')!
  const scanned = cookieIn(await fetch(cardUrl, { redirect: 'manual' }))
  const card = cookieIn(await post(`${site.url}/card/pin`, { pin: pin! }, scanned))
  const pages = ['/card/sign-in', '/me', '/me/sessions', '/me/profile', '/me/plan']
  const weights: string[] = []
  for (const path of pages)
    weights.push(`${((await visit(path, path === '/card/sign-in' ? '' : card)) / 1000).toFixed(1)} kB`)
  note('bytes', 'Bytes of participants’ pages on a first visit (Arabic), all in: the limit is 30 kB', pages, weights)
} finally {
  await site.stop()
  folder.remove()
}
