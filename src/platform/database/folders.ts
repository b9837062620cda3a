import { createHash } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { SystemUser } from './postgres-user.ts'

/** The checkout's own folder. */
export const root = resolve(fileURLToPath(import.meta.url), '../../../..')

const systemFolder = '/var/lib/beffroi'

/** The first folder on the way to a path that a user may not enter; undefined when the way is open. */
export function closedFolder(path: string, user: SystemUser | undefined): string | undefined {
  return ancestors(resolve(path))
    .filter((folder) => existsSync(folder))
    .find((folder) => !mayEnter(folder, user))
}

/** Makes a folder, and those above it, that others may enter whatever the umask; one that exists is left as it is. */
export function makeFolder(path: string) {
  if (existsSync(path)) return

  makeFolder(dirname(path))
  mkdirSync(path, { recursive: true })
  chmodSync(path, 0o755)
}

/** A folder of the system reserved for this checkout, for when the checkout itself is closed to PostgreSQL's user. */
export function folderOutside(): string {
  return join(systemFolder, createHash('sha256').update(root).digest('hex').slice(0, 8))
}

/** Where PostgreSQL's programs are copied when its user may not enter the checkout. */
export function programsOutside(version: string): string {
  return join(systemFolder, `postgresql-${version}`)
}

function ancestors(path: string): string[] {
  const parent = dirname(path)
  return parent === path ? [path] : [...ancestors(parent), path]
}

function mayEnter(folder: string, user: SystemUser | undefined): boolean {
  const { mode, uid, gid } = statSync(folder)
  if (!user) return true
  if (uid === user.uid) return (mode & 0o100) !== 0
  if (gid === user.gid) return (mode & 0o010) !== 0
  return (mode & 0o001) !== 0
}
