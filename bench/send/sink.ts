import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'

// A mail server that accepts everything and keeps nothing, in a process of its own: tells its port, and its count when asked.
let received = 0
const server = new SMTPServer({
  authOptional: true,
  hideSTARTTLS: true,
  disableReverseLookup: true,
  onData(stream, _session, callback) {
    stream.resume()
    stream.on('end', () => {
      received += 1
      callback()
    })
  },
})
server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.server.address() as AddressInfo).port }))
process.on('message', () => process.send?.({ received }))
process.on('disconnect', () => process.exit(0))
