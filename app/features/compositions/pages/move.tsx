import {
  Actions,
  Button,
  Disclosure,
  Facts,
  Form,
  Hidden,
  LinkButton,
  Notice,
  Refusal,
  StaffLayout,
  Status,
  useView,
} from '../../../shared/ui/index.ts'
import { fullName } from '../../people/person.ts'
import { type GroupEffect, type MoveView, type Preview, placeName, verdictOf } from '../move.view.ts'
import type { Effect, Target } from '../moves.ts'
import { useCrumbs } from '../parts.tsx'
import { paths } from '../paths.ts'
import { useFaultWords, useList, usePlace } from '../plan.parts.tsx'

type Props = MoveView & { refusal?: { key: string; params?: Readonly<Record<string, string | number>> } }

/** Moving somebody: where to, then what it would do, then the click. With script the middle of this page opens over the plan. */
export function MovePage(view: Props) {
  const { composition, opened, who } = view
  const { t } = useView()
  const at = { compositionId: composition.id, planId: opened.plan.id }
  const name = fullName(opened.people[who]!)
  const plan = { href: paths.plan(at), label: t('compositions.plan.title', { number: opened.plan.number }) }
  return (
    <StaffLayout title={t('compositions.plan.move.of', { name })} crumbs={[...useCrumbs(view), plan]} width="narrow">
      {view.refusal && <Refusal reason={view.refusal} />}
      <div id="move" class="move">
        {view.preview ? <PreviewPart {...view} preview={view.preview} /> : <Targets {...view} />}
      </div>
      <p>
        <a href={paths.plan(at)}>{t('compositions.plan.back')}</a>
      </p>
    </StaffLayout>
  )
}

const shape = {
  better: 'done',
  same: 'none',
  little: 'none',
  worse: 'waiting',
  much: 'attention',
  forbidden: 'stopped',
} as const

function Verdict({ effect }: { effect: Effect }) {
  const { t } = useView()
  const verdict = verdictOf(effect)
  return <Status kind={shape[verdict]}>{t(`compositions.plan.verdict.${verdict}`)}</Status>
}

/** All places with a word about each. The arrow keys go from one to the next. */
function Targets({ composition, opened, who, choose = [] }: Props) {
  const { t } = useView()
  const place = usePlace(opened)
  const at = { compositionId: composition.id, planId: opened.plan.id }
  const one = opened.people[who]!
  const size = (to: number) => opened.assignment.filter((g) => g === to).length
  return (
    <>
      <h2>{t('compositions.plan.move.where', { name: fullName(one) })}</h2>
      <p class="soft">{t('compositions.plan.move.from', { place: place(opened.assignment[who]!) })}</p>
      <ul class="move-targets" data-arrows data-testid="targets">
        {choose.map((target) => (
          <li key={target.to}>
            <a
              href={paths.move(at, { who: one.enrolmentId, to: placeName(target.to) })}
              data-inside
              data-testid={`target-${placeName(target.to)}`}
            >
              {place(target.to)}
            </a>
            {target.to >= 0 && (
              <span class="soft">
                {t('compositions.plan.move.size', { count: size(target.to), max: opened.offers[target.to]!.facts.max })}
              </span>
            )}
            <Verdict effect={target.effect} />
            <WhyNot target={target} opened={opened} />
          </li>
        ))}
      </ul>
    </>
  )
}

/** The first rule in the way, and that a swap would mend it. */
function WhyNot({ target, opened }: { target: Target; opened: MoveView['opened'] }) {
  const { t } = useView()
  const words = useFaultWords(opened)
  const [fault] = target.effect.faults
  if (!fault) return null
  return (
    <span class="soft block">
      {words(fault)} {target.canSwap && t('compositions.plan.move.swapMends')}
    </span>
  )
}

function PreviewPart(view: Props & { preview: Preview }) {
  const { composition, opened, who, preview } = view
  const { t, number } = useView()
  const place = usePlace(opened)
  const at = { compositionId: composition.id, planId: opened.plan.id }
  const { effect, decision } = preview
  const nameAt = (i: number) => fullName(opened.people[i]!)
  const isForbidden = effect.faults.length > 0
  return (
    <div data-testid="preview">
      <h2>{t('compositions.plan.move.preview')}</h2>
      <ul class="bullets">
        {effect.steps.map(({ person, to }) => (
          <li key={person}>
            {t('compositions.plan.moved', {
              name: nameAt(person),
              from: place(opened.assignment[person]!),
              to: place(to),
            })}
          </li>
        ))}
      </ul>
      {effect.steps.length > (preview.other === undefined ? 1 : 2) && (
        <p class="soft">{t('compositions.plan.move.along')}</p>
      )}
      {isForbidden ? <Forbidden {...view} /> : <Consequences {...view} />}
      {!isForbidden && !decision.ok && <Refusal reason={decision} />}
      {decision.ok && (
        <Form action={paths.changes(at)} testId="move-form">
          <Hidden name="who" value={opened.people[who]!.enrolmentId} />
          <Hidden name="to" value={placeName(preview.to)} />
          {preview.other !== undefined && <Hidden name="with" value={opened.people[preview.other]!.enrolmentId} />}
          <Hidden name="number" value={opened.changes.length + 1} />
          <Actions>
            <Button kind="primary" testId="confirm-move">
              {t('compositions.plan.move.do')}
            </Button>
            <LinkButton
              kind="quiet"
              href={paths.move(at, { who: opened.people[who]!.enrolmentId })}
              testId="other-place"
            >
              {t('compositions.plan.move.elsewhere')}
            </LinkButton>
          </Actions>
        </Form>
      )}
      {!isForbidden && (
        <Disclosure summary={t('compositions.plan.figures')}>
          <Facts
            facts={[
              { label: t('compositions.plan.score.before'), value: number(effect.before.score) },
              { label: t('compositions.plan.score.after'), value: number(effect.after.score) },
            ]}
          />
        </Disclosure>
      )}
    </div>
  )
}

