import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { envelopes } from '#modules/outreach/envelopes/envelope.ts'
import type { Letter, LotTerms } from '#modules/outreach/letters/lot.ts'
import { legalNotice } from '#modules/outreach/messages/legal-notice.ts'
import { messageValues } from '#modules/outreach/messages/message-values.ts'
import { models } from '#modules/outreach/messages/models.ts'
import { type NameLink, ofCommune } from '#values/commune-name.ts'
import { townHallAddress } from '#values/postal-address.ts'
import { newReplyCode } from '#values/reply-code.ts'

const undertaking = {
  operator: 'le Centre de gestion du Nord',
  operatorContact: 'service Cre@tic, 03 00 00 00 00, creatic@cdg.example',
  association: 'l’association CLX',
  baseUrl: 'https://beffroi.example',
  date: new Date('2026-03-02T09:00:00Z'),
}

/** What the benched lots share: the project's first letter, an invented sender. */
export const terms: LotTerms = {
  message: models[0] ?? { subject: '', body: '' },
  notice: legalNotice({
    operator: undertaking.operator,
    association: undertaking.association,
    dpoEmail: 'dpo@cdg.example',
    source: 'Annuaire de l’administration (service-public.fr)',
    answerUrl: `${undertaking.baseUrl}/r`,
    baseUrl: undertaking.baseUrl,
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

/** One letter to every commune of the shipped reference, or to those of a department; the same codes every time. */
export function lettersOfFrance(departement?: string): readonly Letter[] {
  return readCommunes()
    .filter((commune) => !departement || commune.departement === departement)
    .map(({ insee, name, link, postcode, population, epciName }): Letter => {
      const code = newReplyCode(repeatable(insee))
      const address = townHallAddress({
        ofCommune: ofCommune(name, link),
        streetLines: ['1 place de la Mairie'],
        postcode,
        deliveryLabel: labelOf(name),
      })
      const values = messageValues({ commune: { name, link, population }, epciName, code }, undertaking)
      return { deliveryId: insee, insee, commune: name, address, code, values }
    })
}

function readCommunes() {
  const file = new URL('../src/modules/communes/reference/france.json.gz', import.meta.url)
  const { communes, epcis } = JSON.parse(gunzipSync(readFileSync(file)).toString()) as Tables
  const epciNames = columnOf(epcis, 'name')
  const epciOf = new Map(columnOf(epcis, 'siren').map((siren, row) => [siren, epciNames[row]]))
  const names = columnOf(communes, 'name')
  const links = columnOf(communes, 'name_type')
  const departements = columnOf(communes, 'departement')
  const postcodes = columnOf(communes, 'postal_codes')
  const populations = columnOf(communes, 'population')
  const sirens = columnOf(communes, 'epci_siren')

  return columnOf(communes, 'insee').map((insee, row) => ({
    insee,
    name: names[row] ?? '',
    link: Number(links[row]) as NameLink,
    departement: departements[row],
    postcode: postcodes[row]?.split(' ')[0] || insee,
    population: Number(populations[row]) || undefined,
    epciName: epciOf.get(sirens[row] ?? ''),
  }))
}

type Tables = Record<'communes' | 'epcis', Readonly<Record<string, string>>>
const columnOf = (table: Tables['communes'], column: string) => table[column]?.split('\n') ?? []

// The reference has no label of La Poste: a name shortened to the 32 characters of theirs stands for it.
const labelOf = (name: string) => name.replace(/\bSaint(e?)\b/gi, 'St$1').slice(0, 32)

function repeatable(seed: string) {
  const bytes = createHash('sha512').update(seed).digest()
  let next = 0

  return () => bytes.subarray(next, ++next)
}
