import { plural } from '#ui/french.ts'

type Counted = { readonly full: number; readonly part: number }

/** How many free software meet a need: « 2 logiciels », « 1 logiciel, 2 en partie », or that none is known. */
export function fitWords({ full, part }: Counted) {
  if (full === 0 && part === 0) return 'Aucun logiciel libre connu de nous'
  if (full === 0) return `${plural(part, 'logiciel', 'logiciels')}, en partie seulement`

  const whole = plural(full, 'logiciel', 'logiciels')
  return part === 0 ? whole : `${whole}, ${part} de plus en partie`
}
