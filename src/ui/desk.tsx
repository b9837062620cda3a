import type { Child } from 'hono/jsx'
import { typo } from './french.ts'

/** A place to write: the text first, and what helps to write it at hand beside it, or below on a narrow screen. */
export function Desk({ aside, children }: { aside: Child; children?: Child }) {
  return (
    <div class="desk">
      <div>{children}</div>
      <aside>{aside}</aside>
    </div>
  )
}

type FoldProps = { title: string; isOpen?: boolean; group?: string; children?: Child }

/** A sheet that folds to its title; of those of one group, opening one folds the others. */
export function Fold({ title, isOpen, group, children }: FoldProps) {
  return (
    <details class="card fold" name={group} open={isOpen}>
      <summary>
        <h2>{typo(title)}</h2>
      </summary>
      <div>{children}</div>
    </details>
  )
}
