import { unzipSync } from 'fflate'
import { accept, type Decision, refuse } from '#values/decision.ts'
import { largestText } from '../reading/open-text.ts'
import { type Reading, readPubliccode } from '../reading/read-publiccode.ts'

export type ReceivedRefusal = 'no-file' | 'too-many' | 'damaged-zip'

type Received = { readonly name: string; readonly bytes: Uint8Array }

/** Files at once: the whole of a forge, and not a bomb. */
export const mostFiles = 500

/** The publiccode.yml files among those received, zip archives opened: any `.yml` or `.yaml`, and what has no other name. */
export function readReceived(files: readonly Received[]): Decision<Reading[], ReceivedRefusal> {
  const found: Received[] = []
  for (const file of files) {
    const inner = isZip(file.bytes) ? unzipped(file.bytes) : [file]
    if (!inner) return refuse('damaged-zip')
    found.push(...inner)
    if (found.length > mostFiles) return refuse('too-many')
  }
  if (found.length === 0) return refuse('no-file')
  return accept(found.map(({ bytes, name }) => readPubliccode(bytes, name)))
}

const isZip = (bytes: Uint8Array) => bytes[0] === 0x50 && bytes[1] === 0x4b

/** Only what a publiccode.yml may weigh is unpacked, whatever the archive says of itself. */
function unzipped(bytes: Uint8Array): Received[] | undefined {
  try {
    let kept = 0
    const entries = unzipSync(bytes, {
      filter: ({ name, originalSize }) =>
        isYaml(name) && originalSize <= largestText * 2 && ++kept <= mostFiles + 1,
    })
    return Object.entries(entries).map(([name, inner]) => ({ name, bytes: inner }))
  } catch {
    return undefined
  }
}

/** Whether a name is one of a YAML file that is not hidden. */
export const isYaml = (name: string) => /\.ya?ml$/i.test(name) && !/(^|\/)(\.|__MACOSX)/.test(name)
