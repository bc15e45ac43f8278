// Runs one search, and then its proof, on a thread of its own: both block theirs. Started by `search.ts`, which also says what
// the messages are. The search is stopped through shared memory: no message is read while it runs.
import { parentPort, workerData } from 'node:worker_threads'
import { compose, Impossible } from '../groups/compose.ts'
import { prove } from '../groups/prove.ts'
import type { Job, Message } from './search.ts'

const { list, search, proveMs, stop } = workerData as Job
const stopped = new Int32Array(stop)
const clock = () => performance.now()
const say = (message: Message) => parentPort!.postMessage(message)
/** Milliseconds between two words about how far it is: nobody reads faster. */
const pause = 100

let told = Number.NEGATIVE_INFINITY
try {
  const composed = compose(list, {
    ...search,
    clock,
    stop: () => Atomics.load(stopped, 0) === 1,
    onProgress(progress) {
      if (clock() - told < pause) return
      told = clock()
      say({ kind: 'progress', progress })
    },
  })
  say({ kind: 'composed', composed })
  if (proveMs > 0)
    say({ kind: 'proof', proof: await prove(list, composed.assignment, { ...search, budgetMs: proveMs }) })
} catch (error) {
  if (!(error instanceof Impossible)) throw error
  say({ kind: 'impossible', code: error.code })
}
