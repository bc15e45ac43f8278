// The public centre and the association join the site, each colleague by an invitation.
import { addInstitution } from '../../../app/features/staff/institutions/store.ts'
import { type Accounts, bringSecrets, join, settleIn } from '../accounts.ts'
import type { Session, World } from '../world.ts'
import { type ColleagueKey, cast, emailOf, type House, houses } from './cast.ts'

/** @param admin who sets up institutions that have no administrator of their own */
export async function openColleagues(world: World, admin: Session): Promise<Accounts<ColleagueKey>> {
  const homes = {} as Record<House, string>
  for (const house of Object.keys(houses) as House[])
    homes[house] = await world.as(admin, (tx) =>
      addInstitution(tx, { ...houses[house], languages: ['fr', 'nl'], region: 'BE' }),
    )
  const keys = Object.keys(cast) as ColleagueKey[]
  const brought = await bringSecrets(keys, world.random.branch('passwords of Lindebourg'))
  for (const key of keys)
    await join(world, admin, {
      member: { ...cast[key], email: emailOf(key) },
      secrets: brought.get(key)!.secrets,
      institutionId: homes[cast[key].house],
    })
  return settleIn(world, brought, (key) => ({
    name: cast[key].name,
    role: cast[key].role,
    institution: houses[cast[key].house].name,
    programmes: ['MOVE’UP'],
    email: emailOf(key),
  }))
}
