import type { ThemeChoice } from '#ui/document.tsx'

export const themeCookie = 'theme'
export const themePath = '/theme'

const themes: readonly string[] = ['light', 'dark', 'auto'] satisfies ThemeChoice[]
const isTheme = (text: string): text is ThemeChoice => themes.includes(text)

/** The theme kept in the cookie; the computer's own when there is none. */
export const readTheme = (text = ''): ThemeChoice => (isTheme(text) ? text : 'auto')
