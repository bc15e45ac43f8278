import { directoryRoutes } from './routes/directory.tsx'
import { exchangeRoutes } from './routes/exchange.tsx'
import { referralRoutes } from './routes/referrals.tsx'

/** Addresses that name a page come before those that name a partner. */
export const routes = [...exchangeRoutes, ...directoryRoutes, ...referralRoutes]
