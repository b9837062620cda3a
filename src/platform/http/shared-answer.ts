import type { Context } from 'hono'
import { together } from '../together.ts'
import type { Env } from './app.ts'
import { compress, encodingFor } from './compression.ts'

type Kept = {
  readonly status: number
  readonly headers: Record<string, string>
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly told: readonly (() => void)[]
}

/** Says what is done for each reader of a drawing, such as counting who was shown; never waited for. */
export type ForEachReader = (tell: () => void) => void

const share = together<Kept>()

type Edition = { readonly name: string; readonly pages: Map<string, Kept> }

const editions = new WeakMap<object, Edition>()
// Some ten megabytes of compressed pages.
const mostPages = 1_000

/**
 * Gives a public page as it was drawn before, while `edition`, a word that changes with all that such pages show, is the same;
 * whoever comes first after a change has it drawn. What is done for each reader is done all the same.
 */
export async function keptAnswer(
  c: Context<Env>,
  edition: string,
  draw: (forEachReader: ForEachReader) => Response | Promise<Response>,
) {
  const { pages } = editionOf(c.var.db, edition)
  return answerFrom(c, draw, (key, drawn) => {
    const known = pages.get(key)
    if (known) return Promise.resolve(known)

    return share(c.var.db, `${edition} ${key}`, drawn).then((kept) => {
      if (pages.size >= mostPages) pages.delete(pages.keys().next().value ?? '')
      pages.set(key, kept)
      return kept
    })
  })
}

function editionOf(db: object, name: string): Edition {
  const known = editions.get(db)
  if (known?.name === name) return known

  const edition = { name, pages: new Map() }
  editions.set(db, edition)
  return edition
}

/**
 * Answers at once those who ask for one public page at the same moment: it is drawn once and compressed once, after all of them
 * asked. A member is given a page of their own. A page with a form that is posted is not to be shared: its `once` names one filling.
 */
export const sharedAnswer = (
  c: Context<Env>,
  draw: (forEachReader: ForEachReader) => Response | Promise<Response>,
) => answerFrom(c, draw, (key, drawn) => share(c.var.db, key, drawn))

async function answerFrom(
  c: Context<Env>,
  draw: (forEachReader: ForEachReader) => Response | Promise<Response>,
  from: (key: string, drawn: () => Promise<Kept>) => Promise<Kept>,
) {
  if (c.var.visitor.role !== 'public') return draw((tell) => tell())
  const encoding = encodingFor(c.req.header('accept-encoding'))
  const { pathname, search } = new URL(c.req.url)
  const key = [encoding, c.req.header('cookie'), pathname, search].join(' ')

  const { status, headers, bytes, told } = await from(key, async () => {
    const told: (() => void)[] = []
    const drawn = await draw((tell) => told.push(tell))
    return { status: drawn.status, told, ...(await packed(drawn, encoding)) }
  })
  for (const tell of told) tell()
  return new Response(bytes, { status, headers })
}

async function packed(drawn: Response, encoding: ReturnType<typeof encodingFor>) {
  const bytes = new Uint8Array(await drawn.arrayBuffer())
  const headers = { ...Object.fromEntries(drawn.headers), vary: 'accept-encoding, cookie' }
  const isPacked = drawn.headers.has('content-encoding')
  const small = encoding && !isPacked && (await compress(bytes, encoding))

  return small ? { bytes: small, headers: { ...headers, 'content-encoding': encoding } } : { bytes, headers }
}
