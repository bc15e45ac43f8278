import { Disclosure, useView } from '../../../shared/ui/index.ts'
import { fullName } from '../../people/person.ts'
import { type Balance, oddest, offBy } from '../fit.ts'
import { GradeDots, useLevel } from '../plan.parts.tsx'
import type { GroupColumn, PlanView } from '../plan.view.ts'

type Props = { group: GroupColumn; opened: NonNullable<GroupColumn['opened']>; view: PlanView }

/** What makes a group good or poor: one line with dots, its levels, and what stands out; the whole balance for who wants it. */
export function GroupReasonsPart({ group, opened: { reasons, grade }, view }: Props) {
  const { t } = useView()
  const { mode } = view.opened.run
  return (
    <div class="board-reasons">
      <GradeDots grade={grade} mode={mode} />
      <Levels reasons={reasons} />
      <Blind reasons={reasons} />
      {mode === 'mixed' ? <Odd reasons={reasons} /> : <Furthest reasons={reasons} view={view} />}
      {group.facts.childcareSeats > 0 && (
        <p class="soft">
          {t('compositions.plan.childcareTaken', { taken: group.childcare, seats: group.facts.childcareSeats })}
        </p>
      )}
      <Disclosure summary={t('compositions.plan.balance')}>
        <BalanceTable reasons={reasons} group={group} />
      </Disclosure>
    </div>
  )
}

type Reasons = Props['opened']['reasons']

/** From the lowest to the highest level, with the middle one. */
function Levels({ reasons }: { reasons: Reasons }) {
  const { t } = useView()
  const level = useLevel()
  return (
    <dl class="board-spread">
      {(['oral', 'reading', 'writing'] as const).map((skill) => {
        const spread = reasons.levels[skill]
        return (
          <div key={skill}>
            <dt>{t(`compositions.plan.skill.${skill}`)}</dt>
            <dd>
              {spread === null
                ? level(null)
                : spread.lowest === spread.highest
                  ? t('compositions.plan.spread.same', { level: level(spread.lowest) })
                  : t('compositions.plan.spread', {
                      lowest: level(spread.lowest),
                      highest: level(spread.highest),
                      middle: level(spread.median),
                    })}
            </dd>
          </div>
        )
      })}
    </dl>
  )
}

/** How much closer than by chance: a list that is far apart can't give close groups. */
function Blind({ reasons: { cost, blindCost } }: { reasons: Reasons }) {
  const { t } = useView()
  if (blindCost === null || blindCost === 0) return null
  const percent = Math.max(0, Math.round(100 * (1 - cost / blindCost)))
  return <p class="soft">{t('compositions.plan.blind', { percent })}</p>
}

/** The two of a homogeneous group whose levels are furthest apart, when that is worth a word. */
function Furthest({ reasons, view }: { reasons: Reasons; view: PlanView }) {
  const { t } = useView()
  const level = useLevel()
  const { people, list } = view.opened
  if (!reasons.worstPair) return <p class="soft">{t('compositions.plan.allAlike')}</p>
  const [one, other] = reasons.worstPair.people
  const levels = (i: number) => {
    const { oral, reading, writing } = list.persons[i]!
    return [oral, reading, writing].map(level).join(' · ')
  }
  return (
    <p class="soft">
      {t('compositions.plan.furthest', {
        one: fullName(people[one]!),
        oneLevels: levels(one),
        other: fullName(people[other]!),
        otherLevels: levels(other),
      })}
    </p>
  )
}

function Odd({ reasons }: { reasons: Reasons }) {
  const { t } = useView()
  const odd = oddest(reasons)
  if (!odd) return <p class="soft">{t('compositions.plan.likeTheList')}</p>
  const more = offBy(odd, reasons.people.length) > 0
  return (
    <p class="soft">
      {t(more ? 'compositions.plan.odd.more' : 'compositions.plan.odd.fewer', {
        feature: t(`compositions.plan.feature.${odd.feature}`),
        count: odd.count,
        expected: Math.round((odd.share * reasons.people.length) / 100),
      })}
    </p>
  )
}

function BalanceTable({ reasons, group }: { reasons: Reasons; group: GroupColumn }) {
  const { t } = useView()
  const size = reasons.people.length
  const expected = ({ share }: Balance) => Math.round((share * size) / 100)
  return (
    <table class="board-balance">
      <caption class="visually-hidden">{t('compositions.plan.balanceOf', { group: group.facts.name })}</caption>
      <thead>
        <tr>
          <th scope="col">{t('compositions.plan.feature')}</th>
          <th scope="col">{t('compositions.plan.here')}</th>
          <th scope="col">{t('compositions.plan.asTheList')}</th>
        </tr>
      </thead>
      <tbody>
        {reasons.balance.map((one) => (
          <tr key={one.feature}>
            <th scope="row">{t(`compositions.plan.feature.${one.feature}`)}</th>
            <td>{one.count}</td>
            <td>{expected(one)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
