import { policy } from '../../shared/http/policy.ts'

/** Only one's own notices are found at all. */
export const maySee = policy(
  'notices.see',
  ['coordinator', 'programme-office', 'coach', 'trainee', 'social-worker', 'measures-officer'],
  (_actor, _notice: { id: string }) => true,
)
