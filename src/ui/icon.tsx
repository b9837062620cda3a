import { raw } from 'hono/html'

const drawings = {
  alert: 'M8 1.800 15 14H1zM8 6v4M8 11.800v.4',
  answer: 'M6.500 3 2 7.500 6.500 12M2 7.500h7a5 5 0 0 1 5 5',
  bell: 'M8 2a4 4 0 0 1 4 4c0 3.500 1 4.500 1.800 5.500H2.200C3 10.500 4 9.500 4 6a4 4 0 0 1 4-4zM6.800 13.800h2.400',
  blocked: 'M3.300 3.300l9.400 9.400M8 1.500a6.500 6.500 0 1 1 0 13 6.500 6.500 0 0 1 0-13z',
  building: 'M2 14h12M3.500 14V6.500L8 2.500l4.500 4V14M6.500 14v-4h3v4',
  calendar: 'M2 3.500h12V14H2zM2 7h12M5 1.500v3M11 1.500v3',
  check: 'M2.500 8.500 6.500 12.500 13.500 4',
  circle: 'M8 3.200a4.800 4.800 0 1 1 0 9.600 4.800 4.800 0 0 1 0-9.600z',
  clock: 'M8 1.500a6.500 6.500 0 1 1 0 13 6.500 6.500 0 0 1 0-13zM8 4.500V8l2.500 2',
  close: 'M3.500 3.500l9 9M12.500 3.500l-9 9',
  cross: 'M4 4l8 8M12 4l-8 8M1.500 1.500h13v13h-13z',
  download: 'M8 2v8M4.500 7 8 10.500 11.500 7M2.500 13.500h11',
  file: 'M3.500 1.500h6l3 3v10h-9zM9.500 1.500v3h3M6 8h4M6 11h4',
  folder: 'M1.500 13V3.500h5l1.500 2h6.500V13z',
  info: 'M8 1.500a6.500 6.500 0 1 1 0 13 6.500 6.500 0 0 1 0-13zM8 7.200V11.500M8 4.500v.4',
  letter: 'M1.500 3.500h13v9h-13zM1.500 4 8 9l6.500-5',
  mail: 'M8 10.500a2.500 2.500 0 1 1 0-5 2.500 2.500 0 0 1 0 5zM10.500 5.500v3.500c0 2.500 4 2 4-1A6.500 6.500 0 1 0 11.500 13.500',
  menu: 'M2 4h12M2 8h12M2 12h12',
  moon: 'M13.500 9.800A6 6 0 1 1 6.200 2.500a5 5 0 0 0 7.300 7.300z',
  note: 'M2.500 2.500h11v8l-3 3h-8zM5 6h6M5 9h3',
  person: 'M8 8a3 3 0 1 1 0-6 3 3 0 0 1 0 6zM2 14.500a6 6 0 0 1 12 0',
  phone:
    'M3.500 1.500h2.500l1.200 3.500-1.700 1.300a8 8 0 0 0 4.200 4.200l1.300-1.700 3.500 1.200v2.500a2 2 0 0 1-2 2A11 11 0 0 1 1.500 3.500a2 2 0 0 1 2-2z',
  print: 'M4 6V1.500h8V6M4 12H1.500V6h13v6H12M4 9.500h8v5H4z',
  search: 'M7 2a5 5 0 1 1 0 10A5 5 0 0 1 7 2zM10.700 10.700 14.500 14.500',
  sun: 'M8 5a3 3 0 1 1 0 6 3 3 0 0 1 0-6zM8 1v1.500M8 13.500V15M1 8h1.500M13.500 8H15M3 3l1 1M12 12l1 1M3 13l1-1M12 4l1-1',
  system: 'M1.500 2.500h13v9h-13zM5 14h6',
  'tone-brick': 'M3 3h10v10H3z',
  'tone-info': 'M4 2.500 13 8l-9 5.500z',
  'tone-neutral': 'M8 3.200a4.800 4.800 0 1 1 0 9.600 4.800 4.800 0 0 1 0-9.600z',
  'tone-ochre': 'M8 1.800 14.200 8 8 14.200 1.800 8z',
  'tone-teal':
    'M8 2.200a5.800 5.800 0 1 1 0 11.600A5.800 5.800 0 0 1 8 2.200zM5.200 8.200 7.200 10.200 10.900 6',
} as const

/** The drawings an `Icon` can show. */
export type IconName = keyof typeof drawings

/** A small line drawing, sixteen units wide, coloured like the text it stands in. Always beside a word. */
export function Icon({ name }: { name: IconName }) {
  return drawn[name]
}

// A page shows dozens of them: each is written once, and its text repeated.
const drawn = Object.fromEntries(
  Object.entries(drawings).map(([name, path]) => [name, raw(svgOf(path))]),
) as Record<IconName, ReturnType<typeof raw>>

function svgOf(path: string) {
  return `<svg class="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false"><path d="${path}"/></svg>`
}

/** Draws once the icons that a page then shows many times by `IconReference`. */
export function IconDefinitions({ names }: { names: readonly IconName[] }) {
  return (
    <svg class="visually-hidden" width="0" height="0" aria-hidden="true" focusable="false">
      {names.map((name) => (
        <symbol id={`icon-${name}`} viewBox="0 0 16 16">
          <path d={drawings[name]} />
        </symbol>
      ))}
    </svg>
  )
}

/** An icon drawn by `IconDefinitions` on the same page: a long table weighs a third less. */
export function IconReference({ name }: { name: IconName }) {
  return referred[name]
}

const referred = Object.fromEntries(
  Object.keys(drawings).map((name) => [
    name,
    raw(`<svg class="icon" width="16" height="16" aria-hidden="true"><use href="#icon-${name}"/></svg>`),
  ]),
) as Record<IconName, ReturnType<typeof raw>>
