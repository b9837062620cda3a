import { readFileSync } from 'node:fs'

/**
 * Watches processes until stopped: the highest sum of their resident memory, and the processor time they used
 * meanwhile. Read from /proc, so on Linux only; elsewhere both are zero.
 */
export function watchProcesses(pids: () => readonly number[]) {
  const first = new Map<number, number>()
  const last = new Map<number, number>()
  let megabytes = 0
  const look = () => {
    const seen = pids().map((pid) => ({ pid, ...lookAt(pid) }))
    megabytes = Math.max(
      megabytes,
      seen.reduce((sum, { resident }) => sum + resident, 0),
    )
    for (const { pid, used } of seen) {
      // A child born while we watch counts from its birth.
      if (!first.has(pid)) first.set(pid, pid === process.pid ? used : 0)
      last.set(pid, Math.max(used, last.get(pid) ?? 0))
    }
  }

  look()
  const timer = setInterval(look, 100)
  return () => {
    clearInterval(timer)
    look()
    const cpuSeconds = [...last].reduce((sum, [pid, used]) => sum + used - (first.get(pid) ?? 0), 0)
    return { megabytes, cpuSeconds }
  }
}

const ticksASecond = 100

function lookAt(pid: number) {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8')
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /, '')
      .split(' ')

    return {
      resident: Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024,
      used: (Number(stat[11]) + Number(stat[12])) / ticksASecond,
    }
  } catch {
    return { resident: 0, used: 0 }
  }
}
