import type { Nodes } from 'mdast'
import remarkParse from 'remark-parse'
import { unified } from 'unified'

const markdown = unified().use(remarkParse)

/** The paragraphs of a Markdown text as plain words: what is only an image, a rule or raw HTML says nothing on paper. */
export const plainParagraphs = (text: string): string[] =>
  blocks(markdown.parse(text))
    .map((block) => words(block).replace(/\s+/g, ' ').trim())
    .filter((paragraph) => paragraph !== '')

const blocks = (node: Nodes): Nodes[] => {
  if (node.type === 'paragraph' || node.type === 'heading') return [node]
  return 'children' in node ? node.children.flatMap(blocks) : []
}

function words(node: Nodes): string {
  if (node.type === 'text' || node.type === 'inlineCode') return node.value
  if (node.type === 'break') return ' '
  return 'children' in node ? node.children.map(words).join('') : ''
}
