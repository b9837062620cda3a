const noticeLine = /^[ \t]*\{\{\s*mentions_legales\s*\}\}[ \t]*$/m

/** Adds a paragraph at the end of a body: under the author's text, above the legal notice where there is one. */
export function addParagraph(body: string, paragraph: string) {
  const notice = noticeLine.exec(body)
  const text = (notice ? body.slice(0, notice.index) : body).trimEnd()
  const rest = notice ? body.slice(notice.index) : ''

  return [text, paragraph, rest].filter((part) => part !== '').join('\n\n')
}

/** Adds the legal notice alone on the last line, unless it is already in the body. */
export function addLegalNotice(body: string) {
  if (noticeLine.test(body)) return body

  return [body.trimEnd(), '{{mentions_legales}}\n'].filter((part) => part !== '').join('\n\n')
}

/** The beginning of a line of the body, counted from 1, so that its author finds it again. */
export function lineExcerpt(body: string, line: number, length = 60) {
  const text = body.split('\n')[line - 1]?.trim() ?? ''
  return text.length > length ? `${text.slice(0, length).trimEnd()}…` : text
}
