import type { Receipt, Step } from './mail.ts'

/** The code of a server's reply (RFC 5321 §4.2) and its enhanced status (RFC 2034, RFC 3463), where it gave them. */
export function readReply(answer: string): { readonly code?: number; readonly status?: string } {
  const [, code] = /^(\d{3})(?:[ -]|$)/.exec(answer) ?? []
  const [, status] = /(?:^|[\s(#])([245]\.\d{1,3}\.\d{1,3})(?![.\d])/.exec(answer) ?? []
  return { ...(code && { code: Number(code) }), ...(status && { status }) }
}

/** What nodemailer says of a dialogue that went wrong: the command that was in flight, and the server's words if any. */
export type DialogueError = Error & {
  readonly code?: string
  readonly command?: string
  readonly responseCode?: number
  readonly response?: string
}

/** A dialogue that went wrong, as a receipt. `isHanded`: the server had asked for the message and was being given it. */
export function receiptOf(error: DialogueError, isHanded: boolean): Receipt {
  const { responseCode, response } = error
  const step = stepOf(error, isHanded)
  if (responseCode === undefined) {
    // Before the data nothing can have left; after, nobody can know.
    return { outcome: isHanded ? 'uncertain' : 'refused-temporary', answer: error.message, step }
  }
  const answer = response ?? error.message
  const outcome = responseCode >= 500 ? 'refused-permanent' : 'refused-temporary'
  return { outcome, answer, step, ...readReply(answer) }
}

function stepOf({ command = '' }: DialogueError, isHanded: boolean): Step {
  if (isHanded) return 'after-data'
  if (/^(EHLO|HELO|AUTH|MAIL FROM)/.test(command)) return 'sender'
  if (command === 'RCPT TO') return 'recipient'
  return command === 'DATA' ? 'data' : 'connection'
}
