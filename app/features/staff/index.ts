import type { Feature } from '../features.ts'
import { routes as signIn } from './sign-in/routes.tsx'

export const staff: Feature = { routes: [...signIn] }
