/** A header or a field of a report: its name in lower case, its value on one line. */
export type HeaderField = { readonly name: string; readonly value: string }

/** Reads « Name: value » lines, folded ones put back on one line (RFC 5322 §2.2.3). A line that is not one is left out. */
export function readFields(text: string): HeaderField[] {
  const fields: { name: string; value: string }[] = []
  for (const line of text.split(/\r?\n/)) {
    const last = fields.at(-1)
    if (/^[ \t]/.test(line) && last) {
      last.value = `${last.value} ${line.trim()}`.trim()
      continue
    }
    const [, name, value = ''] = /^([!-9;-~]+)[ \t]*:(.*)$/.exec(line) ?? []
    if (name) fields.push({ name: name.toLowerCase(), value: value.trim() })
  }
  return fields
}

/** The first value under a name, or an empty text. */
export const fieldOf = (fields: readonly HeaderField[], name: string) =>
  fields.find((field) => field.name === name)?.value ?? ''

/** Every value under one of these names, in order. */
export const fieldsOf = (fields: readonly HeaderField[], ...names: readonly string[]) =>
  fields.filter(({ name }) => names.includes(name)).map(({ value }) => value)

/** The e-mail addresses that a text holds, in lower case, each once. */
export const addressesIn = (text: string) => [
  ...new Set(
    (text.match(/[^\s<>,;:"'()[\]]+@[^\s<>,;:"'()[\]]+/g) ?? []).map((found) => found.toLowerCase()),
  ),
]

/** The Message-IDs that a text holds, without their brackets. */
export const messageIdsIn = (text: string) =>
  [...text.matchAll(/<([^<>\s]+@[^<>\s]+)>/g)].map(([, id = '']) => id)
