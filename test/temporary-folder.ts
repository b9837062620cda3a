import { chmodSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** An empty folder that PostgreSQL's user may enter too; whoever asks for it removes it. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'beffroi-'))
  chmodSync(folder, 0o755)
  return folder
}
