import type { StaffActor } from '../../shared/http/actor.ts'
import type { Translate } from '../../shared/i18n/i18n.ts'
import { paths as compositions } from '../compositions/paths.ts'
import { paths as groups } from '../groups/paths.ts'
import { paths as referrals } from '../referrals/paths.ts'
import { paths as studies } from '../studies/paths.ts'
import { paths as today } from '../today/paths.ts'
import type { Programme } from './programme.ts'

/** In the order in which a programme happens; each has its heading on the page. */
export const linkParts = ['way-in', 'groups', 'follow-up', 'results'] as const
/** `anyone`: also for those who send people to the programme without working in it. */
export type ProgrammeLink = { part: (typeof linkParts)[number]; href: string; label: string; anyone?: true }
/** What a feature offers on the page of a programme; nothing for a role or blueprint it has nothing for. */
export type ProgrammeLinks = (actor: StaffActor, programme: Programme, t: Translate) => ProgrammeLink[]

let brought: ProgrammeLinks[] = []

/** Called once by app.ts with what the features bring. */
export const setProgrammeLinks = (all: ProgrammeLinks[]) => {
  brought = all
}

/** From a programme to what happens in it: for those who work there, and what is open to others too. */
export function programmeLinks(actor: StaffActor, programme: Programme, t: Translate): ProgrammeLink[] {
  const more = brought.flatMap((links) => links(actor, programme, t))
  if (!programme.isMine) return more.filter((link) => link.anyone)
  if (actor.role !== 'coordinator' && actor.role !== 'programme-office') return more
  const of = { programmeId: programme.id }
  const link = (part: ProgrammeLink['part'], href: string, label: string): ProgrammeLink => ({ part, href, label })
  const leads = actor.role === 'coordinator'
  return [
    link('way-in', referrals.waitingList(of), t('programmes.link.waitingList')),
    ...(leads ? [link('groups', compositions.ofProgramme(of), t('compositions.title'))] : []),
    link('groups', groups.ofProgramme(of), t('groups.title')),
    link('results', studies.ofProgramme(of), t('studies.title')),
    ...(leads ? [link('results', today.figures(of), t('programmes.link.figures'))] : []),
    ...more,
  ]
}
