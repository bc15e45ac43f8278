import type { ComponentChildren } from 'preact'
import type { MessageKey } from '../../../shared/i18n/i18n.ts'
import {
  Actions,
  Button,
  Columns,
  Disclosure,
  EmptyState,
  Facts,
  Field,
  Form,
  type FormState,
  LinkButton,
  Notice,
  Refusal,
  Section,
  StaffLayout,
  Status,
  Table,
  useView,
} from '../../../shared/ui/index.ts'
import { languageName } from '../../groups/parts/tabs.tsx'
import { titleIn } from '../../programmes/programme.ts'
import { HalfDayLines } from '../../referrals/parts/positioning-facts.tsx'
import type { Offer } from '../composition.ts'
import { ClashList, HistoryNotice, ModeTag } from '../parts.tsx'
import { paths } from '../paths.ts'
import type { Clash } from '../rules.ts'
import type { Situation } from '../view.ts'
import { ModeField } from './new.tsx'

export type CompositionView = Situation & {
  /** Names of coaches and trainees by id. */
  coaches: ReadonlyMap<string, string>
  clashes: readonly Clash[]
  can: { edit: boolean }
  state: FormState
  refusal?: { key: string; params?: Readonly<Record<string, string | number>> }
  /** Proposing, and what was proposed. */
  children?: ComponentChildren
}

/** One composition, in the order in which it is prepared: who, what is asked, which groups, then the proposal. */
export function CompositionPage(view: CompositionView) {
  const { composition, programme } = view
  const { t, lang } = useView()
  return (
    <StaffLayout
      title={composition.name}
      crumbs={[
        {
          href: paths.ofProgramme({ programmeId: programme.id }),
          label: t('compositions.of', { programme: titleIn(programme, lang) }),
        },
      ]}
      width="wide"
      invalid={Object.keys(view.state.errors ?? {}).length > 0}
    >
      {view.refusal && <Refusal reason={view.refusal} />}
      <HistoryNotice composition={composition} />
      {view.children}
      <Columns main={<People {...view} />} aside={<Pairs {...view} />} />
      <Offers {...view} />
      <About {...view} />
    </StaffLayout>
  )
}

function People({ composition, candidates, gone, can }: CompositionView) {
  const { t } = useView()
  const { id: compositionId } = composition
  const asked = candidates.filter((one) => one.missing.length > 0).length
  return (
    <Section
      title={t('compositions.step.people')}
      actions={
        can.edit && (
          <LinkButton href={paths.candidates({ compositionId })} testId="choose-candidates">
            {t('compositions.candidates.choose')}
          </LinkButton>
        )
      }
    >
      <p data-testid="candidate-count">{t('compositions.candidates.count', { count: candidates.length })}</p>
      {gone > 0 && can.edit && (
        <Notice kind="info" testId="gone">
          <p>{t('compositions.gone', { count: gone })}</p>
        </Notice>
      )}
      {asked > 0 && can.edit && (
        <Notice kind="warning" testId="still-to-ask">
          <p>
            {t('compositions.missing.count', { count: asked })}{' '}
            <a href={paths.missing({ compositionId })} data-testid="to-missing">
              {t('compositions.missing.to')}
            </a>
          </p>
        </Notice>
      )}
    </Section>
  )
}

