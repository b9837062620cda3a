import pino from 'pino'

/** The technical log, one JSON line per event, on the error stream: the terminal's own lines stay readable. */
export type Log = pino.Logger

export const openLog = (level: string): Log =>
  pino({ level, base: undefined }, pino.destination({ dest: 2, sync: true }))
