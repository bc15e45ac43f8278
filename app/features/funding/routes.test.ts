// Longer than most: one programme’s books, from the lines to what leaves the site, are one story told in order.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { givenMoveup, type MoveupWorld } from '../../../test/support/moveup-world.ts'
import { createTestSite, newId, type Staff, type TestSite, testToday, textOf } from '../../../test/support/site.ts'
import { readFile } from '../imports/reading/read-file.ts'
import { paths } from './paths.ts'

let site: TestSite
let world: MoveupWorld
let of: { programmeId: string }
beforeAll(async () => {
  site = await createTestSite()
  world = await givenMoveup(site)
  of = { programmeId: world.programmeId }
})
afterAll(() => site.close())

type Typed = Record<string, string | string[]>
const line = (i: number, funder: string, share: string, more: Record<string, string> = {}): Typed =>
  Object.fromEntries(
    Object.entries({
      funder,
      share,
      base: 'staff',
      from: '2026-01-01',
      to: '2026-12-31',
      eligibility: 'everyone',
      ...more,
    }).map(([field, value]) => [`lines.${i}.${field}`, value]),
  )
const three = { ...line(0, 'Fund', '75'), ...line(1, 'Federal', '15,00'), ...line(2, 'Own', '10') }
const saveLines = (typed: Typed, as: Staff = world.coordinator) => site.as(as).post(paths.lines(of), typed)
const countOf = async (table: string) =>
  (await site.sql<{ n: number }>(`select count(*) as n from ${table} where programme_id = $1`, [of.programmeId]))[0]!.n
const text = async (url: string) => textOf(await site.as(world.coordinator).get(url))

describe('team and money are for the coordinators of the programme', () => {
  const pages = () => [
    ...(['overview', 'lines', 'team', 'outings', 'report', 'disclose'] as const).map((part) => paths[part](of)),
    paths.month({ ...of, month: '2026-03' }),
  ]
  test('who may open every page', async () => {
    for (const url of pages()) expect((await site.as(world.coordinator).get(url)).status, url).toBe(200)
  })
  test('nobody signs in first; a coordinator of another programme, the office, social workers, trainers and administrators get nothing', async () => {
    const other = await site.given.staff('coordinator', { institutionId: world.house })
    await site.given.programme({ by: other, blueprint: 'moveup' })
    const administrator = await site.given.staff('administrator', { institutionId: world.house })
    for (const url of pages()) {
      expect((await site.as().get(url)).status, url).toBe(303)
      for (const who of [other, world.office, world.global, world.trainer, administrator])
        expect([403, 404], `${who.role} ${url}`).toContain((await site.as(who).get(url)).status)
    }
    for (const who of [other, world.office, world.global, administrator])
      expect([403, 404]).toContain((await saveLines(three, who)).status)
  })
  test('a programme without funding lines has no such page', async () => {
    const programmeId = await site.given.programme({ by: world.coordinator })
    expect((await site.as(world.coordinator).get(paths.overview({ programmeId }))).status).toBe(404)
  })
  test('the database says the same', async () => {
    await saveLines(three)
    const other = await site.given.staff('coordinator', { institutionId: world.house })
    const seen = (who: Staff | undefined) =>
      site.asActor(who, async (tx) => {
        const rows = await tx.selectFrom('funding_lines').select('funder').execute()
        return rows.length > 0
      })
    expect(await seen(world.coordinator)).toBe(true)
    for (const who of [undefined, other, world.office, world.global, world.trainer]) expect(await seen(who)).toBe(false)
    const expense = {
      id: newId(),
      programme_id: of.programmeId,
      on_date: testToday,
      cents: 1,
      what: 'x',
      receipt_number: 'x',
    }
    for (const who of [other, world.office])
      await expect(
        site.asActor(who, (tx) =>
          tx
            .insertInto('expenses')
            .values({ ...expense, entered_by: who.id })
            .execute(),
        ),
      ).rejects.toMatchObject({ code: '42501' })
  })
})

