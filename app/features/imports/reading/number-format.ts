/** Numbers of the formats that Excel has built in and that show a date (ECMA-376 part 1, 18.8.30). */
const builtInDates = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58])

/** Whether a number in this format is shown as a date. `code` is the format the file itself defines, if it does. */
export function isDateFormat(id: number, code: string | undefined): boolean {
  if (code === undefined) return builtInDates.has(id)
  const bare = code
    .replace(/"[^"]*"|\\.|_.|\*./g, '')
    .replace(/\[[^\]]*\]/g, '')
    .toLowerCase()
  return /[dy]/.test(bare) && !/[0#?]|standard/.test(bare)
}

/**
 * A whole number as a format of zeros shows it (`000 000 00 00` shows 791234567 as 079 123 45 67); null when the format is of
 * another kind. So a phone that only looks right in Excel is read as it looks.
 */
export function inZeroFormat(figures: string, code: string | undefined): string | null {
  const shape = code?.replace(/"([^"]*)"/g, '$1').replace(/\\(.)/g, '$1')
  if (!shape || !/^[0 /()+-]*0[0 /()+-]*0[0 /()+-]*$/.test(shape) || !/^\d+$/.test(figures)) return null
  const places = shape.replace(/[^0]/g, '').length
  const padded = figures.padStart(places, '0')
  let at = padded.length - places
  const shown = Array.from(shape, (sign) => (sign === '0' ? padded[at++] : sign)).join('')
  return padded.slice(0, padded.length - places) + shown
}

/** The date behind the number Excel keeps for it, as `YYYY-MM-DD`; null outside the years 1900 to 2199. */
export function serialDate(serial: number, from1904 = false): string | null {
  const whole = Math.floor(serial) + (from1904 ? 1462 : 0)
  if (whole < 1 || whole > 109_574) return null
  // Excel believes in a 29 February 1900 (serial 60): the days before it stand one further on.
  const days = whole < 60 ? whole + 1 : whole
  return new Date(Date.UTC(1899, 11, 30 + days)).toISOString().slice(0, 10)
}
