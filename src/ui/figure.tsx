import { typo } from './french.ts'

/** A number that counts something, with its words; it opens on its rows. */
export type KeyFigure = { value: string; label: string; href?: string }

/** Numbers to see first, side by side, each a link to its rows. */
export function KeyFigures({ figures }: { figures: readonly KeyFigure[] }) {
  return (
    <ul class="key-figures">
      {figures.map(({ value, label, href }) => (
        <li>
          {href ? (
            <a href={href}>
              <strong>{value}</strong> <span>{typo(label)}</span>
            </a>
          ) : (
            <p>
              <strong>{value}</strong> <span>{typo(label)}</span>
            </p>
          )}
        </li>
      ))}
    </ul>
  )
}
