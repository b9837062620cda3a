import { checkPubliccode } from '../standard/check-publiccode.ts'
import { type Fault, isValid } from '../standard/fault.ts'
import { isMap, type ValueMap } from '../standard/value.ts'
import { openText } from './open-text.ts'
import { readYaml } from './read-yaml.ts'
import { salvage } from './salvage.ts'
import { withoutPersonalData } from './without-personal-data.ts'

/** A publiccode.yml as it was read: what it says, and everything that is wrong with it. */
export type Reading = {
  readonly name: string
  /** As received, without the addresses and telephones of people; null when it is not a text. */
  readonly text: string | null
  /** What it says, however badly; empty when nothing could be read. */
  readonly file: ValueMap
  readonly faults: readonly Fault[]
  readonly isValid: boolean
}

/** Reads a publiccode.yml of any version and in any state: whatever can be understood is, and the rest is said. */
export function readPubliccode(bytes: Uint8Array, name = 'publiccode.yml'): Reading {
  const opened = openText(bytes, name)
  if (opened.text === null) return reading(name, null, {}, opened.faults)
  return readText(opened.text, name, opened.faults)
}

/** The same, of a text already decoded. */
export function readText(text: string, name = 'publiccode.yml', before: readonly Fault[] = []): Reading {
  const { value, faults, lineOf } = readYaml(text)
  const kept = withoutPersonalData(text)
  const isBroken = faults.some(({ code }) => code === 'syntax')
  const file = { ...(isMap(value) && !isBroken ? {} : salvage(text)), ...(isMap(value) ? value : {}) }
  const isLost = !isMap(value) && !faults.some(({ code }) => code === 'alias-bomb' || code === 'too-deep')
  const shape = isLost ? [notAMap] : []
  const said = isMap(value)
    ? checkPubliccode(file).map((fault) => ({ ...fault, line: lineOf(fault.at) }))
    : []

  return reading(name, kept, file, [...before, ...faults, ...shape, ...said])
}

const reading = (name: string, text: string | null, file: ValueMap, faults: readonly Fault[]): Reading => ({
  name,
  text,
  file,
  faults,
  isValid: isValid(faults),
})

const notAMap: Fault = {
  code: 'not-a-map',
  at: '',
  line: null,
  isError: true,
  sentence:
    'Le fichier ne contient pas des clés comme « name: » et « url: » : partez du fichier que Beffroi propose.',
}
