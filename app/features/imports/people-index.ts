import {
  type LikenessReason,
  likelySame,
  likenessReasons,
  looseNameKey,
  nameKey,
  phoneKey,
} from '../people/matching.ts'
import type { PersonValues } from './imports.ts'

type Findable = Omit<PersonValues, 'firstName'> & { firstName: string; reference?: string }
type Likely<P> = { person: P; reason: LikenessReason }

const referenceKey = (reference: string | undefined) => (reference ?? '').replace(/\s+/g, '').toLowerCase()
/** Leading zeros are what spreadsheets take from a reference. */
const nearKey = (reference: string | undefined) => referenceKey(reference).replace(/^0+|[^\p{L}\p{N}]/gu, '')

/** People by everything a row may be recognised by, so that each row looks at a few and not at all. */
export class PeopleIndex<P extends Findable> {
  private readonly keys = new Map<string, P[]>()
  private readonly referenceOf: (person: P) => string | undefined

  constructor(people: P[], referenceOf: (person: P) => string | undefined) {
    this.referenceOf = referenceOf
    for (const person of people) this.add(person)
  }

  add(person: P): void {
    const reference = this.referenceOf(person)
    if (reference) this.put(`reference ${referenceKey(reference)}`, person)
    if (reference) this.put(`near ${nearKey(reference)}`, person)
    for (const key of likelyKeys(person)) this.put(key, person)
    this.put(`exact ${exactKey(person)}`, person)
  }

  private put(key: string, person: P): void {
    const list = this.keys.get(key)
    if (list) list.push(person)
    else this.keys.set(key, [person])
  }

  withReference(reference: string | undefined): P[] {
    return reference ? (this.keys.get(`reference ${referenceKey(reference)}`) ?? []) : []
  }

  /** Someone whose reference differs by zeros or signs only, and who is not called quite differently. */
  nearReference(self: Findable): P | undefined {
    const near =
      self.reference && nearKey(self.reference) ? (this.keys.get(`near ${nearKey(self.reference)}`) ?? []) : []
    return near.find(
      (person) => self.firstName === '' || looseNameKey(person) === looseNameKey(self) || likelySame(self, person),
    )
  }

  exact(self: Findable): P[] {
    return self.birthDate ? (this.keys.get(`exact ${exactKey(self)}`) ?? []) : []
  }

  /** Everyone likelier than chance to be the same, the surest first. */
  likely(self: Findable): Likely<P>[] {
    if (!self.firstName) return []
    const candidates = new Set(likelyKeys(self).flatMap((key) => this.keys.get(key) ?? []))
    const found = Array.from(candidates).flatMap((person): Likely<P>[] => {
      const reason = likelySame(self, person)
      return reason ? [{ person, reason }] : []
    })
    return found.sort((a, b) => certainty(a.reason) - certainty(b.reason))
  }
}

const certainty = (reason: LikenessReason) => likenessReasons.indexOf(reason)

const exactKey = (person: Findable) => `${nameKey(person)}|${person.birthDate ?? ''}`

/** Two people who are likely the same share one of these: likeness without a common birth date needs the name or the contact. */
function likelyKeys(person: Findable): string[] {
  const keys = [`name ${looseNameKey(person)}`]
  if (person.birthDate) keys.push(`born ${person.birthDate}`)
  const phone = phoneKey(person.phone)
  if (phone) keys.push(`phone ${phone}`)
  if (person.email) keys.push(`email ${person.email.trim().toLowerCase()}`)
  return keys
}
