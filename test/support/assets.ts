// The real styles and islands, bundled in memory: what a browser gets in tests is what it gets in production.
import { readdirSync } from 'node:fs'
import { basename, extname, join } from 'node:path'
import { build } from 'esbuild'
import { root } from '../../app/shared/root.ts'

export type Asset = { bytes: Uint8Array; contentType: string }

const contentTypes: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
}

let built: Promise<Map<string, Asset>> | undefined

/** `staff.css`, `participant.js`, `icon.svg` … by name. Built once per process. */
export function testAssets(): Promise<Map<string, Asset>> {
  built ??= bundle()
  return built
}

async function bundle(): Promise<Map<string, Asset>> {
  const pictures = readdirSync(join(root, 'app/styles')).filter((name) => name.endsWith('.svg'))
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: [
      ...['staff', 'participant'].flatMap((name) => [`app/styles/${name}.css`, `app/islands/${name}.ts`]),
      ...pictures.map((name) => `app/styles/${name}`),
    ],
    bundle: true,
    minify: true,
    write: false,
    outdir: root,
    entryNames: '[name]',
    format: 'esm',
    target: ['es2022', 'chrome109', 'firefox115', 'safari16'],
    jsx: 'automatic',
    jsxImportSource: 'preact',
    loader: { '.svg': 'copy' },
    logLevel: 'error',
  })
  return new Map(
    outputFiles.map((file) => [
      basename(file.path),
      { bytes: file.contents, contentType: contentTypes[extname(file.path)] ?? 'application/octet-stream' },
    ]),
  )
}
