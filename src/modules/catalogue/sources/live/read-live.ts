import type { LivePage } from './live-reading.ts'
import type { LiveSource } from './live-source.ts'
import { readCnll } from './read-cnll.ts'
import { readComptoir } from './read-comptoir.ts'
import { readItalia } from './read-italia.ts'
import { readSillLive } from './read-sill-live.ts'

/** How each catalogue is read, from its JSON and the address it came from. */
export const readLive: Record<LiveSource, (content: unknown, address: string) => LivePage> = {
  'sill-live': readSillLive,
  comptoir: readComptoir,
  cnll: readCnll,
  italia: readItalia,
}
