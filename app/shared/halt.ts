/** Exit codes of every command, see the table in docs/how-to and the README. */
export const exitCodes = { ok: 0, fault: 1, usage: 2, busy: 3, failed: 4 } as const

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]

/**
 * Something the person at the console must change before we can go on: one plain line and an exit code, no stack.
 * Never shown to the people who use the site.
 */
export class Halt extends Error {
  readonly code: ExitCode

  constructor(line: string, code: ExitCode) {
    super(line)
    this.name = 'Halt'
    this.code = code
  }
}
