import { signed } from '../deliveries/email.ts'
import { checkMessage, type MessageProblem } from './check-message.ts'
import type { Message } from './message.ts'
import type { MessageValues } from './variables.ts'

type Signed = Message & { readonly signature: string }

/** What is to be mended before any wave, as it will leave: signature included. The same sentence is said once. */
export function problemsFor(message: Signed, values?: MessageValues) {
  const bySentence = new Map(
    checkMessage(signed(message), values).map((problem) => [problem.sentence, problem]),
  )
  return [...bySentence.values()]
}

/** Whether nothing can be printed before this is mended. The rest shows on the letter itself. */
export const stopsLetter = ({ kind }: MessageProblem) =>
  kind !== 'empty-variable' && kind !== 'missing-legal-block'
