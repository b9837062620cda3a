import { envelopes } from '#modules/outreach/envelopes/envelope.ts'
import type { Letter, LotTerms } from '#modules/outreach/letters/lot.ts'
import { legalNotice } from '#modules/outreach/messages/legal-notice.ts'
import { messageValues } from '#modules/outreach/messages/message-values.ts'
import { models } from '#modules/outreach/messages/models.ts'
import { newReplyCode } from '#values/reply-code.ts'

/** The day of the letters of the tests. */
export const date = new Date('2026-03-02T09:00:00Z')
const [firstLetter] = models

/** What the letters of the tests share: the project's first model, an invented sender. */
export const terms: LotTerms = {
  message: firstLetter ?? { subject: '', body: '' },
  notice: legalNotice({
    operator: 'Centre de gestion',
    association: 'CLX',
    dpoEmail: 'dpo@cdg.example',
    source: 'Annuaire de l’administration',
    answerUrl: 'https://beffroi.example/r',
    baseUrl: 'https://beffroi.example',
  }),
  sender: {
    name: 'Centre de gestion',
    lines: ['14 rue de l’Exemple', '59000 Lille'],
    place: 'Lille',
    signatories: [{ name: 'Camille Exemple', role: 'Président' }],
  },
  envelope: envelopes.dl45,
  baseUrl: 'https://beffroi.example',
  date,
}

/** A letter to the town hall of an invented commune; its code is its own, the same each time. */
export function letterTo(commune: string, postcode: string, street = '1 place de la Mairie'): Letter {
  let byte = Number(postcode) % 200
  const code = newReplyCode(() => Uint8Array.of(byte++ % 248))
  const values = messageValues(
    { commune: { name: commune, link: 0 }, code },
    {
      operator: 'Centre de gestion',
      operatorContact: '03',
      association: 'CLX',
      baseUrl: terms.baseUrl,
      date,
    },
  )
  const address = { recipient: `Mairie de ${commune}`, street, postcode, deliveryLabel: commune }
  return { deliveryId: `delivery-${commune}`, insee: postcode, commune, address, code, values }
}
