import type { Server } from 'node:http'
import { serve } from '@hono/node-server'
import type { Hono } from 'hono'
import type { Config } from '#platform/config.ts'
import type { Env } from '#platform/http/app.ts'
import { StartRefused } from '#platform/start-refused.ts'

/** Answers on the configured port; gives what stops it, which lets the requests under way end. */
export async function listen(web: Hono<Env>, { port, host }: Config): Promise<() => Promise<void>> {
  const server = await new Promise<Server>((resolve, reject) => {
    const opened = serve({ fetch: web.fetch, port, hostname: host }, () => resolve(opened as Server))
    opened.once('error', (cause) => reject(refusalOf(cause, port, host)))
  })

  return () => stop(server)
}

function refusalOf(cause: Error, port: number, host: string): Error {
  const { code } = cause as NodeJS.ErrnoException
  if (code === 'EADDRINUSE')
    return new StartRefused(
      `Le port ${port} est déjà pris par un autre programme. Choisissez-en un autre : PORT=${port + 1} npm start`,
      { cause },
    )
  if (code === 'EACCES')
    return new StartRefused(
      `Le port ${port} demande des droits que ce compte n’a pas. Choisissez-en un au-delà de 1023.`,
      { cause },
    )
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return new StartRefused(`L’adresse « ${host} » de HOST n’est pas une adresse de cette machine.`, {
      cause,
    })
  return cause
}

async function stop(server: Server) {
  const patience = setTimeout(() => server.closeAllConnections(), 3_000)
  await new Promise<void>((resolve) => {
    server.close(() => resolve())
    server.closeIdleConnections()
  })
  clearTimeout(patience)
}
