import { fieldOf, type HeaderField, readFields } from '../mail/header-fields.ts'
import {
  effectOf,
  enhancedCodeIn,
  preciseCodeIn,
  type StatusEffect,
  statusOfWords,
} from './status-effects.ts'
import { decodeAddress, decodeXtext } from './xtext.ts'

const actions = ['failed', 'delayed', 'delivered', 'relayed', 'expanded'] as const
export type ReportedAction = (typeof actions)[number]

/** What a report says of one recipient. */
export type RecipientReport = {
  readonly recipient: string
  readonly action: ReportedAction
  readonly status: string
  readonly diagnostic: string
  readonly effect: StatusEffect
}

/** A delivery report as far as it could be read (RFC 3464, RFC 6533). */
export type DeliveryReport = {
  /** The ENVID that we gave (RFC 3461 §4.4): the uuid of the attempt's Message-ID. */
  readonly envelopeId: string
  readonly recipients: readonly RecipientReport[]
  readonly unreadable: readonly string[]
}

/** Reads the fields of a report: blocks of them, whatever is missing, folded, repeated or cut. Never throws. */
export function readDeliveryReport(text: string): DeliveryReport {
  const blocks = text
    .replace(/\r\n?/g, '\n')
    .split(/\n[ \t]*\n/)
    .flatMap((block) => byRecipient(readFields(block)))
    .filter((fields) => fields.length > 0)
  const envelopeId = blocks.map((fields) => fieldOf(fields, 'original-envelope-id')).find(Boolean) ?? ''
  const recipients = blocks.flatMap(readRecipient)

  return {
    envelopeId: decodeXtext(envelopeId),
    recipients,
    unreadable: [
      ...(recipients.length === 0 ? ['Le rapport ne nomme aucun destinataire.'] : []),
      ...recipients
        .filter(({ status }) => status === '')
        .map(({ recipient }) => `Le rapport s’arrête avant de dire pourquoi ${recipient} est refusée.`),
    ],
  }
}

/** Servers that forget the blank line between two recipients begin the next by the same field. */
function byRecipient(fields: readonly HeaderField[]): HeaderField[][] {
  const blocks: HeaderField[][] = [[]]
  for (const field of fields) {
    const last = blocks.at(-1) ?? []
    const isNext = /^(?:final|original)-recipient$/.test(field.name) && fieldOf(last, field.name) !== ''
    if (isNext) blocks.push([field])
    else last.push(field)
  }
  return blocks
}

function readRecipient(fields: readonly HeaderField[]): RecipientReport[] {
  const recipient =
    addressOf(fieldOf(fields, 'original-recipient')) || addressOf(fieldOf(fields, 'final-recipient'))
  if (recipient === '') return []

  const diagnostic = fieldOf(fields, 'diagnostic-code').replace(/^[\w-]+\s*;\s*/, '')
  const status = statusOf(fieldOf(fields, 'status'), diagnostic)
  return [{ recipient, action: actionOf(fields, status), status, diagnostic, effect: effectOf(status) }]
}

// A report cut before its action still says by its code whether it is a refusal.
function actionOf(fields: readonly HeaderField[], status: string): ReportedAction {
  const written = fieldOf(fields, 'action').toLowerCase()
  const known = actions.find((action) => written.startsWith(action))
  if (known) return known

  return status.startsWith('4') ? 'delayed' : status.startsWith('2') ? 'delivered' : 'failed'
}

/** The code of the report, or the one of the server's own words when the report's says nothing (x.0.0) or is missing. */
const statusOf = (written: string, diagnostic: string) =>
  preciseCodeIn(written) ??
  preciseCodeIn(diagnostic) ??
  statusOfWords(diagnostic) ??
  enhancedCodeIn(written) ??
  ''

/** « rfc822; mairie@… », « utf-8; … » with its escapes, brackets or none. */
function addressOf(value: string) {
  const text = decodeAddress(value.replace(/^[\w-]+\s*;/, ''))
  return text.replace(/[<>"]/g, '').trim().toLowerCase()
}
