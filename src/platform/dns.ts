import type { MxRecord } from 'node:dns'
import { Resolver } from 'node:dns/promises'

/** What the world's directory of names says; a name that is not there has no record. Throws when nobody answers. */
export type Dns = {
  /** The mail exchangers of a domain, the preferred one first. */
  readonly mx: (domain: string) => Promise<readonly string[]>
  /** The texts under a name, each joined whole. */
  readonly txt: (name: string) => Promise<readonly string[]>
}

/** The machine's own resolver, patient for some seconds. */
export function systemDns(): Dns {
  const resolver = new Resolver({ timeout: 3000, tries: 2 })

  return {
    mx: async (domain) =>
      (await orNone(resolver.resolveMx(domain))).toSorted(byPriority).map(({ exchange }) => exchange),
    txt: async (name) => (await orNone(resolver.resolveTxt(name))).map((parts) => parts.join('')),
  }
}

/** No name is known: for the demonstration, which asks nothing of anybody. */
export const closedDns: Dns = { mx: async () => [], txt: async () => [] }

const byPriority = (a: MxRecord, b: MxRecord) => a.priority - b.priority

const absent = new Set(['ENOTFOUND', 'ENODATA'])

const orNone = <Entry>(asked: Promise<Entry[]>): Promise<Entry[]> =>
  asked.catch((error: NodeJS.ErrnoException) => {
    if (absent.has(error.code ?? '')) return []
    throw error
  })
