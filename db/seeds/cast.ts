// The town and those who work there. All of it is invented: Rivemont (French) and Uferwil (German) are one town.
import type { StaffRole } from '../../app/shared/http/actor.ts'

export const town = { name: 'Rivemont / Uferwil', postalCode: '2599' }

export type InstitutionKey = 'social-service' | 'integration-service' | 'programme-unit'

export const institutions: Record<InstitutionKey, { name: string; kind: InstitutionKey; phone: string }> = {
  'social-service': { name: 'Service social / Sozialdienst', kind: 'social-service', phone: '032 000 10 00' },
  'integration-service': {
    name: 'Insertion professionnelle / Fachstelle Arbeit',
    kind: 'integration-service',
    phone: '032 000 20 00',
  },
  'programme-unit': { name: 'FocusTravail / FokusArbeit', kind: 'programme-unit', phone: '032 000 30 00' },
}

export type Member = {
  key: string
  name: string
  role: StaffRole
  institution: InstitutionKey
  language: 'fr' | 'de'
  /** A coach's field of origin. */
  field?: string
  phone: string
}

const member = (
  key: string,
  name: string,
  role: StaffRole,
  institution: InstitutionKey,
  language: 'fr' | 'de',
  line: number,
  field?: string,
): Member => ({ key, name, role, institution, language, phone: `032 000 ${line} 0${line % 10}`, field })

export const cast = {
  mathias: member('mathias', 'Mathias Oppliger', 'administrator', 'social-service', 'de', 11),
  nathalie: member('nathalie', 'Nathalie Grosjean', 'social-worker', 'social-service', 'fr', 12),
  yasmina: member('yasmina', 'Yasmina Haddad', 'social-worker', 'social-service', 'fr', 13),
  tiago: member('tiago', 'Tiago Moreira', 'social-worker', 'social-service', 'fr', 14),
  reto: member('reto', 'Reto Zumbühl', 'social-worker', 'social-service', 'de', 15),
  sabine: member('sabine', 'Sabine Wüthrich', 'measures-officer', 'integration-service', 'de', 21),
  olivier: member('olivier', 'Olivier Chappatte', 'measures-officer', 'integration-service', 'fr', 22),
  helene: member('helene', 'Hélène Voisard', 'coordinator', 'programme-unit', 'fr', 31),
  brigitte: member('brigitte', 'Brigitte Känel', 'programme-office', 'programme-unit', 'de', 32),
  marc: member('marc', 'Marc Jolidon', 'coach', 'programme-unit', 'fr', 33, 'Formation d’adultes'),
  selin: member('selin', 'Selin Aydın', 'coach', 'programme-unit', 'fr', 34, 'Travail social'),
  lukas: member('lukas', 'Lukas Brönnimann', 'coach', 'programme-unit', 'de', 35, 'Holzhandwerk'),
  ivana: member('ivana', 'Ivana Petković', 'trainee', 'programme-unit', 'de', 36),
} as const satisfies Record<string, Member>

export type MemberKey = keyof typeof cast

/** An invented address at a domain that nobody can own. */
export const emailOf = (key: string): string => `${key}@rivemont.example`
