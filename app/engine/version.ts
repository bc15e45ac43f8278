/** Kept with every plan: raised when the same list, seed and number of proposals may give another plan than before. */
export const engineVersion = '1'
