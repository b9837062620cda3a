import { DrizzleQueryError } from 'drizzle-orm'
import pino from 'pino'

/** The technical log, one JSON line per event, on the error stream: the terminal's own lines stay readable. */
export type Log = pino.Logger

export const openLog = (
  level: string,
  destination: pino.DestinationStream = pino.destination({ dest: 2, sync: true }),
): Log => pino({ level, base: undefined, serializers: { err: discreet } }, destination)

/** An error as the log keeps it: a failed query without what it was given, which are people's addresses and words. */
function discreet(error: Error) {
  const told = pino.stdSerializers.err(error)
  if (!(error instanceof DrizzleQueryError)) return told

  const { query, cause } = error
  return {
    type: told.type,
    message: `Failed query: ${query}`,
    cause: cause && pino.stdSerializers.err(cause).message,
  }
}
