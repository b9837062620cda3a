import { cataloguePaths, goneLimit } from '#modules/catalogue/index.ts'
import type { World } from '#platform/world.ts'
import type { AtomEntry } from './atom.ts'
import { companyNews, type News, softwareNews, type UsageNews, usageNews } from './news.queries.ts'

/** The entries of the feed of software. */
export async function softwareEntries({ db, config }: World) {
  const news = await softwareNews(db)
  return news.map((one) => entryOf(one, one.name, `${config.baseUrl}${cataloguePaths.software(one.slug)}`))
}

/** The entries of the feed of companies. */
export async function companyEntries({ db, config }: World) {
  const news = await companyNews(db)
  return news.map((one) => entryOf(one, one.name, `${config.baseUrl}/companies/${one.slug}`))
}

/** The entries of the feed of usages: what communes said last. */
export async function usageEntries({ db, config, clock }: World) {
  const news = await usageNews(db, goneLimit(clock()))
  return news.map((one) =>
    entryOf(one, titleOf(one), `${config.baseUrl}${cataloguePaths.software(one.slug)}`),
  )
}

const verbs: Record<UsageNews['state'], string> = {
  testing: 'essaie',
  'in-use': 'utilise',
  left: 'n’utilise plus',
}

const titleOf = ({ commune, state, name }: UsageNews) => `${commune} ${verbs[state]} ${name}`

const entryOf = ({ id, at, name, summary }: News, title: string, href: string): AtomEntry => ({
  id: `urn:uuid:${id}`,
  title,
  href,
  updatedAt: at,
  summary: summary ?? name,
})
