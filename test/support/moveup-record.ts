// What others record on somebody's path besides the follow-up itself: one thing of each kind.
import type { MoveupWorld } from './moveup-world.ts'
import { newId, type TestSite } from './site.ts'

/** A step of the orientation, a language test, an aim of the social side, a settled signal, an evaluation, a report that was sent. */
export async function recordElsewhere(site: TestSite, world: MoveupWorld): Promise<void> {
  const { personId, enrolmentId, trainer, training } = world
  const own = { person_id: personId, enrolment_id: enrolmentId }
  const insert = async (table: string, row: Record<string, unknown>) => {
    const whole: Record<string, unknown> = { id: newId(), ...row }
    const names = Object.keys(whole)
    const places = names.map((_, i) => `$${i + 1}`).join(', ')
    await site.sql(`insert into ${table} (${names.join(', ')}) values (${places})`, Object.values(whole))
    return whole.id as string
  }
  const sealed = (table: string, column: string, text: string) => {
    const id = newId()
    return { id, [column]: site.vault.seal(personId, { table, column, row: id }, text) }
  }
  await insert('orientation_steps', {
    ...{ ...own, position: 1, step: 'review', state: 'at-step', part: 'training', from_date: '2026-01-05' },
    ...{ move: 'pass', ended_on: '2026-01-12', entered_by: training.id, ended_by: training.id },
  })
  for (const [skill, level] of [
    ['oral-production', 'A1'],
    ['reading', 'pre-A1'],
  ])
    await insert('language_levels', {
      ...{ person_id: personId, language: 'fr', skill, level, source: 'tested', assessed_on: '2026-01-20' },
      ...{ assessed_by: trainer.id, created_at: '2026-01-20T10:00:00Z' },
    })
  await insert('aims', {
    ...{ ...own, ...sealed('aims', 'words', 'Travailler en cuisine'), kind: 'pathway' },
    ...{ noted_on: '2026-02-02', noted_by: training.id, side: 'social' },
  })
  const signalId = await insert('signals', {
    ...{ ...own, ...sealed('signals', 'body', 'Deux loyers impayés'), theme: 'housing', urgency: 'week' },
    ...{ on_date: '2026-03-02', due_on: '2026-03-09', noted_by: trainer.id },
  })
  await insert('signal_steps', {
    ...{ signal_id: signalId, person_id: personId, number: 1, kind: 'settled', on_date: '2026-03-06' },
    by_user: training.id,
  })
  await insert('evaluations', {
    ...{ ...own, ...sealed('evaluations', 'words', 'Venir chaque jour'), side: 'training', kind: 'regular' },
    ...{
      on_date: '2026-04-02',
      held_by: trainer.id,
      own_points: '{"regularity":3}',
      trainer_points: '{"regularity":2}',
    },
  })
  const report = { report_id: newId(), ...own }
  await insert('final_reports', { id: report.report_id, ...own, started_on: '2026-11-01', started_by: trainer.id })
  await insert('final_report_versions', {
    ...{ ...report, number: 1, revision: 1, language: 'fr', sent_on: '2026-11-20', sent_by: trainer.id },
  })
}
