import type { Readable } from 'node:stream'
import { ImapFlow } from 'imapflow'

/** Up to where a mailbox was read: its server's numbering, and the last number read in it (RFC 3501 §2.3.1.1). */
export type ImapPosition = { readonly uidValidity: string | null; readonly lastUid: number }

export type ImapMessage = { readonly receivedAt: Date | undefined; readonly content: Readable }

/** Thrown when a mailbox cannot be read: `message` is the French sentence to show. */
export class MailboxUnreadable extends Error {
  override readonly name = 'MailboxUnreadable'
}

type Visit = {
  /** Must have kept the message when it returns. */
  readonly onMessage: (message: ImapMessage) => Promise<void>
  readonly onPosition: (position: ImapPosition) => Promise<void>
}

/**
 * Reads what is new in a mailbox, oldest first, each message as a stream. The folder is opened read-only (EXAMINE): nothing
 * is deleted, moved, flagged nor marked as seen. A server that has renumbered its messages is read from the first again.
 */
export async function readImap(url: string, since: ImapPosition, { onMessage, onPosition }: Visit) {
  const { folder, host, ...access } = parseImapUrl(url)
  const client = new ImapFlow({ ...access, host, logger: false, disableAutoIdle: true, ...timeouts })
  client.on('error', () => {}) // the call under way rejects with it
  await client.connect().catch((cause) => unreadable(cause, host))
  try {
    const mailbox = await client.mailboxOpen(folder, { readOnly: true }).catch((cause) => {
      throw new MailboxUnreadable(
        `Le dossier « ${folder} » n’existe pas dans la boîte : corrigez IMAP_URL.`,
        { cause },
      )
    })
    const uidValidity = String(mailbox.uidValidity)
    const first = uidValidity === since.uidValidity ? since.lastUid + 1 : 1
    for (const uid of await newUids(client, first)) {
      await readOne(client, uid, onMessage)
      await onPosition({ uidValidity, lastUid: uid })
    }
  } catch (cause) {
    if (cause instanceof MailboxUnreadable || !isNetwork(cause as ImapError)) throw cause
    unreadable(cause as ImapError, host)
  } finally {
    await client.logout().catch(() => client.close())
  }
}

const timeouts = { connectionTimeout: 20_000, greetingTimeout: 20_000, socketTimeout: 120_000 }

/** « 12:* » gives the last message even when its number is smaller: the standard says so, we leave it out. */
async function newUids(client: ImapFlow, first: number): Promise<number[]> {
  const found = await client.search({ uid: `${first}:*` }, { uid: true })
  return (found || []).filter((uid) => uid >= first).sort((one, other) => one - other)
}

async function readOne(client: ImapFlow, uid: number, onMessage: Visit['onMessage']) {
  const envelope = await client.fetchOne(String(uid), { internalDate: true }, { uid: true })
  const download = await client.download(String(uid), undefined, { uid: true })
  // A colleague may have taken it out of the mailbox meanwhile.
  if (!envelope || !('content' in download) || !download.content) return

  const receivedAt = envelope.internalDate ? new Date(envelope.internalDate) : undefined
  await onMessage({ receivedAt, content: download.content })
}

/** The name of a mailbox on the screens and in the database: account, server and folder, never the password. */
export function mailboxName(url: string) {
  const { auth, host, folder } = parseImapUrl(url)
  return `${auth.user} sur ${host} (${folder})`
}

function parseImapUrl(url: string) {
  const { protocol, hostname, port, username, password, pathname } = new URL(url)
  const isSecure = protocol === 'imaps:'
  return {
    host: hostname,
    port: port ? Number(port) : isSecure ? 993 : 143,
    secure: isSecure,
    auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) },
    folder: decodeURIComponent(pathname.slice(1)) || 'INBOX',
  }
}

type ImapError = Error & { code?: string; authenticationFailed?: boolean }

const isNetwork = ({ code = '' }: ImapError) =>
  /^(?:E[A-Z]+|NoConnection|CONNECT_TIMEOUT|GREETING_TIMEOUT|UPGRADE_TIMEOUT)$/.test(code)

function unreadable(cause: ImapError, host: string): never {
  if (cause.authenticationFailed)
    throw new MailboxUnreadable(
      'Le serveur refuse le compte ou le mot de passe de la boîte : corrigez IMAP_URL.',
      { cause },
    )
  if (/CERT|SSL|TLS/.test(cause.code ?? ''))
    throw new MailboxUnreadable(
      `Le certificat du serveur ${host} n’est pas reconnu : vérifiez son nom dans IMAP_URL.`,
      {
        cause,
      },
    )

  throw new MailboxUnreadable(
    `Le serveur ${host} ne répond pas : Beffroi essaiera encore, de moins en moins souvent. Vérifiez IMAP_URL si cela dure.`,
    { cause },
  )
}
