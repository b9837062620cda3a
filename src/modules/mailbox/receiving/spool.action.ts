import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { lightCopy } from '../mail/light-copy.ts'

/** A message set down on the disk while it arrives, so that it is never whole in memory, with what the rules read of it. */
export type Spooled = {
  readonly sha256: string
  readonly size: number
  readonly light: Uint8Array
  /** The bytes again, a megabyte at a time. */
  readonly pieces: () => AsyncIterable<Uint8Array>
}

/** Sets a message down, lends it, and takes it away. Read from the network before any transaction. */
export async function withSpooled<Result>(
  source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  use: (spooled: Spooled) => Promise<Result>,
): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 'beffroi-mail-'))
  const path = join(folder, 'message.eml')
  try {
    const [hash, copy] = [createHash('sha256'), lightCopy()]
    let size = 0
    async function* watched(chunks: AsyncIterable<Uint8Array>) {
      for await (const chunk of chunks) {
        hash.update(chunk)
        copy.push(chunk)
        size += chunk.length
        yield chunk
      }
    }
    await pipeline(
      Readable.from(source, { objectMode: true }),
      watched,
      createWriteStream(path, { mode: 0o600 }),
    )

    const pieces = () => createReadStream(path, { highWaterMark: 1024 * 1024 })
    return await use({ sha256: hash.digest('hex'), size, light: copy.bytes(), pieces })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
