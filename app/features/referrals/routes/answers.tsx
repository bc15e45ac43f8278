import type { Tx } from '../../../shared/db/database.ts'
import { formState } from '../../../shared/forms/forms.ts'
import { act, page } from '../../../shared/http/doors.tsx'
import { invalid, refused, seeOther, show } from '../../../shared/http/outcome.ts'
import { fullName } from '../../people/person.ts'
import { findPerson } from '../../people/store.ts'
import { blueprintOf } from '../../programmes/programme.ts'
import { findProgramme } from '../../programmes/store.ts'
import { AnswersPage } from '../pages/answers.tsx'
import { paths } from '../paths.ts'
import { mayNoteAnswers } from '../policy.ts'
import { parseAnswers } from '../referral-form.ts'
import { addAnswers, instrumentMoments, listAnswered } from '../referral-store.ts'
import { answering } from '../rules.ts'
import { findEnrolment } from '../store.ts'

/** The enrolment and the moment; undefined when either is not there for the actor. */
async function find({ tx, params }: { tx: Tx; params: { enrolmentId: string; moment: string } }) {
  const moment = instrumentMoments.find((one) => one === params.moment)
  const enrolment = moment && (await findEnrolment(tx, params.enrolmentId))
  const person = enrolment && (await findPerson(tx, enrolment.personId))
  const programme = enrolment && (await findProgramme(tx, enrolment.programmeId))
  return moment && enrolment && person && programme && { moment, enrolment, programme, name: fullName(person) }
}

export const answerRoutes = [
  page(paths.answers, { policy: mayNoteAnswers, find }, async ({ subject, today }) =>
    show(<AnswersPage {...subject} state={{ values: { on: today, language: subject.enrolment.language ?? '' } }} />),
  ),

  act(paths.answers, { policy: mayNoteAnswers, find }, async ({ tx, actor, typed, today, subject }) => {
    const { enrolment, moment, programme } = subject
    const parsed = parseAnswers(typed, { blueprint: blueprintOf(programme), moment, today })
    if (!parsed.ok) return invalid(<AnswersPage {...subject} state={formState(parsed)} />)
    const decision = answering(parsed.value.answers, { moment, answered: await listAnswered(tx, enrolment.id) })
    if (!decision.ok) return refused(<AnswersPage {...subject} state={formState(parsed)} refusal={decision} />)
    for (const paper of decision.value)
      await addAnswers(tx, enrolment, { ...paper, moment, on: parsed.value.on, by: actor.id })
    return seeOther(paths.enrolment({ enrolmentId: enrolment.id }), {
      did: {
        act: 'referrals.answers',
        on: ['enrolment', enrolment.id],
        person: enrolment.personId,
        classes: ['profile'],
      },
      say: 'referrals.answers.saved',
    })
  }),
]
