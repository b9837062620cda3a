/** The public addresses of the directory of software; editors’ and machines’ lie below them. */
export const cataloguePaths = {
  needs: () => '/needs',
  need: (slug: string, commune?: string) => `/needs/${slug}${commune ? `?commune=${commune}` : ''}`,
  softwareList: () => '/software',
  software: (slug: string) => `/software/${slug}`,
  products: () => '/products',
  product: (slug: string) => `/products/${slug}`,
}
