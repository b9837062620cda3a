import { withWords } from '#values/with-words.ts'

/** The addresses of what is printed. */
export const paperPaths = {
  sheet: (slug: string, commune?: string) => `/software/${slug}.pdf${commune ? `?commune=${commune}` : ''}`,
  binder: (words: { readonly need?: string; readonly commune?: string } = {}) => withWords('/binder', words),
  binderFile: () => '/binder.pdf',
}
