import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { root } from '#platform/database/folders.ts'

export type ServerProcess = {
  readonly child: ChildProcess
  /** All it has said so far. */
  said(): string
  /** Waits for a word of it; throws when it ends before. */
  says(word: string): Promise<void>
  /** Its exit code, once it has ended. */
  ends(): Promise<number | null>
}

/** A whole server in its own process, as `npm start` runs it, on a data directory and a port of its own. */
export function startServer(data: string, port: number): ServerProcess {
  const child = spawn(process.execPath, ['--import', `${root}/boot/tsx.mjs`, `${root}/src/main/start.ts`], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env.PATH, BEFFROI_DATA: data, PORT: String(port) },
  })
  let output = ''
  child.stdout.on('data', (chunk) => (output += chunk))
  child.stderr.on('data', (chunk) => (output += chunk))
  const ended = once(child, 'exit')

  return {
    child,
    said: () => output,
    async says(word) {
      while (!output.includes(word)) {
        if (child.exitCode !== null || child.signalCode !== null)
          throw new Error(`it ended, having said: ${output}`)
        await pause(10)
      }
    },
    async ends() {
      await ended
      return child.exitCode
    },
  }
}
