export const referencePaths = {
  /** What a town hall answers by the link of its mail. */
  answer: (token: string) => `/references/${token}`,
}
