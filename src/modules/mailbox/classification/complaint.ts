import { addressesIn, fieldOf, fieldsOf, readFields } from '../mail/header-fields.ts'

/** A complaint as its report says it (RFC 5965). The address is often hidden: the message returned tells whose it is. */
export type Complaint = {
  readonly feedbackType: string
  readonly reporter: string
  readonly recipients: readonly string[]
  readonly missing: readonly string[]
}

/** Reads the fields of a feedback report; those that it must hold and does not are told. */
export function readComplaint(text: string): Complaint {
  const fields = readFields(text)
  const required = ['feedback-type', 'user-agent', 'version']

  return {
    feedbackType: fieldOf(fields, 'feedback-type').toLowerCase(),
    reporter: fieldOf(fields, 'user-agent'),
    recipients: addressesIn(fieldsOf(fields, 'original-rcpt-to').join(' ')).filter(
      (address) => !isHidden(address),
    ),
    missing: required.filter((name) => fieldOf(fields, name) === ''),
  }
}

/** Reports that nobody made by pressing « indésirable »: about signatures (RFC 6591), or to say the contrary. */
export const isAboutSpam = ({ feedbackType }: Complaint) =>
  !['not-spam', 'auth-failure', 'dmarc'].includes(feedbackType)

const isHidden = (address: string) => /redacted|hidden|masqu|x{4,}|\*{2,}|^[0-9a-f]{32,}@/.test(address)
