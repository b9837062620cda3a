import { micromark } from 'micromark'
import { typo } from '#ui/french.ts'

/**
 * A description as a page shows it: its Markdown without any HTML and without any image, for nothing is fetched from
 * elsewhere; a link leads to http(s) or is words. Safe to set in a page as it is.
 */
export function descriptionHtml(markdown: string) {
  const html = micromark(typo(markdown), {
    extensions: [{ disable: { null: ['labelStartImage', 'htmlFlow', 'htmlText'] } }],
  })
  // headings of a description stay below those of the page
  return html
    .replace(/<(\/?)h[1-4]>/g, '<$1h4>')
    .replace(/<a href="(?!https?:\/\/)[^"]*"/g, '<a')
    .replace(/<a href="/g, '<a rel="nofollow" href="')
}
