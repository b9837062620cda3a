import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'
import type { Env } from './app.ts'

/** Where a request comes from: a reverse proxy on this machine tells who asks; anybody else is who the socket says. */
export function senderAddress(c: Context<Env>) {
  const socket = isServed(c.env) ? getConnInfo(c).remote.address : undefined
  const isLocal = socket === undefined || /^(::1|(::ffff:)?127\.)/.test(socket)
  return (isLocal && c.req.header('x-forwarded-for')?.split(',')[0]?.trim()) || (socket ?? '127.0.0.1')
}

const isServed = (env: unknown) => typeof env === 'object' && env !== null && 'incoming' in env
