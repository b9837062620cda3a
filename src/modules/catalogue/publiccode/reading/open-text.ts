import type { Fault, FaultCode } from '../standard/fault.ts'

export type OpenedText = { readonly text: string | null; readonly faults: readonly Fault[] }

/** The reference crawler stops at 100,000 characters; twice as much is still read here. */
export const largestText = 256 * 1024

/** Bytes as text, whatever the encoding; null when they cannot be a YAML file at all. */
export function openText(bytes: Uint8Array, name: string): OpenedText {
  const faults: Fault[] = nameFaults(name)
  const refused = (code: FaultCode, sentence: string): OpenedText => ({
    text: null,
    faults: [...faults, { code, at: '', line: null, isError: true, sentence }],
  })
  if (bytes.length > largestText)
    return refused(
      'too-large',
      'Le fichier dépasse 256 ko : un publiccode.yml en fait quelques-uns. Retirez ce qui n’en est pas.',
    )

  const { text, fault } = decoded(bytes)
  if (fault) faults.push(fault)
  if (text.includes('\0'))
    return refused('binary', 'Ce n’est pas un fichier texte : donnez le publiccode.yml lui-même.')
  if (text.trim() === '') return refused('empty-file', 'Le fichier est vide.')
  if (/^\s*<(!doctype|html|head|body|\?xml)/i.test(text))
    return refused(
      'web-page',
      'C’est une page web, et non le fichier : téléchargez-le sous sa forme brute (« raw »).',
    )

  return { text, faults }
}

function nameFaults(name: string): Fault[] {
  if (!/\.yaml$/i.test(name)) return []
  return [
    {
      code: 'file-name',
      at: '',
      line: null,
      isError: false,
      sentence:
        'Renommez le fichier en « publiccode.yml » : sous « .yaml », les moissonneurs ne le trouvent pas.',
    },
  ]
}

function decoded(bytes: Uint8Array): { text: string; fault?: Fault } {
  const utf16 = utf16Of(bytes)
  if (utf16) return { text: new TextDecoder(utf16).decode(bytes), fault: encodingFault('UTF-16') }
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
    return text.startsWith('\uFEFF') ? { text: text.slice(1), fault: markFault } : { text }
  } catch {
    return {
      text: new TextDecoder('windows-1252').decode(bytes),
      fault: encodingFault('Windows-1252 ou Latin-1'),
    }
  }
}

function utf16Of(bytes: Uint8Array) {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : undefined
}

const encodingFault = (encoding: string): Fault => ({
  code: 'encoding',
  at: '',
  line: null,
  isError: true,
  sentence: `Le fichier est codé en ${encoding} : enregistrez-le en UTF-8.`,
})

const markFault: Fault = {
  code: 'byte-order-mark',
  at: '',
  line: 1,
  isError: false,
  sentence: 'Le fichier commence par une marque invisible (BOM) : enregistrez-le en UTF-8 sans BOM.',
}
