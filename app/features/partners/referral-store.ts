import { newId, type Tx } from '../../shared/db/database.ts'
import type { StaffActor } from '../../shared/http/actor.ts'
import type { PlainDate } from '../../shared/time/dates.ts'
import type { Vault } from '../../shared/vault/vault.ts'
import type { Audience } from '../notes/note.ts'
import type { Agreement, PartnerReferral, ReferralContent, ReferralEvent, State } from './partner.ts'
import type { NewEvent } from './rules.ts'

export type NewReferral = {
  audience: Audience
  content: ReferralContent
  agreement: Agreement
  agreedOn: PlainDate | null
  nextStep: string | null
  nextOn: PlainDate | null
}

const select = (tx: Tx) =>
  tx
    .selectFrom('partner_referrals as r')
    .leftJoin('users as u', 'u.id', 'r.author_id')
    .select([
      'r.id',
      'r.person_id',
      'r.audience',
      'r.content',
      'r.agreement',
      'r.agreed_on',
      'r.on_date',
      'u.name as author',
    ])

type Row = Awaited<ReturnType<ReturnType<typeof select>['executeTakeFirstOrThrow']>>

/** To whom a person was passed on, as far as it is for the actor, the newest first. */
export async function listReferralsOf(tx: Tx, vault: Vault, personId: string): Promise<PartnerReferral[]> {
  const rows = await select(tx)
    .where('r.person_id', '=', personId)
    .orderBy('r.on_date', 'desc')
    .orderBy('r.created_at', 'desc')
    .limit(100)
    .execute()
  return opened(tx, vault, rows)
}

export async function findReferral(tx: Tx, vault: Vault, id: string): Promise<PartnerReferral | undefined> {
  return (await opened(tx, vault, await select(tx).where('r.id', '=', id).execute()))[0]
}

async function opened(tx: Tx, vault: Vault, rows: Row[]): Promise<PartnerReferral[]> {
  if (rows.length === 0) return []
  const events = await tx
    .selectFrom('partner_referral_events as e')
    .leftJoin('users as u', 'u.id', 'e.entered_by')
    .selectAll('e')
    .select('u.name as by')
    .where(
      'e.referral_id',
      'in',
      rows.map(({ id }) => id),
    )
    .orderBy('e.number')
    .execute()
  return rows.flatMap((row): PartnerReferral[] => {
    const content = vault.open(
      row.person_id,
      { table: 'partner_referrals', column: 'content', row: row.id },
      row.content,
    )
    const words = (column: 'words' | 'next_step', id: string, sealed: Buffer | null): string | null => {
      const found = sealed && vault.open(row.person_id, { table: 'partner_referral_events', column, row: id }, sealed)
      return found?.state === 'open' ? found.text : null
    }
    const own = events.filter((event) => event.referral_id === row.id)
    if (own.length === 0) return []
    return [
      {
        id: row.id,
        personId: row.person_id,
        author: row.author ?? '',
        audience: row.audience,
        content: content.state === 'open' ? (JSON.parse(content.text) as ReferralContent) : null,
        closed: content.state === 'open' ? null : content.state,
        agreement: row.agreement,
        agreedOn: row.agreed_on,
        on: row.on_date,
        events: own.map(
          (event): ReferralEvent => ({
            number: event.number,
            state: event.state,
            on: event.on_date,
            words: words('words', event.id, event.words),
            nextStep: words('next_step', event.id, event.next_step),
            nextOn: event.next_on,
            by: event.by ?? '',
          }),
        ),
      },
    ]
  })
}

type By = { tx: Tx; vault: Vault; actor: StaffActor; personId: string }

export async function addReferral(by: By, referral: NewReferral, today: PlainDate): Promise<string> {
  const { tx, vault, actor, personId } = by
  const id = newId()
  await tx
    .insertInto('partner_referrals')
    .values({
      id,
      person_id: personId,
      author_id: actor.id,
      institution_id: actor.institutionId,
      audience: referral.audience,
      content: vault.seal(
        personId,
        { table: 'partner_referrals', column: 'content', row: id },
        JSON.stringify(referral.content),
      ),
      agreement: referral.agreement,
      agreed_on: referral.agreedOn,
      on_date: today,
    })
    .execute()
  const { nextStep, nextOn } = referral
  await addEvent(by, { id, number: 1 }, { state: 'proposed' satisfies State, on: today, words: null, nextStep, nextOn })
  return id
}

/** The next of its history; take `lockReferral` before reading what the last one was. */
export async function addEvent(
  { tx, vault, actor, personId }: By,
  referral: { id: string; number: number },
  event: NewEvent,
): Promise<void> {
  const id = newId()
  const sealed = (column: 'words' | 'next_step', text: string | null) =>
    text === null ? null : vault.seal(personId, { table: 'partner_referral_events', column, row: id }, text)
  await tx
    .insertInto('partner_referral_events')
    .values({
      id,
      referral_id: referral.id,
      person_id: personId,
      number: referral.number,
      state: event.state,
      on_date: event.on,
      words: sealed('words', event.words),
      next_step: sealed('next_step', event.nextStep),
      next_on: event.nextOn,
      entered_by: actor.id,
    })
    .execute()
}

/** Whoever writes next to this referral waits until this transaction is over. */
export async function lockReferral(tx: Tx, id: string): Promise<void> {
  await tx.selectFrom('partner_referrals').select('id').where('id', '=', id).forUpdate().execute()
}

export async function saveAgreement(
  tx: Tx,
  id: string,
  { agreement, agreedOn }: { agreement: Agreement; agreedOn: PlainDate },
): Promise<void> {
  await tx
    .updateTable('partner_referrals')
    .set({ agreement, agreed_on: agreedOn })
    .where('id', '=', id)
    .where('agreement', '=', 'not-yet')
    .execute()
}
