import { typo } from './french.ts'
import { Tag } from './tag.tsx'

/** A piece of text to copy as it is: what it means, and what it is worth here when that is known. */
export type Snippet = { code: string; meaning: string; value?: string }

/** Pieces to copy into a text; a click selects the whole of one. */
export function SnippetList({ snippets, empty }: { snippets: readonly Snippet[]; empty: string }) {
  return (
    <ul class="snippets">
      {snippets.map(({ code, meaning, value }) => (
        <li>
          <code>{code}</code>
          {value !== undefined &&
            (value.trim() === '' ? <Tag label={empty} tone="ochre" /> : <span>{value}</span>)}
          <p class="hint">{typo(meaning)}</p>
        </li>
      ))}
    </ul>
  )
}
