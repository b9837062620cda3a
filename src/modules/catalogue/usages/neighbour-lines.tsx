import { number, typo, year } from '#ui/french.ts'
import { Tag } from '#ui/tag.tsx'
import type { Neighbour } from './neighbour.ts'
import { usagePaths } from './usages.paths.ts'

type NeighbourLinesProps = {
  readonly neighbours: readonly Neighbour[]
  /** Where one declares a usage of this software. */
  readonly softwareSlug: string
}

/** Who uses it that looks like you, one line a commune and never a count: « Saint-X (640 hab., 18 km), depuis 2023 ». */
export function NeighbourLines({ neighbours, softwareSlug }: NeighbourLinesProps) {
  const declare = usagePaths.declare({ software: softwareSlug })
  if (neighbours.length === 0)
    return (
      <p class="soft">
        {typo('Aucune commune n’a encore confirmé qu’elle l’utilise. ')}
        <a href={declare}>Dire que la vôtre l’utilise</a>
      </p>
    )

  return (
    <ul class="line-list">
      {neighbours.map((neighbour) => (
        <li data-grey={neighbour.isGrey || undefined}>
          <a href={usagePaths.commune(neighbour.insee)}>{neighbour.name}</a> {typo(whereOf(neighbour))}
          {typo(sinceOf(neighbour))}
          {neighbour.operatedBy && typo(`, par ${neighbour.operatedBy}`)}
          {neighbour.whyLeft && <small class="soft"> {typo(`Pourquoi : ${neighbour.whyLeft}`)}</small>}
          {neighbour.acceptsCall && (
            <>
              {typo(' ; ')}
              <a href={usagePaths.call(neighbour.usageId)}>accepte un appel</a>
            </>
          )}
          {neighbour.isGrey && (
            <>
              {' '}
              <Tag label="Dit il y a plus d’un an" />
            </>
          )}
        </li>
      ))}
    </ul>
  )
}

/** « (640 hab., 18 km) ». */
function whereOf({ population, km }: Pick<Neighbour, 'population' | 'km'>) {
  const parts = [
    population !== null && `${number(population)}\u00a0hab.`,
    km !== null && (km < 1 ? 'à côté' : `${number(km)}\u00a0km`),
  ].filter((part) => part !== false)
  return parts.length > 0 ? `(${parts.join(', ')})` : ''
}

/** « depuis 2023 », « à l’essai depuis 2025 », « l’a abandonné ». */
function sinceOf({ state, sinceOn }: Pick<Neighbour, 'state' | 'sinceOn'>) {
  const since = sinceOn ? ` depuis ${year(new Date(sinceOn))}` : ''
  if (state === 'left') return ` l’a abandonné`
  if (state === 'testing') return ` à l’essai${since}`
  return since
}
