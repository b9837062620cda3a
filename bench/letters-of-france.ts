import { createHash } from 'node:crypto'
import communes from '@etalab/decoupage-administratif/data/communes.json' with { type: 'json' }
import epci from '@etalab/decoupage-administratif/data/epci.json' with { type: 'json' }
import { envelopes } from '#modules/outreach/letters/envelope.ts'
import type { Letter, LotTerms } from '#modules/outreach/letters/lot.ts'
import { legalNotice } from '#modules/outreach/messages/legal-notice.ts'
import { messageValues } from '#modules/outreach/messages/message-values.ts'
import { models } from '#modules/outreach/messages/models.ts'
import { type NameLink, ofCommune } from '#values/commune-name.ts'
import { townHallAddress } from '#values/postal-address.ts'
import { newReplyCode } from '#values/reply-code.ts'

type Listed = {
  type: string
  code: string
  nom: string
  departement?: string
  typeLiaison: NameLink
  population?: number
  codesPostaux?: string[]
}

const undertaking = {
  operator: 'le Centre de gestion du Nord',
  operatorContact: 'service Cre@tic, 03 00 00 00 00, creatic@cdg.example',
  association: 'l’association CLX',
  baseUrl: 'https://beffroi.example',
  date: new Date('2026-03-02T09:00:00Z'),
}

const epciOf = new Map(
  (epci as { nom: string; membres: { code: string }[] }[]).flatMap(({ nom, membres }) =>
    membres.map(({ code }) => [code, nom] as const),
  ),
)

/** What the benched lots share: the project's first letter, an invented sender. */
export const terms: LotTerms = {
  message: models[0] ?? { subject: '', body: '' },
  notice: legalNotice({
    operator: undertaking.operator,
    association: undertaking.association,
    dpoEmail: 'dpo@cdg.example',
    source: 'Annuaire de l’administration (service-public.fr)',
    answerUrl: `${undertaking.baseUrl}/r`,
  }),
  sender: {
    name: 'Centre de gestion du Nord',
    lines: [
      'Service Cre@tic',
      '14 rue de l’Exemple, 59000 Lille',
      '03 00 00 00 00',
      'avec l’association CLX',
    ],
    place: 'Lille',
    signatories: [
      { name: 'Camille Exemple', role: 'Président du Centre de gestion' },
      { name: 'Dominique Exemple', role: 'Présidente de l’association CLX' },
    ],
  },
  envelope: envelopes.dl45,
  baseUrl: undertaking.baseUrl,
  date: undertaking.date,
}

/** One letter to every commune, or to those of a department; the same codes every time. */
export function lettersOfFrance(departement?: string): readonly Letter[] {
  return (communes as Listed[])
    .filter(
      (commune) =>
        commune.type === 'commune-actuelle' && (!departement || commune.departement === departement),
    )
    .map((commune): Letter => {
      const { code: insee, nom, typeLiaison, population, codesPostaux } = commune
      const code = newReplyCode(repeatable(insee))
      const address = townHallAddress({
        ofCommune: ofCommune(nom, typeLiaison),
        streetLines: ['1 place de la Mairie'],
        postcode: codesPostaux?.[0] ?? insee,
        deliveryLabel: labelOf(nom),
      })
      const values = messageValues(
        { commune: { name: nom, link: typeLiaison, population }, epciName: epciOf.get(insee), code },
        undertaking,
      )
      return { deliveryId: insee, insee, commune: nom, address, code, values }
    })
}

// La Poste's labels have at most 32 characters; until the real ones are here, a name stands for its own.
const labelOf = (name: string) => name.replace(/\bSaint(e?)\b/gi, 'St$1').slice(0, 32)

function repeatable(seed: string) {
  const bytes = createHash('sha512').update(seed).digest()
  let next = 0

  return () => bytes.subarray(next, ++next)
}
