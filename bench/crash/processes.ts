import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, existsSync, openSync, readSync } from 'node:fs'
import { root } from '#platform/database/folders.ts'

const options = { execArgv: ['--import', `${root}/boot/tsx.mjs`, '--max-semi-space-size=8'] }

/** Starts a program of the bench in a process of its own. */
export const start = (name: 'sink' | 'sender', args: readonly string[] = []) =>
  fork(`${root}/bench/crash/${name}.ts`, args, { ...options, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })

/** Senders already loaded, so that a killed one is replaced at once: a restart is then what it must do, not what Node must. */
export function senders(count: number) {
  const waiting: Promise<ChildProcess>[] = []
  const load = async () => {
    const child = start('sender')
    await once(child, 'message')
    return child
  }
  const fill = () => {
    while (waiting.length < count) waiting.push(load())
  }
  fill()
  return {
    async next() {
      const child = await waiting.shift()
      fill()
      if (!child) throw new Error('no sender')
      return child
    },
    stop: async () => {
      for (const child of await Promise.all(waiting)) child.kill('SIGKILL')
    },
  }
}

export async function kill(child: ChildProcess) {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill('SIGKILL')
  await ended
}

/** Where a sender stood when it died, as it last said. */
export function standingOf(statusFile: string): 'handing over' | 'at work' | 'idle' {
  if (!existsSync(statusFile)) return 'idle'
  const file = openSync(statusFile, 'r')
  const said = Buffer.alloc(2)
  readSync(file, said, 0, 2, 0)
  closeSync(file)
  if ((said[0] ?? 0) > 0) return 'handing over'
  return said[1] ? 'at work' : 'idle'
}
