import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'

/** What a server was handed, with the envelope that carried it. */
export type Handed = {
  readonly from: string
  readonly to: string
  readonly raw: string
  readonly session: string
}

type Behaviour = Pick<
  SMTPServerOptions,
  'onMailFrom' | 'onRcptTo' | 'onConnect' | 'onAuth' | 'authOptional'
> & {
  /** Answers after the final dot; never calling `answer` is a server that hangs. */
  readonly afterDot?: (answer: (error?: Error) => void, handed: Handed, cut: () => void) => void
}

/** A mail server of our own on the loopback, that keeps what it is handed. Closed by `close`. */
export async function openSink({ afterDot = (answer) => answer(), ...behaviour }: Behaviour = {}) {
  const handed: Handed[] = []
  let open = 0
  let most = 0
  const server: SMTPServer = new SMTPServer({
    authOptional: true,
    hideSTARTTLS: true,
    disableReverseLookup: true,
    closeTimeout: 100,
    ...behaviour,
    onConnect(session, callback) {
      open += 1
      most = Math.max(most, open)
      return behaviour.onConnect ? behaviour.onConnect(session, callback) : callback()
    },
    onClose: () => {
      open -= 1
    },
    onData(stream, { envelope, id }, callback) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk) => chunks.push(chunk))
      stream.on('end', () => {
        const message = {
          from: envelope.mailFrom ? envelope.mailFrom.address : '',
          to: envelope.rcptTo[0]?.address ?? '',
          raw: Buffer.concat(chunks).toString(),
          session: id,
        }
        handed.push(message)
        const cut = () => {
          for (const connection of server.connections)
            (connection as { _socket: { destroy(): void } })._socket.destroy()
        }
        afterDot((error) => callback(error ?? null), message, cut)
      })
    },
  })
  server.on('error', () => {})
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  const { port } = server.server.address() as AddressInfo
  return {
    handed,
    url: `smtp://127.0.0.1:${port}`,
    /** The most connections that were open at once. */
    most: () => most,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  }
}

/** A refusal as a server says it: « 550 5.1.1 No such user ». */
export function refusal(text: string): Error {
  const [, code, words = ''] = /^(\d{3}) (.*)$/.exec(text) ?? []
  return Object.assign(new Error(words), { responseCode: Number(code) })
}
