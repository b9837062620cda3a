// The browser of the journeys: the system's Chromium, installed from the distribution on a Debian where we are root.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

const places = [
  process.env.CHROMIUM_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

export function findChromium() {
  const found = present() ?? (canInstall() ? installed() : undefined)
  if (!found)
    process.stderr.write(
      'Chromium manque : les parcours dans un navigateur sont laissés de côté (CHROMIUM_PATH).\n',
    )
  return found
}

const present = () => places.find((place) => place && existsSync(place))

const canInstall = () => process.getuid?.() === 0 && existsSync('/etc/debian_version')

function installed() {
  process.stderr.write('Installation de Chromium par apt-get…\n')
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const aptGet = (...args) =>
    spawnSync('apt-get', ['-qq', ...args], { stdio: ['ignore', 'ignore', 2], env: environment })
  aptGet('update')
  aptGet('install', '-y', '--no-install-recommends', 'chromium')
  return present()
}