function Offers(view: CompositionView) {
  const { composition, offers, dates, coaches, candidates, can } = view
  const { t, lang } = useView()
  const compositionId = composition.id
  const seats = offers.reduce((sum, offer) => sum + offer.max, 0)
  return (
    <Section
      title={t('compositions.offers')}
      id="offers"
      actions={
        can.edit && (
          <LinkButton icon="plus" href={paths.newOffer({ compositionId })} testId="new-offer">
            {t('compositions.offer.new')}
          </LinkButton>
        )
      }
    >
      {offers.length > 0 && <p>{t('compositions.seats', { seats, people: candidates.length })}</p>}
      <ClashList {...view} />
      <Table
        caption={t('compositions.offers')}
        hideCaption
        rows={offers}
        rowKey={(offer) => offer.id}
        testId="offers"
        empty={<EmptyState title={t('compositions.offers.none')}>{t('compositions.offers.none.hint')}</EmptyState>}
        columns={[
          {
            label: t('compositions.offer'),
            head: true,
            cell: (offer) => (
              <>
                {can.edit ? <a href={paths.offer({ compositionId, offerId: offer.id })}>{offer.name}</a> : offer.name}
                <small class="block">{languageName(offer.language, lang)}</small>
              </>
            ),
          },
          {
            label: t('compositions.offer.when'),
            cell: (offer) => (
              <div>
                <HalfDayLines halfDays={offer.halfDays} />
                <Dates offer={offer} dates={dates} />
              </div>
            ),
          },
          {
            label: t('compositions.offer.where'),
            cell: (offer) => (
              <div>
                {offer.place}
                {(offer.site || offer.room) && (
                  <small class="block">{[offer.site, offer.room].filter(Boolean).join(', ')}</small>
                )}
              </div>
            ),
          },
          { label: t('compositions.offer.size'), cell: (offer) => <Size offer={offer} /> },
          {
            label: t('groups.part.coach'),
            cell: (offer) =>
              offer.coachId ? coaches.get(offer.coachId) : <span class="unknown">{t('ui.unknown')}</span>,
          },
          ...(can.edit
            ? [
                {
                  label: t('compositions.offer.copy'),
                  hideLabel: true,
                  cell: (offer: Offer) => (
                    <LinkButton
                      kind="quiet"
                      size="small"
                      href={paths.newOffer({ compositionId }, { copy: offer.id })}
                      label={t('compositions.offer.copy.of', { name: offer.name })}
                      testId="copy-offer"
                    >
                      {t('compositions.offer.copy')}
                    </LinkButton>
                  ),
                },
              ]
            : []),
        ]}
      />
    </Section>
  )
}

/** From the first to the last half-day, or why the programme's template can't be kept. */
function Dates({ offer, dates }: { offer: Offer } & Pick<CompositionView, 'dates'>) {
  const { t, date } = useView()
  const plan = dates.get(offer.id)
  return plan?.ok ? (
    <small class="block">
      {t('groups.fromTo', { from: date(plan.value.halfDays[0]!.date), to: date(plan.value.endsOn) })}
    </small>
  ) : (
    <>
      <small class="block">{t('compositions.offer.from', { date: date(offer.startsOn) })}</small>
      {plan && (
        <>
          <Status kind="attention">{t('compositions.offer.noDates')}</Status>
          <small class="block">{t(plan.key as MessageKey, plan.params)}</small>
        </>
      )}
    </>
  )
}

function Size({ offer }: { offer: Offer }) {
  const { t } = useView()
  return (
    <div>
      <span class="nowrap">{t('compositions.offer.minToMax', { min: offer.min, max: offer.max })}</span>
      <small class="block">{t('compositions.offer.childcare', { count: offer.childcareSeats })}</small>
    </div>
  )
}

function Pairs({ programme, pairs, candidates }: CompositionView) {
  const { t } = useView()
  const here = new Set(candidates.map((one) => one.personId))
  const among = pairs.filter((pair) => pair.personIds.every((id) => here.has(id)))
  const count = (kind: 'apart' | 'together') => among.filter((pair) => pair.kind === kind).length
  return (
    <Section title={t('compositions.pairs')} card>
      <Facts
        facts={[
          { label: t('compositions.pair.apart'), value: count('apart') },
          { label: t('compositions.pair.together'), value: count('together') },
        ]}
      />
      <p class="hint">{t('compositions.pairs.among')}</p>
      <p>
        <a href={paths.pairs({ programmeId: programme.id })} data-testid="to-pairs">
          {t('compositions.pairs.to')}
        </a>
      </p>
    </Section>
  )
}

function About({ composition, can, state }: CompositionView) {
  const { t, date } = useView()
  const { id: compositionId } = composition
  return (
    <Section title={t('compositions.about')} card>
      <Facts
        facts={[
          { label: t('compositions.mode'), value: <ModeTag mode={composition.mode} /> },
          {
            label: t('compositions.made'),
            value: t('compositions.madeBy', { on: date(composition.madeOn), by: composition.madeBy }),
          },
        ]}
      />
      {can.edit && (
        <>
          <Disclosure summary={t('compositions.edit')} open={Object.keys(state.errors ?? {}).length > 0}>
            <Form action={paths.show({ compositionId })} {...state} testId="basics-form">
              <Field name="name" label={t('compositions.name')} maxlength={120} />
              <ModeField />
              <Actions>
                <Button testId="save-basics">{t('compositions.save')}</Button>
              </Actions>
            </Form>
          </Disclosure>
          <Form inline id="set-aside" action={paths.settingAside({ compositionId })}>
            <Button kind="quiet" size="small" testId="set-aside">
              {t('compositions.setAside')}
            </Button>
          </Form>
        </>
      )}
    </Section>
  )
}
