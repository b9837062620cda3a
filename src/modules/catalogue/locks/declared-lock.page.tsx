import { typo } from '#ui/french.ts'
import { Hero } from '#ui/page-header.tsx'
import type { LockRow } from './lock-map.queries.ts'
import { lockLine } from './lock-words.ts'
import { lockPaths } from './locks.paths.ts'

type DeclaredLockProps = { readonly lock: LockRow; readonly isWrittenTo: boolean }

/** What happens next, in the same words whatever the town hall refuses. */
export const DeclaredLockPage = ({ lock, isWrittenTo }: DeclaredLockProps) => (
  <>
    <Hero title="Le verrou est noté" lede={`${lock.commune} : ${lockLine(lock)}.`} />
    <p>
      {typo(
        isWrittenTo
          ? 'Beffroi écrit à l’adresse officielle de la mairie, une fois par jour au plus. Le verrou compte dès qu’elle a cliqué.'
          : 'Nous n’avons pas d’adresse électronique où écrire à cette mairie : l’opérateur du programme confirmera à la main.',
      )}
    </p>
    <p>
      <a href={lockPaths.declare({ commune: lock.insee })}>Noter un autre verrou de cette commune</a>
    </p>
  </>
)
