import { createRequire } from 'node:module'
import type { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { fontFiles } from './fonts.ts'

/** A Typst document: its source, and the data it reads as `sys.inputs`. */
export type TypstDocument = {
  readonly main: string
  readonly inputs?: Readonly<Record<string, string>>
  /** The date of the file. Same document, same date: same bytes. */
  readonly timestamp: Date
}

export type Pdf = {
  readonly bytes: Uint8Array
  readonly pageCount: number
  /** The values of the document's `metadata` labelled `<told>`: what the layout alone knows, such as page numbers. */
  readonly told: readonly unknown[]
}

/** The document does not compile: our template is wrong, or the machine is. */
export class PdfError extends Error {}

/**
 * A tagged PDF/UA-1. Heavy and synchronous (a native compiler of some 60 MB): call it from a task of the pool, never
 * from the process that serves pages.
 */
export function compilePdf({ main, inputs, timestamp }: TypstDocument, { tells = false } = {}): Pdf {
  const compiler = theCompiler()
  const compiled = compiler.compile({ mainFileContent: main, inputs: { ...inputs } })
  const document = compiled.result
  if (!document)
    throw new PdfError(`The letter's template does not compile: ${diagnosticsOf(compiler, compiled)}`)

  const told = tells ? compiler.query(document, { selector: '<told>', field: 'value' }) : []
  const bytes = compiler.pdf(document, { pdfStandard: 'ua-1', creationTimestamp: seconds(timestamp) })
  // Keeps what the next lot of the same template will need, and no more.
  compiler.evictCache(8)

  return { bytes, pageCount: document.numOfPages, told }
}

const seconds = (date: Date) => Math.floor(date.getTime() / 1000)

let compiler: NodeCompiler | undefined

// Loaded at the first letter: importing this file costs nothing.
function theCompiler() {
  if (compiler) return compiler

  const typst: typeof import('@myriaddreamin/typst-ts-node-compiler') = createRequire(import.meta.url)(
    '@myriaddreamin/typst-ts-node-compiler',
  )
  compiler = typst.NodeCompiler.create({
    workspace: import.meta.dirname,
    fontArgs: [{ fontBlobs: fontFiles() }],
  })
  return compiler
}

type Compiled = ReturnType<NodeCompiler['compile']>

function diagnosticsOf(from: NodeCompiler, compiled: Compiled) {
  const error = compiled.takeError()

  return error ? JSON.stringify(from.fetchDiagnostics(error)).slice(0, 2000) : 'no diagnostic'
}
