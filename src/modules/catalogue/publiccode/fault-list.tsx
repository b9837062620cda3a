import { typo } from '#ui/french.ts'
import { Tag } from '#ui/tag.tsx'
import type { Fault } from './standard/fault.ts'

/** What is wrong with a file: where it is, and how to mend it; what the standard refuses first. */
export function FaultList({ faults }: { faults: readonly Fault[] }) {
  if (faults.length === 0) return <p>Aucune faute : le fichier suit la norme.</p>
  const ordered = faults.toSorted((one, other) => Number(other.isError) - Number(one.isError))

  return (
    <ul>
      {ordered.map(({ sentence, line, at, isError }) => (
        <li>
          <Tag label={isError ? 'Refusé par la norme' : 'Conseil'} tone={isError ? 'brick' : 'ochre'} />{' '}
          {typo(sentence)}
          {(line !== null || at !== '') && (
            <small class="soft"> {[line !== null && `ligne ${line}`, at].filter(Boolean).join(' · ')}</small>
          )}
        </li>
      ))}
    </ul>
  )
}
