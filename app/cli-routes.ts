import { allJobs, allRoutes } from './app.ts'
import type { Run } from './cli.ts'
import { exitCodes } from './shared/halt.ts'

/** `routes --json`: every route with its door, policy and actors, so that the permission matrix can be checked from outside. */
export const run: Run = async (_args, io) => {
  const table = [
    ...allRoutes.map(({ method, path, door, policy }) => ({
      method,
      path,
      door,
      policy: policy.name,
      actors: [...policy.actors],
    })),
    ...allJobs.map(({ name, policy }) => ({
      method: 'RUN',
      path: name,
      door: 'job',
      policy: policy.name,
      actors: [...policy.actors],
    })),
  ]
  io.answer(
    table,
    table.map(({ method, path, door, policy, actors }) => `${method} ${path}  ${door}  ${policy}  ${actors.join(' ')}`),
  )
  return exitCodes.ok
}
