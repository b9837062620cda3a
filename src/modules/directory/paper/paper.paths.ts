/** The addresses of what is printed. */
export const paperPaths = {
  sheet: (slug: string, commune?: string) => `/software/${slug}.pdf${commune ? `?commune=${commune}` : ''}`,
  binder: (need?: string) => (need ? `/binder?need=${need}` : '/binder'),
  binderFile: () => '/binder.pdf',
}
