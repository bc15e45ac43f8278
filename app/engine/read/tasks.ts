import type { CapacityTask } from '../capacity/capacity.ts'
import type { Choices } from '../choices/choices.ts'
import { type Check, count, field, fieldsOf, listOf, orNull, whole } from './fields.ts'
import { BadInput, parseJson } from './json.ts'

const mostSeats = 1_000_000_000
const seats = whole(0, mostSeats)

/** Choices from the exchange format: `cap`, `prefs` and `perPerson`; the rest is passed over. Throws BadInput. */
export function readChoices(source: string): Choices {
  const fields = fieldsOf(parseJson(source), '', '"cap", "prefs" and "perPerson"')
  const cap = field(fields, '', 'cap', listOf(seats))
  return {
    cap,
    prefs: field(fields, '', 'prefs', listOf(optionsOf(cap.length))),
    perPerson: field(fields, '', 'perPerson', seats),
  }
}

const optionsOf =
  (options: number): Check<number[]> =>
  (value, place) => {
    const ranked = listOf(indexBelow(options, 'option'))(value, place)
    const seen = new Set<number>()
    for (const [at, option] of ranked.entries()) {
      if (seen.has(option)) throw new BadInput(`${place}[${at}]`, `ranks the option ${option} a second time`)
      seen.add(option)
    }
    return ranked
  }

const indexBelow =
  (length: number, what: string): Check<number> =>
  (value, place) => {
    if (length === 0) throw new BadInput(place, `names an ${what}, but there is none`)
    return whole(0, length - 1)(value, place)
  }

/** Places and scores from the exchange format: `caps` and `score`; the rest is passed over. Throws BadInput. */
export function readCapacity(source: string): CapacityTask {
  const fields = fieldsOf(parseJson(source), '', '"caps" and "score"')
  const caps = field(fields, '', 'caps', listOf(seats))
  const score = field(fields, '', 'score', listOf(scoresOf(caps.length)))
  checkSums(score, caps.length)
  return { caps, score }
}

const scoresOf =
  (units: number): Check<(number | null)[]> =>
  (value, place) => {
    const row = listOf(orNull(whole(Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER)))(value, place)
    if (row.length !== units)
      throw new BadInput(place, `has ${count(row.length, 'score')}, but "caps" has ${count(units, 'unit')}`)
    return row
  }

/** The search adds scores along ways through people and units: beyond 2^53 sums are no longer exact. */
function checkSums(score: readonly (readonly (number | null)[])[], units: number): void {
  const most = Math.floor(Number.MAX_SAFE_INTEGER / (4 * (score.length + units + 1)))
  for (const [i, row] of score.entries())
    for (const [u, value] of row.entries())
      if (value !== null && Math.abs(value) > most)
        throw new BadInput(
          `score[${i}][${u}]`,
          `is too large to be added up exactly; at most ${most} on either side of 0`,
        )
}
