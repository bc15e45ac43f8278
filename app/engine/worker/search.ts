// The search as the site sees it: started, watched, stopped, waited for. The work is done on another thread, so that the site
// answers meanwhile.
import { Worker } from 'node:worker_threads'
import type { Composed, Options, Progress } from '../groups/compose.ts'
import type { WaitingList } from '../groups/list.ts'
import type { Proof } from '../groups/prove.ts'

export type SearchOptions = Omit<Options, 'clock' | 'stop' | 'onProgress'> &
  Readonly<{
    /** How long a proof may be looked for once the plan is there; 0 for none. */
    proveMs?: number
  }>

/** What came of a search. Nothing is thrown: whoever waits decides what to say. */
export type Outcome =
  | Readonly<{ kind: 'composed'; composed: Composed }>
  /** What is locked, or the limit of moves, leaves no plan. */
  | Readonly<{ kind: 'impossible'; code: 'pinned' | 'moves' }>
  /** The thread broke, or was ended from outside. */
  | Readonly<{ kind: 'failed'; error: Error }>

export type Search = Readonly<{
  /** The latest word about how far it is; undefined before the first. */
  progress: () => Progress | undefined
  /** Good enough: the best plan so far is the outcome. */
  stop: () => void
  outcome: Promise<Outcome>
  /** After the outcome; undefined without a proof asked for, or when none came. */
  proof: Promise<Proof | undefined>
  /** Ends the thread at once, whatever it does. */
  end: () => Promise<void>
}>

/** What the thread is given. */
export type Job = Readonly<{
  list: WaitingList
  search: Omit<SearchOptions, 'proveMs'>
  proveMs: number
  /** One 32-bit number; 1 says stop. */
  stop: SharedArrayBuffer
}>

/** What the thread says, in this order; after `impossible` nothing more. */
export type Message =
  | Readonly<{ kind: 'progress'; progress: Progress }>
  | Extract<Outcome, { kind: 'composed' | 'impossible' }>
  | Readonly<{ kind: 'proof'; proof: Proof }>

/** The thread's program: from source in tests, bundled beside the server on a site. */
const program = new URL(import.meta.url.endsWith('.ts') ? './search.worker.ts' : './search-worker.js', import.meta.url)

/** Starts a search on a thread of its own. `entry` is another program for the thread, for tests of what happens when it breaks. */
export function startSearch(list: WaitingList, options: SearchOptions, entry: URL = program): Search {
  const { proveMs = 0, ...search } = options
  const stop = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)
  const stopped = new Int32Array(stop)
  const outcome = Promise.withResolvers<Outcome>()
  const proof = Promise.withResolvers<Proof | undefined>()
  const worker = new Worker(entry, { workerData: { list, search, proveMs, stop } satisfies Job, name: 'compose' })
  let latest: Progress | undefined

  worker.on('message', (message: Message) => {
    if (message.kind === 'progress') latest = message.progress
    else if (message.kind === 'proof') proof.resolve(message.proof)
    else outcome.resolve(message)
  })
  const fail = (error: Error) => {
    outcome.resolve({ kind: 'failed', error })
    proof.resolve(undefined)
  }
  worker.on('error', fail)
  worker.on('messageerror', fail)
  worker.on('exit', () => fail(new Error('the search was ended')))
  return {
    progress: () => latest,
    stop: () => void Atomics.store(stopped, 0, 1),
    outcome: outcome.promise,
    proof: proof.promise,
    end: async () => void (await worker.terminate()),
  }
}
