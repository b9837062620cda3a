import type { Nodes, PhrasingContent, RootContent } from 'mdast'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { frenchTypography } from './french-typography.ts'

/** What is written once and leaves as a letter, an HTML e-mail and a text e-mail. Both parts may hold variables. */
export type Message = { readonly subject: string; readonly body: string }

/** A variable stays a node of the tree to the end: its value is never read as Markdown, Typst or HTML. */
export type Inline =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'variable'; readonly name: string; readonly line: number }
  | { readonly type: 'strong'; readonly children: readonly Inline[] }
  | { readonly type: 'emphasis'; readonly children: readonly Inline[] }
  | { readonly type: 'link'; readonly url: readonly Inline[]; readonly children: readonly Inline[] }
  | { readonly type: 'break' }

export type Block =
  | { readonly type: 'paragraph' | 'heading'; readonly children: readonly Inline[] }
  | { readonly type: 'list'; readonly ordered: boolean; readonly items: readonly (readonly Block[])[] }
  | { readonly type: 'quote'; readonly children: readonly Block[] }
  | { readonly type: 'rule' }
  | { readonly type: 'legal-notice' }

/** Markup that has no place in a letter: HTML, images, code, tables, links elsewhere than the web, mail or phone. */
export type UnsafeMarkup = { readonly line: number; readonly what: string }

export type MessageTree = { readonly blocks: readonly Block[]; readonly unsafe: readonly UnsafeMarkup[] }

// The same text is drawn thousands of times in a wave, and reading it costs as much as all the rest.
const lastRead = new Map<string, MessageTree>()
const enough = 8

/** The one tree of a body, from which every form is drawn; what cannot be drawn everywhere is left out and told. */
export function readBody(markdown: string): MessageTree {
  const known = lastRead.get(markdown)
  if (known) return known

  const tree = parseBody(markdown)
  const [oldest] = lastRead.keys()
  if (lastRead.size >= enough && oldest !== undefined) lastRead.delete(oldest)
  lastRead.set(markdown, tree)
  return tree
}

function parseBody(markdown: string): MessageTree {
  const unsafe: UnsafeMarkup[] = []
  const root = unified().use(remarkParse).parse(markdown)

  return { blocks: root.children.flatMap((node) => blockOf(node, unsafe)), unsafe }
}

/** A subject is one line of text and variables, without markup. */
export function readSubject(subject: string): readonly Inline[] {
  return withVariables(subject.replace(/\s+/g, ' ').trim(), 1, frenchTypography)
}

function blockOf(node: RootContent, unsafe: UnsafeMarkup[]): Block[] {
  if (node.type === 'paragraph') return [paragraphOf(inlinesOf(node.children, unsafe))]
  if (node.type === 'heading') return [{ type: 'heading', children: inlinesOf(node.children, unsafe) }]
  if (node.type === 'blockquote') {
    return [{ type: 'quote', children: node.children.flatMap((child) => blockOf(child, unsafe)) }]
  }
  if (node.type === 'thematicBreak') return [{ type: 'rule' }]
  if (node.type === 'list') {
    const items = node.children.map((item) => item.children.flatMap((child) => blockOf(child, unsafe)))
    return [{ type: 'list', ordered: node.ordered === true, items }]
  }

  unsafe.push({ line: lineOf(node), what: refusedMarkup[node.type] ?? node.type })
  return []
}

function paragraphOf(children: readonly Inline[]): Block {
  const [only, ...others] = children
  const isNotice = only?.type === 'variable' && only.name === 'mentions_legales' && others.length === 0

  return isNotice ? { type: 'legal-notice' } : { type: 'paragraph', children }
}

function inlinesOf(nodes: readonly PhrasingContent[], unsafe: UnsafeMarkup[]): Inline[] {
  return nodes.flatMap((node) => inlineOf(node, unsafe))
}

function inlineOf(node: PhrasingContent, unsafe: UnsafeMarkup[]): Inline[] {
  if (node.type === 'text') return withVariables(node.value, lineOf(node), frenchTypography)
  if (node.type === 'break') return [{ type: 'break' }]
  if (node.type === 'strong') return [{ type: 'strong', children: inlinesOf(node.children, unsafe) }]
  if (node.type === 'emphasis') return [{ type: 'emphasis', children: inlinesOf(node.children, unsafe) }]
  if (node.type === 'link' && isSafeUrl.test(node.url)) {
    const url = withVariables(node.url, lineOf(node), (text) => text)
    return [{ type: 'link', url, children: inlinesOf(node.children, unsafe) }]
  }

  unsafe.push({ line: lineOf(node), what: refusedMarkup[node.type] ?? node.type })
  return []
}

const isSafeUrl = /^(https?:\/\/|mailto:|tel:|\{\{\s*(lien_reponse|page_entreprise)\s*\}\}$)/i

const refusedMarkup: Partial<Record<Nodes['type'], string>> = {
  html: 'du code HTML',
  image: 'une image',
  imageReference: 'une image',
  code: 'un bloc de code (quatre espaces en début de ligne, ou ```)',
  inlineCode: 'du code entre accents graves',
  link: 'un lien qui ne mène ni au web, ni à une adresse électronique, ni à un téléphone',
  linkReference: 'un lien écrit en deux morceaux',
  definition: 'un lien écrit en deux morceaux',
}

function withVariables(text: string, firstLine: number, typeset: (text: string) => string): Inline[] {
  const parts = text.split(/\{\{\s*([^{}]*?)\s*\}\}/)
  let line = firstLine

  return parts.flatMap((part, rank): Inline[] => {
    if (rank % 2 === 1) return [{ type: 'variable', name: part, line }]

    line += part.split('\n').length - 1
    return part === '' ? [] : [{ type: 'text', text: typeset(part.replace(/\s*\n\s*/g, ' ')) }]
  })
}

function lineOf(node: Nodes) {
  return node.position?.start.line ?? 1
}
