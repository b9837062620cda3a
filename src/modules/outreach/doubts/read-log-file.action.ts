import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { accept, refuse } from '#values/decision.ts'
import { type LogReading, nothingRead, readRelayLog } from './relay-log.ts'

/** Reads a whole log by its path, packed by gzip or not, a part at a time: 200 MB take no more memory than 2. */
export async function readLogFile(path: string, now: Date) {
  const first = await firstBytes(path)
  if (!first) return refuse('no-such-file')
  return readStream(createReadStream(path), first, now)
}

/** The same for a file that somebody sends. */
export const readLogBytes = (bytes: Uint8Array, now: Date) =>
  readStream(Readable.from([Buffer.from(bytes)]), bytes, now)

async function readStream(stream: Readable, first: Uint8Array, now: Date) {
  const isPacked = first[0] === 0x1f && first[1] === 0x8b
  try {
    const reading = await readLines(isPacked ? unpacked(stream) : stream, now)
    return reading.periods.length > 0 ? accept(reading) : refuse('not-a-log')
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && /^(Z_|ERR_)/.test(String(cause.code)))
      return refuse('damaged')
    throw cause
  }
}

function unpacked(stream: Readable) {
  const gunzip = createGunzip()
  stream.once('error', (error) => gunzip.destroy(error))
  return stream.pipe(gunzip)
}

const linesAtOnce = 2_000

// Latin-1 reads any byte: a name in another encoding breaks no line.
async function readLines(stream: Readable, now: Date): Promise<LogReading> {
  let reading = nothingRead
  let lines: string[] = []
  for await (const line of createInterface({ input: stream.setEncoding('latin1'), crlfDelay: Infinity })) {
    if (lines.push(line) < linesAtOnce) continue
    reading = readRelayLog(reading, lines, now)
    lines = []
  }
  return readRelayLog(reading, lines, now)
}

async function firstBytes(path: string): Promise<Uint8Array | undefined> {
  try {
    for await (const chunk of createReadStream(path, { end: 1 })) return chunk
    return new Uint8Array()
  } catch (error) {
    if (/^(ENOENT|EACCES|EISDIR|ENOTDIR)$/.test(String((error as NodeJS.ErrnoException).code)))
      return undefined
    throw error
  }
}
