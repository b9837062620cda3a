/**
 * The messages of what was set down: one `.eml`, or the many of an mbox, whose « From » lines part them (RFC 4155). A line
 * of a message that began so was written « >From » and gets its first letter back.
 */
export function splitMbox(bytes: Uint8Array): Uint8Array[] {
  const text = Buffer.from(bytes).toString('latin1')
  if (!text.startsWith('From ')) return bytes.length === 0 ? [] : [bytes]

  return text
    .split(/(?:^|\r?\n\r?\n)From [^\n]*\n/)
    .map((message) => message.replace(/^>(>*From )/gm, '$1'))
    .filter((message) => message.trim() !== '')
    .map((message) => Buffer.from(`${message.replace(/\n?$/, '')}\n`, 'latin1'))
}
