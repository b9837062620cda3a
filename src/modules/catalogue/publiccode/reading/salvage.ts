import type { ValueMap } from '../standard/value.ts'

/** What can still be read of a file that is no longer YAML: its simple lines of the first level, `name: Pastell`. */
export function salvage(text: string): ValueMap {
  const entries: [string, string][] = []
  for (const line of text.split(/\r?\n/)) {
    const [, key, value] = /^([A-Za-z]\w*):\s+(\S.*?)\s*$/.exec(line) ?? []
    if (key && value && !/^[|>&*[{]/.test(value)) entries.push([key, unquoted(value)])
  }
  return Object.fromEntries(entries)
}

const unquoted = (value: string) => value.replace(/^(["'])(.*)\1$/, '$2').replace(/\s+#.*$/, '')
