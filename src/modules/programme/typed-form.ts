/** What a form held, field by field, to show it again: repeated fields and files left out. */
export const typedValues = (body: Readonly<Record<string, unknown>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(body).flatMap(([field, value]) => (typeof value === 'string' ? [[field, value]] : [])),
  )

type Named = { readonly insee: string; readonly name: string }

/** A list rewritten with what is settled, so that only the doubts remain to be answered beside it. */
export const settledList = (communes: readonly Named[]) =>
  communes.map(({ insee, name }) => `${insee} ${name}`).join('\n')
