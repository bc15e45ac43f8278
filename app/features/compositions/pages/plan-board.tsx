import { Button, Disclosure, Form, Hidden, Icon, Tag, useView } from '../../../shared/ui/index.ts'
import { languageName } from '../../groups/parts/tabs.tsx'
import { paths as referrals } from '../../referrals/paths.ts'
import { paths } from '../paths.ts'
import { useLevel, useList, usePlace, useRuleWords, useSlots, Week } from '../plan.parts.tsx'
import type { GroupColumn, LeftCard, PersonCard, PlanView } from '../plan.view.ts'
import { GroupReasonsPart } from './plan-reasons.tsx'

/** Groups as columns side by side, the waiting list last; on a narrow screen one below the other. */
export function Board(view: PlanView) {
  const { t } = useView()
  const at = { compositionId: view.composition.id, planId: view.opened.plan.id }
  return (
    <section class="board-part" aria-labelledby="board-title">
      <div class="section-head">
        <h2 id="board-title">{t('compositions.plan.groups')}</h2>
      </div>
      <p class="hint">
        {view.can.edit && (
          <>
            {t('compositions.plan.moveHint')} <span class="needs-script">{t('compositions.plan.moveHintScript')} </span>
          </>
        )}
        {t('compositions.plan.weekHint')}
      </p>
      <div
        class="board"
        data-island={view.can.edit ? 'board' : undefined}
        data-move={paths.move(at)}
        data-choose={t('compositions.plan.move.choose')}
        data-close={t('ui.close')}
        data-testid="board"
      >
        {view.groups.map((group) => (
          <Column key={group.at} group={group} view={view} />
        ))}
        <LeftColumn {...view} />
      </div>
    </section>
  )
}

function Column({ group, view }: { group: GroupColumn; view: PlanView }) {
  const { t, lang, date } = useView()
  const slots = useSlots()
  const { facts, people } = group
  const title = `group-${group.at}`
  return (
    <section class="board-column" data-place={group.at} aria-labelledby={title} data-testid="board-group">
      <header class="board-title">
        <h3 id={title}>{facts.name}</h3>
        <p>{t('compositions.plan.size', { count: people.length, min: facts.min, max: facts.max })}</p>
      </header>
      <div>
        <p class="soft">
          {slots(facts.slots)} · {languageName(facts.language, lang)}
        </p>
        <p class="soft">
          {[facts.site ?? facts.place, facts.room, facts.coachName].filter(Boolean).join(' · ')}
          {facts.startsOn && <span class="block">{t('compositions.offer.from', { date: date(facts.startsOn) })}</span>}
        </p>
        {view.can.edit && people.length > 0 && <LockGroup group={group} view={view} />}
      </div>
      {group.opened ? <GroupReasonsPart group={group} opened={group.opened} view={view} /> : <Shut group={group} />}
      <ul class="board-people" aria-label={t('compositions.plan.peopleOf', { group: facts.name })}>
        {people.map((card) => (
          <Card key={card.index} card={card} view={view} slots={facts.slots} />
        ))}
      </ul>
    </section>
  )
}

/** Why a group is not opened: too few could come at all, too few are left beside the other groups, or it would not be worth it. */
function Shut({ group: { facts, reach, couldCome } }: { group: GroupColumn }) {
  const { t } = useView()
  const words = () => {
    if (reach.emptiedBy !== null)
      return t(`compositions.plan.shut.${reach.emptiedBy}`, {
        min: facts.min,
        count: reach.emptiedBy === 6 ? reach.seatable : reach.eligible,
      })
    return couldCome < facts.min
      ? t('compositions.plan.shut.fewLeft', { min: facts.min, count: couldCome })
      : t('compositions.plan.shut.outweighed')
  }
  return <p class="board-shut">{words()}</p>
}

function LockGroup({ group, view }: { group: GroupColumn; view: PlanView }) {
  const { t } = useView()
  const at = { compositionId: view.composition.id, planId: view.opened.plan.id }
  return (
    <Form inline id={`lock-group-${group.at}`} action={paths.locks(at)}>
      <Hidden name="offer" value={group.at} />
      <Hidden name="do" value={group.isSealed ? 'unlock' : 'lock'} />
      <Button
        kind="quiet"
        size="small"
        icon="lock"
        testId={group.isSealed ? 'unlock-group' : 'lock-group'}
        label={t(group.isSealed ? 'compositions.plan.unlockGroup.of' : 'compositions.plan.lockGroup.of', {
          name: group.facts.name,
        })}
      >
        {t(group.isSealed ? 'compositions.plan.unlockGroup' : 'compositions.plan.lockGroup')}
      </Button>
    </Form>
  )
}

type CardProps = { card: PersonCard; view: PlanView; slots?: readonly number[] }

