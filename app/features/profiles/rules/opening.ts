/** Mutual opening: who may see what a sheet says. The database has the same rule (`app.open_sheets`); a test compares them. */
import type { Sheet } from '../profile.ts'

/** Someone who looks at a profile. `accompanies`: a coach or trainee with a mandate on the person. */
export type Viewer =
  | { kind: 'card'; personId: string; level: 'token' | 'pin' }
  | { kind: 'staff'; userId: string; accompanies: boolean }

const isIn = (sheet: Sheet) => sheet.handedInAt !== null && sheet.withdrawnAt === null

/** Who enters the person's sheet from paper sees what they typed until it is in. */
const isTyping = (userId: string, sheet: Sheet) =>
  sheet.kind === 'self' &&
  sheet.handedInAt === null &&
  sheet.enteredBy.kind === 'staff' &&
  sheet.enteredBy.id === userId

/**
 * The person's sheet and the others' open to each other when both are in; a later rater sees the others only after
 * handing in their own. Everybody sees what they wrote themselves; a peer sees nothing else.
 * `all` are the sheets of the same profile.
 */
export function mayOpen(viewer: Viewer, sheet: Sheet, all: readonly Sheet[]): boolean {
  const selfIsIn = all.some((s) => s.kind === 'self' && s.handedInAt !== null)
  if (viewer.kind === 'card') {
    if (viewer.level !== 'pin') return false
    if (sheet.raterPersonId === viewer.personId) return true
    return sheet.personId === viewer.personId && selfIsIn && isIn(sheet)
  }
  if (!viewer.accompanies) return false
  if (sheet.raterUserId === viewer.userId || isTyping(viewer.userId, sheet)) return true
  const ownIsIn = all.some((s) => s.raterUserId === viewer.userId && s.handedInAt !== null)
  return selfIsIn && ownIsIn && isIn(sheet)
}

/** Evidence and lines are the person's; those who accompany see the ones that were shown to them, one by one. */
export const mayReadEntry = (viewer: Viewer, entry: { personId: string; shownToCoach: boolean }): boolean =>
  viewer.kind === 'card'
    ? viewer.level === 'pin' && viewer.personId === entry.personId
    : viewer.accompanies && entry.shownToCoach
