import { expect, test } from 'vitest'
import { service, structure } from './given-files.ts'
import { validatorOf, wrongInService, wrongInStructure } from './schema.ts'

test('a record of the format has nothing wrong', () => {
  expect(wrongInStructure(structure(1))).toEqual([])
  expect(wrongInService(service(1))).toEqual([])
})

test.each([
  [{ nom: undefined }, 'nom', 'type'],
  [{ nom: 'Ab' }, 'nom', 'tooShort'],
  [{ nom: 'x'.repeat(151) }, 'nom', 'tooLong'],
  [{ nom: 12 }, 'nom', 'type'],
  [{ date_maj: '2026-02-30' }, 'date_maj', 'date'],
  [{ date_maj: null }, 'date_maj', 'type'],
  [{ siret: '123' }, 'siret', 'tooShort'],
  [{ siret: '1234567890123x' }, 'siret', 'form'],
  [{ code_postal: '2599' }, 'code_postal', 'tooShort'],
  [{ courriel: 'nobody' }, 'courriel', 'email'],
  [{ site_web: 'example.org' }, 'site_web', 'address'],
  [{ latitude: 'north' }, 'latitude', 'type'],
  [{ reseaux_porteurs: ['nobody-s'] }, 'reseaux_porteurs', 'choice'],
])('a structure with %j is told by its field', (more, field, why) => {
  expect(wrongInStructure(structure(1, more))).toMatchObject([{ field, why }])
})

test.each([
  [{ thematiques: ['numerique--rien'] }, 'thematiques', 'choice'],
  [{ thematiques: ['sante--addictions', 'sante--addictions'] }, 'thematiques', 'repeated'],
  [{ publics: [] }, 'publics', 'empty'],
  [{ nombre_semaines: 0 }, 'nombre_semaines', 'tooSmall'],
  [{ nombre_semaines: 1.5 }, 'nombre_semaines', 'type'],
  [{ frais: 'cher' }, 'frais', 'choice'],
  [{ zone_eligibilite: ['x'] }, 'zone_eligibilite', 'form'],
  [{ description: 'abc' }, 'description', 'tooShort'],
])('a service with %j is told by its field', (more, field, why) => {
  expect(wrongInService(service(1, more))).toMatchObject([{ field, why }])
})

test('what is missing is told, and two faults are two', () => {
  const { nom: _, ...without } = structure(1, { courriel: 'x' })
  expect(wrongInStructure(without).map(({ field, why }) => `${field} ${why}`)).toEqual([
    'nom required',
    'courriel email',
  ])
})

test('a schema that says more than is understood is not taken', () => {
  expect(() => validatorOf({ properties: { a: { oneOf: [] } as object } })).toThrow('oneOf')
})
