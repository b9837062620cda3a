import type { Understanding } from '#modules/catalogue/index.ts'

/** Where a question leads: to a sheet, a product, the answer of a need with others beside it, or nowhere yet. */
export type Lead =
  | { readonly to: 'software'; readonly slug: string }
  | { readonly to: 'product'; readonly slug: string }
  | { readonly to: 'need'; readonly slug: string; readonly others: readonly Beside[] }
  | { readonly to: 'nothing' }

/** A need that may be the one that was meant. */
export type Beside = { readonly slug: string; readonly label: string }

const mostOthers = 4

/**
 * A need first, for its page holds the whole answer. A name and nothing else leads to what bears it; so does a name with which
 * no need is understood.
 */
export function leadOf(
  { needs, software, products }: Understanding,
  isAllThatWasTyped: (name: string) => boolean,
): Lead {
  const sheet = software.find(({ name }) => isAllThatWasTyped(name))
  const product = products.find(({ name }) => isAllThatWasTyped(name))
  if (sheet) return { to: 'software', slug: sheet.slug }
  if (product) return { to: 'product', slug: product.slug }
  const [first, ...others] = needs
  if (first) return { to: 'need', slug: first.slug, others: others.slice(0, mostOthers) }
  if (software[0]) return { to: 'software', slug: software[0].slug }
  if (products[0]) return { to: 'product', slug: products[0].slug }

  return { to: 'nothing' }
}
