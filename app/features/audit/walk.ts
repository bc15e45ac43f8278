// Following the chain entry by entry, wherever the entries come from.

import { hashOf, type SealedEntry, START } from './chain.ts'

/** The answer of `audit verify --json`: `firstBad` is the number at which the chain first fails, `root` its last good hash. */
export type Report = { entries: number; unsealed: number; ok: boolean; firstBad: number | null; root: string }

/** A number and its hash that were written down somewhere else: what finds a chain that was cut or made anew. */
export type Witness = { seq: number; root: string }

export type Verification = Report & {
  /** Age of the oldest entry that is not in the chain yet; the sealer is due within a second. Null in a file. */
  oldestUnsealedSeconds: number | null
}

/** Follows entries one by one. After the first bad one only counts. */
export class Walk {
  entries = 0
  root = START
  firstBad: number | null = null
  #witnesses: Map<number, string>

  constructor(witnesses: Witness[] = []) {
    this.#witnesses = new Map(witnesses.filter(({ seq }) => seq > 0).map(({ seq, root }) => [seq, root]))
  }

  step(entry: SealedEntry | null): void {
    this.entries += 1
    if (this.firstBad !== null) return
    const good =
      entry !== null &&
      entry.seq === this.entries &&
      entry.prevHash === this.root &&
      entry.hash === hashOf(this.root, entry) &&
      (this.#witnesses.get(entry.seq) ?? entry.hash) === entry.hash
    if (good) this.root = entry.hash
    else this.firstBad = this.entries
  }

  /** To be asked at the end: a witness beyond it means that the newest entries are gone. */
  report(unsealed: number): Report {
    const gone = [...this.#witnesses.keys()].some((seq) => seq > this.entries)
    const firstBad = this.firstBad ?? (gone ? this.entries + 1 : null)
    return { entries: this.entries, unsealed, ok: firstBad === null, firstBad, root: this.root }
  }
}
