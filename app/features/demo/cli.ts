// `passerelle demo logins`: how to sign in to the demo on this machine.
import type { Run } from '../../cli.ts'
import { exitCodes, Halt } from '../../shared/halt.ts'
import { type DemoRecord, readDemo } from './logins.ts'

export const run: Run = async (args, io) => {
  if (args.length > 0) throw new Halt('Usage: demo logins [--json]', exitCodes.usage)
  const record = await io.withDatabase(async ({ dataDir }) => readDemo(dataDir))
  if (!record) throw new Halt('There is no demo here. Make one with: npm start -- --demo', exitCodes.usage)
  const { host, port, publicUrl } = io.environment
  const url = publicUrl ?? record.url ?? `http://${host}:${port}`
  io.answer(
    {
      url,
      staff: record.staff,
      participants: record.participants.map(({ cardPath, ...one }) => ({
        name: one.name,
        language: one.language,
        programme: one.programme,
        cardUrl: url + cardPath,
        code: one.code,
        pin: one.pin,
      })),
    },
    lines(record, url),
  )
  return exitCodes.ok
}

/** The same for people: three tables. */
export function lines({ staff, participants, visit }: DemoRecord, url: string): string[] {
  return [
    `Sign in at ${url}/sign-in with e-mail, password and the code that an authenticator app shows for the key.`,
    '',
    ...table(
      ['Name', 'Role', 'E-mail', 'Password', 'Key for the code'],
      staff.map((one) => [one.name, one.role, one.email, one.password, one.totpSecret]),
    ),
    ...(participants.length > 0
      ? [
          '',
          `Participants scan their card, or type its code at ${url}/card:`,
          '',
          ...table(
            ['Name', 'Language', 'Code', 'PIN', 'Card'],
            participants.map((one) => [one.name, one.language, one.code, one.pin ?? '–', url + one.cardPath]),
          ),
        ]
      : []),
    ...(visit.length > 0
      ? ['', 'Three pages to visit first:', ...visit.map(({ path, as, about }) => `  ${url}${path}  (${as}) ${about}`)]
      : []),
  ]
}

function table(head: string[], rows: string[][]): string[] {
  const widths = head.map((_, at) => Math.max(...[head, ...rows].map((row) => row[at]!.length)))
  return [head, ...rows].map((row) =>
    row
      .map((cell, at) => cell.padEnd(widths[at]!))
      .join('  ')
      .trimEnd(),
  )
}