/** Which rules, with whom; and the swaps that would mend them. */
function Forbidden({ composition, opened, who, preview }: Props & { preview: Preview }) {
  const { t } = useView()
  const words = useFaultWords(opened)
  const at = { compositionId: composition.id, planId: opened.plan.id }
  const link = (other: number) =>
    paths.move(at, {
      who: opened.people[who]!.enrolmentId,
      to: placeName(preview.to),
      with: opened.people[other]!.enrolmentId,
    })
  return (
    <>
      <Notice kind="warning" title={t('compositions.plan.move.forbidden')} testId="forbidden">
        <ul>
          {preview.effect.faults.map((fault) => (
            <li key={`${fault.rule} ${fault.offer} ${fault.persons.join()}`}>{words(fault)}</li>
          ))}
        </ul>
      </Notice>
      {preview.swaps.length > 0 && (
        <>
          <h3>{t('compositions.plan.move.swaps')}</h3>
          <ul class="move-targets" data-arrows data-testid="swaps">
            {preview.swaps.map(({ other, effect }) => (
              <li key={other}>
                <a href={link(other)} data-inside data-testid="swap">
                  {t('compositions.plan.move.swapWith', { name: fullName(opened.people[other]!) })}
                </a>
                <Verdict effect={effect} />
              </li>
            ))}
          </ul>
        </>
      )}
      <p>
        <a href={paths.move(at, { who: opened.people[who]!.enrolmentId })} data-inside>
          {t('compositions.plan.move.elsewhere')}
        </a>
      </p>
    </>
  )
}

/** Places, the groups touched, and all in all. */
function Consequences({ opened, preview }: Props & { preview: Preview }) {
  const { t } = useView()
  const place = usePlace(opened)
  const list = useList()
  const { effect, groups } = preview
  const { mode } = opened.run
  const grade = (value: 1 | 2 | 3 | 4) => t(`compositions.plan.grade.${mode}.${value}`)
  const trendOf = ({ trend, before, after }: GroupEffect) => {
    if (trend === 'opened' || trend === 'shut') return t(`compositions.plan.trend.${trend}`)
    const words = { before: grade(before!), after: grade(after!) }
    return trend !== 'same' && before === after
      ? t(`compositions.plan.trend.${trend}.within`, words)
      : t(`compositions.plan.trend.${trend}`, words)
  }
  const waits = (to: 'in' | 'out') =>
    effect.steps
      .filter((step) => (to === 'in') === step.to >= 0 && (to === 'in' ? opened.assignment[step.person]! < 0 : true))
      .map(({ person }) =>
        t('compositions.plan.move.waited', {
          name: opened.people[person]!.firstName,
          count: opened.list.persons[person]!.waitedDays,
        }),
      )
  return (
    <dl class="facts" data-testid="consequences">
      <div>
        <dt>{t('compositions.plan.move.allInAll')}</dt>
        <dd>
          <Verdict effect={effect} />
        </dd>
      </div>
      <div>
        <dt>{t('compositions.plan.move.places')}</dt>
        <dd>
          {effect.after.seats === effect.before.seats
            ? t('compositions.plan.move.sameSeats', { count: effect.after.seats })
            : t('compositions.plan.move.otherSeats', { before: effect.before.seats, after: effect.after.seats })}
        </dd>
      </div>
      {groups.map((group) => (
        <div key={group.offer}>
          <dt>{place(group.offer)}</dt>
          <dd>{trendOf(group)}</dd>
        </div>
      ))}
      {waits('in').length + waits('out').length > 0 && (
        <div>
          <dt>{t('compositions.plan.move.waiting')}</dt>
          <dd>
            {waits('in').length > 0 && (
              <span class="block">{t('compositions.plan.move.comesIn', { who: list(waits('in')) })}</span>
            )}
            {waits('out').length > 0 && (
              <span class="block">{t('compositions.plan.move.goesOut', { who: list(waits('out')) })}</span>
            )}
          </dd>
        </div>
      )}
    </dl>
  )
}
