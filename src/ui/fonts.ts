type Font = {
  readonly package: string
  readonly file: string
  readonly family: string
  readonly weight: number
  readonly style: string
  readonly range: string
}

const latin =
  'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD'
const latinExtended =
  'U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+0304,U+0308,U+0329,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF'

const next = { name: 'atkinson-hyperlegible-next', family: 'Atkinson Hyperlegible Next' }
const mono = { name: 'atkinson-hyperlegible-mono', family: 'Atkinson Hyperlegible Mono' }

/** The typefaces the pages use (SIL Open Font License), read from their packages and served by ourselves. */
export const fonts: readonly Font[] = [
  face(next, 'latin', 400, 'normal'),
  face(next, 'latin', 700, 'normal'),
  face(next, 'latin', 400, 'italic'),
  face(next, 'latin-ext', 400, 'normal'),
  face(next, 'latin-ext', 700, 'normal'),
  face(mono, 'latin', 400, 'normal'),
]

/** The `@font-face` rule of a font, given the address it is served at. */
export function fontFace(font: Font, href: string) {
  return `@font-face{font-family:'${font.family}';font-style:${font.style};font-weight:${font.weight};font-display:swap;src:url(${href}) format('woff2');unicode-range:${font.range}}`
}

function face(typeface: typeof next, subset: 'latin' | 'latin-ext', weight: number, style: string): Font {
  return {
    package: `@fontsource/${typeface.name}`,
    file: `${typeface.name}-${subset}-${weight}-${style}.woff2`,
    family: typeface.family,
    weight,
    style,
    range: subset === 'latin' ? latin : latinExtended,
  }
}
