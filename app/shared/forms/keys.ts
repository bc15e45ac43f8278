/** The key of a line that is new in a list edited by hand: `<word>-<n>` with the lowest number that nothing has had. */
export function freshKey(word: string, taken: ReadonlySet<string>): string {
  for (let n = 1; ; n += 1) if (!taken.has(`${word}-${n}`)) return `${word}-${n}`
}
