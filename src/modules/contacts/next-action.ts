import type { Channel, ContactState, Wish } from './contact.ts'

type Asked = {
  readonly state: ContactState
  readonly wish: Wish | null
  readonly channel: Channel
  readonly body: string
  readonly phone: string | null
  readonly email: string | null
}

/** The question of a contact and what to do next, in one sentence. */
export function nextAction({ state, wish, channel, body, phone, email }: Asked) {
  if (wish === null && channel === 'email' && state !== 'settled')
    return { sentence: 'Elle a écrit un courriel. Répondez-lui, ou ouvrez un accompagnement.' }
  if (state === 'settled') return { sentence: questions[wish ?? 'exchange'] }

  return { sentence: `${questions[wish ?? 'exchange']} ${todo(wish, { body, phone, email })}` }
}

const questions: Record<Wish | 'exchange', string> = {
  'call-back': 'Elle demande à être rappelée.',
  need: 'Elle dit un besoin.',
  'not-now': 'Elle répond « pas maintenant ».',
  'do-not-write': 'Elle demande que plus rien ne lui soit écrit : c’est enregistré.',
  exchange: 'Un échange a été noté.',
}

function todo(wish: Wish | null, { body, phone, email }: Pick<Asked, 'body' | 'phone' | 'email'>) {
  if (wish === 'call-back') return phone ? 'Rappelez-la.' : 'Écrivez-lui pour convenir d’un appel.'
  if (wish === 'need')
    return phone || email ? 'Répondez-lui.' : 'Elle n’a laissé ni téléphone ni courriel : appelez la mairie.'

  return body ? 'Lisez le mot laissé, puis réglez.' : 'Réglez ce contact, ou ouvrez un accompagnement.'
}
