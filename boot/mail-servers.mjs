// The mail servers of the tests: the system's Postfix and Dovecot, installed from the distribution on a Debian where we are
// root. The tests run copies of their own on free ports; no service of the system is left running.
import { spawnSync } from 'node:child_process'
import { existsSync, rmSync, writeFileSync } from 'node:fs'

const servers = [
  { name: 'Postfix', programs: ['/usr/sbin/postfix'], packages: ['postfix'] },
  {
    name: 'Dovecot',
    programs: ['/usr/sbin/dovecot', '/usr/lib/dovecot/imap', '/usr/lib/dovecot/lmtp'],
    packages: ['dovecot-imapd', 'dovecot-lmtpd'],
  },
]

export function findMailServers() {
  if (missing().length > 0 && canInstall()) installServers(missing())
  const names = missing().map(({ name }) => name)
  if (names.length === 0) return

  const verb = names.length === 1 ? 'manque' : 'manquent'
  process.stderr.write(
    `${names.join(' et ')} ${verb} : les essais qui parlent à un vrai serveur de courrier sont laissés de côté.\n`,
  )
}

const missing = () => servers.filter(({ programs }) => !programs.every(existsSync))

const canInstall = () => process.getuid?.() === 0 && existsSync('/etc/debian_version')

function installServers(wanted) {
  process.stderr.write(`Installation de ${wanted.map(({ name }) => name).join(' et ')} par apt-get…\n`)
  const packages = wanted.flatMap((server) => server.packages)
  withoutServices(() => {
    // a Postfix that, if somebody starts it later, only speaks to its own machine
    if (packages.includes('postfix')) run('debconf-set-selections', [], `${postfixAnswers.join('\n')}\n`)
    run('apt-get', ['-qq', 'update'])
    run('apt-get', ['-qq', 'install', '-y', '--no-install-recommends', ...packages])
  })
  for (const unit of existsSync('/run/systemd/system') ? wanted.map(({ name }) => name.toLowerCase()) : [])
    run('systemctl', ['--quiet', 'disable', '--now', unit])
}

const postfixAnswers = [
  'postfix postfix/main_mailer_type select Local only',
  'postfix postfix/mailname string localhost',
]

/** Debian starts what it installs, unless this program says no (`policy-rc.d`, Debian Policy 9.3.3). */
function withoutServices(install) {
  const policy = '/usr/sbin/policy-rc.d'
  if (existsSync(policy)) return install()

  writeFileSync(policy, '#!/bin/sh\nexit 101\n', { mode: 0o755 })
  try {
    install()
  } finally {
    rmSync(policy)
  }
}

const run = (program, args, input = '') =>
  spawnSync(program, args, {
    input,
    stdio: ['pipe', 'ignore', 2],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  })
