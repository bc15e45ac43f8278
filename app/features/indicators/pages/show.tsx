import type { FundingAct } from '../../../blueprints/parts/funding.ts'
import type { MessageKey } from '../../../shared/i18n/i18n.ts'
import {
  Button,
  Disclosure,
  Field,
  Filters,
  Form,
  type FormState,
  LinkButton,
  Section,
  StaffLayout,
  Table,
  Tabs,
  Tag,
  useView,
} from '../../../shared/ui/index.ts'
import { paths as funding } from '../../funding/paths.ts'
import { paths as programmes } from '../../programmes/paths.ts'
import { type Programme, titleIn } from '../../programmes/programme.ts'
import type { Counted, Period, Result } from '../indicator.ts'
import { genderKeys } from '../indicator.ts'
import { paths } from '../paths.ts'

type Props = {
  programme: Programme
  acts: readonly FundingAct[]
  act: FundingAct
  period: Period
  results: Result[]
  /** The indicator that is being entered by hand, with what was typed. */
  state?: FormState & { code: string }
}

/** The figures that a fund asks for, each with its definition and the list behind it. */
export function IndicatorsPage({ programme, acts, act, period, results, state }: Props) {
  const { t, lang, date } = useView()
  const of = { programmeId: programme.id }
  const counted = results.flatMap((one) => ('counted' in one ? [one] : []))
  const byHand = results.flatMap((one) => ('byHand' in one ? [one] : []))
  const rest = results.flatMap((one) => ('notComputed' in one ? [one] : []))
  const people = (code: string, genders?: string) =>
    paths.people({ ...of, code }, { act, ...period, ...(genders ? { gender: genders } : {}) })
  const bands = counted[0]?.counted.ages ?? []
  return (
    <StaffLayout
      title={t('indicators.title')}
      crumbs={[
        { href: programmes.list(), label: t('programmes.list.title') },
        { href: programmes.show(of), label: titleIn(programme, lang) },
        { href: funding.overview(of), label: t('funding.title') },
      ]}
      lead={t('indicators.lead', { from: date(period.from), to: date(period.to) })}
      actions={
        <>
          <LinkButton href={paths.register(of, period)} testId="to-register">
            {t('indicators.register.title')}
          </LinkButton>
          <LinkButton
            icon="download"
            href={funding.disclose(of, { kind: 'indicators', ...period })}
            testId="disclose-indicators"
          >
            {t('funding.disclose.link')}
          </LinkButton>
        </>
      }
      invalid={Object.keys(state?.errors ?? {}).length > 0}
      width="wide"
    >
      <Tabs
        label={t('indicators.acts')}
        items={acts.map((one) => ({
          href: paths.show(of, { act: one, ...period }),
          label: t(`indicators.act.${one}`),
          current: one === act,
        }))}
      />
      <Filters action={paths.show(of)}>
        <input type="hidden" name="act" value={act} />
        <Field name="from" type="date" label={t('funding.from')} value={period.from} />
        <Field name="to" type="date" label={t('funding.to')} value={period.to} />
      </Filters>
      <p class="hint">{t('indicators.once')}</p>
      <Section title={t('indicators.computed')}>
        <Table
          caption={t(`indicators.cite.${act}`)}
          rows={counted}
          rowKey={({ code }) => code}
          wide
          testId="indicators"
          columns={[
            { label: t('indicators.indicator'), head: true, cell: (one) => <Named {...one} /> },
            {
              label: t('indicators.total'),
              number: true,
              cell: ({ code, counted: { total } }) => (
                <a
                  href={people(code)}
                  data-testid={`figure-${code}`}
                  aria-label={t('indicators.listOf', { code, total })}
                >
                  <strong>{total}</strong>
                </a>
              ),
            },
            ...genderKeys.map((key) => ({
              label: t(`indicators.gender.${key}`),
              number: true,
              cell: ({ counted: { genders } }: { counted: Counted }) => genders[key],
            })),
            ...(act === 'amif'
              ? bands.map(({ key }, i) => ({
                  label: t(`indicators.age.${key}` as MessageKey),
                  number: true,
                  cell: ({ counted: { ages } }: { counted: Counted }) => ages[i]!.count,
                }))
              : []),
            { label: t('indicators.notDisclosed'), number: true, cell: (one) => one.counted.notDisclosed },
            { label: t('indicators.unknown'), number: true, cell: (one) => one.counted.unknown },
          ]}
        />
      </Section>
      {byHand.length > 0 && (
        <Section title={t('indicators.byHand')}>
          <Table
            caption={t('indicators.byHand')}
            hideCaption
            rows={byHand}
            rowKey={({ code }) => code}
            testId="indicators-by-hand"
            columns={[
              { label: t('indicators.indicator'), head: true, cell: (one) => <Named {...one} /> },
              { label: t('indicators.total'), number: true, cell: (one) => one.byHand?.value ?? '–' },
              {
                label: t('indicators.enter'),
                cell: (one) => (
                  <Disclosure summary={t('indicators.enter')} open={state?.code === one.code}>
                    <Form
                      inline
                      id={`enter-${one.code}`}
                      action={paths.people({ ...of, code: one.code })}
                      {...(state?.code === one.code
                        ? state
                        : { values: { value: String(one.byHand?.value ?? ''), note: one.byHand?.note ?? '' } })}
                    >
                      <Field name="value" type="number" min={0} label={t('indicators.value')} />
                      <Field name="note" label={t('indicators.note')} optional />
                      <Button label={t('indicators.enter.of', { code: one.code })} testId={`enter-${one.code}`}>
                        {t('funding.save')}
                      </Button>
                    </Form>
                  </Disclosure>
                ),
              },
            ]}
          />
        </Section>
      )}
      {rest.length > 0 && (
        <Section title={t('indicators.notComputed')}>
          <Table
            caption={t('indicators.notComputed')}
            hideCaption
            rows={rest}
            rowKey={({ code }) => code}
            testId="indicators-not-computed"
            columns={[
              { label: t('indicators.indicator'), head: true, cell: (one) => <Named {...one} /> },
              { label: t('indicators.reason'), cell: (one) => t(`indicators.why.${one.notComputed}`) },
            ]}
          />
        </Section>
      )}
    </StaffLayout>
  )
}

/** Code and wording of an indicator, how it is counted, and whether its wording was read in the act. */
function Named({ code, isVerified }: Pick<Result, 'code' | 'isVerified'>) {
  const { t } = useView()
  return (
    <>
      {t('indicators.named', { code, label: t(`indicators.label.${code}` as MessageKey) })}{' '}
      {!isVerified && <Tag>{t('indicators.unverified')}</Tag>}
      <p class="hint">{t(`indicators.definition.${code}` as MessageKey)}</p>
    </>
  )
}
