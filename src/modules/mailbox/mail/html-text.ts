/** The words of an HTML message, a paragraph a line. Only reads: nothing of it is ever shown as HTML again. */
export function htmlToText(html: string): string {
  return withoutEntities(
    html
      .replace(/<!--[\s\S]*?-->/g, '')
      .replace(/<(style|script|head|title)\b[\s\S]*?<\/\1\s*>/gi, '')
      .replace(/\s+/g, ' ')
      .replace(/<(br|\/p|\/div|\/tr|\/li|\/h[1-6]|\/table|hr)\b[^>]*>/gi, '\n')
      .replace(/<[^>]*>/g, ''),
  )
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

/** The same without the message quoted under or above it, as the mail programs mark it. */
export function htmlReplyToText(html: string): string {
  const kept = html
    .replace(/<blockquote\b[\s\S]*<\/blockquote\s*>/gi, '')
    .replace(
      /<div[^>]+(?:id="?(?:divRplyFwdMsg|appendonsend|mail-editor-reference-message-container)|class="?(?:gmail_quote|moz-cite-prefix|yahoo_quoted))[\s\S]*$/i,
      '',
    )
  const text = htmlToText(kept)
  return text === '' ? htmlToText(html) : text
}

function withoutEntities(text: string) {
  return text.replace(/&(#x?[0-9a-f]{1,6}|[a-z]{2,8});/gi, (written, name: string) => {
    if (!name.startsWith('#')) return entities[name.toLowerCase()] ?? written
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10)
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ''
  })
}

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  eacute: 'é',
  egrave: 'è',
  ecirc: 'ê',
  agrave: 'à',
  acirc: 'â',
  ccedil: 'ç',
  ocirc: 'ô',
  icirc: 'î',
  ugrave: 'ù',
  ucirc: 'û',
  rsquo: '’',
  lsquo: '‘',
  laquo: '«',
  raquo: '»',
  hellip: '…',
  ndash: '–',
  mdash: '—',
  euro: '€',
  deg: '°',
}
