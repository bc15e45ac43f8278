import { textIn } from '../../../shared/i18n/text.ts'
import { Button, EmptyState, Form, Section, Status, Tag, Timeline, useView } from '../../../shared/ui/index.ts'
import type { Opened } from '../../../shared/vault/vault.ts'
import { type Stretch, stepOf } from '../orientation.ts'
import { PassedOn } from '../parts/passed-on.tsx'
import { paths } from '../paths.ts'
import { type OrientationView, referralsDuring } from '../view.ts'
import type { Finding } from '../words.store.ts'

/** Feedback of each step to everyone before it, with who has seen it. */
export function Feedback({ feedback, enrolment, actorId }: OrientationView) {
  const { t, date } = useView()
  if (feedback.length === 0) return null
  return (
    <Section title={t('orientation.feedback')} id="feedback">
      <ul class="notes" data-testid="feedback">
        {feedback.map((one) => {
          const mine = one.to.find((to) => to.userId === actorId)
          return (
            <li key={one.id} class="stack-small">
              <Words opened={one.words} />
              <small>{t('orientation.feedback.by', { name: one.by, date: date(one.on) })}</small>
              <small class="tags">
                {one.to.map((to) => (
                  <Status key={to.userId} kind={to.seenOn ? 'done' : 'waiting'}>
                    {to.seenOn
                      ? t('orientation.feedback.seenBy', { name: to.name, date: date(to.seenOn) })
                      : t('orientation.feedback.notSeen', { name: to.name })}
                  </Status>
                ))}
              </small>
              {mine && mine.seenOn === null && (
                <Form
                  inline
                  id={`seen-${one.id}`}
                  action={paths.seen({ enrolmentId: enrolment.id, feedbackId: one.id })}
                >
                  <Button kind="primary" size="small" testId="feedback-seen">
                    {t('orientation.feedback.seen')}
                  </Button>
                </Form>
              )}
            </li>
          )
        })}
      </ul>
    </Section>
  )
}

/** All stretches, the latest first, with what was found in each. */
export function Way({ stretches, plan, findings, enrolment, can, partnerReferrals }: OrientationView) {
  const { t, lang, date } = useView()
  const past = stretches.filter((s) => s.endedOn !== null || findings.some((f) => f.stepId === s.id))
  return (
    <Section title={t('orientation.way')} id="way">
      {past.length === 0 && <EmptyState title={t('orientation.way.none')} />}
      <Timeline
        label={t('orientation.way')}
        events={past.toReversed().map((s) => ({
          key: String(s.position),
          when: date(s.endedOn ?? s.from),
          datetime: s.endedOn ?? s.from,
          title: t('orientation.way.title', {
            step: textIn(stepOf(plan, s.step)?.label ?? { en: s.step }, lang).text,
            result: t(`orientation.result.${resultOf(s)}`),
          }),
          ...((s.endedByName ?? s.ownerName) ? { who: (s.endedByName ?? s.ownerName)! } : {}),
          children: (
            <>
              {s.reason && (
                <p class="hint">{t('orientation.way.because', { reason: t(`orientation.reasons.${s.reason}`) })}</p>
              )}
              <PassedOn referrals={referralsDuring({ partnerReferrals }, s)} />
              {findings
                .filter((f) => f.stepId === s.id)
                .map((f) => (
                  <Found key={f.id} finding={f} plan={plan} enrolmentId={enrolment.id} canShare={can.share} />
                ))}
            </>
          ),
        }))}
      />
    </Section>
  )
}

const resultOf = (s: Stretch) => s.move ?? (s.state === 'at-step' ? 'running' : s.state)

function Found(props: { finding: Finding; plan: OrientationView['plan']; enrolmentId: string; canShare: boolean }) {
  const { t, lang, date } = useView()
  const { finding: f, plan } = props
  const point = plan.motivation.find((one) => one.key === f.motivation)
  return (
    <div class="stack-small" data-testid="finding">
      {(f.aim || point) && (
        <p class="tags">
          {f.aim && <Tag>{t('orientation.aim.tag', { answer: t(`orientation.aim.${f.aim}`) })}</Tag>}
          {point && <Tag>{t('orientation.motivation.tag', { point: textIn(point.label, lang).text })}</Tag>}
        </p>
      )}
      <Words opened={f.words} />
      <p>
        <small>{t('orientation.feedback.by', { name: f.by, date: date(f.on) })}</small>
      </p>
      {f.side === 'social' && f.sharedOn && (
        <p>
          <small>{t('orientation.shared.since', { date: date(f.sharedOn) })}</small>
        </p>
      )}
      {f.side === 'social' && !f.sharedOn && props.canShare && (
        <Form inline id={`share-${f.id}`} action={paths.share({ enrolmentId: props.enrolmentId, findingId: f.id })}>
          <Button kind="quiet" size="small" testId="share-finding">
            {t('orientation.share')}
          </Button>
        </Form>
      )}
    </div>
  )
}

function Words({ opened }: { opened: Opened }) {
  const { t } = useView()
  if (opened.state !== 'open') return <span class="unknown">{t(`vault.${opened.state}`)}</span>
  return (
    <p class="pre-line" dir="auto">
      {opened.text}
    </p>
  )
}
