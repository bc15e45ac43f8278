/**
 * What is asked about somebody because a funder counts it, at which moment, with the answers. "Not disclosed" is an answer to
 * each. Disability, minority and housing are not asked: they are of classes of their own, and nobody pays by them here.
 */
export const moments = ['entry', 'exit', 'later'] as const
/** `entry`: at registration. `exit`: within four weeks after leaving. `later`: six months after leaving. */
export type Moment = (typeof moments)[number]

export const notDisclosed = 'not-disclosed'

const labour = ['unemployed-under-6', 'unemployed-6-11', 'unemployed-12-plus', 'inactive', 'employed'] as const
const yesNo = ['yes', 'no'] as const

export type StatusKind = Readonly<{
  key: string
  moments: readonly Moment[]
  /** Besides `not-disclosed`. */
  values: readonly string[]
  /** Asked of those only who were under 18 on the day they were registered. */
  ofMinors?: true
  /** Asked of those only who worked at entry. */
  ofWorking?: true
  /** The answer that needs to say who issued the certificate. */
  issuerFor?: string
}>

export const statusKinds = [
  { key: 'labour', moments: ['entry', 'exit', 'later'], values: labour },
  { key: 'education', moments: ['entry'], values: ['isced-0-2', 'isced-3-4', 'isced-5-8'] },
  { key: 'third-country', moments: ['entry'], values: yesNo },
  { key: 'unaccompanied', moments: ['entry'], values: yesNo, ofMinors: true },
  { key: 'training', moments: ['exit'], values: yesNo },
  { key: 'qualification', moments: ['exit'], values: yesNo, issuerFor: 'yes' },
  { key: 'helpful', moments: ['exit'], values: yesNo },
  { key: 'better-work', moments: ['later'], values: yesNo, ofWorking: true },
] as const satisfies readonly StatusKind[]

export type StatusKindKey = (typeof statusKinds)[number]['key']
export type LabourStatus = (typeof labour)[number]

/** What is asked at a moment, of somebody of whom this is known. */
export const askedAt = (moment: Moment, { minor, worked }: { minor: boolean; worked: boolean }): StatusKind[] =>
  (statusKinds as readonly StatusKind[]).filter(
    (kind) => kind.moments.includes(moment) && (!kind.ofMinors || minor) && (!kind.ofWorking || worked),
  )
