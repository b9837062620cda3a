import { z } from 'zod'
import { returnReasonNames } from '../returns/return-reason.ts'
import { exclusionSentence } from '../waves/exclusion-sentence.ts'
import { type DeliveryState, deliveryStates, writtenStates } from './delivery.ts'

const word = <Schema extends z.ZodType<string>>(schema: Schema) =>
  z.preprocess((typed) => (typed === '' ? undefined : typed), schema.optional()).catch(undefined)

/** The words of the list's address: what is searched, filtered and sorted. */
export const deliveryWords = z.object({
  q: word(z.string().trim().max(80)),
  state: word(z.enum(deliveryStates)),
  group: word(z.enum(['written', 'answered'])),
  channel: word(z.enum(['email', 'letter', 'none'])),
  reason: word(z.string().max(40)),
  sort: z.enum(['commune', 'state', 'channel', 'date']).catch('commune'),
  order: z.enum(['asc', 'desc']).catch('asc'),
  page: z.coerce.number().int().min(1).catch(1),
})

export type DeliveryWords = z.output<typeof deliveryWords>

/** The states that the words ask for; undefined when they ask for all. */
export function statesAsked({ state, group }: DeliveryWords): readonly DeliveryState[] | undefined {
  if (state) return [state]
  if (group === 'written') return writtenStates
  if (group === 'answered') return ['replied', 'answered']
  return undefined
}

type Explained = {
  readonly companyId?: string | null
  readonly state: DeliveryState
  readonly reason: string | null
  readonly reasonDetail: string | null
  readonly attempt: number
}

const reasons: Readonly<Record<string, string>> = {
  'lease-over': 'Beffroi s’est arrêté pendant la remise : nul ne sait si le courriel est parti.',
  'no-answer': 'Le serveur n’a pas répondu après la remise.',
  refused: 'Refusé par le serveur',
  busy: 'Le serveur demande d’attendre',
  'our-side': 'Refusé à cause de nous, pas du destinataire ; il repartira',
  unclear: 'Refusé sans raison claire ; il est essayé une fois encore',
  'too-large': 'Refusé : le message est trop lourd',
  expired: 'Abandonné après 48 heures d’essais',
  ...returnReasonNames,
}

/** Why a delivery stands where it does, in one sentence; empty when its state says it all. */
export function explain({ companyId, state, reason, reasonDetail, attempt }: Explained) {
  const kind = companyId ? 'companies' : 'town-halls'
  if (state === 'excluded' && reason) return exclusionSentence(reason, reasonDetail, kind)
  const why = reason ? (reasons[reason] ?? reason) : ''
  const again = attempt > 1 ? `Envoi n° ${attempt}.` : ''
  return [why && reasonDetail ? `${why.replace(/\.$/, '')} : ${reasonDetail}` : why, again]
    .filter(Boolean)
    .join(' ')
}
