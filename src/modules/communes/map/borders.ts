/** A commune once drawn: its path, where its middle is, and the group (an EPCI) it belongs to. */
export type Drawn = {
  readonly insee: string
  readonly name: string
  readonly population: number | null
  readonly group: string | null
  readonly path: string
  readonly centroid: readonly [number, number]
}

type Edge = { readonly from: string; readonly to: string; groups: (string | null)[] }

/**
 * The path of what separates two groups, and of the edge of the whole. Neighbours share their points to the tenth,
 * so an edge met once is the outside, and an edge met twice is a border when its sides belong to different groups.
 */
export function borderPath(communes: readonly Drawn[]) {
  const edges = new Map<string, Edge>()
  for (const { path, group } of communes) {
    for (const ring of ringsOf(path)) addEdges(edges, ring, group)
  }
  const borders = [...edges.values()].filter(({ groups }) => groups.length === 1 || groups[0] !== groups[1])

  return joined(borders)
    .map((points) => `M${points.join('L')}`)
    .join('')
}

/** The rings of a path as it was just written: "M1,2L3,4Z". */
const ringsOf = (path: string) =>
  path
    .split('M')
    .filter(Boolean)
    .map((ring) => ring.replace('Z', '').split('L'))

function addEdges(edges: Map<string, Edge>, ring: readonly string[], group: string | null) {
  ring.forEach((from, at) => {
    const to = ring[(at + 1) % ring.length] ?? from
    if (from === to) return
    const key = from < to ? `${from} ${to}` : `${to} ${from}`
    const edge = edges.get(key)
    if (edge) edge.groups.push(group)
    else edges.set(key, { from, to, groups: [group] })
  })
}

/** Edges end to end, as the longest lines that can be followed. */
function joined(edges: readonly Edge[]) {
  const atPoint = new Map<string, Edge[]>()
  for (const edge of edges) {
    for (const point of [edge.from, edge.to]) atPoint.set(point, [...(atPoint.get(point) ?? []), edge])
  }
  const used = new Set<Edge>()
  const follow = (start: string) => {
    const line: string[] = []
    for (let point = start; ; ) {
      const next = atPoint.get(point)?.find((edge) => !used.has(edge))
      if (!next) return line
      used.add(next)
      point = next.from === point ? next.to : next.from
      line.push(point)
    }
  }

  return edges.flatMap((edge) => {
    if (used.has(edge)) return []
    used.add(edge)
    return [[...follow(edge.from).reverse(), edge.from, edge.to, ...follow(edge.to)]]
  })
}
