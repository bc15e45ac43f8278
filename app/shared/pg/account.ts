import { spawnSync } from 'node:child_process'
import { chmodSync, lstatSync, readdirSync, statSync } from 'node:fs'
import { dirname } from 'node:path'

/** The account the database runs as; undefined when we are not root and it simply runs as ourselves. */
export type Account = { uid: number; gid: number } | undefined

const name = 'passerelle'

/** PostgreSQL refuses to run as root: there it gets an account of its own, or the one that already owns its cluster. */
export function databaseAccount(clusterDir: string): Account {
  if (process.getuid?.() !== 0) return undefined
  const owner = lstatSync(clusterDir, { throwIfNoEntry: false })
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid }
  return lookUp(name) ?? create() ?? lookUp('nobody') ?? { uid: 65534, gid: 65534 }
}

function lookUp(user: string): Account {
  const [uid, gid] = ['-u', '-g'].map((flag) => spawnSync('id', [flag, user], { encoding: 'utf8' }))
  return uid?.status === 0 && gid?.status === 0 ? { uid: Number(uid.stdout), gid: Number(gid.stdout) } : undefined
}

function create(): Account {
  const options = ['--system', '--user-group', '--no-create-home', '--home-dir', '/var/lib/passerelle']
  spawnSync('useradd', [...options, '--shell', '/usr/sbin/nologin', name])
  return lookUp(name)
}

/** The first folder on the way to `folder` (itself included) that the account may not enter; undefined when all is open. */
export function barrier(folder: string, account: Account): string | undefined {
  const way = [folder]
  while (dirname(way[0]!) !== way[0]) way.unshift(dirname(way[0]!))
  return way.find((step) => statSync(step, { throwIfNoEntry: false }) && !mayEnter(step, account))
}

function mayEnter(folder: string, account: Account): boolean {
  if (!account) return spawnSync('test', ['-x', folder]).status === 0
  // Asked of the system and not worked out from the mode: access lists and mounts have a say too.
  return spawnSync('test', ['-x', folder], { ...account, cwd: '/' }).status === 0
}

/**
 * A folder of our own is opened for passing through, never for listing: what lies in it has modes of its own. A folder
 * with somebody else's files in it is left alone.
 */
export function openForPassing(dataDir: string, account: Account) {
  if (!account || mayEnter(dataDir, account) || barrier(dirname(dataDir), account)) return
  const ours = new Set(['pg', 'pg.new', 'secrets.json', 'keys', 'lock', 'postgres.log'])
  const inside = readdirSync(dataDir)
  if (inside.length > 0 && !inside.some((entry) => ours.has(entry))) return
  chmodSync(dataDir, (statSync(dataDir).mode & 0o777) | 0o011)
}
