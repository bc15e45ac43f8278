// The daily pages among ten thousand people, over HTTP on loopback, one request after the other. Run: node bench/pages.ts
import { randomUUID } from 'node:crypto'
import { loginsOf, measure, ms, note, post, run, scratchFolder, signIn, start } from './lib.ts'

const folder = scratchFolder()
run('bin/seed', ['busy'], folder.dataDir)
const site = await start(folder.dataDir)
try {
  const { staff } = loginsOf(folder.dataDir)
  const as = (email: string) => signIn(site.url, staff.find((one) => one.email.startsWith(email))!)
  const worker = await as('nathalie')
  const coach = await as('marc')
  const get = (path: string, cookie: string) => fetch(site.url + path, { headers: { cookie } })
  const linksIn = async (path: string, cookie: string, pattern: RegExp) => [
    ...new Set([...(await (await get(path, cookie)).text()).matchAll(pattern)].map(([found]) => found)),
  ]

  const people = await linksIn('/people', worker, /\/people\/[0-9a-f-]{36}/g)
  const caseload = await measure(200, () => get('/people', worker))
  const person = await measure(200, (at) => get(people[at % people.length]!, worker))

  const [group] = await linksIn('/groups', coach, /\/groups\/[0-9a-f-]{36}/g)
  const sessions = await linksIn(`${group}/calendar`, coach, /\/sessions\/[0-9a-f-]{36}/g)
  const register = `${sessions[0]}/attendance`
  const members = await linksIn(register, coach, /(?<=id="p-)[0-9a-f-]{36}/g)
  const tap = (at: number) =>
    post(site.url + register, { mark: `${members[at % members.length]}:present:${randomUUID()}` }, coach)
  const attendance = await measure(200, tap)

  const helene = await as('helene')
  const [programme] = await linksIn('/programmes', helene, /\/programmes\/[0-9a-f-]{36}/g)
  const waiting = await measure(50, () => get(`${programme}/waiting-list`, helene))
  const today = await measure(50, () => get('/', helene))
  const both = ({ p50, p95 }: { p50: number; p95: number }) => `${ms(p50)} / ${ms(p95)}`
  note(
    'pages',
    'Pages with 10,000 people, p50 / p95 until the last byte: the limit for staff pages is p95 100 ms',
    ['caseload list', 'person page', 'attendance save', 'waiting list', 'coordinator’s today'],
    [caseload, person, attendance, waiting, today].map(both),
  )
} finally {
  await site.stop()
  folder.remove()
}
