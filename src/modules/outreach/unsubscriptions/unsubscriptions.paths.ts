export const unsubscriptionPaths = {
  page: (token: string) => `/o/${token}`,
}
