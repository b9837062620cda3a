import type { ReplyCode } from '#values/reply-code.ts'
import { checkMessage } from '../messages/check-message.ts'
import type { Message } from '../messages/message.ts'
import { companyValues, messageValues } from '../messages/message-values.ts'
import { isVariable, type MessageValues, type VariableName, variables } from '../messages/variables.ts'
import type { Addressee } from './audience.ts'
import type { Sender } from './sender.ts'

// Every code is filled; only its presence matters before the launch draws the real ones.
const anyCode = '2222222222' as ReplyCode

/** The variables of a message that would be empty, each with the addressees where it would. The body is read once. */
export function emptyVariables(
  message: Message,
  candidates: readonly Addressee[],
  sender: Sender,
  date: Date,
) {
  const used = usedVariables(message)
  const empty = new Map<VariableName, string[]>()
  for (const candidate of candidates) {
    const values = valuesFor(candidate, sender, anyCode, date)
    for (const variable of used) {
      if (values[variable].trim() === '')
        empty.set(variable, [...(empty.get(variable) ?? []), candidate.name])
    }
  }
  return [...empty].map(([variable, names]) => ({ variable, names }))
}

/** What a message says of one addressee. */
export function valuesFor(candidate: Addressee, sender: Sender, code: ReplyCode, date: Date): MessageValues {
  const sent = { ...sender, date }
  if (candidate.companyId !== undefined) return companyValues({ ...candidate, code }, sent)

  const { name, nameType: link, population, epciName, mayor } = candidate
  return messageValues({ commune: { name, link, population }, epciName, mayor, code }, sent)
}

// With nothing filled, the check names exactly the variables that the message uses.
function usedVariables(message: Message): VariableName[] {
  const nothing = Object.fromEntries(Object.keys(variables).map((name) => [name, ''])) as MessageValues
  const names = checkMessage(message, nothing).flatMap(({ kind, name }) =>
    kind === 'empty-variable' && name ? [name] : [],
  )
  return [...new Set(names)].filter(isVariable)
}
