import { languageNames, staffLanguages } from '../../../shared/i18n/languages.ts'
import {
  Actions,
  Button,
  EmptyState,
  Field,
  Fieldset,
  Form,
  type FormState,
  Notice,
  Section,
  Table,
  useView,
} from '../../../shared/ui/index.ts'
import type { Programme } from '../../programmes/programme.ts'
import { type Disclosure, type DisclosureKind, legalBases } from '../funding.ts'
import { paths } from '../paths.ts'
import { FundingFrame } from './frame.tsx'

type Props = {
  programme: Programme
  kinds: DisclosureKind[]
  funders: string[]
  made: Disclosure[]
  state: FormState
}

/** What leaves the site for a funder: on which legal basis, and what left before. */
export function DisclosePage({ programme, kinds, funders, made, state }: Props) {
  const { t, date } = useView()
  return (
    <FundingFrame
      programme={programme}
      part="disclose"
      title={t('funding.disclose.title')}
      lead={t('funding.disclose.lead')}
      invalid={Object.keys(state.errors ?? {}).length > 0}
    >
      <Notice>
        <p>{t('funding.disclose.exact')}</p>
      </Notice>
      <Form action={paths.disclose({ programmeId: programme.id })} {...state} testId="disclose-form">
        <Field
          name="kind"
          type="radio"
          label={t('funding.disclose.what')}
          options={kinds.map((value) => ({
            value,
            label: t(`funding.disclose.kind.${value}`),
            hint: t(`funding.disclose.hint.${value}`),
          }))}
          testId="disclose-kind"
        />
        <Fieldset legend={t('funding.period')} columns>
          <Field name="from" type="date" label={t('funding.from')} />
          <Field name="to" type="date" label={t('funding.to')} hint={t('funding.disclose.months')} />
        </Fieldset>
        <Field name="recipient" label={t('funding.disclose.recipient')} suggestions={funders} />
        <Field
          name="basis"
          type="radio"
          label={t('funding.disclose.basis')}
          options={legalBases.map((value) => ({ value, label: t(`funding.basis.${value}`) }))}
          testId="disclose-basis"
        />
        <Field
          name="basisWords"
          type="textarea"
          rows={2}
          label={t('funding.disclose.basisWords')}
          hint={t('funding.disclose.basisWords.hint')}
        />
        <Fieldset legend={t('funding.disclose.file')} columns>
          <Field
            name="language"
            type="select"
            label={t('funding.disclose.language')}
            options={staffLanguages.map((value) => ({ value, label: languageNames[value] }))}
          />
          <Field
            name="format"
            type="radio"
            row
            label={t('funding.disclose.format')}
            options={[
              { value: 'xlsx', label: 'XLSX' },
              { value: 'pdf', label: 'PDF' },
            ]}
            testId="disclose-format"
          />
        </Fieldset>
        <Actions>
          <Button kind="primary" icon="download" testId="disclose">
            {t('funding.disclose.do')}
          </Button>
        </Actions>
      </Form>
      <Section title={t('funding.disclose.made')}>
        <Table
          caption={t('funding.disclose.made')}
          hideCaption
          rows={made}
          rowKey={({ id }) => id}
          empty={<EmptyState title={t('funding.disclose.none')} />}
          wide
          testId="disclosures"
          columns={[
            { label: t('funding.disclose.when'), cell: (one) => date(one.madeOn) },
            {
              label: t('funding.disclose.what'),
              head: true,
              cell: (one) =>
                t('funding.disclose.made.what', {
                  what: t(`funding.disclose.kind.${one.kind}`),
                  from: date(one.from),
                  to: date(one.to),
                }),
            },
            { label: t('funding.disclose.recipient'), cell: (one) => one.recipient },
            {
              label: t('funding.disclose.basis'),
              cell: (one) =>
                t('funding.disclose.basisInWords', { basis: t(`funding.basis.${one.basis}`), words: one.basisWords }),
            },
            { label: t('funding.disclose.by'), cell: (one) => one.madeBy },
          ]}
        />
      </Section>
    </FundingFrame>
  )
}
