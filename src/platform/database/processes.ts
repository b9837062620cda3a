import { existsSync, readdirSync, readFileSync, readlinkSync, realpathSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'

/** Whether a process lives, be it another user's. */
export function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Whether a process is a living PostgreSQL that works on a cluster; numbers are reused, so Linux is asked what it is. */
export function isPostgresOf(cluster: string, pid: number): boolean {
  if (process.platform !== 'linux') return isAlive(pid)
  if (!isAlive(pid)) return false
  try {
    // a process that has ended and waits for its parent has no folder any more
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(cluster) && commandOf(pid).includes('postgres')
  } catch {
    return false
  }
}

/** Ends what a killed PostgreSQL left behind: its children hold the memory that a new one needs. */
export async function endLeftovers(cluster: string) {
  for (let turn = 0; turn < 100; turn++) {
    const left = childrenOf(cluster)
    if (left.length === 0) return
    for (const pid of left) signal(pid, turn < 20 ? 'SIGQUIT' : 'SIGKILL')
    await pause(50)
  }
}

/** Sends a signal; a process that has just ended is no error. */
export function signal(pid: number, name: NodeJS.Signals) {
  try {
    process.kill(pid, name)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}

/** PostgreSQL's children title themselves `postgres: …`; the server itself shows its command line. */
function childrenOf(cluster: string): number[] {
  if (!existsSync('/proc')) return []
  return readdirSync('/proc')
    .map(Number)
    .filter((pid) => isPostgresOf(cluster, pid) && commandOf(pid).startsWith('postgres: '))
}

const commandOf = (pid: number) => readFileSync(`/proc/${pid}/cmdline`, 'utf8')