describe('funding lines', () => {
  test('start from the blueprint: 75, 15 and 10 percent of staff cost', async () => {
    const programmeId = await site.given.programme({ by: world.coordinator, blueprint: 'moveup' })
    const html = await (await site.as(world.coordinator).get(paths.lines({ programmeId }))).text()
    for (const share of ['75', '15', '10']) expect(html).toContain(`value="${share}"`)
  })
  test('that add up are saved as the next version', async () => {
    const before = await countOf('funding_sets')
    expect((await saveLines(three)).status).toBe(303)
    expect(await countOf('funding_sets')).toBe(before + 1)
    expect(await text(paths.overview(of))).toMatch(/Fund .*75%.*Federal .*15%.*Own .*10%/)
  })
  test.each<[string, () => Typed, RegExp]>([
    [
      'of one funder twice at a time',
      () => ({ ...three, ...line(3, 'fund', '5', { from: '2026-12-01', to: '2027-01-31' }) }),
      /fund already has a line on the same base at that time: line 1/,
    ],
    [
      'short of a hundred',
      () => ({ ...three, ...line(2, 'Own', '9.99') }),
      /From 01\/01\/2026 to 31\/12\/2026 the shares of staff cost add up to 99\.99/,
    ],
    [
      'over a hundred on one day',
      () => ({ ...three, ...line(3, 'City', '5', { from: '2026-05-01', to: '2026-05-01' }) }),
      /On 01\/05\/2026 the shares of staff cost add up to 105/,
    ],
    [
      'that end before they begin',
      () => ({ ...three, ...line(2, 'Own', '10', { from: '2027-01-01' }) }),
      /This line ends before it begins/,
    ],
    [
      'with a share that is no number',
      () => ({ ...three, ...line(2, 'Own', 'ten') }),
      /Write a number with two decimals/,
    ],
    ['with a negative share', () => ({ ...three, ...line(2, 'Own', '-10') }), /Give a share between/],
    ['without a date', () => ({ ...three, ...line(2, 'Own', '10', { to: '' }) }), /To/],
  ])('%s are refused beside the field, and nothing is lost', async (_what, typed, reason) => {
    const before = await countOf('funding_sets')
    const answer = await saveLines(typed())
    expect(answer.status).toBe(422)
    const html = await answer.clone().text()
    expect(await textOf(answer)).toMatch(reason)
    expect(html).toContain('value="Federal"')
    expect(await countOf('funding_sets')).toBe(before)
  })
  test('not yet a hundred may be kept as a draft, which says so and of which no report is made', async () => {
    await saveLines(three)
    expect((await saveLines({ ...line(0, 'Fund', '75'), keep: 'draft' })).status).toBe(303)
    expect(await text(paths.overview(of))).toMatch(/Not yet 100.*75%.*still counts/)
    expect(await text(paths.report(of))).toMatch(/Federal/)
    await saveLines(three)
  })
  test('keep their keys from version to version', async () => {
    const keys = async () =>
      (
        await site.sql<{ key: string }>(
          'select key from funding_lines where set_id = (select id from funding_sets where programme_id = $1 and complete order by number desc limit 1) order by position',
          [of.programmeId],
        )
      ).map(({ key }) => key)
    const before = await keys()
    const kept = Object.fromEntries(before.map((key, i) => [`lines.${i}.key`, key]))
    await saveLines({ ...three, ...kept })
    expect(await keys()).toEqual(before)
  })
})

