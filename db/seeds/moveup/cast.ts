// A second town and those who work there: Lindebourg (French) and Lindeburg (Dutch) are one. All of it is invented.
import type { StaffRole } from '../../../app/shared/http/actor.ts'

export const town = { fr: 'Lindebourg', nl: 'Lindeburg', postalCode: '1999' }

export type House = 'centre' | 'association'
export const houses = {
  centre: {
    name: 'Centre public / Openbaar centrum',
    kind: 'social-service',
    phone: '02 000 10 00',
  },
  association: { name: 'Parole ouverte / Open Woord', kind: 'association', phone: '02 000 20 00' },
} as const satisfies Record<House, object>

export type Colleague = {
  name: string
  role: StaffRole
  house: House
  language: 'fr' | 'nl'
  /** A trainer's field of origin. */
  field?: string
}

export const cast = {
  pauline: { name: 'Pauline Verstraeten', role: 'coordinator', house: 'centre', language: 'fr' },
  joris: { name: 'Joris Maes', role: 'programme-office', house: 'centre', language: 'nl' },
  amandine: { name: 'Amandine Delvaux', role: 'social-worker', house: 'centre', language: 'fr' },
  hilde: { name: 'Hilde Van Acker', role: 'social-worker', house: 'centre', language: 'nl' },
  karim: { name: 'Karim Ouali', role: 'social-worker', house: 'centre', language: 'fr' },
  sofie: { name: 'Sofie Lambrecht', role: 'social-worker', house: 'centre', language: 'nl' },
  benoit: { name: 'Benoît Masson', role: 'coach', house: 'centre', language: 'fr', field: 'Formation d’adultes' },
  nele: {
    name: 'Nele De Smedt',
    role: 'coach',
    house: 'association',
    language: 'nl',
    field: 'Nederlands voor anderstaligen',
  },
  ines: { name: 'Inès Baeyens', role: 'trainee', house: 'centre', language: 'fr' },
} as const satisfies Record<string, Colleague>

export type ColleagueKey = keyof typeof cast

/** An invented address at a domain that nobody can own. */
export const emailOf = (key: ColleagueKey): string => `${key}@lindebourg.example`
