import { parseReplyCode } from '#values/reply-code.ts'

/**
 * Reads what a hand types or what a scanner types for it: the code as printed, in any case, with or without its dash, or
 * the whole address of the letter's square (`HTTPS://…/R/CODE`).
 */
export function readScan(typed: string) {
  const [, inAddress] = /\/r\/([^/?#\s]+)/i.exec(typed) ?? []

  return parseReplyCode(inAddress ?? typed)
}
