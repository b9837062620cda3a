import { date, plural, typo } from '#ui/french.ts'
import { lockVerbs } from './lock.ts'
import type { HoldingLock } from './locks-against.queries.ts'

/** « Ce qui pourrait vous bloquer »: what communes said of their business programs, each dated. Nothing when nobody did. */
export function LockLines({ locks, names }: LockLinesProps) {
  if (locks.length === 0) return null

  return (
    <ul class="line-list">
      {locks.map((lock) => (
        <li>
          {typo(`${lock.product}${lock.vendor ? ` (${lock.vendor})` : ''} ${lockVerbs[lock.forces]} `)}
          <strong>{typo(lock.what)}</strong>
          {lock.keepsOut.length > 0 && typo(` : ${keptOut(lock.keepsOut, names)} ne s’y installe pas`)}
          {'. '}
          <small class="soft">
            {typo(`${lock.isOwn ? 'Dit par votre mairie' : saidBy(lock.communes)}, ${date(lock.lastSaidAt)}`)}
          </small>
        </li>
      ))}
    </ul>
  )
}

type LockLinesProps = {
  readonly locks: readonly HoldingLock[]
  /** The names of the software asked about, by identifier. */
  readonly names: ReadonlyMap<string, string>
}

const saidBy = (communes: number) => `Dit par ${plural(communes, 'commune', 'communes')}`

const keptOut = (ids: readonly string[], names: ReadonlyMap<string, string>) =>
  ids.flatMap((id) => names.get(id) ?? []).join(', ')
