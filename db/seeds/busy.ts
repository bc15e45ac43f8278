// Ten thousand people for the benches: a hundred social workers with a hundred people each, one programme, three hundred
// groups with their registers. Inserted in bulk past the doors, so never for showing: bin/seed demo makes the world that is.
import type pg from 'pg'
import type { DemoRecord } from '../../app/features/demo/logins.ts'
import type { PlainDate } from '../../app/shared/time/dates.ts'
import type { Site } from '../../app/site.ts'
import { openAccounts } from './accounts.ts'
import { foundProgramme } from './programme.ts'
import type { Story } from './story.ts'
import { openWorld, setClock } from './world.ts'

export const busy = { people: 10_000, caseload: 100, groups: 300, groupSize: 12, halfDays: 12 } as const

/** @param owner connected as a superuser, which the policies do not bind; the role is set here */
export async function buildBusy(
  site: Site,
  owner: pg.Client,
  { seed, today }: { seed: number; today: PlainDate },
): Promise<DemoRecord> {
  const world = await openWorld(site, owner, { seed, today })
  try {
    const accounts = await openAccounts(world)
    const story: Story = {
      world,
      accounts,
      folk: [],
      programmeId: '',
      people: new Map(),
      enrolments: new Map(),
      groups: new Map(),
      cards: new Map(),
      sessionToday: '',
      as: (member) => accounts.sessions[member],
    }
    foundProgramme(story)
    await world.run(() => {})
    await setClock(owner, undefined)
    await owner.query('reset role')
    const { nathalie, helene, marc, lukas } = accounts.ids
    await owner.query('begin')
    for (const [text, values] of statements({
      today,
      nathalie,
      helene,
      coaches: [marc, lukas],
      programmeId: story.programmeId,
    }))
      await owner.query(text, values)
    await owner.query('commit')
    await owner.query('analyze')
    await owner.query('set role owner')
    return { seed, today, staff: accounts.logins, participants: [], visit: [], url: null }
  } finally {
    await world.close()
  }
}

type Facts = { today: PlainDate; nathalie: string; helene: string; coaches: string[]; programmeId: string }

