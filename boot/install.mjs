// Installs the packages when they are missing or older than the lock. Runs on Node 20 with nothing but npm.
import { spawnSync } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const isWindows = process.platform === 'win32'

export const root = fileURLToPath(new URL('..', import.meta.url))
export const node = join(root, 'node_modules/.bin', isWindows ? 'node.cmd' : 'node')

export function install() {
  if (isInstalled()) return

  process.stderr.write('Installation des paquets (une minute la première fois)…\n')
  const options = ['ci', '--no-audit', '--no-fund', '--loglevel=error']
  const { status } = spawnSync('npm', options, { cwd: root, stdio: ['ignore', 2, 2], shell: isWindows })
  if (status === 0 && existsSync(node)) return

  process.stderr.write(
    'npm n’a pas pu installer les paquets : il lui faut le réseau, ou un cache déjà rempli.\n',
  )
  process.exit(1)
}

/** npm writes this file last: it is the mark of an installation that came to its end. */
function isInstalled() {
  const mark = join(root, 'node_modules/.package-lock.json')
  return existsSync(mark) && existsSync(node) && changedAt(mark) >= changedAt(join(root, 'package-lock.json'))
}

const changedAt = (path) => statSync(path).mtimeMs
