// What tests start from, said by intention. Written as superuser, past the policies, so that a test of a policy does
// not depend on the acts it guards; journeys and the demo world go through the acts themselves.
import type pg from 'pg'
import { findBlueprint } from '../../app/blueprints/blueprints.ts'
import { defaultSettings } from '../../app/blueprints/settings.ts'
import { sealFactor } from '../../app/features/staff/second-factor.ts'
import { newId } from '../../app/shared/db/database.ts'
import type { StaffRole } from '../../app/shared/http/actor.ts'
import { deriveProof, newSalt, PROOF_PARAMS, storedForm, writeParams } from '../../app/shared/secrets/proof.ts'
import { newRecoveryCodes, recoveryCodeHash } from '../../app/shared/secrets/recovery-codes.ts'
import { newTotpSecret } from '../../app/shared/secrets/totp.ts'
import { addDays } from '../../app/shared/time/dates.ts'
import type { Vault } from '../../app/shared/vault/vault.ts'
import { hashOf, newToken, type Staff } from './site.ts'

type Sql = <R extends pg.QueryResultRow = Record<string, never>>(text: string, values?: unknown[]) => Promise<R[]>

export function makeGiven({ sql, vault, today }: { sql: Sql; vault: Vault; today: string }) {
  let n = 0
  let firstInstitution: Promise<string> | undefined
  const given = {
    async institution(kind = 'social-service', name = `Institution ${++n}`): Promise<string> {
      const id = newId()
      await sql('insert into institutions (id, name, kind) values ($1, $2, $3)', [id, name, kind])
      return id
    },
    /** The same institution for everyone who does not ask for one. */
    async home(): Promise<string> {
      firstInstitution ??= given.institution('social-service', 'Service social')
      return firstInstitution
    },
    async staff(
      role: StaffRole,
      { institutionId, name, language = 'en' }: { institutionId?: string; name?: string; language?: string } = {},
    ): Promise<Staff> {
      const id = newId()
      const home = institutionId ?? (await given.home())
      const called = name ?? `${role} ${++n}`
      const email = `${id.slice(0, 8)}@example.org`
      await sql('insert into users (id, institution_id, name, email, role, language) values ($1, $2, $3, $4, $5, $6)', [
        id,
        home,
        called,
        email,
        role,
        language,
      ])
      // No password opens this account: tests that sign in make their own. The second factor is there to be asked for.
      await sql(
        'insert into credentials (user_id, salt, params, proof_hash, totp_secret) values ($1, $2, $3, $4, $5)',
        [id, Buffer.alloc(16), '', Buffer.alloc(32), sealFactor(vault, id, newTotpSecret())],
      )
      return { id, name: called, email, role, institutionId: home, token: await given.session(id) }
    },
    /** What this member of staff signs in with; those of `given.staff` have a session, and no password. */
    async credentials(
      { id }: { id: string },
      password = 'river lantern copper meadow',
    ): Promise<{ password: string; totpSecret: string; recoveryCodes: string[] }> {
      const salt = newSalt()
      const totpSecret = newTotpSecret()
      const recoveryCodes = newRecoveryCodes()
      await sql(
        `insert into credentials (user_id, salt, params, proof_hash, totp_secret) values ($1, $2, $3, $4, $5)
         on conflict (user_id) do update set salt = $2, params = $3, proof_hash = $4, totp_secret = $5`,
        [
          id,
          salt,
          writeParams(PROOF_PARAMS),
          storedForm(await deriveProof(password, salt)),
          sealFactor(vault, id, totpSecret),
        ],
      )
      for (const code of recoveryCodes)
        await sql('insert into recovery_codes (user_id, code_hash) values ($1, $2)', [id, recoveryCodeHash(code)])
      return { password, totpSecret, recoveryCodes }
    },
    /** This member of staff left; only an administrator may do that, hence past the trigger. */
    async leaving({ id }: { id: string }): Promise<void> {
      await sql(`begin; set local session_replication_role = replica;
        update users set ended_on = current_date where id = '${id}'; commit`)
    },
    async session(userId: string): Promise<string> {
      const token = newToken()
      await sql(
        `insert into staff_sessions (token_hash, user_id, expires_at, factor_at) values ($1, $2, now() + interval '12 hours', now())`,
        [hashOf(token), userId],
      )
      return token
    },
    /** A person whose file `by` opened (and so holds a mandate on). */
    async person({
      by,
      firstName = 'Nadia',
      lastName = `Perrin${++n}`,
      ...rest
    }: {
      by: Staff
      firstName?: string
      lastName?: string | null
      birthDate?: string
      language?: string
      phone?: string
      gender?: string
    }): Promise<string> {
      const id = newId()
      await sql(
        `insert into persons (id, institution_id, first_name, last_name, birth_date, language, phone, gender, created_by) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
        [
          id,
          by.institutionId,
          firstName,
          lastName,
          rest.birthDate ?? null,
          rest.language ?? 'fr',
          rest.phone ?? '079 000 00 00',
          rest.gender ?? 'w',
          by.id,
        ],
      )
      await given.mandate(id, by)
      return id
    },
    async mandate(
      personId: string,
      who: Staff,
      {
        from = today,
        to = null,
        purpose = 'intake',
        sourceId = null,
      }: { from?: string; to?: string | null; purpose?: string; sourceId?: string | null } = {},
    ): Promise<string> {
      const id = newId()
      await sql(
        `insert into mandates (id, person_id, professional_id, role, institution_id, purpose, from_date, to_date, source_id, created_by) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $3)`,
        [id, personId, who.id, who.role, who.institutionId, purpose, from, to, sourceId],
      )
      return id
    },
    /** A running programme of the blueprint with this coordinator. */
    async programme({
      by,
      blueprint = 'focustravail',
      office,
    }: {
      by: Staff
      blueprint?: string
      office?: Staff
    }): Promise<string> {
      const id = newId()
      const settings = {
        ...defaultSettings(findBlueprint(blueprint)!),
        startsOn: addDays(today, -200),
        endsOn: addDays(today, 500),
      }
      await sql(
        'insert into programmes (id, institution_id, blueprint, settings, created_by) values ($1, $2, $3, $4, $5)',
        [id, by.institutionId, blueprint, JSON.stringify(settings), by.id],
      )
      for (const user of [by, office])
        if (user)
          await sql(
            'insert into programme_staff (programme_id, user_id, from_date, added_by) values ($1, $2, $3, $4)',
            [id, user.id, addDays(today, -200), by.id],
          )
      return id
    },
    /** An enrolment at a stage; `by` refers. Returns its id. */
    async enrolment({
      personId,
      programmeId,
      by,
      stage = 'registered',
    }: {
      personId: string
      programmeId: string
      by: Staff
      stage?: string
    }): Promise<string> {
      const id = newId()
      const referral = newId()
      await sql(
        'insert into enrolments (id, person_id, programme_id, referrer_id, language, created_on) values ($1, $2, $3, $4, $5, $6)',
        [id, personId, programmeId, by.id, 'fr', today],
      )
      await sql(
        'insert into enrolment_stages (id, enrolment_id, person_id, stage, kind, on_date, entered_by) values ($1, $2, $3, $4, $4, $5, $6)',
        [newId(), id, personId, stage, today, by.id],
      )
      await sql(
        'insert into referrals (id, enrolment_id, person_id, referrer_id, institution_id, sent_on) values ($1, $2, $3, $4, $5, $6)',
        [referral, id, personId, by.id, by.institutionId, today],
      )
      return id
    },
    async group({
      programmeId,
      by,
      coaches = [],
      capacity = 12,
      name = `Group ${++n}`,
      startsOn = today,
    }: {
      programmeId: string
      by: Staff
      coaches?: Staff[]
      capacity?: number
      name?: string
      startsOn?: string
    }): Promise<string> {
      const id = newId()
      await sql(
        'insert into groups (id, programme_id, name, language, site, room, capacity, starts_on, ends_on, mandates_until, created_by) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)',
        [
          id,
          programmeId,
          name,
          'fr',
          'Centre',
          'Salle 1',
          capacity,
          startsOn,
          addDays(startsOn, 35),
          addDays(startsOn, 95),
          by.id,
        ],
      )
      for (const coach of coaches)
        await sql(
          'insert into group_coaches (id, group_id, user_id, part, from_date, added_by) values ($1, $2, $3, $4, $5, $6)',
          [newId(), id, coach.id, coach.role === 'trainee' ? 'trainee' : 'coach', today, by.id],
        )
      return id
    },
    /** Puts a person into a group, with the coaches' mandates. */
    async member({
      groupId,
      enrolmentId,
      personId,
      by,
      coaches = [],
    }: {
      groupId: string
      enrolmentId: string
      personId: string
      by: Staff
      coaches?: Staff[]
    }): Promise<string> {
      const id = newId()
      await sql(
        'insert into group_members (id, group_id, enrolment_id, person_id, joined_on, joined_by) values ($1, $2, $3, $4, $5, $6)',
        [id, groupId, enrolmentId, personId, today, by.id],
      )
      for (const coach of coaches)
        await given.mandate(personId, coach, { purpose: 'group', sourceId: groupId, to: addDays(today, 95) })
      return id
    },
    async sessionOf({
      groupId,
      number = 1,
      onDate = today,
      halfDay = 'am',
    }: {
      groupId: string
      number?: number
      onDate?: string
      halfDay?: 'am' | 'pm'
    }): Promise<string> {
      const id = newId()
      await sql(
        'insert into sessions (id, group_id, number, on_date, half_day, starts_at, ends_at, theme) values ($1, $2, $3, $4, $5, $6, $7, $8)',
        [
          id,
          groupId,
          number,
          onDate,
          halfDay,
          halfDay === 'am' ? '08:30' : '13:30',
          halfDay === 'am' ? '11:30' : '16:30',
          JSON.stringify({
            key: `theme-${number}`,
            title: { fr: `Thème ${number}`, de: `Thema ${number}`, en: `Theme ${number}` },
          }),
        ],
      )
      return id
    },
    /** A participant's card, opened at a level; sign in with `site.as({ kind: 'card', token })`. */
    async card({
      personId,
      by,
      level = 'pin',
    }: {
      personId: string
      by: Staff
      level?: 'token' | 'pin'
    }): Promise<{ id: string; token: string; kind: 'card' }> {
      const id = newId()
      const token = newToken()
      await sql(
        'insert into cards (id, person_id, token_hash, code_hash, issued_by, pin_hash, salt, params) values ($1, $2, $3, $4, $5, $6, $7, $8)',
        [id, personId, hashOf(newToken()), hashOf(newToken()), by.id, Buffer.from('x'), Buffer.from('x'), ''],
      )
      await sql(
        `insert into card_sessions (token_hash, card_id, level, expires_at) values ($1, $2, $3, now() + interval '12 hours')`,
        [hashOf(token), id, level],
      )
      return { id, token, kind: 'card' }
    },
  }
  return given
}
