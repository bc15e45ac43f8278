import type { ComponentChildren } from 'preact'
import { infoSections } from '../../../blueprints/blueprint.ts'
import { isLanguage, languageNames } from '../../../shared/i18n/languages.ts'
import { textIn } from '../../../shared/i18n/text.ts'
import {
  Columns,
  Facts,
  type FormState,
  LinkButton,
  Refusal,
  Section,
  StaffLayout,
  type Step,
  Steps,
  Timeline,
  useView,
} from '../../../shared/ui/index.ts'
import type { Opened } from '../../../shared/vault/vault.ts'
import { paths as peoplePaths } from '../../people/paths.ts'
import { paths as programmePaths } from '../../programmes/paths.ts'
import { blueprintOf, type Programme, stageLabel, titleIn } from '../../programmes/programme.ts'
import type { ContactAttempt, Enrolment, Reason, StageRecord } from '../enrolment.ts'
import type { Next } from '../next.ts'
import { NextLine } from '../parts/next-line.tsx'
import { StageStatus } from '../parts/stage.tsx'
import { Tags } from '../parts/tags.tsx'
import { paths } from '../paths.ts'
import type { InstrumentMoment, MotivationTalk, Referral } from '../referral-store.ts'
import { isEnd } from '../stages.ts'
import { Attempts, Talks } from './contacts.tsx'
import { MoveForm } from './move.tsx'

export type EnrolmentView = {
  enrolment: Enrolment
  name: string
  programme: Programme
  next: Next | null
  inGroup: boolean
  stages: StageRecord[]
  reasonWords: Map<string, string>
  attempts: ContactAttempt[]
  referral: Referral | undefined
  talks: MotivationTalk[]
  answered: { instrument: string; moment: InstrumentMoment; on: string }[]
  can: {
    move: boolean
    attempt: boolean
    talk: boolean
    readWords: boolean
    positioning: boolean
    answers: readonly InstrumentMoment[]
  }
  /** The form that came back, and which. */
  state?: FormState & { form: 'move' | 'attempt' | 'talk' }
  refusal?: { key: string; params?: Readonly<Record<string, string | number>> }
}

/** A person in a programme: where they stand, what comes next, how it came to that. */
export function EnrolmentPage(view: EnrolmentView) {
  const { enrolment, programme, name, can } = view
  const { t, lang } = useView()
  const label = stageLabel(programme.settings.stages, enrolment.stage.key, lang)
  const title = t('referrals.enrolment.title', { name, programme: titleIn(programme, lang) })
  return (
    <StaffLayout
      title={title}
      crumbs={[
        { href: peoplePaths.list(), label: t('people.list.title') },
        { href: peoplePaths.show({ personId: enrolment.personId }), label: name },
      ]}
      invalid={Object.keys(view.state?.errors ?? {}).length > 0}
      actions={
        can.positioning && (
          <LinkButton href={paths.positioning({ personId: enrolment.personId })}>
            {t('referrals.positioning')}
          </LinkButton>
        )
      }
    >
      {view.refusal && <Refusal reason={view.refusal} />}
      <NextLine next={view.next} />
      <Steps label={t('referrals.way')} steps={useWay(view)} />
      <Columns
        main={
          <>
            {can.attempt && !isEnd(enrolment.stage.kind) && <Attempts {...view} />}
            <Words {...view} />
            <Talks {...view} />
            <History {...view} />
          </>
        }
        aside={
          <>
            <Section title={t('referrals.enrolment.now')} card>
              <Facts
                facts={[
                  { label: t('referrals.stage'), value: <StageStatus kind={enrolment.stage.kind} label={label} /> },
                  ...useBasics(view),
                ]}
              />
            </Section>
            {can.answers.length > 0 && (
              <Section title={t('referrals.answers')} card>
                <p class="quiet">{t('referrals.answers.hint')}</p>
                {can.answers.map((moment) => (
                  <p key={moment}>
                    <LinkButton
                      size="small"
                      href={paths.answers({ enrolmentId: enrolment.id, moment })}
                      testId={`answers-${moment}`}
                    >
                      {t(`referrals.answers.${moment}`)}
                    </LinkButton>
                  </p>
                ))}
              </Section>
            )}
            {can.move && <MoveForm {...view} />}
          </>
        }
      />
    </StaffLayout>
  )
}

