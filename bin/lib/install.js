import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { halt, root } from './project.js'

/**
 * Brings node_modules to what package-lock.json says, when it is not there yet. Looks at versions, not at dates: a
 * fresh clone, a `git pull` and a copied folder all come out right. A development install satisfies a plain start too,
 * and a plain start never takes it away.
 */
export async function ensurePackages({ dev, log = console.log }) {
  const wanted = packages('package-lock.json')
  const present = packages('node_modules/.package-lock.json')
  if (satisfied(wanted, present, dev)) return
  const withDev = dev || Object.values(present).some((entry) => entry.dev)
  await npmInstall(withDev, log)
}

function packages(file) {
  try {
    return JSON.parse(readFileSync(join(root, file), 'utf8')).packages
  } catch {
    return {}
  }
}

function satisfied(wanted, present, dev) {
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '' || (entry.dev && !dev) || !isForThisMachine(entry)) return true
    // npm leaves out what it finds no use for, e.g. the parts of a tool's build for another engine.
    if (entry.dev && entry.optional && !present[path]) return true
    return present[path]?.version === entry.version && present[path]?.integrity === entry.integrity
  })
}

const isForThisMachine = ({ os, cpu, libc }) =>
  fits(os, process.platform) && fits(cpu, process.arch) && fits(libc, isMusl() ? 'musl' : 'glibc')

const fits = (list, name) => list === undefined || [list].flat().includes(name)

const isMusl = () => process.platform === 'linux' && !process.report.getReport().header.glibcVersionRuntime

async function npmInstall(dev, log) {
  const length = dev ? 'about a minute' : 'about half a minute'
  log(`Installing the packages Passerelle is made of (${length}, only now) …`)
  const began = Date.now()
  const progress = setInterval(() => log(`  … ${Math.round((Date.now() - began) / 1000)} s`), 10_000)
  // Said in full, so that neither NODE_ENV nor a person's own npm settings change what is installed. No install script
  // is needed: the database's links are made at its start.
  const options = ['ci', dev ? '--include=dev' : '--omit=dev', '--include=optional', '--ignore-scripts']
  const quiet = ['--no-audit', '--no-fund', '--loglevel=error', '--no-progress', '--no-update-notifier']
  const { code, errors } = await npm([...options, ...quiet])
  clearInterval(progress)
  if (code === 0) return log(`Installed in ${Math.round((Date.now() - began) / 1000)} s.`)
  const said = errors
    .replace(/https?:\/\/\S+/g, '(the package registry)')
    .trim()
    .split('\n')
    .slice(0, 6)
  console.error(said.map((line) => `  ${line}`).join('\n'))
  return halt('The packages could not be installed. Is there a network? Then start again.', 1)
}

function npm(args) {
  const script = process.env.npm_execpath
  const [command, first] = script?.endsWith('.js') ? [process.execPath, [script]] : ['npm', []]
  const child = spawn(command, [...first, ...args], { cwd: root, stdio: ['ignore', 'ignore', 'pipe'] })
  let errors = ''
  child.stderr.on('data', (part) => {
    errors += part
  })
  return new Promise((done) => {
    child.on('error', (error) => done({ code: 1, errors: `npm: ${error.message}` }))
    child.on('close', (code) => done({ code, errors }))
  })
}
