import { type LookupAddress, type LookupOptions, lookup as resolve } from 'node:dns'
import { get as getHttp, type IncomingMessage, type RequestOptions } from 'node:http'
import { get as getHttps } from 'node:https'
import { isIP } from 'node:net'
import { accept, refuse } from '#values/decision.ts'
import { isPrivateAddress } from './private-address.ts'
import type { ReceivedFile } from './stored-files.ts'

export type FetchRefusal =
  | 'not-a-web-address'
  | 'private-address'
  | 'unknown-host'
  | 'too-many-redirects'
  | 'too-slow'
  | 'too-large'
  | 'unreachable'
  | 'not-found'
  | 'forbidden'
  | 'server-error'

export type FetchLimits = {
  readonly largest: number
  readonly patience: number
  /** For tests only: also what this machine serves to itself. */
  readonly allowsPrivate?: boolean
}

const mostRedirects = 5

/**
 * Fetches a file from the web. Each hop must be http or https, and lead to a public address: what the machine or its
 * network serves to itself is refused, whatever name leads there.
 */
export async function fetchFile(address: string, limits: FetchLimits) {
  const deadline = AbortSignal.timeout(limits.patience)
  try {
    return accept(await follow(address, limits, deadline, mostRedirects))
  } catch (error) {
    if (error instanceof Refused) return refuse(error.reason)
    if (deadline.aborted) return refuse('too-slow' as const)
    return refuse(networkRefusal(error))
  }
}

class Refused extends Error {
  readonly reason: FetchRefusal
  constructor(reason: FetchRefusal) {
    super(reason)
    this.reason = reason
  }
}

async function follow(
  address: string,
  limits: FetchLimits,
  signal: AbortSignal,
  redirects: number,
): Promise<ReceivedFile> {
  const url = URL.canParse(address) ? new URL(address) : undefined
  if (!url || !/^https?:$/.test(url.protocol)) throw new Refused('not-a-web-address')

  const host = url.hostname.replace(/^\[|\]$/g, '')
  if (isIP(host) && !limits.allowsPrivate && isPrivateAddress(host)) throw new Refused('private-address')
  const answer = await open(url, limits, signal)
  const next = answer.headers.location
  if (isRedirect(answer) && next) {
    answer.destroy()
    if (redirects === 0) throw new Refused('too-many-redirects')
    return follow(new URL(next, url).href, limits, signal, redirects - 1)
  }

  const refusal = refusalOf(answer.statusCode ?? 0)
  if (refusal) {
    answer.destroy()
    throw new Refused(refusal)
  }
  return {
    name: nameOf(answer, url),
    mediaType: answer.headers['content-type'] ?? '',
    bytes: await read(answer, limits.largest),
  }
}

function open(url: URL, limits: FetchLimits, signal: AbortSignal) {
  const options: RequestOptions = {
    signal,
    lookup: limits.allowsPrivate ? undefined : publicLookup,
    headers: { 'user-agent': 'Beffroi', accept: '*/*', 'accept-encoding': 'identity' },
  }
  const get = url.protocol === 'https:' ? getHttps : getHttp
  return new Promise<IncomingMessage>((answered, failed) => get(url, options, answered).once('error', failed))
}

type Looked = (error: Error | null, address: string | LookupAddress[], family?: number) => void

/** Checked at the moment of connecting, so that a name cannot change its address between the check and the use. */
function publicLookup(host: string, options: LookupOptions, done: Looked) {
  resolve(host, { ...options, all: true }, (error, addresses) => {
    const [first] = addresses ?? []
    if (error || !first) return done(error ?? new Refused('unknown-host'), '')
    if (addresses.some(({ address }) => isPrivateAddress(address)))
      return done(new Refused('private-address'), '')
    return options.all ? done(null, addresses) : done(null, first.address, first.family)
  })
}

async function read(answer: IncomingMessage, largest: number): Promise<Uint8Array> {
  const parts: Buffer[] = []
  let size = 0
  for await (const part of answer) {
    size += part.length
    if (size > largest) throw new Refused('too-large')
    parts.push(part)
  }
  return Buffer.concat(parts, size)
}

const isRedirect = ({ statusCode = 0 }: IncomingMessage) => [301, 302, 303, 307, 308].includes(statusCode)

function refusalOf(status: number): FetchRefusal | undefined {
  if (status === 404 || status === 410) return 'not-found'
  if (status === 401 || status === 403) return 'forbidden'
  return status === 200 ? undefined : 'server-error'
}

/** The name the server gives, else the last part of the address. */
function nameOf(answer: IncomingMessage, url: URL) {
  const given = /filename="?([^";]+)"?/i.exec(answer.headers['content-disposition'] ?? '')?.[1]
  const last = url.pathname.split('/').filter(Boolean).at(-1)
  return (given ?? last ?? url.hostname).slice(0, 200)
}

function networkRefusal(error: unknown): FetchRefusal {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return code === 'ENOTFOUND' || code === 'EAI_AGAIN' ? 'unknown-host' : 'unreachable'
}
