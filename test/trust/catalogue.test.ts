// What the database's own catalogue says about the second lock.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { classesOfRole } from '../../app/features/mandates/classes.ts'
import { createTestSite, type TestSite } from '../support/site.ts'

let site: TestSite
beforeAll(async () => {
  site = await createTestSite()
})
afterAll(() => site.close())

/** Functions that run with the rights of `definer`: each was read for what a caller could make it do. */
const reviewed = [
  'cast_smileys',
  'end_smileys',
  'is_expected',
  'keep_smileys',
  'own_smileys',
  'smiley_ceiling',
  'smiley_groups',
  'smiley_results',
  'smiley_voice',
  'smiley_voices',
  'smileys_at',
  'smileys_shown',
  'take_ballot',
  'talk_is_closed',
  'touched_since_confirmation',
  'touched_since_import',
  'accept_invitation',
  'add_professional',
  'administers',
  'bookings',
  'carry_over_candidate',
  'change_password',
  'change_role',
  'check_own_password',
  'choose_pin',
  'clear_failures',
  'clear_pin',
  'code_salt',
  'confirm_factor',
  'context',
  'count_aims',
  'count_report_text',
  'end_account',
  'files_to_pass_on',
  'end_card_sessions',
  'end_mandate',
  'end_other_sessions',
  'end_professional',
  'end_session',
  'enter',
  'enter_card',
  'enter_job',
  'enter_link',
  'enter_pin',
  'final_report_recipients',
  'found_programme',
  'found_site',
  'give_mandate',
  'importer_of',
  'is_blocked',
  'is_founded',
  'known_groups',
  'leave_card',
  'led_groups',
  'listed_candidates',
  'make_context_key',
  'make_job_token',
  'mandated_persons',
  'may_staff_enrolment',
  'methods_of_group',
  'my_programmes',
  'my_programmes_to_write',
  'note_failure',
  'notify_mandated',
  'now',
  'open_by_code',
  'open_files',
  'open_local_session',
  'open_mandates_of',
  'open_sheets',
  'opened_card',
  'own_factor',
  'own_pin',
  'own_receivers',
  'own_sessions',
  'pass_on',
  'peer_sheet_competences',
  'peers',
  'pending_session',
  'person_exists',
  'persons_for',
  'persons_in_house',
  'persons_to_write',
  'interview_facts',
  'procedure_facts',
  'programme_colleagues',
  'raise_card_session',
  'rater_name',
  'renew_factor',
  'reopen_account',
  'replace_factor',
  'replace_recovery_codes',
  'role_reads',
  'role_writes',
  'scan_card',
  'sealed_seed',
  'send_final_report',
  'sessions_for_some',
  'set_context',
  'settle_follow_up',
  'settle_group_mandates',
  'share_follow_up',
  'sheets_in_hand',
  'sign_context',
  'sign_in',
  'sign_in_salt',
  'signal_counts',
  'start_peer_sheet',
  'sweep',
  'take_back',
  'today',
  'unsealed_entries',
]

/** Not for the application: only the site's owner calls these, or other functions. */
const notForApp = [
  'is_expected',
  'keep_smileys',
  'smileys_shown',
  'importer_of',
  'make_context_key',
  'make_job_token',
  'open_local_session',
  'person_exists',
  'raise_card_session',
  'set_context',
  'sign_context',
]

