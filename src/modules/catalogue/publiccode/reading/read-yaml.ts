import {
  type Alias,
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseAllDocuments,
  type Scalar,
  type YAMLMap,
} from 'yaml'
import type { Fault, FaultCode } from '../standard/fault.ts'
import type { Value } from '../standard/value.ts'

export type ReadYaml = {
  readonly value: Value | undefined
  readonly faults: readonly Fault[]
  /** The line where a path is written, or the nearest of what holds it. */
  readonly lineOf: (at: string) => number | null
}

// A publiccode.yml has a few hundred nodes; ten thousand are a file made to exhaust whoever reads it.
const mostNodes = 10_000
const deepest = 30

/** Reads YAML 1.2 as far as it can be read: tabs are put right, of two same keys the last is kept, numbers stay texts. */
export function readYaml(text: string): ReadYaml {
  const faults: Fault[] = []
  const say = (code: FaultCode, sentence: string, line: number | null, isError = true) =>
    faults.push({ code, at: '', line, isError, sentence })
  const lines = new LineCounter()
  const spaced = withoutTabs(text, say)
  const [first, ...others] = parseAllDocuments(spaced, {
    schema: 'core',
    version: '1.2',
    uniqueKeys: false,
    lineCounter: lines,
    logLevel: 'silent',
  })
  if (!first || !('contents' in first)) return { value: undefined, faults, lineOf: () => null }

  for (const { code, linePos } of first.errors.slice(0, 5))
    say('syntax', syntaxSentence(code), linePos?.[0].line ?? null)
  if (others.length > 0)
    say(
      'several-documents',
      'Le fichier contient plusieurs documents séparés par « --- » : gardez le premier.',
      null,
    )

  const walk = createWalk(first, lines, say)
  const value = first.contents ? walk.valueIn(first.contents) : null
  return { value: walk.isExhausted() ? undefined : value, faults, lineOf: walk.lineOf }
}

type Say = (code: FaultCode, sentence: string, line: number | null, isError?: boolean) => void

function withoutTabs(text: string, say: Say) {
  const at = text.split('\n').findIndex((line) => /^ *\t/.test(line))
  if (at < 0) return text
  say('tab', 'YAML interdit les tabulations en début de ligne : remplacez chacune par deux espaces.', at + 1)
  return text.replace(/^[ \t]+/gm, (indent) => indent.replaceAll('\t', '  '))
}

/** Turns the document into values within limits, keeping the line of each path. */
function createWalk(document: Document.Parsed, lines: LineCounter, say: Say) {
  const lineAt = new Map<string, number>()
  let nodes = 0

  function valueIn(node: Node, path: readonly string[] = []): Value {
    if (isExhausted()) return null
    nodes++
    if (nodes > mostNodes) return tooMany()
    if (path.length > deepest) return tooDeep()
    if (isAlias(node)) return aliased(node, path)
    if (isScalar(node)) return scalarValue(node)
    if (isSeq(node))
      return node.items.map((item, place) =>
        valueIn(noted(item as Node, [...path, String(place)]), [...path, String(place)]),
      )
    return isMap(node) ? mapValue(node, path) : null
  }

  function mapValue(node: YAMLMap, path: readonly string[]): Value {
    const entries = new Map<string, Value>()
    for (const { key, value } of node.items) {
      const name = keyOf(key)
      const inner = [...path, name]
      const line = note(key as Node, inner)
      if (entries.has(name))
        say(
          'duplicate-key',
          `La clé « ${inner.join('.')} » est écrite deux fois : gardez-en une. La dernière est lue ici.`,
          line,
        )
      entries.set(name, value ? valueIn(value as Node, inner) : null)
    }
    return Object.fromEntries(entries)
  }

  function aliased(node: Alias, path: readonly string[]): Value {
    const target = node.resolve(document)
    return target ? valueIn(target, path) : null
  }

  function tooMany(): Value {
    say(
      'alias-bomb',
      'Le fichier se déplie en plus de dix mille valeurs, par des alias qui se répètent : retirez-les.',
      null,
    )
    return null
  }

  function tooDeep(): Value {
    say('too-deep', `Le fichier s’emboîte sur plus de ${deepest} niveaux : aplatissez-le.`, null)
    nodes = mostNodes + 1
    return null
  }

  function noted(node: Node, path: readonly string[]) {
    note(node, path)
    return node
  }

  function note(node: Node | null, path: readonly string[]) {
    const start = node?.range?.[0]
    if (start === undefined) return null
    const { line } = lines.linePos(start)
    const name = path.join('.')
    if (!lineAt.has(name)) lineAt.set(name, line)
    return line
  }

  const isExhausted = () => nodes > mostNodes

  return { valueIn, isExhausted, lineOf: (at: string) => nearest(lineAt, at) }
}

function nearest(lineAt: ReadonlyMap<string, number>, at: string): number | null {
  const path = at.split('.')
  for (let length = path.length; length > 0; length--) {
    const line = lineAt.get(path.slice(0, length).join('.'))
    if (line !== undefined) return line
  }
  return null
}

const keyOf = (key: unknown) => (isScalar(key) ? String(key.value ?? '') : String(key)).replaceAll('\0', '')

/** Numbers and dates are kept as typed: `0.10` is a version, not a tenth. */
function scalarValue(node: Scalar): Value {
  const { value, source } = node
  if (typeof value === 'boolean') return value
  if (value === null || value === undefined) return null
  // PostgreSQL keeps no null character, and nobody typed one
  return typeof value === 'string' ? value.replaceAll('\0', '') : (source ?? String(value))
}

const syntaxSentence = (code: string) =>
  syntaxSentences[code] ??
  'Cette ligne n’est pas du YAML : vérifiez les deux-points, les tirets et l’alignement.'

const syntaxSentences: Readonly<Record<string, string>> = {
  BAD_INDENT: 'Cette ligne n’est pas alignée avec les autres : donnez-lui le même retrait que ses voisines.',
  TAB_AS_INDENT: 'YAML interdit les tabulations en début de ligne : remplacez chacune par deux espaces.',
  MISSING_CHAR: 'Il manque un signe : un guillemet, un crochet ou un deux-points n’est pas refermé.',
  MULTILINE_IMPLICIT_KEY:
    'Cette ligne se lit comme une clé sur plusieurs lignes : mettez son texte entre guillemets.',
  BLOCK_AS_IMPLICIT_KEY: 'Un texte contient « : » : mettez-le entre guillemets.',
  UNEXPECTED_TOKEN: 'Un signe est de trop ici : mettez le texte entre guillemets.',
  BAD_ALIAS:
    'Un « * » en début de valeur désigne un alias qui n’existe pas : mettez le texte entre guillemets.',
}
