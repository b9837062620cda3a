import type { LegalNotice } from './legal-notice.ts'
import { type Block, type Inline, type Message, readBody, readSubject } from './message.ts'
import { isVariable, type MessageValues } from './variables.ts'

const width = 76

/** The subject of one town hall's message: one line, whatever its values hold. */
export function plainSubject(message: Message, values: MessageValues) {
  return inlineText(readSubject(message.subject), values).replace(/[\r\n\t ]+/g, ' ')
}

/** The message as a text e-mail, wrapped at 76 columns; addresses are never broken. */
export function toPlainText(message: Message, values: MessageValues, notice: LegalNotice) {
  const blocks = readBody(message.body).blocks.map((block) => blockText(block, values, notice))

  return `${blocks.join('\n\n')}\n`
}

function blockText(block: Block, values: MessageValues, notice: LegalNotice): string {
  switch (block.type) {
    case 'paragraph':
      return wrap(inlineText(block.children, values))
    case 'heading': {
      const title = wrap(inlineText(block.children, values))
      return `${title}\n${'-'.repeat(Math.min(width, title.length))}`
    }
    case 'list':
      return block.items
        .map((item, rank) => itemText(item, block.ordered ? `${rank + 1}. ` : '- ', values, notice))
        .join('\n')
    case 'quote':
      return block.children
        .map((child) => blockText(child, values, notice))
        .join('\n\n')
        .replace(/^/gm, '> ')
    case 'rule':
      return '-'.repeat(width)
    case 'legal-notice':
      return [
        `${'-'.repeat(width)}`,
        ...notice.map(({ title, text }) => wrap(`${title}\u00a0: ${text}`)),
      ].join('\n\n')
  }
}

function itemText(item: readonly Block[], mark: string, values: MessageValues, notice: LegalNotice) {
  const indent = ' '.repeat(mark.length)
  const text = item.map((block) => blockText(block, values, notice)).join('\n')

  return mark + text.replaceAll('\n', `\n${indent}`)
}

/** Text and values alone, for a subject, an address or a text e-mail. */
export function inlineText(inlines: readonly Inline[], values: MessageValues): string {
  return inlines.map((inline) => oneInline(inline, values)).join('')
}

function oneInline(inline: Inline, values: MessageValues): string {
  if (inline.type === 'text') return inline.text
  if (inline.type === 'variable')
    return isVariable(inline.name) ? values[inline.name].replace(/[\r\n]+/g, ' ') : ''
  if (inline.type === 'break') return '\n'
  if (inline.type !== 'link') return inlineText(inline.children, values)

  const url = inlineText(inline.url, values)
  const text = inlineText(inline.children, values)
  return text === url ? url : `${text}\u00a0: ${url.replace(/^(mailto|tel):/, '')}`
}

// On ordinary spaces only: a non-breaking space keeps its two words together.
function wrap(text: string) {
  return text.split('\n').map(wrapLine).join('\n')
}

function wrapLine(text: string) {
  const lines: string[] = []
  for (const word of text.split(/ +/)) {
    const line = lines.at(-1)
    if (line !== undefined && line.length + 1 + word.length <= width)
      lines[lines.length - 1] = `${line} ${word}`
    else lines.push(word)
  }

  return lines.join('\n')
}
