import { readdirSync, readFileSync } from 'node:fs'
import { micromark } from 'micromark'
import { typo } from '#ui/french.ts'

export type Chapter = { readonly name: string; readonly title: string; readonly html: string }

const folder = new URL('./chapters/', import.meta.url)

/** The chapters in reading order, read once: Markdown without raw HTML, so what is written is what is shown. */
export const chapters: readonly Chapter[] = readdirSync(folder)
  .filter((file) => file.endsWith('.md'))
  .sort()
  .map((file) => readChapter(file))

function readChapter(file: string): Chapter {
  const [heading = '', ...lines] = readFileSync(new URL(file, folder), 'utf8').split('\n')
  return {
    name: file.replace(/^\d+-/, '').replace(/\.md$/, ''),
    title: heading.replace(/^#\s*/, ''),
    html: micromark(typo(lines.join('\n'))),
  }
}
