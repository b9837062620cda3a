/** The file is not one that our compiler wrote: its objects are not where its table says. */
export class NotOurPdf extends Error {}

/**
 * A PDF of some pages of another, counted from 1. Every object that these pages use is copied byte for byte: what is
 * printed again is what was printed. Reads the files that our compiler writes (one plain table, a flat tree of pages).
 */
export function extractPages(bytes: Uint8Array, wanted: readonly number[]): Uint8Array {
  const file = Buffer.from(bytes).toString('latin1')
  const { objects, root } = readObjects(file)
  const catalog = textOf(objects, root)
  const tree = referenceAfter(catalog, '/Pages')
  const kids = [...(/\/Kids \[([^\]]*)\]/.exec(textOf(objects, tree))?.[1]?.matchAll(/(\d+) 0 R/g) ?? [])]
  const pages = wanted.map((number) => Number(kids[number - 1]?.[1]))
  if (pages.some((page) => !/\/Type \/Page\b(?!s)/.test(textOf(objects, page))))
    throw new NotOurPdf('a page that was asked for is not in the file')

  const kept = new Map(
    [...reachable(objects, pages)].map((number): [number, string] => [number, textOf(objects, number)]),
  )
  kept.set(
    tree,
    objectOf(
      tree,
      `/Type /Pages /Count ${pages.length} /Kids [${pages.map((page) => `${page} 0 R`).join(' ')}]`,
    ),
  )
  kept.set(root, objectOf(root, `/Type /Catalog /Pages ${tree} 0 R`))

  return writeFile(kept, root)
}

type Objects = ReadonlyMap<number, string>

function readObjects(file: string) {
  const at = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(file)?.[1])
  const table = /^xref\s+0 (\d+)\s+/.exec(file.slice(at, at + 64))
  const root = Number(/\/Root (\d+) 0 R/.exec(file.slice(at))?.[1])
  if (!table || Number.isNaN(root)) throw new NotOurPdf('the file has no plain table of its objects')

  const entries = file.slice(at + table[0].length)
  const offsets = Array.from({ length: Number(table[1]) }, (_, number) => ({
    number,
    offset: Number(entries.slice(number * 20, number * 20 + 10)),
    isUsed: entries[number * 20 + 17] === 'n',
  })).filter(({ isUsed }) => isUsed)
  const inOrder = offsets.toSorted((a, b) => a.offset - b.offset)

  // An object ends where the next one begins: a stream may hold any word, « endobj » among them.
  const objects = new Map(
    inOrder.map(({ number, offset }, rank): [number, string] => [
      number,
      file.slice(offset, inOrder[rank + 1]?.offset ?? at),
    ]),
  )
  return { objects, root }
}

function textOf(objects: Objects, number: number) {
  const text = objects.get(number)
  if (!text?.startsWith(`${number} 0 obj`))
    throw new NotOurPdf(`the object ${number} is not where the table says`)
  return text
}

function referenceAfter(text: string, key: string) {
  const [, number] = new RegExp(`${key} (\\d+) 0 R`).exec(text) ?? []
  if (!number) throw new NotOurPdf(`the catalogue has no ${key}`)
  return Number(number)
}

// What the pages use: fonts, colours, contents. Their parent is written anew, and another page is never followed.
function reachable(objects: Objects, pages: readonly number[]) {
  const found = new Set<number>(pages)
  for (const number of found) {
    const dictionary = textOf(objects, number).split(/\bstream\r?\n/, 1)[0] ?? ''
    for (const [, next] of dictionary
      .replace(/\/(Parent|P|StructParent) \d+ 0 R/g, '')
      .matchAll(/(\d+) 0 R/g)) {
      const isPage = /\/Type \/Pages?\b/.test(objects.get(Number(next))?.slice(0, 400) ?? '')
      if (objects.has(Number(next)) && !isPage) found.add(Number(next))
    }
  }

  return found
}

const objectOf = (number: number, entries: string) => `${number} 0 obj\n<< ${entries} >>\nendobj\n`

function writeFile(kept: ReadonlyMap<number, string>, root: number) {
  const numbers = [...kept.keys()].sort((a, b) => a - b)
  let file = '%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n'
  const entries = new Map<number, string>()
  for (const number of numbers) {
    entries.set(number, `${String(file.length).padStart(10, '0')} 00000 n\r\n`)
    file += kept.get(number) ?? ''
    if (!file.endsWith('\n')) file += '\n'
  }

  const table = [
    '0 1\n0000000000 65535 f\r\n',
    ...numbers.map((number) => `${number} 1\n${entries.get(number)}`),
  ]
  const size = (numbers.at(-1) ?? 0) + 1
  const trailer = `trailer\n<< /Size ${size} /Root ${root} 0 R >>\nstartxref\n${file.length}\n%%EOF\n`
  return new Uint8Array(Buffer.from(`${file}xref\n${table.join('')}${trailer}`, 'latin1'))
}
