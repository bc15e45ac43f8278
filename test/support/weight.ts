// What a page weighs on a first visit: the document with its style, script and icon, compressed.
import { gzipSync } from 'node:zlib'
import { testAssets } from './assets.ts'

/** The most that a participant's page may weigh, in bytes; nothing else is loaded. */
export const PARTICIPANT_BYTES = 30_000

/** The page's files by name, and the compressed bytes of all with the document. Throws when a file does not exist. */
export async function weightOf(html: string): Promise<{ files: string[]; bytes: number }> {
  const assets = await testAssets()
  const files = [...html.matchAll(/(?:href|src)="\/assets\/([\w.-]+)"/g)].map((found) => found[1]!)
  const gzip = (bytes: Uint8Array | string) => gzipSync(bytes).length
  const bytes = files.reduce((sum, file) => {
    const asset = assets.get(file)
    if (!asset) throw new Error(`The page asks for ${file}, which does not exist`)
    return sum + gzip(asset.bytes)
  }, gzip(html))
  return { files, bytes }
}
