import type { Receipt } from '#platform/mail/mail.ts'

/**
 * What a refusal means. `dead-address`: nobody is there. `policy`: our mail is not wanted. `our-side`: we are not accepted as a
 * sender. `throttled`: we go too fast. `busy`: not now. `too-large`: the message is. `unclear`: a person must read it.
 */
export type Verdict = 'dead-address' | 'policy' | 'our-side' | 'throttled' | 'busy' | 'too-large' | 'unclear'

/**
 * The meaning of a refusal, by the step where it was said, then its enhanced status (RFC 3463), then its words. Only what the
 * receiver says of its own mailbox blames the recipient; 5.7.x never does.
 */
export function verdictOf({ outcome, step = 'recipient', code = 0, status = '', answer }: Receipt): Verdict {
  const isPermanent = outcome === 'refused-permanent'
  if (isPermanent && (step === 'sender' || step === 'connection')) return 'our-side'
  if (isThrottle(code, status, answer)) return 'throttled'
  if (!isPermanent) return 'busy'
  if (status.startsWith('5.7.')) return 'policy'
  if (dead.has(status)) return 'dead-address'
  if (status === '5.3.4' || status === '5.2.3') return 'too-large'
  // A full mailbox, a route that fails: the address is good, it is tried again.
  if (status === '5.2.2' || status.startsWith('5.4.')) return 'busy'
  if (status === '' && deadWords.test(answer)) return 'dead-address'
  return 'unclear'
}

/** A refusal that says something of us, not of who we write to. */
export const isForUs = (verdict: Verdict) => verdict === 'policy' || verdict === 'our-side'

// No such user, no such domain, wrong syntax, moved, null MX, mailbox disabled.
const dead = new Set(['5.1.1', '5.1.2', '5.1.3', '5.1.6', '5.1.10', '5.2.1'])

// For servers that give no enhanced status.
const deadWords =
  /(user|recipient|mailbox|address|account)( is)? (unknown|not found|unavailable|disabled|invalid)|(unknown|invalid|no such) (user|recipient|mailbox|address|account)|does not exist|n['’]existe pas|(bo[iî]te|adresse|utilisateur|destinataire) inconnue?|compte (inexistant|d[ée]sactiv[ée])/i

function isThrottle(code: number, status: string, answer: string) {
  if (/OFR\d*_104/i.test(answer)) return true
  return code < 500 && (code === 421 || status === '4.2.1' || status.startsWith('4.7.'))
}
