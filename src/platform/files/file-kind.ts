export type FileKind =
  | 'empty'
  | 'gzip'
  | 'ods'
  | 'xlsx'
  | 'zip'
  | 'bzip2'
  | 'xls'
  | 'pdf'
  | 'image'
  | 'html'
  | 'json'
  | 'text'
  | 'binary'

const signatures: readonly (readonly [FileKind, readonly number[]])[] = [
  ['gzip', [0x1f, 0x8b]],
  ['bzip2', [0x42, 0x5a, 0x68]],
  ['xls', [0xd0, 0xcf, 0x11, 0xe0]],
  ['pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['image', [0x89, 0x50, 0x4e, 0x47]],
  ['image', [0xff, 0xd8, 0xff]],
  ['image', [0x47, 0x49, 0x46, 0x38]],
  ['image', [0x52, 0x49, 0x46, 0x46]],
]
const zip = [0x50, 0x4b, 0x03, 0x04]

/** Says what a file is from its bytes: its name is never trusted. */
export function fileKind(bytes: Uint8Array): FileKind {
  if (bytes.length === 0) return 'empty'
  if (startsWith(bytes, zip)) return zipKind(bytes)

  const signed = signatures.find(([, signature]) => startsWith(bytes, signature))
  return signed ? signed[0] : textKind(bytes)
}

const startsWith = (bytes: Uint8Array, start: readonly number[]) =>
  start.every((byte, at) => bytes[at] === byte)

/** Both families name themselves near the start: OpenDocument in `mimetype`, Microsoft in its content types. */
function zipKind(bytes: Uint8Array): FileKind {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 4096))
  if (start.includes('application/vnd.oasis.opendocument.spreadsheet')) return 'ods'
  if (start.includes('[Content_Types].xml') || start.includes('xl/')) return 'xlsx'
  return 'zip'
}

function textKind(bytes: Uint8Array): FileKind {
  const start = bytes.subarray(0, 4096)
  const isUtf16 = (start[0] === 0xff && start[1] === 0xfe) || (start[0] === 0xfe && start[1] === 0xff)
  if (isUtf16) return 'text'
  if (start.includes(0)) return 'binary'

  const text = new TextDecoder().decode(start).trimStart()
  if (text === '' && start.length === bytes.length) return 'empty'
  if (/^<(!doctype html|html|\?xml|head|body)/i.test(text)) return 'html'
  return /^[[{]/.test(text) ? 'json' : 'text'
}
