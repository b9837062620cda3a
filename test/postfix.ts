import { spawnSync } from 'node:child_process'
import { chownSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { freePort } from '#platform/database/free-port.ts'
import { temporaryFolder } from './temporary-folder.ts'

const program = '/usr/sbin/postfix'
const account = existsSync('/etc/passwd')
  ? /^postfix:[^:]*:(\d+):/m.exec(readFileSync('/etc/passwd', 'utf8'))?.[1]
  : undefined

/** Why no Postfix can be started here, as the `skip` of a test; false when one can. */
export const withoutPostfix: string | false =
  existsSync(program) && account && process.getuid?.() === 0
    ? false
    : 'Postfix n’est pas installé, ou les essais ne tournent pas sous root, qu’il demande pour démarrer.'

export type Postfix = {
  /** For SMTP_URL. */
  readonly url: string
  /** The file in which it says what it does, as /var/log/mail.log. */
  readonly logFile: string
  /** Waits until its log says something, and gives the whole log. */
  readonly logSaying: (words: RegExp) => Promise<string>
  readonly stop: () => void
}

type Options = {
  /** Where the mail of a domain goes (transport(5)), as `error:5.1.1 Unknown`; the rest is thrown away. */
  readonly transports?: Readonly<Record<string, string>>
  /** Further lines of main.cf. */
  readonly settings?: Readonly<Record<string, string>>
}

/** A real Postfix of its own on loopback, in a folder of its own that goes with it; never the system's instance. */
export async function startPostfix({ transports = {}, settings = {} }: Options = {}): Promise<Postfix> {
  const folder = temporaryFolder()
  const port = await freePort()
  for (const name of ['etc', 'queue', 'data']) mkdirSync(join(folder, name))
  chownSync(join(folder, 'data'), Number(account), -1)
  writeFileSync(join(folder, 'etc/main.cf'), linesOf({ ...mainOf(folder), ...settings }))
  writeFileSync(join(folder, 'etc/master.cf'), `127.0.0.1:${port} inet n - n - - smtpd\n${services}`)
  writeFileSync(join(folder, 'etc/transport'), linesOf(transports, ' '))

  const stop = () => {
    run(folder, 'stop')
    rmSync(folder, { recursive: true, force: true })
  }
  const logFile = join(folder, 'mail.log')
  const { status } = run(folder, 'start')
  if (status !== 0) {
    const said = existsSync(logFile) ? readFileSync(logFile, 'latin1') : ''
    stop()
    throw new Error(`Postfix did not start: ${said}`)
  }
  await answering(port)
  return {
    url: `smtp://127.0.0.1:${port}?ignoreTLS=true`,
    logFile,
    logSaying: (words) => saying(logFile, words),
    stop,
  }
}

const mainOf = (folder: string) => ({
  compatibility_level: '3.6',
  queue_directory: join(folder, 'queue'),
  data_directory: join(folder, 'data'),
  maillog_file: join(folder, 'mail.log'),
  maillog_file_prefixes: folder,
  syslog_name: 'postfix-essai',
  inet_interfaces: 'loopback-only',
  inet_protocols: 'ipv4',
  myhostname: 'relais.example',
  mydestination: '',
  mynetworks: '127.0.0.0/8',
  smtpd_relay_restrictions: 'permit_mynetworks, reject',
  smtpd_peername_lookup: 'no',
  transport_maps: `texthash:${join(folder, 'etc/transport')}`,
  default_transport: 'discard:',
  alias_maps: '',
  alias_database: '',
})

// master.cf(5): what a relay needs, none of it in a chroot.
const services = `cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
proxymap unix - - n - - proxymap
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
smtp unix - - n - - smtp
lmtp unix - - n - - lmtp
error unix - - n - - error
retry unix - - n - - error
discard unix - - n - - discard
anvil unix - - n - 1 anvil
scache unix - - n - 1 scache
postlog unix-dgram n - n - 1 postlogd
`

const linesOf = (entries: Readonly<Record<string, string>>, sign = ' = ') =>
  Object.entries(entries)
    .map(([name, value]) => `${name}${sign}${value}\n`)
    .join('')

const run = (folder: string, command: 'start' | 'stop') =>
  // the daemon keeps what it is given open: a pipe would never end
  spawnSync(program, ['-c', join(folder, 'etc'), command], { stdio: 'ignore', timeout: 20_000 })

async function answering(port: number) {
  for (let turn = 0; turn < 100; turn++) {
    const isOpen = await new Promise<boolean>((resolve) => {
      const socket = connect(port, '127.0.0.1').setTimeout(500)
      const tell = (answered: boolean) => () => {
        socket.destroy()
        resolve(answered)
      }
      socket.once('data', tell(true)).once('error', tell(false)).once('timeout', tell(false))
    })
    if (isOpen) return
    await pause(20)
  }
  throw new Error('Postfix does not answer')
}

async function saying(logFile: string, words: RegExp) {
  for (let turn = 0; turn < 500; turn++) {
    const log = existsSync(logFile) ? readFileSync(logFile, 'latin1') : ''
    if (words.test(log)) return log
    await pause(20)
  }
  throw new Error(`Postfix never said ${words}`)
}
