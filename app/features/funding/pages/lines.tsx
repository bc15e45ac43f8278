import { costBases, eligibilities } from '../../../blueprints/parts/funding.ts'
import {
  Actions,
  Button,
  Disclosure,
  Field,
  Fieldset,
  Form,
  type FormState,
  Hidden,
  Notice,
  useView,
} from '../../../shared/ui/index.ts'
import type { Programme } from '../../programmes/programme.ts'
import { mostLines, rowCount, spare } from '../form.ts'
import type { LineSet } from '../funding.ts'
import { paths } from '../paths.ts'
import type { Gap } from '../rules/lines.ts'
import { FundingFrame, useMoney } from './frame.tsx'

type Props = { programme: Programme; sets: LineSet[]; gaps: Gap[]; state: FormState }

/** All lines at once: what adds up is changed together. */
export function LinesPage({ programme, sets, gaps, state }: Props) {
  const { t, date } = useView()
  const { percent } = useMoney(programme)
  const count = rowCount(state.values)
  const wrong = Object.keys(state.errors ?? {}).length > 0
  return (
    <FundingFrame
      programme={programme}
      part="lines"
      title={t('funding.lines.title')}
      lead={t('funding.lines.lead')}
      invalid={wrong}
    >
      <GapNotice programme={programme} gaps={gaps} />
      <Form action={paths.lines({ programmeId: programme.id })} {...state} testId="funding-lines">
        {Array.from({ length: Math.min(mostLines, count + spare) }, (_, i) => {
          const name = (field: string) => `lines.${i}.${field}`
          const optional = i >= count
          return (
            <Fieldset key={i} legend={t('funding.lines.number', { number: i + 1 })} columns>
              <Hidden name={name('key')} value={String(state.values?.[name('key')] ?? '')} />
              <Field name={name('funder')} label={t('funding.lines.funder')} optional={optional} />
              <Field
                name={name('share')}
                label={t('funding.lines.share')}
                inputmode="decimal"
                width="short"
                unit="%"
                optional={optional}
              />
              <Field
                name={name('base')}
                type="select"
                value="staff"
                label={t('funding.lines.base')}
                options={costBases.map((value) => ({ value, label: t(`funding.base.${value}`) }))}
              />
              <Field name={name('fte')} label={t('funding.lines.fte')} inputmode="decimal" width="short" optional />
              <Field name={name('from')} type="date" label={t('funding.from')} optional={optional} />
              <Field name={name('to')} type="date" label={t('funding.to')} optional={optional} />
              <Field
                name={name('eligibility')}
                type="select"
                value="everyone"
                label={t('funding.lines.eligibility')}
                options={eligibilities.map((value) => ({ value, label: t(`funding.eligibility.${value}`) }))}
              />
              <Field name={name('words')} label={t('funding.lines.eligibilityWords')} optional />
            </Fieldset>
          )
        })}
        <p class="hint">{t('funding.lines.rows')}</p>
        <Actions>
          <Button kind="primary" testId="save-lines">
            {t('funding.lines.save')}
          </Button>
          <Button name="keep" value="draft" testId="save-lines-draft">
            {t('funding.lines.saveDraft')}
          </Button>
        </Actions>
        <p class="hint">{t('funding.lines.draftHint')}</p>
      </Form>
      {sets.length > 0 && (
        <Disclosure summary={t('funding.lines.versions', { count: sets.length })}>
          <ol class="themes">
            {sets.map((set) => (
              <li key={set.id}>
                <strong>
                  {t(set.isComplete ? 'funding.lines.version' : 'funding.lines.versionDraft', {
                    number: set.number,
                    date: date(set.savedOn),
                    name: set.savedBy,
                  })}
                </strong>
                <ul>
                  {set.lines.map((line) => (
                    <li key={line.key}>
                      {t('funding.lines.inWords', {
                        funder: line.funder,
                        share: percent(line.share),
                        base: t(`funding.base.${line.costBase}`),
                        from: date(line.from),
                        to: date(line.to),
                      })}
                    </li>
                  ))}
                </ul>
              </li>
            ))}
          </ol>
        </Disclosure>
      )}
    </FundingFrame>
  )
}

/** On which days the shares do not add up, for drafts. */
export function GapNotice({ programme, gaps }: { programme: Programme; gaps: Gap[] }) {
  const { t, date } = useView()
  const { percent } = useMoney(programme)
  if (gaps.length === 0) return null
  return (
    <Notice kind="warning" title={t('funding.lines.notWhole')} testId="lines-gaps">
      <ul>
        {gaps.map((gap) => (
          <li key={`${gap.costBase}${gap.from}`}>
            {t('funding.lines.gapLine', {
              base: t(`funding.base.${gap.costBase}`),
              from: date(gap.from),
              to: date(gap.to),
              sum: percent(gap.sum),
            })}
          </li>
        ))}
      </ul>
    </Notice>
  )
}