describe('every table', () => {
  test('has row security enabled, forced and spoken for', async () => {
    const open = await site.sql(`
      select c.relname from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
        and not (c.relrowsecurity and c.relforcerowsecurity and exists (select 1 from pg_policy p where p.polrelid = c.oid))`)
    expect(open).toEqual([])
  })

  test('belongs to owner, who can’t sign in and bypasses nothing', async () => {
    expect(
      await site.sql(
        `select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v') and pg_get_userbyid(relowner) <> 'owner'`,
      ),
    ).toEqual([])
    expect(
      await site.sql(`select rolname from pg_roles where rolname in ('owner', 'definer', 'app', 'audit_writer', 'stats', 'backup')
        and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolcanlogin and rolname in ('owner', 'definer', 'stats'))`),
    ).toEqual([])
  })

  test('can be read by app only where a policy is made for it', async () => {
    const granted = await site.sql<{ relname: string }>(`
      select c.relname from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
        and (has_table_privilege('app', c.oid, 'select') or has_any_column_privilege('app', c.oid, 'select'))
        and not exists (select 1 from pg_policy p where p.polrelid = c.oid and 'app'::regrole = any (p.polroles) and p.polpermissive and p.polcmd in ('r', '*'))`)
    expect(granted).toEqual([])
  })

  test('gives app no more than rows: no truncate, no trigger, no reference', async () => {
    expect(
      await site.sql(`select c.relname from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
        and (has_table_privilege('app', c.oid, 'truncate') or has_table_privilege('app', c.oid, 'trigger') or has_table_privilege('app', c.oid, 'references'))`),
    ).toEqual([])
  })

  test('keeps what opens doors from app: credentials, session tokens, keys', async () => {
    for (const table of [
      'credentials',
      'recovery_codes',
      'staff_sessions',
      'card_sessions',
      'context_keys',
      'job_tokens',
      'attempts',
      'smiley_flags',
    ]) {
      expect(
        await site.sql('select has_any_column_privilege($1, $2, $3) as may', ['app', table, 'select']),
        table,
      ).toEqual([{ may: false }])
    }
    for (const [table, column] of [
      ['cards', 'pin_hash'],
      ['cards', 'token_hash'],
      ['cards', 'code_hash'],
      ['links', 'token_hash'],
      ['smiley_codes', 'code_hash'],
      ['session_smileys', 'ballot_key'],
      ['session_smileys', 'cast_counts'],
    ]) {
      expect(
        await site.sql('select has_column_privilege($1, $2, $3, $4) as may', ['app', table, column, 'select']),
        `${table}.${column}`,
      ).toEqual([{ may: false }])
    }
  })
})

describe('functions', () => {
  test('with the rights of definer are the reviewed ones, with a pinned path that ends with pg_temp', async () => {
    const found = await site.sql<{ proname: string; owner: string; path: string | null }>(`
      select p.proname, pg_get_userbyid(p.proowner) as owner, array_to_string(p.proconfig, ',') as path
        from pg_proc p where p.prosecdef and p.pronamespace in ('app'::regnamespace, 'public'::regnamespace) order by 1`)
    expect(found.map((f) => f.proname)).toEqual([...reviewed].sort())
    for (const f of found) {
      expect(f.owner, f.proname).toBe('definer')
      expect(f.path, f.proname).toMatch(/^search_path=.*pg_temp"?$/)
    }
  })

  test('that open doors from inside are not for app', async () => {
    const callable = await site.sql<{ proname: string }>(
      `
      select p.proname from pg_proc p where p.pronamespace = 'app'::regnamespace and p.proname = any ($1) and has_function_privilege('app', p.oid, 'execute')`,
      [notForApp],
    )
    expect(callable).toEqual([])
  })

  test('none is open to public', async () => {
    const open = await site.sql(`select p.proname from pg_proc p where p.pronamespace = 'app'::regnamespace
      and exists (select 1 from aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a where a.grantee = 0)`)
    expect(open).toEqual([])
  })
})

describe('the role app', () => {
  test('makes nothing: no table, no temporary table, no schema', async () => {
    const client = await site.db.pool.connect()
    try {
      for (const text of [
        'create table public.x (a int)',
        'create temp table x (a int)',
        'create schema x',
        'set role owner',
        'set role definer',
        'copy persons to program $$true$$',
      ]) {
        await expect(client.query(text), text).rejects.toMatchObject({ code: '42501' })
      }
    } finally {
      client.release()
    }
  })
})

test('the classes of fields that a role sees are the same in both locks', async () => {
  const rows = await site.sql<{ role: string; class: string; writes: boolean }>(
    'select role, class, writes from role_classes order by 1, 2',
  )
  const said = Object.entries(classesOfRole).flatMap(([role, { reads, writes }]) =>
    reads.map((name) => ({ role, class: name, writes: writes.includes(name) })),
  )
  const order = (a: { role: string; class: string }, b: { role: string; class: string }) =>
    a.role + a.class < b.role + b.class ? -1 : 1
  expect(said.sort(order)).toEqual(rows.sort(order))
})
