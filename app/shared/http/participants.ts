/** Participants' pages live below these: their own space, the card, and the short address of a vote. */
export const isParticipants = (path: string): boolean => /^\/(me|card|v)(\/|$|\?)/.test(path)
