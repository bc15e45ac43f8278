import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { projectNode, root } from './project.js'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/** The path of a browser that runs here: the one asked for, an installed one, Playwright's, Debian's. */
export async function findChromium() {
  const asked = process.env.CHROMIUM_PATH
  if (asked && !runs(asked)) throw new Error(`CHROMIUM_PATH: ${asked} does not run.`)
  const found = asked ?? onPath() ?? downloaded()
  if (found) return found
  console.log('No Chromium here: getting one …')
  spawnSync(projectNode(), ['node_modules/playwright-core/cli.js', 'install', '--no-shell', 'chromium'], {
    cwd: root,
    stdio: 'ignore',
    timeout: 180_000,
  })
  const fetched = downloaded()
  if (fetched) return fetched
  if (process.getuid?.() === 0) {
    const apt = { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }, timeout: 300_000 }
    spawnSync('apt-get', ['update', '-q'], apt)
    spawnSync('apt-get', ['install', '-qy', '--no-install-recommends', 'chromium'], apt)
  }
  const installed = onPath()
  if (installed) return installed
  throw new Error('The journeys need a Chromium: install the package chromium, or give CHROMIUM_PATH.')
}

const runs = (path) => spawnSync(path, ['--version'], { stdio: 'ignore', timeout: 20_000 }).status === 0

function onPath() {
  const folders = (process.env.PATH ?? '').split(':').filter(Boolean)
  return folders
    .flatMap((folder) => names.map((name) => join(folder, name)))
    .find((path) => existsSync(path) && runs(path))
}

/** Where `playwright-core install` puts it. One without its system libraries does not run and does not count. */
function downloaded() {
  const folder =
    process.env.PLAYWRIGHT_BROWSERS_PATH ??
    join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'ms-playwright')
  if (!existsSync(folder)) return undefined
  return readdirSync(folder)
    .filter((name) => /^chromium-\d+$/.test(name))
    .flatMap((name) => ['chrome-linux64/chrome', 'chrome-linux/chrome'].map((file) => join(folder, name, file)))
    .find((path) => existsSync(path) && runs(path))
}
