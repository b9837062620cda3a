import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

export type SystemUser = { name: string; uid: number; gid: number }

/** PostgreSQL refuses to run as root: the account that runs it then. Undefined when we are an ordinary user. */
export function postgresUser(): SystemUser | undefined {
  if (process.getuid?.() !== 0) return undefined

  return findUser('postgres') ?? findUser('beffroi') ?? createUser('beffroi') ?? findUser('nobody')
}

function findUser(name: string): SystemUser | undefined {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith(`${name}:`))
  if (!line) return undefined

  const [, , uid, gid] = line.split(':')
  return { name, uid: Number(uid), gid: Number(gid) }
}

function createUser(name: string): SystemUser | undefined {
  try {
    execFileSync(
      'useradd',
      ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', name],
      {
        stdio: 'ignore',
      },
    )
  } catch {
    return undefined // no useradd here (a small container): `nobody` will do
  }
  return findUser(name)
}
