import { type ChildProcess, fork } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'

/** A function a child process can call: the address of its module (`import.meta.url`) and its exported name. */
export type PdfTask = { readonly module: string; readonly name: string }

export type PdfPool = {
  /** Runs the task in a child process; its argument and its result must be plain values, dates or bytes. */
  run<Result>(task: PdfTask, argument: unknown): Promise<Result>
  /** Ends the children, once what was asked is done. */
  close(): Promise<void>
  /** The process ids of the living children, for benches. */
  pids(): readonly number[]
}

type Asked = {
  readonly task: PdfTask
  readonly argument: unknown
  readonly settle: (answer: Answer) => void
}
type Answer = { readonly result: unknown } | { readonly error: string }
type Worker = { readonly child: ChildProcess; asked?: Asked; idle?: NodeJS.Timeout }

/**
 * Children that compile PDFs, at most one per core, started when asked and ended when idle: the process that serves
 * pages never holds the compiler. A child that dies fails its task alone; the next task gets a new one.
 */
export function openPdfPool({ size = availableParallelism(), idleMs = 10_000 } = {}): PdfPool {
  const workers = new Set<Worker>()
  const waiting: Asked[] = []
  let closed: (() => void) | undefined

  function run<Result>(task: PdfTask, argument: unknown) {
    return new Promise<Result>((resolve, reject) => {
      const settle = (answer: Answer) =>
        'error' in answer ? reject(new Error(answer.error)) : resolve(answer.result as Result)
      waiting.push({ task, argument, settle })
      serve()
    })
  }

  function serve() {
    for (const worker of workers) if (isFree(worker)) give(worker, waiting.shift())
    while (waiting.length > 0 && workers.size < size) give(hire(), waiting.shift())
    if (!closed || waiting.length > 0) return

    for (const worker of workers) if (isFree(worker)) worker.child.disconnect()
    if (workers.size === 0) closed()
  }

  function hire() {
    const worker: Worker = { child: fork(childProgram, { execArgv: [], serialization: 'advanced' }) }
    worker.child.on('message', (answer: Answer) => {
      settle(worker, answer)
      rest(worker)
      serve()
    })
    worker.child.on('exit', (code, signal) => {
      clearTimeout(worker.idle)
      workers.delete(worker)
      settle(worker, { error: `The PDF process ended early (${signal ?? code}); ask again.` })
      serve()
    })
    workers.add(worker)
    return worker
  }

  function give(worker: Worker, asked?: Asked) {
    if (!asked) return

    clearTimeout(worker.idle)
    worker.asked = asked
    worker.child.ref()
    worker.child.channel?.ref()
    worker.child.send({ ...asked.task, argument: asked.argument })
  }

  function settle(worker: Worker, answer: Answer) {
    worker.asked?.settle(answer)
    worker.asked = undefined
  }

  // An idle child keeps nobody alive, and leaves soon.
  function rest(worker: Worker) {
    worker.child.unref()
    worker.child.channel?.unref()
    worker.idle = setTimeout(() => worker.child.connected && worker.child.disconnect(), idleMs).unref()
  }

  function close() {
    return new Promise<void>((resolve) => {
      closed = resolve
      for (const { child } of workers) child.ref()
      serve()
    })
  }

  return { run, close, pids: () => [...workers].flatMap(({ child }) => child.pid ?? []) }
}

const isFree = ({ asked, child }: Worker) => !asked && child.connected

const childProgram = fileURLToPath(new URL('./pdf-process.ts', import.meta.url))
