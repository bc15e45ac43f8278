import type { Tx } from '../../../shared/db/database.ts'
import { formState } from '../../../shared/forms/forms.ts'
import { act, page } from '../../../shared/http/doors.tsx'
import { type Did, invalid, notFound, refused, seeOther, show } from '../../../shared/http/outcome.ts'
import type { Vault } from '../../../shared/vault/vault.ts'
import type { Programme } from '../../programmes/programme.ts'
import { findProgramme } from '../../programmes/store.ts'
import { listNames } from '../candidates.store.ts'
import { parsePair } from '../form.ts'
import { PairsPage, type PairsView } from '../pages/pairs.tsx'
import { addPair, endPair, readPairs } from '../pairs.store.ts'
import { paths } from '../paths.ts'
import { mayPair } from '../policy.ts'

const find = ({ tx, params }: { tx: Tx; params: { programmeId: string } }) => findProgramme(tx, params.programmeId)

const load = async (tx: Tx, vault: Vault, programme: Programme): Promise<Omit<PairsView, 'state'>> => ({
  programme,
  pairs: await readPairs(tx, vault, programme.id),
  people: await listNames(tx, programme.id),
})

const entries = (name: string, pairId: string, personIds: readonly string[]): Did[] =>
  personIds.map((person) => ({ act: name, on: ['pair', pairId], person, classes: ['notes'] }))

export const pairRoutes = [
  page(paths.pairs, { policy: mayPair, find }, async ({ tx, services, subject: programme }) => {
    const view = await load(tx, services.vault, programme)
    return show(<PairsPage {...view} state={{}} />, {
      read: view.pairs.flatMap((pair) =>
        entries(
          'compositions.readPair',
          pair.id,
          pair.people.map((one) => one.id),
        ),
      ),
    })
  }),

  act(paths.pairs, { policy: mayPair, find }, async ({ tx, actor, typed, today, services, subject: programme }) => {
    const view = await load(tx, services.vault, programme)
    const parsed = parsePair(typed)
    const state = formState(parsed)
    if (!parsed.ok) return invalid(<PairsPage {...view} state={state} />)
    const { one, other, kind, reason } = parsed.value
    const personIds = [one, other] as const
    if (!personIds.every((id) => view.people.some((person) => person.personId === id)))
      return refused(<PairsPage {...view} state={state} refusal={{ key: 'compositions.pair.unknown' }} />)
    const id = await addPair(tx, services.vault, actor, { programmeId: programme.id, personIds, kind, reason, today })
    if (!id) return refused(<PairsPage {...view} state={state} refusal={{ key: 'compositions.pair.already' }} />)
    return seeOther(paths.pairs({ programmeId: programme.id }), {
      did: entries('compositions.addPair', id, personIds),
      say: 'compositions.pair.added',
    })
  }),

  act(paths.endPair, { policy: mayPair, find }, async ({ tx, actor, params, today, subject: programme }) => {
    const personIds = await endPair(tx, actor, { programmeId: programme.id, pairId: params.pairId, today })
    if (!personIds) return notFound()
    return seeOther(paths.pairs({ programmeId: programme.id }), {
      did: entries('compositions.endPair', params.pairId, personIds),
      say: 'compositions.pair.ended',
    })
  }),
]
