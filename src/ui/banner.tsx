import { typo } from './french.ts'

/** What must be known on every page, above all the rest. */
export function Banner({ text }: { text: string }) {
  return (
    <aside class="banner" aria-label="Avertissement">
      <p>{typo(text)}</p>
    </aside>
  )
}
