import type { NavigationEntry } from '#platform/module.ts'
import type { NavigationEntry as RailEntry } from '#ui/navigation.tsx'
import type { Visitor } from '#values/visitor.ts'

/** The rail that a visitor may follow, seen from a place: what lies under an entry shows to whoever is there. */
export function railOf(entries: readonly NavigationEntry[], { role }: Visitor, place: string): RailEntry[] {
  const allowed = entries.filter(({ who }) => who.includes(role))
  const isAt = ({ href }: NavigationEntry) => place === href || place.startsWith(`${href}/`)

  return allowed
    .filter(({ under }) => under === undefined || allowed.every(({ href }) => href !== under))
    .map((entry) => {
      const inside = allowed.filter(({ under }) => under === entry.href)
      const isOpen = [entry, ...inside].some(isAt)
      const shown = ({ label, href }: NavigationEntry) => ({ label, href, current: isAt({ ...entry, href }) })
      return { ...shown(entry), inside: isOpen ? inside.map(shown) : [] }
    })
}
