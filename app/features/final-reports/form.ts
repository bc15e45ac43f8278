import type { FinalReportPlan, ProposalDirection } from '../../blueprints/parts/final-report.ts'
import { proposalDirections } from '../../blueprints/parts/final-report.ts'
import { fields, type Parsed, parseForm, type Typed, withErrors } from '../../shared/forms/forms.ts'
import { staffLanguages } from '../../shared/i18n/languages.ts'
import type { PlainDate } from '../../shared/time/dates.ts'
import { agreements, type Proposal, type ReadingSaid } from './report.ts'

/** Fields of a section that a draft keeps as they were typed. */
export const draftFields = ['words', 'withFacts', 'shared', 'proposal', 'partner', 'number'] as const
export const draftForm = (section: string) => `final-report:${section}`

export type SectionAnswer = {
  number: number
  words: string
  withFacts: boolean
  shared: boolean
  proposal: Proposal | undefined
}

/** `direction:kind` as one choice, so that the two always fit. */
export const proposalValue = ({ direction, kind }: Pick<Proposal, 'direction' | 'kind'>) => `${direction}:${kind}`

export const proposalOptions = (plan: FinalReportPlan) =>
  proposalDirections.map((direction) => ({
    direction,
    kinds: plan.proposals[direction].map((kind) => ({ ...kind, value: proposalValue({ direction, kind: kind.key }) })),
  }))

export function parseSection(
  typed: Typed,
  plan: FinalReportPlan,
  partners: readonly { referralId: string; name: string }[],
): Parsed<SectionAnswer> {
  const kinds = proposalOptions(plan).flatMap(({ kinds }) => kinds.map(({ value }) => value))
  const parsed = parseForm(
    {
      number: fields.integer(0, 100_000),
      words: fields.optionalText(10_000),
      withFacts: fields.checkbox(),
      shared: fields.checkbox(),
      proposal: fields.optionalChoice(kinds),
      partner: fields.optionalId(),
    },
    typed,
  )
  if (!parsed.ok) return parsed
  const { proposal, partner, words, ...rest } = parsed.value
  const named = partners.find(({ referralId }) => referralId === partner)
  if (partner && !named) return withErrors(parsed, { partner: { key: 'forms.choose' } })
  const [direction, kind] = (proposal ?? '').split(':') as [ProposalDirection, string]
  return {
    ok: true,
    typed,
    value: {
      ...rest,
      words: words ?? '',
      proposal: proposal ? { direction, kind, ...(named ? { partner: named } : {}) } : undefined,
    },
  }
}

export type ReadingAnswer = { reading: ReadingSaid; byId: string; revision: number }

/** A reading with the person, or why there was none. Who does not agree is asked for a remark, and may say none. */
export function parseReading(
  typed: Typed,
  professionals: readonly { userId: string }[],
  today: PlainDate,
): Parsed<ReadingAnswer> {
  const parsed = parseForm(
    {
      revision: fields.integer(0, 1_000_000),
      kind: fields.choice(['read', 'not-reached']),
      onDate: fields.optionalDate(),
      readBy: fields.id(),
      language: fields.optionalText(10),
      interpreter: fields.checkbox(),
      agreement: fields.optionalChoice(agreements),
      remark: fields.optionalText(4000),
      noRemark: fields.checkbox(),
      reason: fields.optionalText(1000),
    },
    typed,
  )
  if (!parsed.ok) return parsed
  const { revision, kind, readBy, language, interpreter, agreement, remark, noRemark, reason } = parsed.value
  const on = parsed.value.onDate ?? today
  if (!professionals.some(({ userId }) => userId === readBy))
    return withErrors(parsed, { readBy: { key: 'forms.choose' } })
  if (kind === 'not-reached') {
    if (!reason) return withErrors(parsed, { reason: { key: 'finalReports.reading.reasonMissing' } })
    return {
      ok: true,
      typed,
      value: { reading: { kind, on, reason }, byId: readBy, revision },
    }
  }
  if (!agreement) return withErrors(parsed, { agreement: { key: 'forms.choose' } })
  if ((agreement === 'in-part' || agreement === 'does-not') && !remark && !noRemark)
    return withErrors(parsed, { remark: { key: 'finalReports.reading.remarkMissing' } })
  const reading = { kind, on, language, interpreter, agreement, remark }
  return { ok: true, typed, value: { reading, byId: readBy, revision } }
}

export const parseSending = (typed: Typed) =>
  parseForm({ revision: fields.integer(0, 1_000_000), language: fields.choice(staffLanguages) }, typed)
