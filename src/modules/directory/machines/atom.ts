import { xmlText } from '#values/xml-text.ts'

/** One news of a feed. */
export type AtomEntry = {
  readonly id: string
  readonly title: string
  readonly href: string
  readonly updatedAt: Date
  readonly summary: string
}

type Feed = {
  readonly title: string
  /** The feed's own address, and the page it follows. */
  readonly self: string
  readonly page: string
  readonly author: string
  readonly entries: readonly AtomEntry[]
}

/** A feed as RFC 4287 writes it, newest first; an empty feed was updated when the world began. */
export function atomFeed({ title, self, page, author, entries }: Feed) {
  const sorted = entries.toSorted((one, other) => other.updatedAt.getTime() - one.updatedAt.getTime())
  const updated = sorted[0]?.updatedAt ?? new Date(0)

  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr">
<id>${xmlText(self)}</id>
<title>${xmlText(title)}</title>
<updated>${updated.toISOString()}</updated>
<author><name>${xmlText(author)}</name></author>
<link rel="self" type="application/atom+xml" href="${xmlText(self)}"/>
<link rel="alternate" type="text/html" href="${xmlText(page)}"/>
${sorted.map(entry).join('\n')}
</feed>
`
}

const entry = ({ id, title, href, updatedAt, summary }: AtomEntry) => `<entry>
<id>${xmlText(id)}</id>
<title>${xmlText(title)}</title>
<updated>${updatedAt.toISOString()}</updated>
<link rel="alternate" type="text/html" href="${xmlText(href)}"/>
<summary>${xmlText(summary)}</summary>
</entry>`
