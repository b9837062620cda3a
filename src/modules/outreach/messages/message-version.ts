import { accept, refuse } from '#values/decision.ts'
import type { Message } from './message.ts'

/** What its author writes of a message. */
type Text = Message & { readonly name: string; readonly signature: string }

/** The version of a message that a form was filled from: it changes each time the message is saved. */
export const versionOf = ({ updatedAt }: { readonly updatedAt: Date }) => updatedAt.toISOString()

/**
 * Whether a text may replace the saved one: not when somebody saved another since the form was opened. The same text
 * posted twice is accepted twice.
 */
export function replaceText(saved: Text & { readonly updatedAt: Date }, written: Text, version: string) {
  if (isSame(saved, written)) return accept('unchanged' as const)
  if (version !== versionOf(saved)) return refuse('changed-meanwhile')

  return accept('changed' as const)
}

const isSame = (one: Text, other: Text) =>
  one.name === other.name &&
  one.subject === other.subject &&
  one.body === other.body &&
  one.signature === other.signature
