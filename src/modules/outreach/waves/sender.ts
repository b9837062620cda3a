/** In whose name a wave is written, and from which addresses: frozen with it at the launch. */
export type Sender = {
  readonly operator: string
  readonly operatorAddress: string
  readonly operatorContact: string
  readonly association: string
  readonly dpoEmail: string
  /** The mailbox that e-mails leave from, and the one that answers reach. */
  readonly from: string
  readonly replyTo: string
  readonly baseUrl: string
}

type Body = {
  readonly name: string
  readonly postalAddress: string
  readonly email: string | null
  readonly phone: string | null
  readonly dpoEmail: string | null
}

/** The sender that the two bodies make, as far as their coordinates are known. */
export function senderOf(operator: Body, association: Body, from: string, baseUrl: string): Sender {
  return {
    operator: operator.name,
    operatorAddress: operator.postalAddress.trim(),
    operatorContact: [operator.phone, operator.email].filter(Boolean).join(', '),
    association: association.name,
    dpoEmail: operator.dpoEmail ?? association.dpoEmail ?? '',
    from,
    replyTo: operator.email ?? '',
    baseUrl,
  }
}

/** What the legal notice still lacks, in words for a list. */
export function missingCoordinates(sender: Sender): string[] {
  const asked: [string, string][] = [
    [sender.operatorAddress, 'l’adresse postale de l’opérateur'],
    [sender.replyTo, 'l’adresse électronique de l’opérateur'],
    [sender.dpoEmail, 'l’adresse du délégué à la protection des données'],
    [sender.association, 'le nom de l’association'],
  ]
  return asked.filter(([value]) => value === '').map(([, name]) => name)
}
