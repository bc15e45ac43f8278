// Files that must survive a power cut: the bytes are on the disk, then the name is, then they may be relied on.

import { randomBytes } from 'node:crypto'
import { closeSync, fsyncSync, linkSync, mkdirSync, openSync, renameSync, unlinkSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'

/** The end of the name of a file that is not finished; whoever finds one after a crash may remove it. */
export const UNFINISHED = '.unfinished'

export function syncFolder(folder: string): void {
  const fd = openSync(folder, 'r')
  try {
    fsyncSync(fd)
  } finally {
    closeSync(fd)
  }
}

/** Makes a private folder (0700) and those above it, each entry flushed. */
export function makeFolder(folder: string): void {
  const topmost = mkdirSync(folder, { recursive: true, mode: 0o700 })
  if (topmost === undefined) return
  for (let made = folder; ; made = dirname(made)) {
    syncFolder(dirname(made))
    if (made === topmost || dirname(made) === made) return
  }
}

/** Creates a private file (0600), whole or not at all. False when the name is taken, also by another process just now. */
export function createFile(path: string, bytes: Uint8Array): boolean {
  const unfinished = writeBeside(path, bytes)
  try {
    // A hard link, unlike a rename, never replaces what is there: of two processes exactly one wins.
    linkSync(unfinished, path)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  } finally {
    unlinkSync(unfinished)
    syncFolder(dirname(path))
  }
}

/** Writes a private file (0600) in place of whatever had the name; readers see the old one or the new one, never half. */
export function replaceFile(path: string, bytes: Uint8Array): void {
  const unfinished = writeBeside(path, bytes)
  renameSync(unfinished, path)
  syncFolder(dirname(path))
}

function writeBeside(path: string, bytes: Uint8Array): string {
  const unfinished = `${path}.${randomBytes(6).toString('hex')}${UNFINISHED}`
  const fd = openSync(unfinished, 'wx', 0o600)
  try {
    for (let at = 0; at < bytes.length; ) at += writeSync(fd, bytes, at)
    fsyncSync(fd)
  } finally {
    closeSync(fd)
  }
  return unfinished
}
