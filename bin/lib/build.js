import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { basename, extname, join, relative } from 'node:path'
import { root } from './project.js'

const out = join(root, 'build')
const stampFile = join(out, 'stamp')

/**
 * Bundles the server, the command line and the seeds for Node (it runs .ts but not .tsx), and the islands and styles for browsers
 * under names that carry a hash. `build/assets.json` maps `name.js` and `name.css` to those names in `build/assets`.
 * Does nothing when no source has changed.
 */
export async function build() {
  const stamp = fingerprint()
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return
  const esbuild = await import('esbuild')
  rmSync(stampFile, { force: true })
  mkdirSync(out, { recursive: true })
  const common = { absWorkingDir: root, bundle: true, sourcemap: true, logLevel: 'error' }
  await esbuild.build({
    ...common,
    entryPoints: {
      server: 'app/server.ts',
      cli: 'app/cli.ts',
      seed: 'db/seeds/seed.ts',
      // A thread has a program of its own; app/engine/worker/search.ts looks for it beside the server's.
      'search-worker': 'app/engine/worker/search.worker.ts',
    },
    outdir: out,
    platform: 'node',
    format: 'esm',
    target: 'node24',
    packages: 'external',
    jsx: 'automatic',
    jsxImportSource: 'preact',
  })
  await buildAssets(esbuild, common)
  writeFileSync(stampFile, stamp)
}

async function buildAssets(esbuild, common) {
  const entryPoints = [...entries('app/islands', /\.tsx?$/), ...entries('app/styles', /\.(css|svg|woff2)$/)]
  const assets = join(out, 'assets')
  rmSync(assets, { recursive: true, force: true })
  mkdirSync(assets)
  const names = {}
  if (entryPoints.length > 0) {
    const { metafile } = await esbuild.build({
      ...common,
      entryPoints,
      outdir: assets,
      entryNames: '[name]-[hash]',
      assetNames: '[name]-[hash]',
      format: 'esm',
      target: ['es2022', 'chrome109', 'firefox115', 'safari16'],
      minify: true,
      sourcemap: false,
      metafile: true,
      jsx: 'automatic',
      jsxImportSource: 'preact',
      legalComments: 'none',
      loader: { '.svg': 'copy', '.woff2': 'copy' },
    })
    for (const [file, { entryPoint }] of Object.entries(metafile.outputs)) {
      if (entryPoint) names[basename(entryPoint, extname(entryPoint)) + extname(file)] = basename(file)
    }
  }
  writeFileSync(join(out, 'assets.json.new'), JSON.stringify(names, null, 2))
  renameSync(join(out, 'assets.json.new'), join(out, 'assets.json'))
}

/** The files of a folder that no other file there imports. */
function entries(folder, pattern) {
  if (!existsSync(join(root, folder))) return []
  const names = readdirSync(join(root, folder)).filter((name) => pattern.test(name) && !name.includes('.test.'))
  const texts = names
    .filter((name) => !name.endsWith('.woff2'))
    .map((name) => readFileSync(join(root, folder, name), 'utf8'))
  const imported = new Set(
    texts.flatMap((text) => [...text.matchAll(/["']\.\/([\w.-]+)["']/g)].map((found) => found[1])),
  )
  return names.filter((name) => !imported.has(name)).map((name) => `${folder}/${name}`)
}

function fingerprint() {
  const hash = createHash('sha256')
  for (const file of [
    ...filesBelow(join(root, 'app')),
    ...filesBelow(join(root, 'db', 'seeds')),
    ...['package-lock.json', 'bin/lib/build.js'].map((f) => join(root, f)),
  ]) {
    const { size, mtimeMs } = statSync(file)
    hash.update(`${relative(root, file)} ${size} ${mtimeMs}\n`)
  }
  return hash.digest('hex')
}

function* filesBelow(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (entry.isDirectory()) yield* filesBelow(join(folder, entry.name))
    else yield join(folder, entry.name)
  }
}