function useBasics({ enrolment, programme, referral, answered }: EnrolmentView) {
  const { t, date, lang } = useView()
  const names = new Intl.DisplayNames([lang], { type: 'language' })
  return [
    { label: t('referrals.since'), value: date(enrolment.stage.on) },
    {
      label: t('referrals.programme'),
      value: <a href={programmePaths.show({ programmeId: programme.id })}>{titleIn(programme, lang)}</a>,
    },
    { label: t('referrals.groupLanguage'), value: enrolment.language && names.of(enrolment.language) },
    {
      label: t('referrals.referredBy'),
      value: referral && t('referrals.referredBy.on', { name: referral.referrer, date: date(referral.sentOn) }),
    },
    ...(answered.length > 0
      ? [
          {
            label: t('referrals.answered'),
            value: (
              <Tags
                words={answered.map((a) => ({
                  key: a.instrument + a.moment,
                  word: t(`referrals.moment.${a.moment}`, { date: date(a.on) }),
                }))}
              />
            ),
          },
        ]
      : []),
  ]
}

/** The stages of the programme with where this person stands; ends stand last and only when reached. */
function useWay({ enrolment, programme, stages }: EnrolmentView): Step[] {
  const { lang, date } = useView()
  const passed = new Map(stages.map((s) => [s.key, s.on]))
  const shown = programme.settings.stages.filter(
    (s) => (s.kind !== 'dropped' && s.kind !== 'never-started') || s.key === enrolment.stage.key,
  )
  const at = shown.findIndex((s) => s.key === enrolment.stage.key)
  return shown.map((s, i) => ({
    label: textIn(s.label, lang).text,
    state: i === at ? 'current' : i < at ? (passed.has(s.key) ? 'done' : 'skipped') : 'todo',
    ...(i <= at && passed.has(s.key) ? { note: date(passed.get(s.key)!) } : {}),
  }))
}

/** What was explained and said at the referral. The words are there for those with the notes class only. */
function Words({ referral, programme }: EnrolmentView) {
  const { t, date, lang } = useView()
  if (!referral) return null
  const { infoSheet } = blueprintOf(programme)
  const explained = infoSections.filter((name) => referral.explained.includes(name))
  return (
    <Section title={t('referrals.referral')}>
      <Facts
        facts={[
          ...(referral.words
            ? [
                { label: t('referrals.reason'), value: <Sealed opened={referral.words.reason} /> },
                {
                  label: t('referrals.expectation'),
                  value: referral.words.expectation && <Sealed opened={referral.words.expectation} quote />,
                },
              ]
            : []),
          {
            label: t('referrals.explained'),
            value:
              explained.length > 0 ? (
                <>
                  <Tags
                    words={explained.map((name) => ({ key: name, word: textIn(infoSheet[name].title, lang).text }))}
                  />
                  {referral.explainedOn && <small>{date(referral.explainedOn)}</small>}
                </>
              ) : undefined,
          },
          {
            label: t('referrals.sheetLanguage'),
            value: isLanguage(referral.sheetLanguage) ? languageNames[referral.sheetLanguage] : undefined,
          },
        ]}
      />
    </Section>
  )
}

/** Words under the person's key: as they were written, or why they can't be shown. */
export function Sealed({ opened, quote }: { opened: Opened; quote?: boolean }): ComponentChildren {
  const { t } = useView()
  if (opened.state !== 'open') return <span class="unknown">{t(`vault.${opened.state}`)}</span>
  return (
    <span class={quote ? 'said' : 'pre-line'} dir="auto">
      {opened.text}
    </span>
  )
}

function History({ stages, reasonWords, programme }: EnrolmentView) {
  const { t, date, lang } = useView()
  return (
    <Section title={t('referrals.history')}>
      <Timeline
        label={t('referrals.history')}
        events={stages.toReversed().map((s) => ({
          key: s.id,
          when: date(s.on),
          datetime: s.on,
          title: stageLabel(programme.settings.stages, s.key, lang),
          ...(s.enteredBy ? { who: s.enteredBy } : {}),
          children: (s.reason || reasonWords.has(s.id)) && (
            <p class="hint">
              {s.reason && t(`referrals.reasons.${s.reason as Reason}`)}
              {reasonWords.has(s.id) && <span class="pre-line"> {reasonWords.get(s.id)}</span>}
            </p>
          ),
        }))}
      />
    </Section>
  )
}
