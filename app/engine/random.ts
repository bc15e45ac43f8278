/**
 * Random whole numbers for searching: xorshift with 32 bits. Fast and the same on every machine; not for drawing lots,
 * which `allocation/` does by its published generator.
 */
export class Random {
  private state: number

  constructor(seed: number) {
    // Neighbouring seeds are spread apart first; xorshift never leaves 0, so it must not begin there.
    let x = (seed ^ 0x9e3779b9) | 0
    x = Math.imul(x ^ (x >>> 16), 0x85ebca6b)
    x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35)
    this.state = (x ^ (x >>> 16)) | 0 || 0x2545f491
  }

  /** 32 bits, signed. */
  bits(): number {
    let x = this.state
    x ^= x << 13
    x ^= x >>> 17
    x ^= x << 5
    this.state = x
    return x
  }

  /** A whole number from 0 to `n` − 1, for `n` up to 32,768. */
  below(n: number): number {
    return ((this.bits() >>> 16) * n) >>> 16
  }

  /** Puts a list into random order, in place (Fisher–Yates from the last one down). */
  shuffle(list: number[]): void {
    for (let k = list.length - 1; k > 0; k--) {
      const other = this.below(k + 1)
      ;[list[k], list[other]] = [list[other]!, list[k]!]
    }
  }
}
