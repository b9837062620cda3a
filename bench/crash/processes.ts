import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, existsSync, openSync, readSync } from 'node:fs'
import { join } from 'node:path'
import { buildSync } from 'esbuild'
import { root } from '#platform/database/folders.ts'

/**
 * Writes a program of the bench as one file, once: the same code, but a process that starts with it costs a third of the
 * processor time, so that more of a thousand kills fall while something is sent.
 */
export function bundle(name: 'sink' | 'sender', folder: string) {
  const outfile = join(folder, `${name}.mjs`)
  buildSync({
    entryPoints: [`${root}/bench/crash/${name}.ts`],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node24',
    jsx: 'automatic',
    jsxImportSource: 'hono/jsx',
    logLevel: 'error',
    external: ['@myriaddreamin/*'],
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
    },
  })
  return outfile
}

/** Starts a program in a process of its own. */
export const start = (file: string, args: readonly string[] = []) =>
  fork(file, args, { execArgv: ['--max-semi-space-size=8'], stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })

/** Senders already loaded, so that a killed one is replaced at once: a restart is then what it must do, not what Node must. */
export function senders(file: string, count: number) {
  const waiting: Promise<ChildProcess>[] = []
  const load = async () => {
    const child = start(file)
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
