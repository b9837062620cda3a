/** One software on one A4 sheet, in the words that are printed; every text is plain. */
export type PaperSheet = {
  readonly slug: string
  readonly name: string
  readonly summary: string
  readonly description: readonly string[]
  readonly needs: readonly string[]
  readonly replaces: readonly string[]
  readonly limits: readonly string[]
  readonly neighbours: readonly string[]
  readonly facts: readonly { readonly name: string; readonly value: string }[]
  /** The page of the sheet, and the same as a QR code in SVG. */
  readonly address: string
  readonly qr: string
  /** Where what is printed comes from, and of when. */
  readonly origin: string
}

/** Sheets to print together; bound, they come after a cover and contents. */
export type PaperBinder = {
  readonly title: string
  readonly subtitle: string
  readonly author: string
  readonly date: string
  readonly foot: string
  readonly credits: readonly string[]
  readonly bound: boolean
  readonly sheets: readonly PaperSheet[]
}

/** More sheets than a ring binder of the first meetings holds, and a second of work for the machine. */
export const mostSheets = 150

const room = { description: 520, line: 150, needs: 6, replaces: 6, limits: 5, neighbours: 4 }

/** The same sheet cut to what one A4 holds; what is left out is said, and is on the page. */
export const fitted = (sheet: PaperSheet): PaperSheet => ({
  ...sheet,
  summary: cutText(sheet.summary, 300),
  description: cutParagraphs(sheet.description, room.description),
  needs: cutList(sheet.needs, room.needs),
  replaces: cutList(sheet.replaces, room.replaces),
  limits: cutList(sheet.limits, room.limits),
  neighbours: cutList(sheet.neighbours, room.neighbours),
})

function cutList(lines: readonly string[], most: number): readonly string[] {
  const kept = lines.slice(0, most).map((line) => cutText(line, room.line))
  const left = lines.length - kept.length
  return left === 0 ? kept : [...kept, `et ${left} de plus, sur la page`]
}

function cutParagraphs(paragraphs: readonly string[], most: number): readonly string[] {
  const [first, ...others] = paragraphs
  if (first === undefined || most < 80) return []
  const kept = cutText(first, most)
  return kept === first ? [kept, ...cutParagraphs(others, most - first.length)] : [kept]
}

function cutText(text: string, most: number) {
  if (text.length <= most) return text
  const cut = text.slice(0, most)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), most - 40))}…`
}
