import { attendance } from './attendance.ts'
import { autosave } from './autosave.ts'
import { board } from './board.ts'
import { hotkeys } from './hotkeys.ts'
import { start } from './island.ts'
import { ratingKeys } from './rating-keys.ts'
import { readAloud } from './read-aloud.ts'
import { sessionWarning } from './session-warning.ts'
import { signals } from './signals.ts'
import { confirmOnce, dialog, print, theme, toastUndo } from './small.ts'
import { warnLeaving } from './warn-leaving.ts'
import { watch } from './watch.ts'

start({
  attendance,
  autosave,
  board,
  dialog,
  hotkeys,
  print,
  signals,
  theme,
  watch,
  'confirm-once': confirmOnce,
  'rating-keys': ratingKeys,
  'read-aloud': readAloud,
  'session-warning': sessionWarning,
  'toast-undo': toastUndo,
  'warn-leaving': warnLeaving,
})
