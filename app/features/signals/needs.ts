import { type Need, type NeedReader, need } from '../today/need.ts'
import { paths } from './paths.ts'
import { byUrgency, hasNews, isLate } from './rules.ts'
import { listNotedBy, listOpen } from './store.ts'
import { type ShownSignal, themeLabel, urgencyLabel, viewSignals } from './view.ts'

/** For whoever a signal went to: what to settle, the most urgent first. For whoever noted it: answers not yet seen. */
export const needs: NeedReader[] = [
  {
    roles: ['social-worker', 'coach'],
    order: 20,
    async read({ tx, actor, words: { t, date, lang }, today, services }) {
      const open = await viewSignals(tx, await listOpen(tx, services.vault))
      const mine = open.filter(({ receiver }) => receiver?.userId === actor.id)
      return [
        need(
          { key: 'signals', title: 'signals.need', more: paths.list() },
          mine
            .toSorted((a, b) => byUrgency(a.signal, b.signal))
            .map(({ signal, plan }) => ({
              key: signal.id,
              title: t('signals.show.title', { theme: themeLabel(plan, signal.theme, lang), name: signal.person }),
              note: t('signals.need.note', {
                state: t(`signals.state.${signal.state}`),
                urgency: urgencyLabel(plan, signal.urgency, lang),
                date: date(signal.dueOn),
              }),
              late: isLate(signal, today),
              href: paths.show({ signalId: signal.id }),
            })),
        ),
      ]
    },
  },
  {
    roles: ['coach', 'trainee'],
    order: 30,
    async read({ tx, actor, words: { t, lang }, services }) {
      const noted = await viewSignals(tx, await listNotedBy(tx, services.vault, actor.id))
      const news = noted.filter(({ signal }) => hasNews(signal))
      const nobody = noted.filter(({ signal, receiver }) => signal.state !== 'settled' && !receiver)
      const item = ({ signal, plan }: ShownSignal, note: string) => ({
        key: signal.id,
        title: t('signals.show.title', { theme: themeLabel(plan, signal.theme, lang), name: signal.person }),
        note,
        href: paths.show({ signalId: signal.id }),
      })
      const answered: Need = need(
        { key: 'signal-answers', title: 'signals.need.answers', more: paths.list() },
        news.map((one) => ({
          ...item(one, t(`signals.state.${one.signal.state}`)),
          acts: [
            {
              label: t('signals.seen'),
              post: paths.receipt({ signalId: one.signal.id }),
              fields: {},
              testId: 'signal-seen',
            },
          ],
        })),
      )
      const without: Need = need(
        { key: 'signals-nobody', title: 'signals.need.nobody', more: paths.list() },
        nobody.map((one) => ({ ...item(one, t('signals.withNobody')), late: true })),
      )
      return [answered, without]
    },
  },
]
