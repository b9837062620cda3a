import type { Block, Inline } from './message.ts'
import { isVariable } from './variables.ts'

/**
 * The body as Typst markup, where `v` is the dictionary of one town hall's values. Every text is a Typst string and
 * every value a field of `v`: neither is ever read as markup. The legal notice and the lone answer link are left out:
 * the letter has its own places for them.
 */
export function toTypst(blocks: readonly Block[]): string {
  return blocks
    .filter((block) => !isAnswerLink(block))
    .map(blockTypst)
    .join('\n\n')
}

/** One line of text and variables, as Typst markup. */
export function inlineTypst(inlines: readonly Inline[]): string {
  return inlines.map(oneInline).join('')
}

function isAnswerLink(block: Block) {
  if (block.type !== 'paragraph' || block.children.length !== 1) return false

  const [only] = block.children
  return (
    only?.type === 'link' && only.url.some((part) => part.type === 'variable' && part.name === 'lien_reponse')
  )
}

function blockTypst(block: Block): string {
  switch (block.type) {
    case 'paragraph':
      return inlineTypst(block.children)
    case 'heading':
      return `#heading(level: 2)[${inlineTypst(block.children)}]`
    case 'list': {
      const items = block.items.map((item) => `[${toTypst(item)}]`)
      return `#${block.ordered ? 'enum' : 'list'}(${items.join(', ')})`
    }
    case 'quote':
      return `#quote(block: true)[${toTypst(block.children)}]`
    case 'rule':
      return '#line(length: 100%, stroke: 0.5pt)'
    case 'legal-notice':
      return ''
  }
}

// The semicolon ends the expression: what follows in the text is never taken for a field or a call.
function oneInline(inline: Inline): string {
  if (inline.type === 'text') return `#${typstString(inline.text)};`
  if (inline.type === 'break') return '#linebreak();'
  if (inline.type === 'strong') return `#strong[${inlineTypst(inline.children)}];`
  if (inline.type === 'emphasis') return `#emph[${inlineTypst(inline.children)}];`
  if (inline.type === 'variable') return `#${valueIn(inline.name)};`

  const url = inline.url.map((part) =>
    part.type === 'variable' ? valueIn(part.name) : typstString(textOf(part)),
  )
  return `#link(${url.join(' + ')})[${inlineTypst(inline.children)}];`
}

// Only names of the table reach the source; the check has refused the others.
const valueIn = (name: string) => (isVariable(name) ? `v.${name}` : '""')
const textOf = (inline: Inline) => (inline.type === 'text' ? inline.text : '')

/** A Typst string literal, from any text. The letter's face has no narrow space: an ordinary one that does not break stands for it. */
export function typstString(text: string) {
  return `"${text.replaceAll('\u202f', '\u00a0').replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')}"`
}
