import { spawn } from 'node:child_process'
import {
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { StartRefused } from '../start-refused.ts'
import { environment } from './environment.ts'
import { postgresUser, type SystemUser } from './postgres-user.ts'
import { isAlive } from './processes.ts'
import { findPrograms } from './programs.ts'

/** Makes an empty cluster. It takes its name only once complete: a start killed half-way leaves nothing in the way. */
export async function createCluster(cluster: string, password: string, { isDisposable = false } = {}) {
  const user = postgresUser()
  const draft = `${cluster}.new-${process.pid}`
  clearDrafts(cluster)
  mkdirSync(draft, { mode: 0o700 })
  giveTo(draft, user)

  await initialise(draft, password, isDisposable)
  try {
    renameSync(draft, cluster)
  } catch (cause) {
    rmSync(draft, { recursive: true })
    if (!existsSync(cluster)) throw cause
  }
}

/** Hands a cluster to the account that runs it, for one moved here from another machine. */
export function giveTo(folder: string, user: SystemUser | undefined) {
  if (!user || statSync(folder).uid === user.uid) return

  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isSymbolicLink()) chownSync(join(entry.parentPath, entry.name), user.uid, user.gid)
  }
  chownSync(folder, user.uid, user.gid) // last: done once it is done whole
}

function clearDrafts(cluster: string) {
  const folder = dirname(cluster)
  for (const name of readdirSync(folder)) {
    const pid = /^postgres\.new-(\d+)$/.exec(name)?.[1]
    if (pid && (Number(pid) === process.pid || !isAlive(Number(pid))))
      rmSync(join(folder, name), { recursive: true })
  }
}

async function initialise(draft: string, password: string, isDisposable: boolean) {
  const user = postgresUser()
  const passwordFile = `${draft}.password`
  writeFileSync(passwordFile, password, { mode: 0o600 })
  if (user) chownSync(passwordFile, user.uid, user.gid)

  const child = spawn(
    findPrograms(user).initdb,
    [
      `--pgdata=${draft}`,
      `--pwfile=${passwordFile}`,
      '--username=beffroi',
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      // the sorting that PostgreSQL carries itself: a cluster can move to a machine with another C library
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--locale=C',
      ...(isDisposable ? ['--no-sync'] : []),
    ],
    { uid: user?.uid, gid: user?.gid, stdio: ['ignore', 'pipe', 'pipe'], cwd: '/', env: environment },
  )
  let said = ''
  child.stdout.on('data', (chunk) => (said += chunk))
  child.stderr.on('data', (chunk) => (said += chunk))
  const code = await new Promise((resolve, reject) => child.once('error', reject).once('close', resolve))
  rmSync(passwordFile)
  if (code !== 0) throw new StartRefused(`PostgreSQL n’a pas pu préparer ${dirname(draft)} :\n${said.trim()}`)
}
