import { formState } from '../../../shared/forms/forms.ts'
import { act, page } from '../../../shared/http/doors.tsx'
import { invalid, refused, seeOther, show } from '../../../shared/http/outcome.ts'
import { parseProcedure, parseStep } from '../form.ts'
import { NewProcedurePage, ProcedurePage } from '../pages/procedures.tsx'
import { paths } from '../paths.ts'
import { mayChangeProcedure, mayReadProcedure, mayWrite } from '../policy.ts'
import { movingProcedure, planning } from '../rules/changes.ts'
import { addProcedure, addStep, setDue } from '../store/index.ts'
import { findFollowUp, findOfProcedure } from '../subject.ts'
import { did, inWords } from './did.ts'

export const procedureRoutes = [
  page(paths.newProcedure, { policy: mayWrite, find: findFollowUp }, async ({ subject }) =>
    show(<NewProcedurePage {...subject} state={{}} />),
  ),

  act(paths.newProcedure, { policy: mayWrite, find: findFollowUp }, async (ctx) => {
    const { tx, actor, typed, today, services, subject } = ctx
    const kinds = (subject.blueprint.followUp?.procedures ?? []).map(({ key }) => key)
    const parsed = parseProcedure(typed, kinds)
    if (!parsed.ok) return invalid(<NewProcedurePage {...subject} state={formState(parsed)} />)
    const { kind, institution, onDate, dueOn, words } = parsed.value
    const on = onDate ?? today
    const decision = planning(subject.enrolment)
    const refusal = decision.ok ? (on > today ? { key: 'followUps.refuse.future' } : undefined) : decision
    if (refusal) return refused(<NewProcedurePage {...subject} state={formState(parsed)} refusal={refusal} />)
    const opened = { kind, institution, on, dueOn, words }
    const procedureId = await addProcedure(tx, services.vault, actor, subject.enrolment, opened)
    return seeOther(paths.procedure({ procedureId }), {
      did: did('open-procedure', subject, ['procedure', procedureId]),
      say: 'followUps.procedures.opened',
    })
  }),

  page(paths.procedure, { policy: mayReadProcedure, find: findOfProcedure }, async ({ actor, subject }) =>
    show(<ProcedurePage {...subject} canChange={mayChangeProcedure.allows(actor, subject)} />, {
      read: did('read', subject),
    }),
  ),

  act(paths.procedure, { policy: mayChangeProcedure, find: findOfProcedure }, async (ctx) => {
    const { tx, actor, typed, today, services, subject, words: language } = ctx
    const { procedure } = subject
    const parsed = parseStep(typed)
    if (!parsed.ok) return invalid(<ProcedurePage {...subject} canChange state={formState(parsed)} />)
    const { state, onDate, dueOn, words } = parsed.value
    const decision = movingProcedure(procedure, state, { on: onDate ?? today, today })
    if (!decision.ok)
      return refused(
        <ProcedurePage {...subject} canChange state={formState(parsed)} refusal={inWords(decision, language)} />,
      )
    await addStep(tx, services.vault, actor, procedure, { ...decision.value, words })
    await setDue(tx, procedure.id, dueOn)
    return seeOther(paths.procedure({ procedureId: procedure.id }), {
      did: did('move-procedure', subject, ['procedure', procedure.id]),
      say: 'followUps.procedures.saved',
    })
  }),
]
