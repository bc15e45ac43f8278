// How long a start takes: on an empty folder, again, and the demo built from nothing. The packages are installed already;
// a fresh clone adds their download. Run: node bench/start.ts
import { note, run, s, scratchFolder, start } from './lib.ts'

const folder = scratchFolder()
const demo = scratchFolder()
try {
  const first = await start(folder.dataDir)
  await first.stop()
  const later = await start(folder.dataDir)
  await later.stop()
  const built = run('bin/seed', ['demo'], demo.dataDir)
  note(
    'start',
    'Starts: limits are 60 s for a fresh clone (download included) and 4 s later; the demo 15 s',
    ['first', 'later', 'demo from nothing'],
    [s(first.ready), s(later.ready), s(built)],
  )
} finally {
  folder.remove()
  demo.remove()
}
