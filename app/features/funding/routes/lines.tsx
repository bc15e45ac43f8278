import { formState, withErrors } from '../../../shared/forms/forms.ts'
import { act, page } from '../../../shared/http/doors.tsx'
import { invalid, seeOther, show } from '../../../shared/http/outcome.ts'
import { textIn } from '../../../shared/i18n/text.ts'
import { addDays, type PlainDate } from '../../../shared/time/dates.ts'
import { blueprintOf, type Programme } from '../../programmes/programme.ts'
import { lineValues, type ParsedLines, parseLines } from '../form.ts'
import type { Line } from '../funding.ts'
import { LinesPage } from '../pages/lines.tsx'
import { paths } from '../paths.ts'
import { mayEdit } from '../policy.ts'
import { faultsOf, gapsOf, lineOfGap } from '../rules/lines.ts'
import { listLineSets, saveLineSet } from '../store/lines.ts'
import { findFunded, findToChange } from '../subject.ts'

const subject = { policy: mayEdit, find: findFunded }
const change = { policy: mayEdit, find: findToChange }

/** What a programme without lines starts from: those of its blueprint, for as long as it runs. */
function suggested(programme: Programme, language: string, today: PlainDate): Line[] {
  const { startsOn, endsOn } = programme.settings
  const from = startsOn ?? `${today.slice(0, 4)}-01-01`
  return blueprintOf(programme).fundingLines!.lines.map((line) => ({
    key: line.key,
    funder: textIn(line.funder, language).text,
    share: Math.round(line.percent * 100),
    costBase: line.costBase,
    from,
    to: endsOn ?? addDays(from, 364),
    eligibility: line.eligibility,
    eligibilityWords: null,
    fte: null,
  }))
}

/** What can't stand together, beside the field in which it can be mended. */
function errorsOf({ lines, rows, asDraft }: ParsedLines) {
  const errors: Record<string, { key: string; params?: Record<string, string | number> }> = {}
  const at = (line: number, field: string) => `lines.${rows[line]}.${field}`
  for (const fault of faultsOf(lines)) {
    const params = fault.params && { ...fault.params, number: rows[Number(fault.params.number) - 1]! + 1 }
    errors[at(fault.line, fault.field)] ??= { key: fault.key, ...(params ? { params } : {}) }
  }
  if (!asDraft && Object.keys(errors).length === 0)
    for (const gap of gapsOf(lines))
      errors[at(lineOfGap(lines, gap), 'share')] ??= {
        key: gap.from === gap.to ? `funding.lines.gapDay.${gap.costBase}` : `funding.lines.gap.${gap.costBase}`,
        params: { from: gap.from, to: gap.to, sum: gap.sum / 100 },
      }
  return errors
}

export const lineRoutes = [
  page(paths.lines, subject, async ({ tx, subject: programme, today, words }) => {
    const sets = await listLineSets(tx, programme.id)
    const lines = sets[0]?.lines ?? suggested(programme, words.lang, today)
    return show(
      <LinesPage programme={programme} sets={sets} gaps={gapsOf(lines)} state={{ values: lineValues(lines) }} />,
    )
  }),

  act(paths.lines, change, async ({ tx, actor, typed, subject: programme, today, words }) => {
    const sets = await listLineSets(tx, programme.id)
    const planned = blueprintOf(programme).fundingLines!.lines.map(({ key }) => key)
    const parsed = parseLines(typed, [...planned, ...sets.flatMap(({ lines }) => lines.map(({ key }) => key))])
    const errors = parsed.ok ? errorsOf(parsed.value) : {}
    // Dates within a message are written out here: a field's error has values, not dates.
    const said = Object.fromEntries(
      Object.entries(errors).map(([field, { key, params }]) => [
        field,
        {
          key,
          ...(params && {
            params: {
              ...params,
              ...(params.from !== undefined ? { from: words.date(String(params.from)) } : {}),
              ...(params.to !== undefined ? { to: words.date(String(params.to)) } : {}),
            },
          }),
        },
      ]),
    )
    if (!parsed.ok || Object.keys(errors).length > 0) {
      const state = formState(parsed.ok ? withErrors(parsed, said) : parsed)
      return invalid(<LinesPage programme={programme} sets={sets} gaps={[]} state={state} />)
    }
    const isComplete = gapsOf(parsed.value.lines).length === 0
    const { lines } = parsed.value
    await saveLineSet(tx, actor, { programmeId: programme.id, lines, isComplete, today })
    return seeOther(paths.overview({ programmeId: programme.id }), {
      did: { act: 'funding.saveLines', on: ['programme', programme.id] },
      say: isComplete ? 'funding.lines.saved' : 'funding.lines.savedAsDraft',
    })
  }),
]
