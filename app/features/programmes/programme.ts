import type { Blueprint, StageKind } from '../../blueprints/blueprint.ts'
import { findBlueprint } from '../../blueprints/blueprints.ts'
import type { ProgrammeSettings } from '../../blueprints/settings.ts'
import { type LocalText, textIn } from '../../shared/i18n/text.ts'
import type { PlainDate } from '../../shared/time/dates.ts'

/** A running programme: a blueprint that a coordinator adapted. */
export type Programme = {
  id: string
  institutionId: string
  blueprint: string
  settings: ProgrammeSettings
  /** Whether the reader works in it today, as its coordinator or in its office. */
  isMine: boolean
}

export type ProgrammeStage = ProgrammeSettings['stages'][number]

export type ProgrammeColleague = { userId: string; name: string; role: string; from: PlainDate; to: PlainDate | null }

/** Somebody who could join; `lentBy` names their institution when it is another. */
export type ProgrammeCandidate = { id: string; name: string; role: string; lentBy: string | null }

/** What it was made from. Every programme on a site has a blueprint that the site knows. */
export function blueprintOf(programme: Pick<Programme, 'blueprint'>): Blueprint {
  const found = findBlueprint(programme.blueprint)
  if (!found) throw new Error(`no blueprint ${programme.blueprint}`)
  return found
}

export const titleIn = (programme: { settings: { title: LocalText } }, language: string): string =>
  textIn(programme.settings.title, language).text

/** The programme's own name of a stage; stages that were removed since keep their key. */
export function stageLabel(stages: readonly ProgrammeStage[], key: string, language: string): string {
  const stage = stages.find((s) => s.key === key)
  return stage ? textIn(stage.label, language).text : key
}

/** The first stage of a kind: where someone goes who moves to that kind. */
export const stageOfKind = (stages: readonly ProgrammeStage[], kind: StageKind): ProgrammeStage | undefined =>
  stages.find((s) => s.kind === kind)

export const isOver = (settings: Pick<ProgrammeSettings, 'endsOn'>, today: PlainDate): boolean =>
  settings.endsOn !== null && settings.endsOn < today
