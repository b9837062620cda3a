import { addressesIn } from '../mail/header-fields.ts'
import type { RecipientReport } from './delivery-report.ts'
import { effectOf, preciseCodeIn, statusOfWords } from './status-effects.ts'

type Returned = {
  readonly text: string
  readonly failedRecipients: string
  readonly isOurs: (address: string) => boolean
}

/**
 * What a return without a report says in plain words, in its first 200 lines; undefined when its words are not known, and
 * then a person reads it. One recipient: such returns speak of one message to one address.
 */
export function readOldBounce({ text, failedRecipients, isOurs }: Returned): RecipientReport | undefined {
  const paragraphs = ownParagraphs(text)
  const telling = paragraphs.find((paragraph) => statusIn(paragraph) !== undefined)
  const failing = telling ?? paragraphs.find((paragraph) => failure.test(paragraph))
  if (failing === undefined) return undefined

  const status = statusIn(failing) ?? ''
  const places = [failedRecipients, failing, ...paragraphs]
  const recipient =
    places.flatMap(addressesIn).find((address) => !isOurs(address) && !isMachines(address)) ?? ''
  const isDelayed = paragraphs.some((paragraph) => delay.test(paragraph))
  return {
    recipient: recipient.replace(/^[<"']+|[>"'.:]+$/g, ''),
    action: isDelayed ? 'delayed' : 'failed',
    status,
    diagnostic: failing.slice(0, 300),
    effect: effectOf(status),
  }
}

// The message sent back under the explanation is ours: its words are not the server's.
const copyBegins =
  /^-{2,} ?(?:below this line|this is a copy|the (?:header|body|text)|en-t[eê]tes|original message|message original|copie)|^received: |^return-path: /im

function ownParagraphs(text: string) {
  const head = text.replace(/\r\n?/g, '\n').split('\n').slice(0, 200).join('\n')
  const at = head.search(copyBegins)
  return (at > 0 ? head.slice(0, at) : head)
    .split(/\n[ \t]*\n/)
    .map((paragraph) => paragraph.replace(/\s+/g, ' ').trim())
    .filter(Boolean)
}

function statusIn(paragraph: string) {
  const code = preciseCodeIn(paragraph)
  return code?.startsWith('2') ? undefined : (code ?? statusOfWords(paragraph))
}

const failure =
  /could ?n[o']t be delivered|undeliver(?:able|ed)|delivery (?:has )?fail|was not delivered|n['’]a pas (?:pu )?[eê]t[reé]{1,2} (?:remis|d[eé]livr|distribu|livr|achemin)|[eé]chec (?:de (?:la )?)?(?:remise|distribution|livraison|d[eé]livrance)|non remis|retourn[eé] [aà] l['’]exp[eé]diteur|permanent (?:fatal )?error|giving up/i

const delay =
  /will (?:keep|continue to|be) (?:try|retri)|has not (?:yet )?been delivered|pas encore [eé]t[eé]|(?:tentatives?|essais?) (?:se |vont |sera|seront )?(?:poursui|continu|renouvel)|still being (?:tried|retried)|message (?:is )?delayed|n['’]avez rien [aà] faire/i

const isMachines = (address: string) => /^(?:mailer-daemon|postmaster|no-?reply)@/.test(address)
