import type { ModelData } from 'highs'

type Term = readonly [column: number, factor: number]

/** A mixed-integer linear program, larger is better, collected column by column and row by row. */
export class Program {
  private readonly costs: number[] = []
  private readonly lower: number[] = []
  private readonly upper: number[] = []
  private readonly whole: number[] = []
  private readonly rowLower: number[] = []
  private readonly rowUpper: number[] = []
  private readonly starts: number[] = [0]
  private readonly indices: number[] = []
  private readonly values: number[] = []

  /** 0 or 1; `least` 1 fixes it. @returns its number */
  yesNo(value: number, least: 0 | 1 = 0): number {
    this.whole.push(1)
    return this.column(value, least, 1)
  }

  /** Any number between the bounds. */
  amount(value: number, lower = 0, upper = Number.POSITIVE_INFINITY): number {
    this.whole.push(0)
    return this.column(value, lower, upper)
  }

  private column(value: number, lower: number, upper: number) {
    this.lower.push(lower)
    this.upper.push(upper)
    return this.costs.push(value) - 1
  }

  /** lower ≤ sum of the terms ≤ upper; terms of factor 0 are left out. */
  row(lower: number, terms: readonly Term[], upper: number): void {
    for (const [column, factor] of terms) {
      if (factor === 0) continue
      this.indices.push(column)
      this.values.push(factor)
    }
    this.starts.push(this.indices.length)
    this.rowLower.push(lower)
    this.rowUpper.push(upper)
  }

  atMost(terms: readonly Term[], upper: number): void {
    this.row(Number.NEGATIVE_INFINITY, terms, upper)
  }

  atLeast(lower: number, terms: readonly Term[]): void {
    this.row(lower, terms, Number.POSITIVE_INFINITY)
  }

  data(): ModelData {
    return {
      numCols: this.costs.length,
      numRows: this.rowLower.length,
      // The solver makes things small.
      colCost: this.costs.map((value) => -value),
      colLower: this.lower,
      colUpper: this.upper,
      rowLower: this.rowLower,
      rowUpper: this.rowUpper,
      matrix: {
        format: 'csr',
        numCols: this.costs.length,
        numRows: this.rowLower.length,
        starts: this.starts,
        indices: this.indices,
        values: this.values,
      },
      integrality: Int32Array.from(this.whole),
    }
  }
}
