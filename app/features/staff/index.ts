import type { Feature } from '../features.ts'
import { routes as account } from './account/routes.tsx'
import { routes as secrets } from './account/secrets.routes.tsx'
import { routes as accounts } from './accounts/routes.tsx'
import { routes as institutions } from './institutions/routes.tsx'
import { routes as invitations } from './invitations/routes.tsx'
import { routes as joining } from './joining/routes.tsx'
import { paths } from './paths.ts'
import { mayListInstitutions, mayListStaff } from './policy.ts'
import { routes as signIn } from './sign-in/routes.tsx'

export const staff: Feature = {
  routes: [...signIn, ...account, ...secrets, ...accounts, ...invitations, ...joining, ...institutions],
  nav: [
    { path: paths.list, key: 'staff.list.title', icon: 'people', policy: mayListStaff },
    { path: paths.institutions, key: 'staff.institutions', icon: 'home', policy: mayListInstitutions },
  ],
}
