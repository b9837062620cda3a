import { shortenStreet } from './street-abbreviations.ts'

/**
 * An address block of at most six lines (XP Z10-011): recipient, service, building, street, delivery point, locality.
 * Only the recipient and the locality are always there.
 */
export type AddressParts = {
  readonly recipient: string
  readonly service?: string
  readonly building?: string
  readonly street?: string
  readonly deliveryPoint?: string
  readonly postcode: string
  readonly deliveryLabel: string
}

/** What was done to a line, to be shown and undone by a person: « 4 : AVENUE → AV ». */
export type AddressStep = {
  readonly line: number
  readonly from: string
  readonly to: string
  readonly why: string
}

export type AddressLines =
  | { readonly ok: true; readonly lines: readonly string[]; readonly steps: readonly AddressStep[] }
  | {
      readonly ok: false
      readonly reason: 'line-too-long'
      readonly line: string
      readonly number: number
      /** The same line shortened as La Poste would, when that makes it fit: for a person to take or leave. */
      readonly proposal?: string
    }

/** One line of the block, from what was given to what is printed; an empty one is printed nowhere. */
export type TracedLine = {
  readonly number: number
  readonly given: string
  readonly printed: string
  readonly steps: readonly AddressStep[]
}

export const longestLine = 38
const longestStreet = 32

/**
 * The block as the sorting machine reads it: capitals, no accent, no punctuation, empty lines gone. Only a street
 * beyond 32 characters is abbreviated. A line that stays beyond 38 is refused by name: nothing is ever cut.
 */
export function normaliseAddress(parts: AddressParts): AddressLines {
  const traced = traceAddress(parts)
  const tooLong = traced.find(({ printed }) => printed.length > longestLine)
  if (tooLong) {
    const { number, printed: line } = tooLong
    return { ok: false, reason: 'line-too-long', line, number, proposal: shorterLine(line) }
  }

  return {
    ok: true,
    lines: traced.map(({ printed }) => printed).filter((line) => line !== ''),
    steps: traced.flatMap(({ steps }) => steps),
  }
}

/** How each of the six lines goes from what was given to what is printed, step by step, whether or not it fits. */
export function traceAddress(parts: AddressParts): readonly TracedLine[] {
  const { recipient, service, building, street, deliveryPoint, postcode, deliveryLabel } = parts
  const asked = [recipient, service, building, street, deliveryPoint, `${postcode} ${deliveryLabel}`]

  return asked.map((given = '', index) => traceLine(given, index + 1))
}

function traceLine(given: string, number: number): TracedLine {
  const steps: AddressStep[] = []
  const capitals = inCapitals(given)
  if (capitals !== given)
    steps.push({ line: number, from: given, to: capitals, why: 'capitales sans accent' })
  if (number !== streetLine || capitals.length <= longestStreet)
    return { number, given, printed: capitals, steps }

  const short = shortenStreet(capitals, longestStreet)
  steps.push(...short.steps.map((step) => ({ line: number, ...step })))
  return { number, given, printed: short.street, steps }
}

const streetLine = 4

// Lines 1 to 3 are not abbreviated by the program: it proposes, a person decides.
function shorterLine(line: string) {
  const { street: shorter } = shortenStreet(line, longestLine)

  return shorter.length <= longestLine ? shorter : undefined
}

/** « Étrœungt-lès-Bois » → « ETROEUNGT LES BOIS »: letters, digits and single spaces. */
export function inCapitals(text: string) {
  return text
    .replace(/œ/gi, 'OE')
    .replace(/æ/gi, 'AE')
    .replace(/ß/g, 'SS')
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, ' ')
    .trim()
}

type TownHall = {
  /** « de Lille », « du Quesnoy »: the commune's name after *de*. */
  readonly ofCommune: string
  /** As the directory gives them: the street last, boxes (BP, CS, lieu-dit) anywhere. */
  readonly streetLines: readonly string[]
  readonly postcode: string
  readonly deliveryLabel: string
}

/** Where a town hall's letter goes. A name too long for line 1 loses its SAINTs, then leaves « MAIRIE » alone: line 6 says the rest. */
export function townHallAddress({ ofCommune, streetLines, postcode, deliveryLabel }: TownHall): AddressParts {
  const given = streetLines.map((line) => line.trim()).filter((line) => line !== '')
  const boxes = given.filter(isBox)
  const [street, building, ...others] = given.filter((line) => !isBox(line)).reverse()

  return {
    recipient: recipientOf(ofCommune),
    building: [...others.reverse(), building].filter(Boolean).join(' '),
    street,
    deliveryPoint: boxes.join(' '),
    postcode,
    deliveryLabel,
  }
}

/** Whether a line is a box of the post office or a place without a street: it goes on line 5. */
export const isBox = (line: string) => /^(BP|B\.P\.|CS|C\.S\.|TSA|CEDEX|lieu[- ]dit)\b/i.test(line)

function recipientOf(ofCommune: string) {
  const whole = `Mairie ${ofCommune}`
  const short = inCapitals(whole).replace(/\bSAINT(E?)\b/g, 'ST$1')

  return [whole, short].find((line) => inCapitals(line).length <= longestLine) ?? 'MAIRIE'
}
