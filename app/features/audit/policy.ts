import { policy } from '../../shared/http/policy.ts'

/** The person alone, with their PIN; the database shows them no entries but their own. */
export const mayReadOwn = policy('audit.readOwn', ['card'])
