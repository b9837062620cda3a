import { checkLot } from '#modules/outreach/letters/check-lot.action.ts'
import { lotInputs, lotSource } from '#modules/outreach/letters/lot.letter.ts'
import { type Letter, type LotTerms, placeAddresses } from '#modules/outreach/letters/lot.ts'
import type { Fault, Side } from '#modules/outreach/letters/page-fault.ts'
import { compilePdf } from '#platform/pdf/compile-pdf.ts'
import type { PdfPool } from '#platform/pdf/pdf-pool.ts'

type Change = { readonly dx?: number; readonly dy?: number; readonly template?: (source: string) => string }

/** One letter composed wrongly on purpose: its address moved by so many millimetres, or its template changed. */
export function composeWrongly(terms: LotTerms, letter: Letter, { dx = 0, dy = 0, template = same }: Change) {
  const placed = placeAddresses([letter], terms.envelope)
  if (!placed.ok) throw new Error('the letter must fit before it is spoiled')

  const spoiled = placed.value.map(({ block, ...rest }) => ({
    ...rest,
    block: { ...block, x: block.x + dx, y: block.y + dy },
  }))
  return compilePdf({
    main: template(lotSource(terms)),
    inputs: lotInputs(terms, spoiled, false),
    timestamp: terms.date,
  }).bytes
}

const same = (source: string) => source

/** What the check says of a letter composed wrongly. */
export async function faultsOf(pool: PdfPool, terms: LotTerms, letter: Letter, change: Change) {
  const { faults } = await checkLot(pool, {
    terms,
    letters: [letter],
    pages: [{ deliveryId: letter.deliveryId, from: 1, to: 1 }],
    pdf: composeWrongly(terms, letter, change),
  })
  return faults
}

type Spoiling = { readonly name: string; readonly expected: Fault['reason']; readonly change: Change }

/** One way of spoiling a page for each thing that one millimetre can do, at the edge of what is allowed. */
export function spoilings(
  room: Readonly<Record<Side, number>>,
  swept: Readonly<Record<Side, number>>,
): Spoiling[] {
  const out = (side: string, change: Change): Spoiling => ({
    name: `adresse sortie d’un millimètre ${side}`,
    expected: 'address-outside',
    change,
  })
  const intruder = (name: string, x: number, y: number, drawn: string): Spoiling => ({
    name,
    expected: 'intruder',
    change: { template: (source) => withMark(source, x, y, drawn) },
  })

  return [
    out('à gauche', { dx: -room.left - 1 }),
    out('à droite', { dx: room.right + 1 }),
    out('en haut', { dy: -room.top - 1 }),
    out('en bas', { dy: room.bottom + 1 }),
    intruder(
      'trait entré d’un millimètre par la gauche',
      swept.left - 2,
      swept.bottom - 2,
      'line(length: 3mm)',
    ),
    intruder(
      'trait entré d’un millimètre par le haut',
      swept.right - 30,
      swept.top - 2,
      'line(angle: 90deg, length: 3mm)',
    ),
    intruder(
      'texte entré d’un millimètre par le bas',
      swept.left + 40,
      swept.bottom - 1,
      'text(top-edge: "bounds", [Bonjour])',
    ),
    intruder(
      'carré de réponse entré d’un millimètre',
      swept.left - 21,
      swept.top + 10,
      'image(bytes(letter.qr), format: "svg", width: 22mm, alt: "carré")',
    ),
  ]
}

/** The same distances less a hair: what still stands within the rules, so that the check is not simply always red. */
export const withinRules = (room: Readonly<Record<Side, number>>): Change[] => [
  { dx: -room.left + 0.05 },
  { dx: room.right - 0.05 },
  { dy: -room.top + 0.05 },
  { dy: room.bottom - 0.05 },
]

function withMark(source: string, x: number, y: number, drawn: string) {
  const foldMark = 'at(4mm, 198mm, fold-mark)'
  if (!source.includes(foldMark)) throw new Error('the template has no fold mark to replace')
  return source.replace(foldMark, `at(${x}mm, ${y}mm, ${drawn})`)
}
