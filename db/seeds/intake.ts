// People become known to the social service, each on a day of their own.
import { paths } from '../../app/features/people/paths.ts'
import { town } from './cast.ts'
import type { Folk } from './folk.ts'
import { founded } from './programme.ts'
import { idIn, type Story, typedDay } from './story.ts'

export function openFile(story: Story, person: Folk, day: number): void {
  const { world } = story
  world.plan(world.workday(Math.max(day, founded + 1)), `person ${person.number}`, async () => {
    story.people.set(person.number, idIn(await world.post(story.as(person.holder), paths.create(), formOf(person))))
  })
}

const formOf = (person: Folk) => ({
  firstName: person.firstName,
  lastName: person.lastName,
  birthDate: person.birthDate && typedDay(person.birthDate),
  birthYear: person.birthDate ? null : person.birthYear,
  gender: person.gender,
  language: person.language,
  interpreter: person.interpreter,
  phone: person.phone,
  email: person.email,
  street: person.street,
  postalCode: person.street ? town.postalCode : null,
  town: person.street ? (person.groupLanguage === 'fr' ? 'Rivemont' : 'Uferwil') : null,
})
