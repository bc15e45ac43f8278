import { answerRoutes } from './routes/answers.tsx'
import { enrolmentRoutes } from './routes/enrolment.tsx'
import { mineRoutes } from './routes/mine.tsx'
import { positioningRoutes } from './routes/positioning.tsx'
import { referRoutes } from './routes/refer.tsx'
import { sheetRoutes } from './routes/sheet.tsx'
import { waitingRoutes } from './routes/waiting.tsx'

export const routes = [
  ...referRoutes,
  ...sheetRoutes,
  ...mineRoutes,
  ...enrolmentRoutes,
  ...answerRoutes,
  ...positioningRoutes,
  ...waitingRoutes,
]
