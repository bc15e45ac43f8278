// A ballot carries a random number, so that a double tap on "send" counts once. The numbers are kept in memory for a quarter
// of an hour and nowhere else: stored, they would be a row per vote.
const KEEP_MS = 15 * 60_000
const MOST = 10_000
const seen = new Map<string, number>()

/** True the first time a number comes, within the quarter of an hour. A ballot without one is never the first. */
export function isFirst(number: string, now = Date.now()): boolean {
  for (const [old, at] of seen) {
    if (now - at < KEEP_MS && seen.size < MOST) break
    seen.delete(old)
  }
  if (!/^[\w-]{16,64}$/.test(number) || seen.has(number)) return false
  seen.set(number, now)
  return true
}