/** In the order of their foreign keys. Nathalie's caseload comes first, so that somebody who can sign in has one. */
function statements({ today, nathalie, helene, coaches, programmeId }: Facts): [string, unknown[]][] {
  const workers = busy.people / busy.caseload
  return [
    [
      `create temp table workers on commit drop as
         select 0 as n, u.id, u.institution_id from users u where u.id = $1
         union all select i, gen_random_uuid(), (select institution_id from users where id = $1) from generate_series(1, ${workers} - 1) i`,
      [nathalie],
    ],
    [
      `insert into users (id, institution_id, name, email, role, language)
         select id, institution_id, 'Social worker ' || n, 'worker' || n || '@busy.example', 'social-worker', 'fr' from workers where n > 0`,
      [],
    ],
    [
      `create temp table folk on commit drop as
         select i as n, gen_random_uuid() as id, gen_random_uuid() as enrolment_id, w.id as worker_id, w.institution_id,
                (array['Nadia','Marek','Aline','Urs','Selam','Deniz','Corinne','Besnik','Oksana','Thierry'])[1 + i % 10] as first_name,
                (array['Perrin','Gerber','Kaya','Gashi','Tekle','Mansour','Cattin','Zbinden','Ferreira','Melnyk'])[1 + i / 10 % 10]
                  || (array['','-Roy','-Moser','-Favre'])[1 + i / 100 % 4] || ' ' || i as last_name,
                date '1960-01-01' + (i * 7919) % 16000 as birth_date,
                case when i % 3 = 0 then 'de' else 'fr' end as language,
                $1::date - 20 - i % 600 as since
           from generate_series(0, ${busy.people} - 1) i join workers w on w.n = i / ${busy.caseload}`,
      [today],
    ],
    [
      `insert into mandates (person_id, professional_id, role, institution_id, purpose, from_date, created_by)
         select id, worker_id, 'social-worker', institution_id, 'intake', since, worker_id from folk`,
      [],
    ],
    [
      `insert into persons (id, institution_id, first_name, last_name, birth_date, birth_year, gender, language, phone, town, created_by)
         select id, institution_id, first_name, last_name, birth_date, extract(year from birth_date), case n % 2 when 0 then 'w' else 'm' end,
                language, '079 ' || lpad(n::text, 7, '0'), case when language = 'fr' then 'Rivemont' else 'Uferwil' end, worker_id from folk`,
      [],
    ],
    [
      `insert into positioning_sheets (person_id, group_languages, schooling, digital, place, half_days)
         select id, array[language], 'up-to-12', 'with-help', 'Rivemont-Centre', '{mon-am,wed-am,fri-am}' from folk`,
      [],
    ],
    [
      `insert into language_levels (id, person_id, language, skill, level, source, assessed_on)
         select gen_random_uuid(), id, language, skill, 'A2', 'observed', since from folk, unnest(array['oral-reception', 'oral-production', 'reading', 'writing']) skill`,
      [],
    ],
    [
      `insert into enrolments (id, person_id, programme_id, referrer_id, language, created_on)
         select enrolment_id, id, $1, worker_id, language, since from folk where n % 5 < 4`,
      [programmeId],
    ],
    [
      `insert into enrolment_stages (id, enrolment_id, person_id, stage, kind, on_date, entered_by)
         select gen_random_uuid(), enrolment_id, id, stage, stage, since, worker_id
           from (select *, (array['registered', 'contacted', 'informed', 'started', 'started', 'started'])[1 + n % 6] as stage from folk where n % 5 < 4) f`,
      [],
    ],
    [
      `insert into referrals (id, enrolment_id, person_id, referrer_id, institution_id, sent_on)
         select gen_random_uuid(), enrolment_id, id, worker_id, institution_id, since from folk where n % 5 < 4`,
      [],
    ],
    [
      `insert into contact_attempts (id, enrolment_id, person_id, on_date, channel, result, made_by)
         select gen_random_uuid(), enrolment_id, id, since + 5, 'phone', 'reached', $1 from folk where n % 5 < 4`,
      [helene],
    ],
    [
      `create temp table rounds on commit drop as
         select g as n, gen_random_uuid() as id, ($2::uuid[])[1 + g % cardinality($2)] as coach_id, $1::date - 400 + g as starts_on
           from generate_series(0, ${busy.groups} - 1) g`,
      [today, coaches],
    ],
    // The first groups run today, the others are over.
    [`update rounds set starts_on = $1::date - 10 where n < 6`, [today]],
    [
      `insert into groups (id, programme_id, name, language, site, room, capacity, starts_on, ends_on, mandates_until, created_by)
         select id, $1, 'Group ' || n, 'fr', 'Maison du Lac', 'Salle ' || n % 9, ${busy.groupSize}, starts_on, starts_on + 40, starts_on + 70, $2 from rounds`,
      [programmeId, helene],
    ],
    [
      `insert into group_coaches (id, group_id, user_id, part, from_date, added_by)
         select gen_random_uuid(), id, coach_id, 'coach', starts_on, $1 from rounds`,
      [helene],
    ],
    [
      `create temp table members on commit drop as
         select r.id as group_id, r.coach_id, r.starts_on, f.id as person_id, f.enrolment_id
           from (select *, row_number() over (order by n) - 1 as at from folk where n % 5 < 4) f join rounds r on r.n = f.at / ${busy.groupSize}`,
      [],
    ],
    [
      `insert into group_members (id, group_id, enrolment_id, person_id, joined_on, joined_by)
         select gen_random_uuid(), group_id, enrolment_id, person_id, starts_on - 7, $1 from members`,
      [helene],
    ],
    [
      `insert into mandates (person_id, professional_id, role, institution_id, purpose, from_date, to_date, source_id, created_by)
         select m.person_id, m.coach_id, 'coach', u.institution_id, 'group', m.starts_on - 7, m.starts_on + 70, m.group_id, $1
           from members m join users u on u.id = m.coach_id`,
      [helene],
    ],
    [
      `create temp table halves on commit drop as
         select gen_random_uuid() as id, r.id as group_id, r.coach_id, k as number, r.starts_on + (k - 1) * 3 as on_date
           from rounds r, generate_series(1, ${busy.halfDays}) k`,
      [],
    ],
    [
      `insert into sessions (id, group_id, number, on_date, half_day, starts_at, ends_at, theme, closed_at, closed_by)
         select id, group_id, number, on_date, 'am', '08:30', '11:30', t.theme,
                case when on_date < $2::date - 2 then on_date + time '12:00' end, case when on_date < $2::date - 2 then coach_id end
           from halves h join lateral (select settings->'calendar'->'themes'->(h.number - 1) as theme from programmes where id = $1) t on true`,
      [programmeId, today],
    ],
    [
      `insert into attendance_marks (key, session_id, person_id, status, marked_by, marked_at)
         select gen_random_uuid(), h.id, m.person_id, (array['present','present','present','present','late','excused','absent'])[1 + (h.number * 31 + ascii(m.person_id::text)) % 7],
                h.coach_id, h.on_date + time '09:00'
           from halves h join members m on m.group_id = h.group_id where h.on_date < $1::date - 2`,
      [today],
    ],
  ]
}
