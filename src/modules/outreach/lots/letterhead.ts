import type { Sender as Letterhead } from '../letters/lot.ts'
import type { Sender } from '../waves/sender.ts'

/** The head and the foot of a letter: the operator's name and address, and who signs (« Prénom Nom, qualité » a line). */
export function letterheadOf(
  { operator, operatorAddress, operatorContact }: Sender,
  signature: string,
): Letterhead {
  const address = linesOf(operatorAddress)
  const locality = address.at(-1)?.replace(/^\d{5}\s*/, '') ?? ''
  return {
    name: operator,
    lines: [...address, ...operatorContact.split(', ').filter(Boolean)].slice(0, 5),
    place: locality,
    signatories: linesOf(signature).map(signatory),
  }
}

function signatory(line: string) {
  const [name = '', ...role] = line.split(',')
  return { name: name.trim(), role: role.join(',').trim() }
}

const linesOf = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
