import { spawn } from 'node:child_process'
import { projectNode, root } from './project.js'

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']

/** Runs a script on the project's Node, hands signals on, answers with its exit code. */
export function runOnProjectNode(script, args, { env = {} } = {}) {
  const child = spawn(projectNode(), ['--enable-source-maps', script, ...args], {
    stdio: 'inherit',
    env: { ...process.env, ...env },
  })
  return ended(child)
}

/** Runs the site. It holds a channel to us, so it also stops when we are killed, and we when npm is. */
export function runSite(args) {
  const child = spawn(projectNode(), ['--enable-source-maps', `${root}/build/server.js`, ...args], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  })
  if (process.env.npm_lifecycle_event) stopWithParent(child)
  return ended(child)
}

function ended(child) {
  for (const signal of signals) process.on(signal, () => child.kill(signal))
  return new Promise((done) => {
    child.on('error', (error) => {
      console.error(error.message)
      done(1)
    })
    child.on('exit', (code) => done(code ?? 1))
  })
}

function stopWithParent(child) {
  const parent = process.ppid
  setInterval(() => process.ppid !== parent && child.kill('SIGTERM'), 250).unref()
}