describe('the team', () => {
  test('has accounts and people without one, shows who holds which profile, and what is missing', async () => {
    const add = (typed: Typed) => site.as(world.coordinator).post(paths.team(of), typed)
    const added = await add({
      userId: world.trainer.id,
      function: 'Trainer',
      profiles: ['language-teaching'],
      fte: '0,8',
      from: '2026-01-01',
    })
    expect(added.status).toBe(303)
    expect(
      (await add({ name: 'Zoé Dujardin', function: 'Trainer', fte: '1', from: '2026-01-01', to: '2026-01-31' })).status,
    ).toBe(303)
    const page = await text(paths.team(of))
    expect(page).toMatch(/0\.8 today, 4 asked for/)
    expect(page).toMatch(/second-language or literacy teacher \(group trainers\) Tom Trainer/)
    expect(page).toMatch(/Nobody/)
    expect(page).toContain('Zoé Dujardin')
  })
  test.each<[string, Typed, RegExp]>([
    ['nobody', { function: 'x', fte: '1', from: '2026-01-01' }, /Choose an account or write a name/],
    [
      'more than one full-time equivalent',
      { name: 'A', function: 'x', fte: '1.5', from: '2026-01-01' },
      /between 0\.01 and 1/,
    ],
    [
      'an end before the beginning',
      { name: 'A', function: 'x', fte: '1', from: '2026-02-01', to: '2026-01-01' },
      /comes before/,
    ],
  ])('is not given %s', async (_what, typed, reason) => {
    const answer = await site.as(world.coordinator).post(paths.team(of), typed)
    expect(answer.status).toBe(422)
    expect(await textOf(answer)).toMatch(reason)
  })
  test('gives its time to lines, never more than all of it', async () => {
    const [member] = await site.sql<{ id: string }>('select id from team_members where user_id = $1', [
      world.trainer.id,
    ])
    const [fund] = await site.sql<{ key: string }>(
      `select key from funding_lines l join funding_sets s on s.id = l.set_id where s.programme_id = $1 and funder = 'Fund' order by number desc limit 1`,
      [of.programmeId],
    )
    const where = { ...of, memberId: member!.id }
    const give = (share: string) =>
      site.as(world.coordinator).post(paths.times(where), { line: fund!.key, share, from: '2026-01-01' })
    expect((await give('60')).status).toBe(303)
    const refused = await give('50')
    expect(refused.status).toBe(422)
    expect(await textOf(refused)).toMatch(/On 01\/01\/2026 that would make 110/)
    expect(await text(paths.member(where))).toMatch(/Fund 60%/)
    const [time] = await site.sql<{ id: string }>('select id from team_times where member_id = $1', [member!.id])
    await site.as(world.coordinator).post(paths.endTime({ ...where, timeId: time!.id }), {})
    expect(await text(paths.member(where))).toMatch(/No time is assigned yet/)
  })
})

describe('costs', () => {
  const month = (typed: Typed) => site.as(world.coordinator).post(paths.month({ ...of, month: '2026-03' }), typed)
  test('of a month are one sum or amounts per member', async () => {
    expect((await month({ sum: '17 499,99' })).status).toBe(303)
    const [member] = await site.sql<{ id: string }>('select id from team_members where user_id = $1', [
      world.trainer.id,
    ])
    const both = await month({ sum: '1', [`member.${member!.id}`]: '2' })
    expect(both.status).toBe(422)
    expect(await textOf(both)).toMatch(/count the same money twice/)
    const negative = await month({ sum: '-5' })
    expect(negative.status).toBe(422)
    expect(await textOf(negative)).toMatch(/cannot be negative/)
    expect(await text(paths.overview(of))).toMatch(/March 2026 .*17,499\.99/)
    expect((await site.as(world.coordinator).get(paths.month({ ...of, month: '2026-13' }))).status).toBe(404)
  })
  const spend = (typed: Typed) => site.as(world.coordinator).post(paths.outings(of), typed)
  const museum = { on: '2026-03-05', amount: '45.50', what: 'Museum', receiptNumber: 'R-1', receiptPlace: 'File 3' }
  test('of outings are entered with their receipt, once, and above zero', async () => {
    expect((await spend(museum)).status).toBe(303)
    for (const [typed, reason] of [
      [museum, /already entered: Museum/],
      [{ ...museum, receiptNumber: 'R-2', amount: '-3' }, /must be above zero/],
      [{ ...museum, receiptNumber: 'R-2', amount: '0' }, /must be above zero/],
      [{ ...museum, receiptNumber: 'R-2', on: '2027-01-01' }, /in the future/],
      [{ ...museum, receiptNumber: '' }, /number of the receipt/],
    ] as const) {
      const answer = await spend(typed)
      expect(answer.status).toBe(422)
      expect(await textOf(answer.clone())).toMatch(reason)
      expect(await answer.text()).toContain('value="Museum"')
    }
  })
  test('of outings are struck out with a reason, and stay visible', async () => {
    await spend({ ...museum, receiptNumber: 'R-9', what: 'Zoo' })
    const [zoo] = await site.sql<{ id: string }>(`select id from expenses where receipt_number = 'R-9'`)
    const url = paths.withdraw({ ...of, expenseId: zoo!.id })
    expect((await site.as(world.coordinator).post(url, { reason: '' })).status).toBe(422)
    expect((await site.as(world.coordinator).post(url, { reason: 'entered twice' })).status).toBe(303)
    expect(await text(paths.outings(of))).toMatch(/Zoo .*struck out on .*entered twice/)
  })
  test('are measured against budgets that do not overlap', async () => {
    const budget = (typed: Typed) => site.as(world.coordinator).post(paths.budgets(of), typed)
    expect((await budget({ from: '2026-01-01', to: '2026-12-31', amount: '40' })).status).toBe(303)
    expect(await text(paths.outings(of))).toMatch(/€40\.00 €45\.50 .*€5\.50 too much/)
    const again = await budget({ from: '2026-12-01', to: '2027-12-31', amount: '40' })
    expect(again.status).toBe(422)
    expect(await textOf(again)).toMatch(/already a budget from 01\/01\/2026 to 31\/12\/2026/)
  })
})

