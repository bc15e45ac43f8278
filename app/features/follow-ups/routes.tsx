import { appointmentRoutes } from './routes/appointments.tsx'
import { ownRoutes } from './routes/own.tsx'
import { procedureRoutes } from './routes/procedures.tsx'
import { showRoutes } from './routes/show.tsx'
import { situationRoutes } from './routes/situations.tsx'

export const routes = [...showRoutes, ...appointmentRoutes, ...procedureRoutes, ...situationRoutes, ...ownRoutes]
