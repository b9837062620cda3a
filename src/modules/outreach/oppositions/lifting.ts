import { accept, refuse } from '#values/decision.ts'

/** A request to be written to again, as a person reports it. */
export type LiftingRequest = {
  /** Its words, or where they are: « courriel du 3 mars de Mme Durand, secrétaire ». */
  readonly words: string
  /** The day of the request, `2026-11-23`. */
  readonly requestedOn: string
  /** The page of the exchange it came in, if it is in Beffroi. */
  readonly contact?: string
}

/** An opposition is lifted only by a request that came after it and is quoted; the exchange is read from its page's address. */
export function checkLifting(
  { words, requestedOn, contact = '' }: LiftingRequest,
  { since, now }: { readonly since: Date; readonly now: Date },
) {
  const said = words.trim()
  if (said === '') return refuse('no-evidence')
  if (!/^\d{4}-\d{2}-\d{2}$/.test(requestedOn)) return refuse('no-date')
  if (requestedOn > parisDay(now)) return refuse('date-to-come')
  if (requestedOn < parisDay(since)) return refuse('older-than-opposition')
  const contactId = contactIn(contact)
  if (contact.trim() !== '' && !contactId) return refuse('not-an-exchange')

  return accept({ words: said, requestedOn, contactId })
}

export type LiftingRefusal =
  | Extract<ReturnType<typeof checkLifting>, { ok: false }>['reason']
  | 'another-address'
  | 'not-in-force'

const contactIn = (address: string) =>
  /\/contacts\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\b/i.exec(address)?.[1]

const dayFormat = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris' })
const parisDay = (at: Date) => dayFormat.format(at)
