import { textIn } from '../../../shared/i18n/text.ts'
import { Actions, Button, Disclosure, Field, Form, Hidden, Section, useView } from '../../../shared/ui/index.ts'
import { reasons } from '../enrolment.ts'
import { paths } from '../paths.ts'
import { moves, needsReason, offeredKinds } from '../stages.ts'
import type { EnrolmentView } from './enrolment.tsx'

/** The next steps as buttons of their own; everything that needs a reason is one fold away. */
export function MoveForm({ enrolment, programme, inGroup, state }: EnrolmentView) {
  const { t, lang, today } = useView()
  const from = enrolment.stage.kind
  const offered = new Set(offeredKinds(from, inGroup))
  const stages = programme.settings.stages.filter((s) => s.key !== enrolment.stage.key && offered.has(s.kind))
  const plain = stages.filter((s) => !needsReason(moves[from][s.kind]!, s.kind))
  const withReason = stages.filter((s) => needsReason(moves[from][s.kind]!, s.kind))
  const own = state?.form === 'move' ? state : undefined
  const action = paths.move({ enrolmentId: enrolment.id })
  const option = (s: (typeof stages)[number]) => ({ value: s.key, label: textIn(s.label, lang).text })
  if (stages.length === 0) return null
  return (
    <Section title={t('referrals.move')} card>
      {plain.length > 0 && (
        <Form id="forward" action={action} label={t('referrals.move.today')}>
          <Hidden name="on" value={today} />
          <Actions>
            {plain.map((s, i) => (
              <Button
                key={s.key}
                kind={i === 0 ? 'primary' : 'secondary'}
                name="to"
                value={s.key}
                testId={`move-${s.kind}`}
              >
                {textIn(s.label, lang).text}
              </Button>
            ))}
          </Actions>
        </Form>
      )}
      <Disclosure summary={t('referrals.move.other')} open={Boolean(own) || plain.length === 0}>
        <Form id="move" action={action} values={own?.values ?? { on: today }} errors={own?.errors} testId="move-form">
          <Field
            name="to"
            type="select"
            width="full"
            label={t('referrals.move.to')}
            empty={t('referrals.choose')}
            options={[...withReason, ...plain].map(option)}
          />
          <Field name="on" type="date" label={t('referrals.on')} max={today} />
          <Field
            name="reason"
            type="select"
            width="full"
            label={t('referrals.move.reason')}
            optional={withReason.length === 0}
            empty={t('referrals.choose')}
            options={reasons.map((value) => ({ value, label: t(`referrals.reasons.${value}`) }))}
          />
          <Field
            name="words"
            type="textarea"
            rows={2}
            label={t('referrals.move.words')}
            hint={t('referrals.move.words.hint')}
            optional
          />
          <Actions>
            <Button testId="move">{t('referrals.move.do')}</Button>
          </Actions>
        </Form>
      </Disclosure>
    </Section>
  )
}
