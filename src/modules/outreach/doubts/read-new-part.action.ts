import { createReadStream, readdirSync, type Stats, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { type LogReading, nothingRead, readRelayLog } from './relay-log.ts'

/** Where a log was read up to: the file it was, and the byte. */
export type Place = { readonly inode: string; readonly byteOffset: number; readonly reading: LogReading }

/**
 * Reads what a log says since it was last read. A log rotated meanwhile is read to its end under its new name, then the new one
 * from its beginning; one that was emptied in place, or whose old part cannot be found, leaves a gap in the time covered.
 * Undefined when the file cannot be read.
 */
export async function readNewPart(
  path: string,
  before: Place | undefined,
  now: Date,
): Promise<Place | undefined> {
  const file = look(path)
  if (!file) return undefined
  const inode = inodeOf(file)
  if (!before) return readFrom({ path, inode, offset: 0 }, nothingRead, now)

  const reading = { ...before.reading, messages: new Map() }
  if (before.inode === inode && file.size >= before.byteOffset)
    return readFrom({ path, inode, offset: before.byteOffset }, reading, now)

  const old = before.inode === inode ? undefined : rotated(path, before.inode)
  const rest = old
    ? (await readFrom({ path: old, inode, offset: before.byteOffset }, reading, now)).reading
    : { ...reading, isBroken: true }
  return readFrom({ path, inode, offset: 0 }, rest, now)
}

type Part = { readonly path: string; readonly inode: string; readonly offset: number }

const linesAtOnce = 2_000

/** The last line may still be being written: it is left for the next time. */
async function readFrom({ path, inode, offset }: Part, before: LogReading, now: Date): Promise<Place> {
  let reading = before
  let byteOffset = offset
  let rest = ''
  for await (const chunk of createReadStream(path, { start: offset, encoding: 'latin1' })) {
    const lines = (rest + chunk).split('\n')
    rest = lines.pop() ?? ''
    byteOffset += lines.reduce((sum, line) => sum + line.length + 1, 0)
    for (let start = 0; start < lines.length; start += linesAtOnce)
      reading = readRelayLog(reading, lines.slice(start, start + linesAtOnce), now)
  }
  return { inode, byteOffset, reading }
}

/** The same file under the name that the rotation gave it: mail.log.1, mail.log-20261124… */
function rotated(path: string, inode: string) {
  return readdirSync(dirname(path))
    .filter((name) => name.startsWith(basename(path)))
    .map((name) => join(dirname(path), name))
    .find((candidate) => candidate !== path && inodeOf(look(candidate)) === inode)
}

const inodeOf = (file: Stats | undefined) => (file ? `${file.dev}:${file.ino}` : '')

function look(path: string): Stats | undefined {
  try {
    return statSync(path)
  } catch {
    return undefined
  }
}
