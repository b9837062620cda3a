import { capitalised } from './french-typography.ts'
import type { LegalNotice } from './legal-notice.ts'
import { type Block, type Inline, type Message, readBody } from './message.ts'
import { inlineText, plainSubject } from './plain-text.ts'
import { isVariable, type MessageValues } from './variables.ts'

// Text and ground are left to the reader's theme, light or dark. Only the button brings both of its colours.
const styles = {
  body: 'margin:0;padding:24px 16px;font:17px/1.55 Atkinson Hyperlegible Next,Verdana,Arial,sans-serif',
  sheet: 'max-width:600px;margin:0 auto',
  letterhead: 'margin:0 0 28px;padding:0 0 12px;border-bottom:3px solid #9c3a2b;font-weight:bold',
  paragraph: 'margin:0 0 16px',
  heading: 'margin:28px 0 8px;font-size:19px;line-height:1.3',
  list: 'margin:0 0 16px;padding:0 0 0 24px',
  item: 'margin:0 0 6px',
  quote: 'margin:0 0 16px;padding:0 0 0 16px;border-left:3px solid #9c3a2b',
  rule: 'margin:24px 0;border:0;border-top:1px solid #8a949c',
  answer: 'margin:24px 0',
  button:
    'display:inline-block;padding:12px 20px;border-radius:6px;background:#9c3a2b;color:#ffffff;font-weight:bold;text-decoration:none',
  notice: 'margin:36px 0 0;padding:16px 0 0;border-top:1px solid #8a949c;font-size:14px;line-height:1.5',
  noticeLine: 'margin:0 0 8px',
} as const

/**
 * The message as an HTML e-mail: one column, styles inline, nothing loaded from anywhere. A link alone in its paragraph
 * becomes the button.
 */
export function toHtmlEmail(message: Message, values: MessageValues, notice: LegalNotice) {
  const blocks = readBody(message.body).blocks.map((block) => blockHtml(block, values, notice))

  return `<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${escapeHtml(plainSubject(message, values))}</title>
</head>
<body style="${styles.body}">
<div role="article" lang="fr" style="${styles.sheet}">
<p style="${styles.letterhead}">${escapeHtml(`${capitalised(values.operateur)} · ${capitalised(values.association)}`)}</p>
${blocks.join('\n')}
</div>
</body>
</html>
`
}

function blockHtml(block: Block, values: MessageValues, notice: LegalNotice): string {
  switch (block.type) {
    case 'paragraph':
      return paragraphHtml(block.children, values)
    case 'heading':
      return `<h2 style="${styles.heading}">${inlineHtml(block.children, values)}</h2>`
    case 'list': {
      const tag = block.ordered ? 'ol' : 'ul'
      const items = block.items.map(
        (item) => `<li style="${styles.item}">${itemHtml(item, values, notice)}</li>`,
      )
      return `<${tag} style="${styles.list}">${items.join('')}</${tag}>`
    }
    case 'quote': {
      const quoted = block.children.map((child) => blockHtml(child, values, notice)).join('')
      return `<blockquote style="${styles.quote}">${quoted}</blockquote>`
    }
    case 'rule':
      return `<hr style="${styles.rule}">`
    case 'legal-notice': {
      const lines = notice.map(
        ({ title, text }) =>
          `<p style="${styles.noticeLine}"><strong>${escapeHtml(title)}.</strong> ${escapeHtml(text)}</p>`,
      )
      return `<div style="${styles.notice}">\n${lines.join('\n')}\n</div>`
    }
  }
}

function paragraphHtml(children: readonly Inline[], values: MessageValues) {
  const [only, ...others] = children
  if (only?.type !== 'link' || others.length > 0) {
    return `<p style="${styles.paragraph}">${inlineHtml(children, values)}</p>`
  }

  return `<p style="${styles.answer}">${linkHtml(only, values, styles.button)}</p>`
}

// A short list item needs no paragraph of its own.
function itemHtml(item: readonly Block[], values: MessageValues, notice: LegalNotice) {
  const [only, ...others] = item
  if (only?.type === 'paragraph' && others.length === 0) return inlineHtml(only.children, values)

  return item.map((block) => blockHtml(block, values, notice)).join('')
}

function inlineHtml(inlines: readonly Inline[], values: MessageValues): string {
  return inlines.map((inline) => oneInline(inline, values)).join('')
}

function oneInline(inline: Inline, values: MessageValues): string {
  if (inline.type === 'text') return escapeHtml(inline.text)
  if (inline.type === 'break') return '<br>'
  if (inline.type === 'strong') return `<strong>${inlineHtml(inline.children, values)}</strong>`
  if (inline.type === 'emphasis') return `<em>${inlineHtml(inline.children, values)}</em>`
  if (inline.type === 'link') return linkHtml(inline, values)
  if (!isVariable(inline.name)) return ''

  const value = escapeHtml(values[inline.name])
  return inline.name === 'lien_reponse' ? `<a href="${value}">${value}</a>` : value
}

function linkHtml(link: Extract<Inline, { type: 'link' }>, values: MessageValues, style?: string) {
  const url = inlineText(link.url, values)
  const styled = style ? ` style="${style}"` : ''

  return `<a href="${escapeHtml(url)}"${styled}>${inlineHtml(link.children, values)}</a>`
}

function escapeHtml(text: string) {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
