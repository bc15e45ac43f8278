/** The paragraphs that a scientific report needs about the allocation, written from the records. */
import type { Words } from '../../shared/i18n/i18n.ts'
import { locales } from '../../shared/i18n/languages.ts'
import { type Programme, titleIn } from '../programmes/programme.ts'
import { factorLabel } from './labels.ts'
import { countsOf, overridden } from './rules.ts'
import { factorsIn, type StudyRecord } from './study.ts'

/** Sequence generation, restriction, concealment, who did what, counts. One text each; in the language of `words`. */
export function paragraphOf({ study, lines, proof }: StudyRecord, programme: Programme, words: Words): string[] {
  const { t, date, number, lang } = words
  const { protocol, commitment, units, closure } = study
  const drawn = units.flatMap(({ allocation }) => allocation ?? [])
  const list = (items: readonly string[]) => new Intl.ListFormat(locales[lang], { type: 'conjunction' }).format(items)
  const day = (at: string | undefined) => (at === undefined ? '' : date(calendarDay(at), 'long'))
  const common = {
    programme: titleIn(programme, lang),
    unit: protocol.unit,
    units: drawn.length,
    arms: list(protocol.arms),
    ratio: protocol.ratio.join(':'),
    factors: factorsIn(protocol).length,
    factorList: list(factorsIn(protocol).map((factor) => factorLabel(factor, protocol.unit, t))),
    span: drawn.length === 0 ? 'none' : day(drawn[0]?.at) === day(drawn.at(-1)?.at) ? 'day' : 'period',
    from: day(drawn[0]?.at),
    to: day(drawn.at(-1)?.at),
  }
  const sequence =
    protocol.method === 'blocks-v1'
      ? t('studies.paragraph.blocks', {
          ...common,
          sizes: list(sizesOf(protocol).map((size) => number(size))),
          sizeCount: sizesOf(protocol).length,
        })
      : t('studies.paragraph.minimisation', {
          ...common,
          weights: protocol.weights.map((weight) => number(weight)).join(' : '),
          p: number(protocol.p),
          rest: number(Math.round((1 - protocol.p) * 1e6) / 1e6),
          measure: protocol.measure,
          leftOut: units.filter(({ allowed }) => allowed !== null).length,
        })
  const people = (marks: readonly { by: { id: string; name: string; role: string } }[]) =>
    list([
      ...new Map(
        marks.map(({ by }) => [
          by.id,
          t('studies.paragraph.person', { name: by.name, role: t(`roles.${by.role as 'coordinator'}`) }),
        ]),
      ).values(),
    ])
  return [
    sequence,
    ...(commitment
      ? [
          t('studies.paragraph.concealment', {
            unit: protocol.unit,
            drawer: people([commitment]),
            on: day(commitment.at),
            commitment: commitment.commitment,
            setUpBy: people([study.setUp]),
            setUpOn: day(study.setUp.at),
          }),
        ]
      : [t('studies.paragraph.noSeed', { setUpBy: people([study.setUp]), setUpOn: day(study.setUp.at) })]),
    ...(drawn.length > 0
      ? [
          t('studies.paragraph.people', {
            unit: protocol.unit,
            savers: people(units.map(({ saved }) => saved)),
            drawers: people(drawn),
          }),
          t('studies.paragraph.counts', {
            unit: protocol.unit,
            counts: list(
              countsOf(study).map(({ arm, allocated }) =>
                t('studies.paragraph.arm', { arm, count: allocated, unit: protocol.unit }),
              ),
            ),
            overrides: overridden(study).length,
          }),
        ]
      : []),
    t('studies.paragraph.check', {
      state: closure ? 'closed' : 'running',
      on: day(closure?.at),
      entries: lines.length,
      ok: proof.ok ? 'yes' : 'no',
      replayed: proof.replayed,
      allocations: proof.allocations,
      hash: lines.at(-1)?.hash ?? '',
    }),
  ]
}

/** The block sizes that a design draws from, smallest first. */
export const sizesOf = ({ ratio, multipliers }: { ratio: readonly number[]; multipliers: readonly number[] }) =>
  [...new Set(multipliers)].sort((a, b) => a - b).map((times) => times * ratio.reduce((sum, one) => sum + one, 0))

/** The calendar day of an instant, where the site is. */
const calendarDay = (at: string) => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Zurich' }).format(new Date(at))
