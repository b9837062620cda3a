import { compilePdf } from '#platform/pdf/compile-pdf.ts'

/** A tagged PDF of pages that hold one word: what the compiler costs when there is nothing to lay out. Each lot differs, or its memory would answer. */
export function drawBlankPages({ count, lot }: { count: number; lot: number }) {
  const main = `#set document(title: "Pages")\n#set page(paper: "a4")\n#set text(font: "Atkinson Hyperlegible Next", lang: "fr")\n#range(${count}).map(n => [Page ${lot}-#n]).join(pagebreak())`

  return compilePdf({ main, timestamp: new Date(0) }).bytes.length
}
