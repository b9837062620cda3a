import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chownSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { userInfo } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { freePort } from '#platform/database/free-port.ts'
import { temporaryFolder } from './temporary-folder.ts'

const program = '/usr/sbin/dovecot'

/** Why the tests of this file are left aside, on a machine without Dovecot; false where it is. */
export const withoutDovecot: string | false = existsSync(program)
  ? false
  : 'Dovecot n’est pas installé : rien ne peut être lu d’un vrai serveur.'

export type Dovecot = {
  /** The address of the mailbox, with its password or another. */
  readonly url: (password?: string) => string
  /** Puts a message in the mailbox, as a delivery does. */
  readonly deliver: (message: string | Uint8Array) => void
  /** The names of the files of the mailbox: what they end by are the flags. */
  readonly files: () => string[]
  /** Has the server number its messages anew. */
  readonly renumber: () => void
  readonly stop: () => Promise<void>
}

/** A Dovecot of its own: a temporary folder, a free port of the loopback, one mailbox, nothing of the system's. */
export async function startDovecot(): Promise<Dovecot> {
  const [folder, port] = [temporaryFolder(), await freePort()]
  const mail = join(folder, 'mail')
  for (const name of ['run', 'mail', 'mail/new', 'mail/cur', 'mail/tmp']) own(join(folder, name))
  writeFileSync(join(folder, 'dovecot.conf'), configuration(folder, port))
  const child = spawn(program, ['-F', '-c', join(folder, 'dovecot.conf')], { stdio: 'ignore' })
  await answers(child, port, folder)

  let delivered = 0
  return {
    url: (password = 'secret') => `imap://beffroi:${password}@127.0.0.1:${port}/INBOX`,
    deliver(message) {
      delivered += 1
      const path = join(mail, 'new', `${1_700_000_000 + delivered}.${delivered}.test`)
      writeFileSync(path, message)
      if (isRoot) chownSync(path, nobody, nobody)
    },
    files: () => ['new', 'cur'].flatMap((name) => readdirSync(join(mail, name))),
    renumber: () => {
      // The last number given is kept: the next is greater, even within the same second.
      for (const name of readdirSync(mail).filter((one) => /^dovecot(?!-uidvalidity)/.test(one)))
        rmSync(join(mail, name))
    },
    async stop() {
      child.kill('SIGTERM')
      if (child.exitCode === null) await once(child, 'exit')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

// Dovecot reads no mail as root: the mailbox belongs to nobody.
const isRoot = userInfo().uid === 0
const nobody = 65_534

function own(path: string) {
  mkdirSync(path)
  if (isRoot) chownSync(path, nobody, nobody)
}

function configuration(folder: string, port: number) {
  const { username: user, gid } = userInfo()
  return `
base_dir = ${folder}/run
log_path = ${folder}/log
protocols = imap
listen = 127.0.0.1
ssl = no
disable_plaintext_auth = no
auth_failure_delay = 0
mail_location = maildir:${folder}/mail
${isRoot ? '' : `default_internal_user = ${user}\ndefault_login_user = ${user}\ndefault_internal_group = ${groupOf(gid)}`}
first_valid_uid = 1
passdb {
  driver = static
  args = password=secret
}
userdb {
  driver = static
  args = uid=${isRoot ? nobody : userInfo().uid} gid=${isRoot ? nobody : userInfo().gid} home=${folder}/mail
}
service imap-login {
  chroot =
  inet_listener imap {
    port = ${port}
  }
  inet_listener imaps {
    port = 0
  }
}
service anvil {
  chroot =
}
`
}

/** The name of a group of this machine: Dovecot gives its sockets to one, which an ordinary user must be in. */
const groupOf = (gid: number) =>
  readFileSync('/etc/group', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .find(([, , number]) => number === String(gid))?.[0]

async function answers(child: ChildProcess, port: number, folder: string) {
  for (let patience = 200; patience > 0; patience -= 1) {
    if (child.exitCode !== null)
      throw new Error(`Dovecot ended: ${readFileSync(join(folder, 'log'), 'utf8')}`)
    if (await isListening(port)) return
    await pause(25)
  }
  throw new Error('Dovecot does not answer')
}

const isListening = (port: number) =>
  new Promise<boolean>((resolve) => {
    const socket = connect(port, '127.0.0.1')
    socket.once('data', () => resolve(socket.destroy() !== undefined))
    socket.once('error', () => resolve(false))
  })