describe('the report', () => {
  const march = () => paths.report(of, { from: '2026-03', to: '2026-03' })
  test('splits staff cost to the cent and leaves outings apart', async () => {
    // 17,499.99: 13,124.9925 · 2,624.9985 · 1,749.999
    const page = await text(march())
    expect(page).toMatch(
      /Fund staff cost 75% €13,124\.99 Federal staff cost 15% €2,625\.00 Own staff cost 10% €1,750\.00/,
    )
    expect(page).toMatch(/Outings on own funds Outings – €45\.50 Sum €17,545\.49/)
  })
  const disclose = (typed: Typed, as: Staff = world.coordinator) =>
    site.as(as).post(paths.disclose(of), {
      kind: 'report',
      from: '2026-03-01',
      to: '2026-03-31',
      language: 'fr',
      format: 'xlsx',
      recipient: 'Fund',
      basis: 'grant-agreement',
      basisWords: 'Art. 5',
      ...typed,
    })
  test('leaves the site as a workbook, on a legal basis that stays on record, with an audit entry', async () => {
    await site.as(world.coordinator).post(paths.outings(of), {
      ...{ on: '2026-03-06', amount: '1', what: '=HYPERLINK("x")', receiptNumber: 'R-3' },
    })
    const answer = await disclose({})
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-disposition')).toContain('rapport-bailleurs-2026-03-01-2026-03-31.xlsx')
    const workbook = readFile(Buffer.from(await answer.arrayBuffer()), 'x.xlsx')
    if (!workbook.ok) throw new Error(workbook.key)
    const rows = (name: string) =>
      workbook.value.sheets
        .find((sheet) => sheet.name === name)
        ?.rows.map(({ cells }) => cells.map((cell) => cell.text))
    expect(rows('Qui paie quoi')?.slice(1, 4)).toEqual([
      ['Fund', 'frais de personnel', expect.stringMatching(/^75/), expect.stringContaining('13')],
      ['Federal', 'frais de personnel', expect.stringMatching(/^15/), expect.anything()],
      ['Own', 'frais de personnel', expect.stringMatching(/^10/), expect.anything()],
    ])
    expect(JSON.stringify(rows('Dépenses de sorties'))).toContain(`'=HYPERLINK`)
    expect(await text(paths.disclose(of))).toMatch(/Report by funder, .*Fund Grant agreement: Art\. 5/)
    const [audit] = await site.sql<{ n: number }>(
      `select count(*) as n from audit_entries where act = 'funding.disclose.report'`,
    )
    expect(audit!.n).toBe(1)
  })
  test.each(['fr', 'nl', 'de', 'en'])('leaves the site as a PDF in %s', async (language) => {
    for (const kind of ['report', 'register', 'indicators']) {
      const answer = await disclose({ kind, language, format: 'pdf' })
      expect(answer.status).toBe(200)
      const bytes = Buffer.from(await answer.arrayBuffer())
      expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')
    }
  })
  test('does not leave without a recipient and a legal basis', async () => {
    const answer = await disclose({ basis: '', basisWords: '', recipient: '' })
    expect(answer.status).toBe(422)
    expect(await textOf(answer)).toMatch(/to whom the file is given.*Choose the legal basis.*Name the legal basis/)
  })
  test('asks for a fresh second factor first', async () => {
    const stale = await site.given.staff('coordinator', { institutionId: world.house })
    await site.sql('insert into programme_staff (programme_id, user_id, from_date, added_by) values ($1, $2, $3, $2)', [
      of.programmeId,
      stale.id,
      testToday,
    ])
    await site.sql(`update staff_sessions set factor_at = now() - interval '11 minutes' where user_id = $1`, [stale.id])
    for (const answer of [await site.as(stale).get(paths.disclose(of)), await disclose({}, stale)]) {
      expect(answer.status).toBe(303)
      expect(answer.headers.get('location')).toContain('/account/confirmation')
    }
  })
})

