/** A person's running card, as professionals see it. Token, code and PIN are never among it. */
export type Card = {
  id: string
  personId: string
  issuedAt: Date
  issuedBy: string | null
  /** Wrong PINs in a row. */
  failures: number
  locked: boolean
}

/** What the card carries: shown once, then only fingerprints remain. */
export type CardSecrets = { token: string; code: string }

/** Wrong PINs after which a card is locked; the database counts (app.open_by_code, app.enter_pin). */
export const mostTries = 5
