import type { StaffActor } from '../../shared/http/actor.ts'
import type { Translate } from '../../shared/i18n/i18n.ts'
import { paths as compositions } from '../compositions/paths.ts'
import { paths as groups } from '../groups/paths.ts'
import { paths as referrals } from '../referrals/paths.ts'
import { paths as studies } from '../studies/paths.ts'
import { paths as today } from '../today/paths.ts'
import type { Programme } from './programme.ts'

export type ProgrammeLink = { href: string; label: string }
/** What a feature offers on the page of a programme in which the actor works; nothing for a role or blueprint it has nothing for. */
export type ProgrammeLinks = (actor: StaffActor, programme: Programme, t: Translate) => ProgrammeLink[]

let brought: ProgrammeLinks[] = []

/** Called once by app.ts with what the features bring. */
export const setProgrammeLinks = (all: ProgrammeLinks[]) => {
  brought = all
}

/** From a programme to what happens in it, for those who work there. */
export function programmeLinks(actor: StaffActor, programme: Programme, t: Translate): ProgrammeLink[] {
  if (!programme.isMine) return []
  const more = brought.flatMap((links) => links(actor, programme, t))
  return actor.role === 'coordinator' || actor.role === 'programme-office'
    ? [
        { href: referrals.waitingList({ programmeId: programme.id }), label: t('programmes.link.waitingList') },
        ...(actor.role === 'coordinator'
          ? [{ href: compositions.ofProgramme({ programmeId: programme.id }), label: t('compositions.title') }]
          : []),
        { href: groups.ofProgramme({ programmeId: programme.id }), label: t('groups.title') },
        { href: studies.ofProgramme({ programmeId: programme.id }), label: t('studies.title') },
        ...(actor.role === 'coordinator'
          ? [{ href: today.figures({ programmeId: programme.id }), label: t('programmes.link.figures') }]
          : []),
        ...more,
      ]
    : more
}
