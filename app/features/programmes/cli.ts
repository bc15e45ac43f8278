// `passerelle programme list` and `passerelle programme create --blueprint ID [--as EMAIL]`.
// Both go through the stores as somebody of the site, so that the same locks hold and the act is on record.
import { findBlueprint } from '../../blueprints/blueprints.ts'
import { defaultSettings } from '../../blueprints/settings.ts'
import type { Run } from '../../cli.ts'
import { asSomebody } from '../../local-session.ts'
import { exitCodes, Halt } from '../../shared/halt.ts'
import { auditEntries } from '../../shared/http/audit.ts'
import { seeOther } from '../../shared/http/outcome.ts'
import { titleIn } from './programme.ts'
import { createProgramme, listProgrammes } from './store.ts'

/** `programme list`: id, blueprint, title per language and dates of every programme. */
export const runList: Run = async (args, io) => {
  if (args.length > 0) throw new Halt('Usage: programme list [--json]', exitCodes.usage)
  const programmes = await io.withDatabase((site) => asSomebody(site, {}, (tx) => listProgrammes(tx)))
  io.answer(
    programmes.map(({ id, blueprint, settings }) => ({
      id,
      blueprint,
      title: settings.title,
      startsOn: settings.startsOn,
      endsOn: settings.endsOn,
    })),
    programmes.map((p) => `${p.id}  ${p.blueprint}  ${titleIn(p, 'en')}`),
  )
  return exitCodes.ok
}

/** `programme create`: founded by the coordinator named with `--as`, else by the one who is longest on the site. */
export const runCreate: Run = async (args, io) => {
  const { blueprint: id, as } = readArguments(args)
  const blueprint = findBlueprint(id)
  if (!blueprint) throw new Halt(`There is no blueprint “${id}”.`, exitCodes.usage)
  const created = await io.withDatabase((site) =>
    asSomebody(site, { email: as, role: 'coordinator' }, async (tx, actor) => {
      const programmeId = await createProgramme(tx, actor, blueprint.id, defaultSettings(blueprint))
      const did = { act: 'programmes.create', on: ['programme', programmeId] as [string, string] }
      const outcome = seeOther('/', { did })
      await auditEntries(tx, actor, [did], outcome)
      return programmeId
    }),
  )
  io.answer({ id: created, blueprint: blueprint.id }, [`Programme ${created} was made from ${blueprint.id}.`])
  return exitCodes.ok
}

function readArguments(args: string[]): { blueprint: string; as?: string } {
  const usage = new Halt('Usage: programme create --blueprint ID [--as EMAIL] [--json]', exitCodes.usage)
  const found: Record<string, string> = {}
  for (let at = 0; at < args.length; at += 2) {
    const [name, value] = [args[at]!, args[at + 1]]
    if ((name !== '--blueprint' && name !== '--as') || !value || value.startsWith('--')) throw usage
    found[name.slice(2)] = value
  }
  if (!found.blueprint) throw usage
  return { blueprint: found.blueprint, as: found.as }
}
