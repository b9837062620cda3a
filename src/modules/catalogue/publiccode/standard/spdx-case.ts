import licences from 'spdx-license-list/simple.js'

const cases = new Map([...licences].map((id) => [id.toLowerCase(), id]))
const olds = ['GPL-1.0', 'GPL-2.0', 'GPL-3.0', 'LGPL-2.0', 'LGPL-2.1', 'LGPL-3.0', 'AGPL-1.0', 'AGPL-3.0']
for (const old of olds) cases.set(old.toLowerCase(), old)

/** An SPDX expression with its identifiers in their right case, whatever the case they were typed in. */
export const spdxCased = (expression: string) =>
  expression
    .trim()
    .replace(/[A-Za-z0-9.-]+/g, (word) =>
      /^(and|or|with)$/i.test(word) ? word.toUpperCase() : (cases.get(word.toLowerCase()) ?? word),
    )
