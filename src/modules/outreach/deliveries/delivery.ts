/** How a message travels; `none` for a town hall left out before a channel could be chosen. */
export type Channel = 'email' | 'letter' | 'none'

/** The states that only an e-mail goes through. */
export const emailStates = [
  'rendered',
  'claimed',
  'in_flight',
  'accepted',
  'refused_permanent',
  'refused_temporary',
  'uncertain',
  'bounced',
  'complained',
  'replied',
] as const
const letterStates = ['composed', 'printed', 'enclosed', 'posted', 'returned', 'answered'] as const

/** Every state of the ledger, in the order of the way a message goes. */
export const deliveryStates = ['planned', ...emailStates, ...letterStates, 'excluded'] as const
export type DeliveryState = (typeof deliveryStates)[number]

/**
 * The arrows of the ledger: what each state may become. The database holds the same table in a trigger. `uncertain`,
 * `refused_permanent` and `bounced` go back to `rendered` by a person's decision only, as a new attempt; `returned` goes back to
 * `posted` when a person takes back a return recorded on the wrong letter.
 */
export const next: Record<DeliveryState, readonly DeliveryState[]> = {
  planned: ['rendered', 'composed', 'excluded'],

  rendered: ['claimed', 'excluded'],
  claimed: ['in_flight', 'rendered'],
  in_flight: ['accepted', 'refused_permanent', 'refused_temporary', 'uncertain'],
  accepted: ['bounced', 'complained', 'replied'],
  refused_temporary: ['rendered', 'excluded'],
  uncertain: ['accepted', 'rendered'],
  refused_permanent: ['rendered'],
  bounced: ['rendered', 'replied'],
  complained: [],
  replied: [],

  composed: ['printed', 'planned', 'excluded'],
  printed: ['enclosed', 'excluded'],
  enclosed: ['posted', 'excluded'],
  posted: ['returned', 'answered'],
  returned: ['answered', 'posted'],
  answered: [],

  excluded: [],
}

export const mayMove = (from: DeliveryState, to: DeliveryState) => next[from].includes(to)

/** Where the program has nothing left to do. `uncertain` is not among them: a person must look. */
export const finalStates: readonly DeliveryState[] = [
  'excluded',
  'accepted',
  'refused_permanent',
  'bounced',
  'complained',
  'replied',
  'posted',
  'returned',
  'answered',
]
export const isFinal = (state: DeliveryState) => finalStates.includes(state)

/** What a person may send once more, as a new attempt with their name and a reason. */
export const resendable: readonly DeliveryState[] = ['uncertain', 'refused_permanent', 'bounced']

/** What is stopped when a town hall answers or opposes: nothing has left yet. */
export const stoppable: readonly DeliveryState[] = [
  'planned',
  'rendered',
  'refused_temporary',
  'composed',
  'printed',
  'enclosed',
]

/** The town hall was written to, whatever came of it since. */
export const writtenStates: readonly DeliveryState[] = [
  'accepted',
  'bounced',
  'complained',
  'replied',
  'posted',
  'returned',
  'answered',
]

export type Tone = 'neutral' | 'info' | 'ochre' | 'teal' | 'brick'

/** The states in the words of the screens, and the tone that goes with each. */
export const stateLooks: Record<DeliveryState, { readonly name: string; readonly tone: Tone }> = {
  planned: { name: 'À composer', tone: 'neutral' },
  rendered: { name: 'Prêt à partir', tone: 'neutral' },
  claimed: { name: 'Pris pour l’envoi', tone: 'info' },
  in_flight: { name: 'En cours d’envoi', tone: 'info' },
  accepted: { name: 'Envoyé', tone: 'teal' },
  refused_permanent: { name: 'Refusé', tone: 'brick' },
  refused_temporary: { name: 'À réessayer', tone: 'ochre' },
  uncertain: { name: 'Douteux', tone: 'ochre' },
  bounced: { name: 'Rejeté après envoi', tone: 'brick' },
  complained: { name: 'Signalé comme indésirable', tone: 'brick' },
  replied: { name: 'A répondu au courriel', tone: 'teal' },
  composed: { name: 'Lettre composée', tone: 'info' },
  printed: { name: 'Lettre imprimée', tone: 'info' },
  enclosed: { name: 'Lettre sous pli', tone: 'info' },
  posted: { name: 'Lettre postée', tone: 'teal' },
  returned: { name: 'Lettre revenue', tone: 'brick' },
  answered: { name: 'A répondu à la lettre', tone: 'teal' },
  excluded: { name: 'Écarté', tone: 'neutral' },
}

export const channelNames: Record<Channel, string> = {
  email: 'Courriel',
  letter: 'Lettre',
  none: 'Hors de la vague',
}

/** How many deliveries of a wave stand in each state. */
export type Tally = Readonly<Partial<Record<DeliveryState, number>>>

export function tally(states: readonly DeliveryState[]): Tally {
  const counts: Partial<Record<DeliveryState, number>> = {}
  for (const state of states) counts[state] = (counts[state] ?? 0) + 1
  return counts
}

/** The audience of a wave: the sum of its states, those left out included. */
export const audienceOf = (counts: Tally) => countIn(counts, deliveryStates)

export const countIn = (counts: Tally, states: readonly DeliveryState[]) =>
  states.reduce((sum, state) => sum + (counts[state] ?? 0), 0)
