import { randomBytes } from 'node:crypto'
import { existsSync, linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { makeFolder } from './folders.ts'

/** The secret kept in a file that only its owner reads; made at random the first time. */
export function readOrMakeSecret(path: string): string {
  makeFolder(dirname(path))
  if (!existsSync(path)) makeOnce(path, randomBytes(32).toString('base64url'))
  return readFileSync(path, 'utf8').trim()
}

/** Two starts at once agree on one secret: a link fails where the name is taken, and never shows half a file. */
function makeOnce(path: string, content: string) {
  const draft = `${path}.${process.pid}`
  writeFileSync(draft, `${content}\n`, { mode: 0o600 })
  try {
    linkSync(draft, path)
  } catch (cause) {
    if (!existsSync(path)) throw cause
  } finally {
    rmSync(draft)
  }
}
