export const guidePaths = {
  contents: () => '/aide',
  chapter: (name: string) => `/aide/${name}`,
}
