import { raw } from 'hono/html'
import type { HtmlEscapedString } from 'hono/utils/html'

/** A content already turned into bytes: the frame sets them in its page as they are, however often they are asked for. */
export type Written = HtmlEscapedString & { readonly bytes: Uint8Array }

/** Takes HTML that is complete and safe, such as a part drawn by `hono/jsx`. */
export const written = (html: string): Written => Object.assign(raw(html), { bytes: Buffer.from(html) })

export const isWritten = (content: unknown): content is Written =>
  content instanceof String && 'bytes' in content && content.bytes instanceof Uint8Array
