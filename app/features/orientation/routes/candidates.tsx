import type { Tx } from '../../../shared/db/database.ts'
import { fields, formState, parseForm } from '../../../shared/forms/forms.ts'
import type { StaffActor } from '../../../shared/http/actor.ts'
import { act, type Ctx, page } from '../../../shared/http/doors.tsx'
import { type Did, invalid, notFound, refused, seeOther, show } from '../../../shared/http/outcome.ts'
import { seesClass } from '../../mandates/classes.ts'
import type { Person } from '../../people/person.ts'
import { fullName } from '../../people/person.ts'
import { findPerson } from '../../people/store.ts'
import { isOver, type Programme } from '../../programmes/programme.ts'
import { findProgramme, listProgrammes } from '../../programmes/store.ts'
import { mayRefer } from '../../referrals/policy.ts'
import { countRunning } from '../../referrals/store.ts'
import { type Candidate, pageSize } from '../candidate.ts'
import {
  antennasOf,
  askToRegister,
  filterCandidates,
  listCandidate,
  settle,
  sortCandidates,
} from '../candidates.rules.ts'
import {
  addCandidate,
  askForRegistration,
  carryOver,
  countClosed,
  findCandidate,
  listCandidaciesOf,
  listCandidates,
  readWhy,
  setAside,
} from '../candidates.store.ts'
import { listCriteria, noteCriteria } from '../criteria.store.ts'
import { criteriaValues, parseCriteria, parseListing, parseSettingAside, readFilter } from '../form.ts'
import { criteriaOf, orientationOf } from '../orientation.ts'
import { CandidatePage, type CandidateView } from '../pages/candidate.tsx'
import { CandidatesPage } from '../pages/candidates.tsx'
import { CriteriaOfPage } from '../pages/criteria-of.tsx'
import { ListPersonPage } from '../pages/list-person.tsx'
import { paths } from '../paths.ts'
import { mayListPerson, mayReadCandidates, maySettleCandidate } from '../policy.ts'
import { yearOf } from '../rules.ts'

type Found = { candidate: Candidate; programme: Programme }

/** A programme that has a list; others are not found. */
async function findListed({ tx, params }: { tx: Tx; params: { programmeId: string } }) {
  const programme = await findProgramme(tx, params.programmeId)
  return programme && orientationOf(programme) ? programme : undefined
}
async function findOne({ tx, params }: { tx: Tx; params: { candidateId: string } }): Promise<Found | undefined> {
  const candidate = await findCandidate(tx, params.candidateId)
  const programme = candidate && (await findProgramme(tx, candidate.programmeId))
  return candidate && programme ? { candidate, programme } : undefined
}
const findPersonOf = ({ tx, params }: { tx: Tx; params: { personId: string } }) => findPerson(tx, params.personId)

async function load({ tx, actor, services }: Ctx & { actor: StaffActor }, found: Found): Promise<CandidateView> {
  const { candidate, programme } = found
  const listed = candidate.outcome === null
  const person = await findPerson(tx, candidate.personId)
  return {
    ...found,
    person,
    why: seesClass(actor.role, 'follow-up')
      ? await readWhy(tx, services.vault, candidate.personId, programme.id)
      : undefined,
    facts: await listCriteria(tx, candidate.personId, programme.id),
    can: {
      settle: listed && maySettleCandidate.allows(actor, found),
      ask: listed && actor.role === 'coordinator' && candidate.askedOn === null,
      register: listed && actor.role === 'social-worker' && person !== undefined && mayRefer.allows(actor, person),
    },
  }
}

const did = (act: string, { candidate }: Found): Did => ({
  act,
  on: ['candidate', candidate.id],
  person: candidate.personId,
  classes: ['attendance'],
})
const listOf = ({ programme }: Found) => paths.candidates({ programmeId: programme.id })

