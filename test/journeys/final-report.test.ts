// A final report from one press to every receipt, in French and Dutch, with script off and on.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { paths } from '../../app/features/final-reports/paths.ts'
import { paths as people } from '../../app/features/people/paths.ts'
import { axe, openBrowser, press, scrollsSideways, type TestBrowser } from '../support/browser.ts'
import { givenMoveup } from '../support/moveup-world.ts'
import { createTestSite, newId, type Signed, type TestSite } from '../support/site.ts'
import { PARTICIPANT_BYTES, weightOf } from '../support/weight.ts'

let site: TestSite
let browser: TestBrowser
beforeAll(async () => {
  site = await createTestSite()
  browser = await openBrowser(site)
})
afterAll(async () => {
  await browser?.close()
  await site.close()
})

describe.each([
  { language: 'fr', javaScript: false },
  { language: 'nl', javaScript: true },
])('in $language, script $javaScript', ({ language, javaScript }) => {
  test('a report is begun, completed by both sides, read, sent and acknowledged by everyone', async () => {
    const world = await givenMoveup(site, { stage: 'completed' })
    const { personId, trainer, training, coTrainer, coordinator } = world
    for (const [onDate, number, status] of [
      ['2026-09-14', 2, 'present'],
      ['2026-10-05', 3, 'late'],
      ['2026-11-02', 4, 'excused'],
    ] as const) {
      await site.sql('update group_members set joined_on = $1 where id = $2', ['2026-09-01', world.memberId])
      const sessionId = await site.given.sessionOf({ groupId: world.groupId, number, onDate })
      await site.sql(
        'insert into attendance_marks (key, session_id, person_id, status, marked_by) values ($1, $2, $3, $4, $5)',
        [newId(), sessionId, personId, status, trainer.id],
      )
    }
    await site.sql('update users set language = $1', [language])
    const as = (who: Signed) => browser.newPage({ language, javaScript, as: who })
    let page = await as(trainer)
    const check = async (name: string) => {
      await browser.screenshot(page, `report-${name}-${language}`)
      if (!javaScript) return
      expect(await axe(page), name).toEqual([])
      await page.setViewportSize({ width: 320, height: 800 })
      expect(await scrollsSideways(page), name).toBe(false)
      await page.setViewportSize({ width: 1280, height: 900 })
    }

    await page.goto('/')
    await check('today-due')
    await page.goto(people.show({ personId }))
    await press(page, 'open-final-report')
    await check('start')
    await press(page, 'start-report')
    await check('draft')
    const reportId = new URL(page.url()).pathname.split('/').at(-1)!
    await page.goto(paths.section({ reportId, section: 'attendance' }))
    await page.getByTestId('section-words').fill('Elle vient chaque matin.\n\nMême par temps de neige.')
    await check('section')
    await press(page, 'save-next-section')
    await page.goto(paths.section({ reportId, section: 'proposal' }))
    await page.getByTestId('proposal').selectOption('reorientation:qualifying-training')
    await page.getByTestId('section-words').fill('Elle veut travailler en cuisine.')
    await check('proposal')
    await press(page, 'save-section')
    await page.context().close()

    page = await as(training)
    await page.goto(people.show({ personId }))
    await check('person')
    await press(page, 'open-final-report')
    await press(page, 'edit-section-obstacles')
    await page.getByTestId('section-words').fill('Une dette de loyer est réglée.')
    await check('section-social')
    await press(page, 'save-section')
    await page.context().close()

    page = await as(trainer)
    await page.goto(paths.show({ reportId }))
    await press(page, 'to-reading')
    await page.getByTestId('agreement-in-part').check()
    await press(page, 'save-reading')
    await check('reading-asks')
    await page.getByTestId('remark').fill('J’ai aussi appris à dire non.')
    await press(page, 'save-reading')
    await check('read')
    await press(page, 'to-sending')
    await check('sending')
    await page.getByTestId(`send-language-${language}`).check()
    await press(page, 'send-report')
    await check('sent')
    const version = new URL(page.url()).pathname
    const pdf = await page.request.get(`${version}/pdf?in=${language}`)
    expect(pdf.headers()['content-type']).toBe('application/pdf')
    if (process.env.SCREENSHOTS)
      writeFileSync(join(process.env.SCREENSHOTS, `report-${language}.pdf`), await pdf.body())
    await page.context().close()

    for (const who of [world.global, world.employment, training, coTrainer]) {
      page = await as(who)
      await page.goto('/')
      if (who === coTrainer) await check('today-received')
      await page.locator(`a[href="${version}"]`).first().click()
      const text = await page.locator('main').textContent()
      expect(text?.includes('dette'), who.name).toBe(who !== coTrainer)
      if (who === coTrainer) await check('to-acknowledge')
      await press(page, 'acknowledge-report')
      await page.context().close()
    }

    page = await as(coordinator)
    await page.goto(paths.ofProgramme({ programmeId: world.programmeId }, { shelf: 'sent' }))
    expect(await page.locator('main').textContent()).toContain('4')
    expect(await page.locator('main').textContent()).not.toContain('dette')
    await check('programme')
    await page.context().close()

    const card = await site.given.card({ personId, by: trainer })
    for (const own of javaScript ? [language, 'ar'] : [language]) {
      page = await browser.newPage({ language: own, javaScript, as: card, width: 390 })
      await page.goto(`/me?lang=${own}`)
      await press(page, 'tile-report')
      expect(await page.getByTestId('own-report').textContent()).toContain('Une dette de loyer est réglée.')
      await check(`own-${own}`)
      expect((await weightOf(await page.content())).bytes).toBeLessThanOrEqual(PARTICIPANT_BYTES)
      await page.context().close()
    }
  })
})
