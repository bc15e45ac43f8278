import { autosave } from './autosave.ts'
import { start } from './island.ts'
import { leavePage } from './leave-page.ts'
import { readAloud } from './read-aloud.ts'
import { sessionWarning } from './session-warning.ts'
import { confirmOnce, kioskReturn } from './small.ts'

start({
  autosave,
  'confirm-once': confirmOnce,
  'kiosk-return': kioskReturn,
  'leave-page': leavePage,
  'read-aloud': readAloud,
  'session-warning': sessionWarning,
})
