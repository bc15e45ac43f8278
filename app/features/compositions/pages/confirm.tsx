import type { MessageKey } from '../../../shared/i18n/i18n.ts'
import {
  Actions,
  Button,
  Facts,
  Form,
  Hidden,
  LinkButton,
  Notice,
  Refusal,
  Section,
  StaffLayout,
  useView,
} from '../../../shared/ui/index.ts'
import { ConflictList, SkippedDays } from '../../groups/parts/conflicts.tsx'
import { languageName } from '../../groups/parts/tabs.tsx'
import type { Confirming, GroupToMake } from '../confirm.ts'
import type { Change, OfferFact } from '../confirming.ts'
import type { Question } from '../list.ts'
import { ClashList, useCrumbs, wordOf } from '../parts.tsx'
import { paths } from '../paths.ts'

type Props = Confirming & { refusal?: { key: string; params?: Readonly<Record<string, string | number>> } }

/** What one click would make of a plan: groups, dates, who is in them. Nothing is written before. */
export function ConfirmPage(view: Props) {
  const { composition, plan, groups, obstacles } = view
  const { t } = useView()
  const crumbs = useCrumbs(view)
  const people = groups.reduce((sum, one) => sum + one.people.length, 0)
  const here = { compositionId: composition.id, planId: plan.id }
  return (
    <StaffLayout
      title={t('compositions.confirm.title', { number: plan.number })}
      lead={t('compositions.confirm.lead')}
      crumbs={crumbs}
    >
      {view.refusal && <Refusal reason={view.refusal} />}
      <Obstacles {...view} />
      <Changes changes={view.changes} />
      <ClashList {...view} />
      {groups.map((one) => (
        <Group key={one.offer.id} {...one} coaches={view.coaches} />
      ))}
      {view.left > 0 && <p>{t('compositions.confirm.left', { count: view.left })}</p>}
      <Form action={paths.confirm(here)} testId="confirm-plan-form">
        <Hidden name="seen" value={view.seen} />
        <Actions>
          {obstacles.length === 0 && (
            <Button kind="primary" testId="confirm-plan">
              {t('compositions.confirm.do', { groups: groups.length, people })}
            </Button>
          )}
          <LinkButton kind="quiet" href={paths.show({ compositionId: composition.id })}>
            {t('compositions.back')}
          </LinkButton>
        </Actions>
      </Form>
    </StaffLayout>
  )
}

function Obstacles({ obstacles }: Props) {
  const { t } = useView()
  if (obstacles.length === 0) return null
  return (
    <Notice kind="warning" title={t('compositions.confirm.inTheWay', { count: obstacles.length })} testId="obstacles">
      <ul>
        {obstacles.map(({ key, params, group }) => (
          <li key={`${key} ${JSON.stringify(params)} ${group}`}>
            {group && <strong class="block">{group}</strong>}
            {t(key as MessageKey, params)}
          </li>
        ))}
      </ul>
      <p>{t('compositions.confirm.instead')}</p>
    </Notice>
  )
}

const offerWords: Record<OfferFact, MessageKey> = {
  language: 'groups.language',
  place: 'compositions.offer.place',
  slots: 'groups.halfDays',
  min: 'compositions.offer.min',
  max: 'compositions.offer.max',
  childcareSeats: 'compositions.offer.childcareSeats',
}

/** No rule is broken, but the plan was made with other answers. */
function Changes({ changes }: { changes: readonly Change[] }) {
  const { t, lang } = useView()
  if (changes.length === 0) return null
  const list = new Intl.ListFormat(lang, { type: 'unit', style: 'short' })
  const words = (change: Change) =>
    change.of === 'person'
      ? change.what.map((question: Question) => t(wordOf[question]))
      : change.what.map((fact) => t(offerWords[fact]))
  return (
    <Notice kind="info" title={t('compositions.confirm.changes')} testId="changes">
      <ul>
        {changes.map((change) => (
          <li key={`${change.of} ${change.name}`}>
            {t('compositions.confirm.change', { name: change.name, what: list.format(words(change)) })}
          </li>
        ))}
      </ul>
    </Notice>
  )
}

function Group({ offer, people, plan, conflicts, coaches }: GroupToMake & Pick<Confirming, 'coaches'>) {
  const { t, lang, date } = useView()
  return (
    <Section title={offer.name} card>
      <Facts
        columns
        facts={[
          { label: t('groups.language'), value: languageName(offer.language, lang) },
          {
            label: t('groups.dates'),
            value:
              plan &&
              t('compositions.confirm.dates', {
                from: date(plan.halfDays[0]!.date),
                to: date(plan.endsOn),
                count: plan.halfDays.length,
              }),
          },
          { label: t('groups.part.coach'), value: offer.coachId && coaches.get(offer.coachId) },
          {
            label: t('compositions.offer.where'),
            value: [offer.site ?? offer.place, offer.room].filter(Boolean).join(', '),
          },
          { label: t('groups.places'), value: t('groups.places.taken', { taken: people.length, capacity: offer.max }) },
        ]}
      />
      {plan && <SkippedDays skipped={plan.skipped} />}
      {conflicts.length > 0 && (
        <Notice kind="warning">
          <ConflictList conflicts={conflicts} />
        </Notice>
      )}
      <ul class="names" data-testid="group-people">
        {people
          .toSorted((a, b) => a.name.localeCompare(b.name, lang))
          .map((one) => (
            <li key={one.enrolmentId}>{one.name}</li>
          ))}
      </ul>
    </Section>
  )
}