function Card({ card, view, slots, children }: CardProps & { children?: preact.ComponentChildren }) {
  const { t } = useView()
  const level = useLevel()
  const place = usePlace(view.opened)
  const { facts } = card
  const at = { compositionId: view.composition.id, planId: view.opened.plan.id }
  return (
    <li
      class={card.isMoved ? 'board-card moved' : 'board-card'}
      data-person={card.enrolmentId}
      data-testid="board-card"
    >
      <div class="board-card-head">
        <a class="board-name" href={referrals.enrolment({ enrolmentId: card.enrolmentId })}>
          {card.name}
        </a>
        <Week avail={facts.avail} slots={slots ?? []} />
      </div>
      <dl class="board-levels">
        {(['oral', 'reading', 'writing'] as const).map((skill) => (
          <div key={skill}>
            <dt>{t(`compositions.plan.skill.${skill}`)}</dt>
            <dd>{level(facts[skill])}</dd>
          </div>
        ))}
      </dl>
      <p class="board-note">
        {t('compositions.plan.waits', { count: facts.waitedDays })}
        {facts.childcare && <Tag>{t('compositions.plan.childcare')}</Tag>}
        {isBound(card, view) && <Tag>{t('compositions.plan.notMobile')}</Tag>}
        {card.isMoved && <Tag>{t('compositions.plan.isMoved')}</Tag>}
        {card.lockedIn !== undefined && (
          <Tag>
            <Icon name="lock" size={14} /> {t('compositions.plan.lockedIn', { group: place(card.lockedIn) })}
          </Tag>
        )}
      </p>
      {children}
      {view.can.edit && (
        <div class="board-acts">
          <a
            class="button quiet small"
            href={paths.move(at, { who: card.enrolmentId })}
            data-mover
            data-testid="move-person"
            aria-label={t('compositions.plan.move.of', { name: card.name })}
          >
            {t('compositions.plan.move')}
          </a>
          <LockPerson card={card} view={view} />
        </div>
      )}
    </li>
  )
}

/** Worth a word only where a group meets elsewhere than they live. */
const isBound = ({ facts }: PersonCard, { opened }: PlanView) =>
  !facts.mobile && opened.offers.some((offer) => offer.facts.place !== facts.place)

/** Only who has a place can be held in it. */
function LockPerson({ card, view }: CardProps) {
  const { t } = useView()
  const at = { compositionId: view.composition.id, planId: view.opened.plan.id }
  const isLocked = card.lockedIn !== undefined
  if (!isLocked && (view.opened.assignment[card.index] ?? -1) < 0) return null
  return (
    <Form inline id={`lock-${card.index}`} action={paths.locks(at)}>
      <Hidden name="who" value={card.enrolmentId} />
      <Hidden name="do" value={isLocked ? 'unlock' : 'lock'} />
      <Button
        kind="quiet"
        size="small"
        testId={isLocked ? 'unlock-person' : 'lock-person'}
        label={t(isLocked ? 'compositions.plan.unlock.of' : 'compositions.plan.lock.of', { name: card.name })}
      >
        {t(isLocked ? 'compositions.plan.unlock' : 'compositions.plan.lock')}
      </Button>
    </Form>
  )
}

function LeftColumn(view: PlanView) {
  const { t } = useView()
  return (
    <section class="board-column left" data-place="list" aria-labelledby="left-title" data-testid="board-left">
      <header class="board-title">
        <h3 id="left-title">{t('compositions.plan.stay')}</h3>
        <p>{t('compositions.plan.left', { count: view.left.length })}</p>
      </header>
      <ul class="board-people" aria-label={t('compositions.plan.stay')}>
        {view.left.map((card) => (
          <Card key={card.index} card={card} view={view}>
            <Why card={card} view={view} />
          </Card>
        ))}
      </ul>
    </section>
  )
}

/** Why somebody has no place: one sentence, and group by group for who wants to know. */
function Why({ card, view }: { card: LeftCard; view: PlanView }) {
  const { t } = useView()
  const list = useList()
  const place = usePlace(view.opened)
  const ruleWords = useRuleWords(view.opened)
  const { why, reasons } = card
  const sentence = () => {
    switch (why.kind) {
      case 'noGroups':
        return t('compositions.plan.why.noGroups')
      case 'own':
        return why.rule === 4
          ? t('compositions.plan.why.own.4', { count: card.facts.earliestStart })
          : t(`compositions.plan.why.own.${why.rule as 1 | 2 | 3}`)
      case 'each':
        return t('compositions.plan.why.each', {
          group: place(why.nearest.offer),
          what: list(ruleWords(card.index, why.nearest), 'unit'),
        })
      default:
        return t(`compositions.plan.why.${why.kind}`, { groups: list(why.groups.map(place), 'disjunction') })
    }
  }
  return (
    <div class="board-why">
      <p data-testid="why-left">{sentence()}</p>
      {reasons.length > 0 && (
        <Disclosure summary={t('compositions.plan.why.more')}>
          <dl class="board-blocks">
            {reasons.map((blocks) => (
              <div key={blocks.offer}>
                <dt>{place(blocks.offer)}</dt>
                <dd>{list(ruleWords(card.index, blocks), 'unit')}</dd>
              </div>
            ))}
          </dl>
        </Disclosure>
      )}
    </div>
  )
}
