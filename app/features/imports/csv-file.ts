import { stringify } from 'csv-stringify/sync'

/** A CSV that Excel opens as it is: UTF-8 with its mark, semicolons, and no cell that could be run as a formula. */
export const csvFile = (lines: string[][]): string =>
  stringify(lines, { bom: true, delimiter: ';', record_delimiter: 'windows', escape_formulas: true })
