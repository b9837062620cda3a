/** The order in a dozen lines for whoever wants to run it at home on the published figures; a test runs it too. */
export const recipe = `// node recalculer.mjs "ADRESSE-DES-CHIFFRES-DU-JOUR"
import { createHash } from 'node:crypto'
const { seedWords, candidates } = await (await fetch(process.argv[2])).json()
const sha256 = (text) => createHash('sha256').update(text).digest('hex')
const seed = sha256(seedWords).slice(0, 16)
const mark = ({ serves, fit, confirmedReferences, response: { asked, answered } }) => [
  serves ? 1 : 0,
  fit === 'full' ? 2 : 1,
  Math.min(confirmedReferences, 3),
  asked >= 3 && answered * 2 < asked ? 0 : 1,
].join('')
const placed = candidates.map((one) => ({ ...one, mark: mark(one), draw: sha256(seed + '/' + one.key) }))
placed.sort((a, b) => (a.mark === b.mark ? (a.draw < b.draw ? -1 : 1) : a.mark > b.mark ? -1 : 1))
for (const { mark, draw, name } of placed) console.log(mark, draw.slice(0, 8), name)
`