async function listingView(tx: Tx, person: Person, today: string) {
  const programmes = (await listProgrammes(tx)).filter((p) => orientationOf(p) && !isOver(p.settings, today))
  const mine = await listCandidaciesOf(tx, person.id)
  return {
    person,
    programmes,
    years: [yearOf(today), yearOf(today) + 1],
    antennas: [...new Set(mine.flatMap((c) => c.antenna ?? []))],
  }
}

export const candidateRoutes = [
  page(paths.candidates, { policy: mayReadCandidates, find: findListed }, async (ctx) => {
    const { tx, actor, query, today, subject: programme } = ctx
    const all = await listCandidates(tx, {
      programmeId: programme.id,
      languages: programme.settings.languages,
      criteria: criteriaOf(programme).map((c) => c.key),
      today,
    })
    const asked = readFilter(query)
    const found = sortCandidates(filterCandidates(all, asked), asked)
    const pages = Math.max(1, Math.ceil(found.length / pageSize))
    const filter = { ...asked, page: Math.min(asked.page, pages) }
    const coordinate = actor.role === 'coordinator'
    return show(
      <CandidatesPage
        programme={programme}
        rows={found.slice((filter.page - 1) * pageSize, filter.page * pageSize)}
        total={found.length}
        pages={pages}
        filter={filter}
        years={[...new Set(all.map((c) => c.year))].sort((a, b) => b - a)}
        antennas={antennasOf(all)}
        closed={coordinate ? await countClosed(tx, programme.id) : []}
        can={{ coordinate, register: actor.role === 'social-worker' }}
      />,
      {
        read: {
          act: 'candidates.list',
          on: ['programme', programme.id],
          classes: ['identity', 'language', 'attendance'],
        },
      },
    )
  }),

  page(paths.list, { policy: mayListPerson, find: findPersonOf }, async ({ tx, query, today, subject: person }) => {
    const view = await listingView(tx, person, today)
    const asked = view.programmes.find((p) => p.id === query.get('programme')) ?? view.programmes[0]
    const values = { programmeId: asked?.id ?? '', year: String(yearOf(today)) }
    return show(<ListPersonPage {...view} state={{ values }} />)
  }),

  act(
    paths.list,
    { policy: mayListPerson, find: findPersonOf },
    async ({ tx, actor, typed, today, services, subject: person }) => {
      const view = await listingView(tx, person, today)
      const parsed = parseListing(typed)
      const state = formState(parsed)
      if (!parsed.ok) return invalid(<ListPersonPage {...view} state={state} />)
      const { programmeId, year, antenna, why } = parsed.value
      const programme = view.programmes.find((p) => p.id === programmeId)
      if (!programme)
        return invalid(
          <ListPersonPage {...view} state={{ ...state, errors: { programmeId: { key: 'forms.choose' } } }} />,
        )
      const decision = listCandidate({
        year,
        today,
        listed: (await listCandidaciesOf(tx, person.id)).some(
          (c) => c.programmeId === programmeId && c.outcome === null,
        ),
        running: await countRunning(tx, person.id, programmeId),
      })
      if (!decision.ok) return refused(<ListPersonPage {...view} state={state} refusal={decision} />)
      const id = await addCandidate(tx, services.vault, actor, {
        personId: person.id,
        programmeId,
        year,
        antenna,
        why,
        today,
      })
      return seeOther(paths.candidates({ programmeId }), {
        did: {
          act: 'candidates.add',
          on: ['candidate', id],
          person: person.id,
          classes: ['attendance', ...(why ? (['follow-up'] as const) : [])],
        },
        say: 'orientation.list.done',
      })
    },
  ),

  page(paths.candidate, { policy: maySettleCandidate, find: findOne }, async (ctx) => {
    const view = await load(ctx, ctx.subject)
    const read = did('candidates.read', ctx.subject)
    return show(<CandidatePage {...view} />, {
      read: { ...read, classes: ['identity', 'attendance', ...(view.why ? (['follow-up'] as const) : [])] },
    })
  }),

  act(paths.ask, { policy: maySettleCandidate, find: findOne }, async (ctx) => {
    const { tx, actor, today, subject } = ctx
    const decision = askToRegister(subject.candidate)
    if (!decision.ok) return refused(<CandidatePage {...(await load(ctx, subject))} refusal={decision} />)
    if (!(await askForRegistration(tx, subject.candidate.id, actor.id, today))) return notFound()
    return seeOther(listOf(subject), { did: did('candidates.ask', subject), say: 'orientation.candidates.askedNow' })
  }),

  act(paths.setAside, { policy: maySettleCandidate, find: findOne }, async (ctx) => {
    const { tx, actor, typed, today, subject } = ctx
    const parsed = parseSettingAside(typed)
    if (!parsed.ok) return invalid(<CandidatePage {...(await load(ctx, subject))} state={formState(parsed)} />)
    const decision = settle(subject.candidate)
    if (!decision.ok) return refused(<CandidatePage {...(await load(ctx, subject))} refusal={decision} />)
    const { reason } = parsed.value
    if (!(await setAside(tx, subject.candidate.id, { reason, by: actor.id, today }))) return notFound()
    return seeOther(listOf(subject), {
      did: did('candidates.setAside', subject),
      say: 'orientation.candidates.asideNow',
    })
  }),

  act(paths.carryOver, { policy: maySettleCandidate, find: findOne }, async (ctx) => {
    const { tx, typed, subject } = ctx
    const parsed = parseForm({ year: fields.integer(2000, 2105) }, typed)
    const again = async (refusal: { key: string }) =>
      refused(<CandidatePage {...(await load(ctx, subject))} refusal={refusal} />)
    if (!parsed.ok)
      return invalid(
        <CandidatePage {...(await load(ctx, subject))} refusal={{ key: 'orientation.candidates.year.range' }} />,
      )
    const decision = settle(subject.candidate)
    if (!decision.ok) return again(decision)
    const id = await carryOver(tx, subject.candidate.id, parsed.value.year)
    if (id === null) return again({ key: 'orientation.candidates.year.range' })
    return seeOther(paths.candidate({ candidateId: id }), {
      did: did('candidates.carryOver', subject),
      say: { key: 'orientation.candidates.carried', params: { year: String(parsed.value.year) } },
    })
  }),

  page(paths.candidateCriteria, { policy: maySettleCandidate, find: findOne }, async (ctx) => {
    const view = await load(ctx, ctx.subject)
    if (!view.person || !view.can.settle) return notFound()
    return show(
      <CandidateCriteria {...view} state={{ values: criteriaValues(criteriaOf(ctx.subject.programme), view.facts) }} />,
      {
        read: did('candidates.readCriteria', ctx.subject),
      },
    )
  }),

  act(paths.candidateCriteria, { policy: maySettleCandidate, find: findOne }, async (ctx) => {
    const { tx, actor, typed, today, subject } = ctx
    const view = await load(ctx, subject)
    if (!view.person || !view.can.settle) return notFound()
    const parsed = parseCriteria(typed, criteriaOf(subject.programme), today)
    if (!parsed.ok) return invalid(<CandidateCriteria {...view} state={formState(parsed)} />)
    const of = { personId: subject.candidate.personId, programmeId: subject.programme.id, by: actor.id, today }
    await noteCriteria(tx, of, parsed.value)
    return seeOther(paths.candidate({ candidateId: subject.candidate.id }), {
      did: did('candidates.noteCriteria', subject),
      say: 'orientation.saved',
    })
  }),
]

function CandidateCriteria({ candidate, programme, person, state }: CandidateView) {
  const candidateId = candidate.id
  return (
    <CriteriaOfPage
      name={fullName(person!)}
      criteria={criteriaOf(programme)}
      action={paths.candidateCriteria({ candidateId })}
      back={paths.candidate({ candidateId })}
      state={state ?? {}}
    />
  )
}
