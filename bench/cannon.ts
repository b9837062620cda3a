// The client of the bench of the pages, in a process of its own: asks what it reads on its input, says what it measured.
import { text } from 'node:stream/consumers'
import autocannon from 'autocannon'

type Asked = {
  readonly port: number
  readonly connections: number
  readonly duration: number
  readonly paths: readonly string[]
  readonly cookie: string
}

export type Shots = {
  readonly requests: { readonly average: number }
  readonly latency: { readonly p50: number; readonly p99: number }
  readonly non2xx: number
  readonly errors: number
}

const { port, connections, duration, paths, cookie }: Asked = JSON.parse(await text(process.stdin))
// A browser's own header: what is measured is what travels.
const headers = { 'accept-encoding': 'gzip, deflate, br', ...(cookie && { cookie }) }

let client = 0
const shots = await autocannon({
  url: `http://127.0.0.1:${port}`,
  connections,
  duration,
  headers,
  requests: paths.map((path) => ({ path })),
  // Each connection goes round from a place of its own, in a stride of its own: no two keep step.
  setupClient(shooter) {
    if (paths.length === 1) return
    const [start, stride] = [client * 97, 1 + 2 * client++]
    shooter.setRequests(
      paths.map((_, rank) => ({ path: paths[(start + rank * stride) % paths.length] ?? '/', headers })),
    )
  },
})
process.stdout.write(JSON.stringify(shots))
