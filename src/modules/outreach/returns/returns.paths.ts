/** The addresses of the screen of returned letters. */
export const returnPaths = {
  list: () => '/returns',
  letter: (code: string) => `/returns?code=${encodeURIComponent(code)}`,
  undoing: () => '/returns/undoing',
}
