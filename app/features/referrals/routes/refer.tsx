import type { Tx } from '../../../shared/db/database.ts'
import { formState } from '../../../shared/forms/forms.ts'
import type { StaffActor } from '../../../shared/http/actor.ts'
import { act, page } from '../../../shared/http/doors.tsx'
import { type FieldClass, invalid, refused, seeOther, show } from '../../../shared/http/outcome.ts'
import type { PlainDate } from '../../../shared/time/dates.ts'
import { writesClass } from '../../mandates/classes.ts'
import { beginFromReferral, entryParts, wordFromList } from '../../orientation/begin.ts'
import type { Person } from '../../people/person.ts'
import { findPerson } from '../../people/store.ts'
import { blueprintOf, isOver, type Programme, stageOfKind } from '../../programmes/programme.ts'
import { listProgrammes } from '../../programmes/store.ts'
import { NoProgrammePage, ReferPage } from '../pages/refer.tsx'
import { paths } from '../paths.ts'
import { mayRefer } from '../policy.ts'
import { latestLevels } from '../positioning.ts'
import { parsePositioning, positioningValues } from '../positioning-form.ts'
import { savePositioning } from '../positioning-save.ts'
import { findEvaluationFacts, findSheet, listLevels } from '../positioning-store.ts'
import { parseReferral } from '../referral-form.ts'
import { addAnswers, createReferral } from '../referral-store.ts'
import { refer } from '../rules.ts'
import { countRunning } from '../store.ts'

const find = ({ tx, params }: { tx: Tx; params: { personId: string } }) => findPerson(tx, params.personId)

const canOf = (actor: StaffActor) => ({
  words: writesClass(actor.role, 'notes'),
  // The referrer notes answers from paper; the database allows it to nobody else before the start.
  instruments: actor.role === 'social-worker',
  identity: writesClass(actor.role, 'identity'),
  language: writesClass(actor.role, 'language'),
  facts: writesClass(actor.role, 'social-aid'),
})

/** The programme asked for, else the reader's first, else one of their institution; and the others that take people. */
async function chooseProgramme(
  tx: Tx,
  actor: StaffActor,
  { asked, today }: { asked: string | null; today: PlainDate },
) {
  const own = (p: Programme) => p.isMine || p.institutionId === actor.institutionId
  const open = (await listProgrammes(tx))
    .filter((p) => !isOver(p.settings, today))
    .toSorted((a, b) => Number(own(b)) - Number(own(a)))
  const programme = open.find((p) => p.id === asked) ?? open[0]
  return programme && { programme, others: open.filter((p) => p.id !== programme.id) }
}

/** The group language that suits: the one they have levels in or are spoken to in, when the programme has it. */
function likelyLanguage(programme: Programme, person: Person): string {
  const { languages } = programme.settings
  return languages.find((l) => l === person.language) ?? (languages.length === 1 ? languages[0]! : '')
}

async function loadView(
  tx: Tx,
  actor: StaffActor,
  person: Person,
  chosen: { programme: Programme; others: Programme[] },
) {
  const can = canOf(actor)
  const sheet = await findSheet(tx, person.id)
  const levels = latestLevels(await listLevels(tx, person.id))
  const facts = await findEvaluationFacts(tx, person.id)
  const likely = likelyLanguage(chosen.programme, person)
  const languages = chosen.programme.settings.languages.toSorted((a, b) => Number(b === likely) - Number(a === likely))
  return {
    view: {
      person,
      ...chosen,
      can,
      parts: entryParts(chosen.programme, actor.role),
      positioning: { sheet, levels, facts, languages, can },
    },
    known: { sheet, levels, facts, languages },
    likely,
  }
}

