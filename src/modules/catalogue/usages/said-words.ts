import { lockVerbs } from '../locks/lock.ts'
import type { Said } from './said.queries.ts'
import { saidInWords } from './usage-words.ts'

/** What is said of a commune, in one line. */
export const saidLine = (said: Said) =>
  said.kind === 'usages' ? saidInWords(said) : `${said.product} ${lockVerbs[said.forces]} ${said.what}`
