export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'

/**
 * Reads bytes as text whatever the encoding: byte order marks first, then UTF-8, else Windows-1252 (which covers
 * Latin-1). Text encoded twice, or a file that mixes both, is put right sequence by sequence.
 */
export function decodeText(bytes: Uint8Array): { text: string; encoding: Encoding } {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return as('utf-16le', bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return as('utf-16be', bytes)

  const encoding = isUtf8(bytes) ? 'utf-8' : 'windows-1252'
  const { text } = as(encoding, bytes)
  return { text: undoDoubleEncoding(text), encoding }
}

const as = (encoding: Encoding, bytes: Uint8Array) => ({
  text: new TextDecoder(encoding).decode(bytes),
  encoding,
})

function isUtf8(bytes: Uint8Array) {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

// A lead byte of UTF-8 read as Windows-1252 (Â to ô), followed by what its continuation bytes become there.
const twiceEncoded = /[\u00c2-\u00f4][\u0080-\u00bf\u0152-\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]{1,3}/g
const strict = new TextDecoder('utf-8', { fatal: true })
const byteOf = new Map(
  Array.from({ length: 128 }, (_, at) => [
    new TextDecoder('windows-1252').decode(new Uint8Array([at + 128])),
    at + 128,
  ]),
)

const undoDoubleEncoding = (text: string) =>
  text.replace(twiceEncoded, (sequence) => {
    const bytes = Array.from(sequence, (letter) => byteOf.get(letter) ?? letter.charCodeAt(0))
    for (let length = bytes.length; length > 1; length--) {
      const decoded = strictly(bytes.slice(0, length))
      if (decoded !== null) return decoded + sequence.slice(length)
    }
    return sequence
  })

function strictly(bytes: number[]) {
  try {
    return strict.decode(new Uint8Array(bytes))
  } catch {
    return null
  }
}