export const referRoutes = [
  page(paths.refer, { policy: mayRefer, find }, async ({ tx, actor, query, today, services, subject: person }) => {
    const chosen = await chooseProgramme(tx, actor, { asked: query.get('programme'), today })
    if (!chosen) return show(<NoProgrammePage person={person} />)
    const { view, known, likely } = await loadView(tx, actor, person, chosen)
    const values = {
      ...positioningValues(known.sheet, known.facts, known.levels),
      language: likely,
      part: view.parts[0]?.key ?? '',
      reason: view.can.words ? await wordFromList(tx, services.vault, person.id, chosen.programme) : '',
    }
    // Said before they fill it in, not after.
    const decision = refer({
      programme: chosen.programme.settings,
      language: chosen.programme.settings.languages[0]!,
      running: await countRunning(tx, person.id, chosen.programme.id),
      today,
    })
    const refusal = decision.ok ? undefined : decision
    return show(<ReferPage {...view} state={{ values }} refusal={refusal} closed={!decision.ok} />, {
      read: { act: 'positioning.read', on: ['person', person.id], person: person.id, classes: readClasses(view.can) },
    })
  }),

  act(
    paths.refer,
    { policy: mayRefer, find },
    async ({ tx, actor, typed, today, services: { vault }, subject: person }) => {
      const chosen = await chooseProgramme(tx, actor, { asked: typed.get('programmeId'), today })
      if (!chosen) return refused(<NoProgrammePage person={person} />)
      const { programme } = chosen
      const { view, known } = await loadView(tx, actor, person, chosen)
      const { can } = view
      const blueprint = blueprintOf(programme)
      const referral = parseReferral(typed, { blueprint, words: can.words, instruments: can.instruments })
      const positioning = parsePositioning(typed, { today, languages: known.languages, known: known.levels })
      const again = (errors: object) => ({ values: formState(referral).values, errors: errors as never })
      if (!referral.ok || !positioning.ok)
        return invalid(
          <ReferPage
            {...view}
            state={again({ ...(referral.ok ? {} : referral.errors), ...(positioning.ok ? {} : positioning.errors) })}
          />,
        )
      const { language, reason, expectation, explained, sheetLanguage, answers } = referral.value
      // A form without the field, e.g. from before the programme had parts, registers in the first of them.
      const part = (view.parts.find((one) => one.key === typed.get('part')) ?? view.parts[0])?.key ?? null
      const decision = refer({
        programme: programme.settings,
        language,
        running: await countRunning(tx, person.id, programme.id),
        today,
      })
      if (!decision.ok) return refused(<ReferPage {...view} state={again({})} refusal={decision} />)
      const enrolmentId = await createReferral(tx, vault, actor, {
        personId: person.id,
        programmeId: programme.id,
        language,
        stage: stageOfKind(programme.settings.stages, 'registered')!,
        explained,
        sheetLanguage,
        explainedOn: explained.length > 0 ? today : null,
        words: can.words && reason ? { reason, expectation } : null,
        today,
      })
      await beginFromReferral(tx, actor, { programme, enrolmentId, personId: person.id, part, today })
      const groupLanguages = [...new Set([language, ...(known.sheet.groupLanguages ?? [])])]
      await savePositioning(tx, actor, person, { ...positioning.value, groupLanguages, before: known })
      for (const paper of answers)
        await addAnswers(
          tx,
          { id: enrolmentId, personId: person.id },
          { ...paper, moment: 'before', on: today, by: actor.id },
        )
      return seeOther(paths.enrolment({ enrolmentId }), {
        did: {
          act: 'referrals.refer',
          on: ['enrolment', enrolmentId],
          person: person.id,
          classes: writtenClasses(can),
        },
        say: 'referrals.refer.sent',
      })
    },
  ),
]

type Can = ReturnType<typeof canOf>
const readClasses = (can: Can): FieldClass[] => [
  'identity',
  'language',
  ...(can.facts ? (['social-aid'] as const) : []),
]
const writtenClasses = (can: Can): FieldClass[] => [
  'attendance',
  ...(can.language ? (['language'] as const) : []),
  ...(can.facts ? (['social-aid'] as const) : []),
  ...(can.words ? (['notes'] as const) : []),
]