describe('nonsense', () => {
  const nasty = [
    '',
    ' ',
    '\u0000',
    'x'.repeat(3000),
    '-1',
    '1e309',
    '99999999999',
    '2026-02-30',
    '2199-12-31',
    '1900-01-01',
  ]
  const more = [
    '0',
    'NaN',
    '__proto__',
    '\ud800',
    '=1+1',
    "'; drop table expenses; --",
    newId(),
    'staff',
    'report',
    'pdf',
    '100',
    'fr',
  ]
  test('in any field of any form is answered, never an error', async () => {
    const [member] = await site.sql<{ id: string }>('select id from team_members limit 1')
    const [expense] = await site.sql<{ id: string }>('select id from expenses limit 1')
    const forms: [string, string[]][] = [
      [paths.lines(of), Object.keys(line(0, '', '')).concat('lines.0.key', 'lines.0.fte', 'lines.0.words', 'keep')],
      [paths.team(of), ['userId', 'name', 'function', 'profiles', 'fte', 'from', 'to']],
      [paths.member({ ...of, memberId: member!.id }), ['function', 'profiles', 'fte', 'from', 'to']],
      [paths.times({ ...of, memberId: member!.id }), ['line', 'share', 'from', 'to']],
      [paths.month({ ...of, month: '2026-04' }), ['sum', `member.${member!.id}`]],
      [paths.outings(of), ['on', 'amount', 'what', 'receiptNumber', 'receiptPlace']],
      [paths.withdraw({ ...of, expenseId: expense!.id }), ['reason']],
      [paths.budgets(of), ['from', 'to', 'amount']],
      [paths.disclose(of), ['kind', 'from', 'to', 'language', 'format', 'recipient', 'basis', 'basisWords']],
    ]
    const values = [...nasty, ...more]
    let n = 7
    const any = () => {
      n = (n * 48_271) % 2_147_483_647
      return values[n % values.length]!
    }
    for (const [url, names] of forms)
      for (let i = 0; i < 40; i++) {
        const typed = Object.fromEntries(names.map((name) => [name, any()]))
        const answer = await site.as(world.coordinator).post(url, typed)
        expect(answer.status, `${url} ${JSON.stringify(typed).slice(0, 300)}`).toBeLessThan(500)
      }
    expect(site.logged.filter((one) => one.startsWith('error'))).toEqual([])
  }, 60_000)
  test.each(['from=2026-13&to=x', 'from=0001-01&to=9999-12', 'from=2026-03&to=2026-01'])(
    'in an address (%s) shows the usual',
    async (query) => {
      for (const url of [paths.report(of), paths.disclose(of)])
        expect((await site.as(world.coordinator).get(`${url}?${query}`)).status).toBe(200)
    },
  )
})
