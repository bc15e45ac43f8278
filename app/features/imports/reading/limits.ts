/** A caseload is a few thousand people at most; more is another kind of file, or an attack. */
export const limits = {
  fileBytes: 10 * 1024 * 1024,
  unpackedBytes: 60 * 1024 * 1024,
  zipEntries: 2_000,
  rows: 5_000,
  columns: 200,
  cellLetters: 10_000,
} as const
