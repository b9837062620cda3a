import type { Neighbour } from '#modules/catalogue/index.ts'
import { date, number, typo, year } from '#ui/french.ts'
import type { SoftwareDocument } from '../machines/documents.ts'
import { fitted, type PaperSheet } from './binder.ts'
import { plainParagraphs } from './plain-paragraphs.ts'

type Printed = {
  readonly software: SoftwareDocument
  readonly neighbours: readonly Neighbour[]
  readonly qr: string
  readonly today: Date
}

/** A software as one A4 sheet says it, in French typography. */
export const paperSheet = ({ software, neighbours, qr, today }: Printed): PaperSheet =>
  fitted({
    slug: software.slug,
    name: software.name,
    summary: typo(software.summary ?? 'Ce que fait ce logiciel n’est pas encore écrit.'),
    description: plainParagraphs(software.description ?? '').map(typo),
    needs: software.needs.map(needLine),
    replaces: software.replaces.map(({ name }) => name),
    limits: software.limits.map(typo),
    neighbours: neighbours.map(neighbourLine),
    facts: factsOf(software),
    address: software.url,
    qr,
    origin: typo(`Imprimé le ${date(today)}. ${originOf(software)}`),
  })

const needLine = ({ label, missing }: SoftwareDocument['needs'][number]) =>
  typo(missing === null ? label : `${label}, en partie : ${missing}`)

function neighbourLine({ name, population, km, sinceOn, acceptsCall, state }: Neighbour) {
  const where = [population !== null && `${number(population)} hab.`, km !== null && `${number(km)} km`]
  const said = where.filter((part) => part !== false).join(', ')
  const since = sinceOn ? ` depuis ${year(new Date(sinceOn))}` : ''
  return typo(
    `${name}${said && ` (${said})`}${state === 'testing' ? ', à l’essai' : ''}${since}${acceptsCall ? ' ; accepte un appel' : ''}`,
  )
}

const freedom = new Map<boolean | null, string>([
  [true, 'libre'],
  [false, 'n’est plus libre'],
  [null, 'à vérifier'],
])

function factsOf({ licence, platforms, website, version }: SoftwareDocument) {
  const named = licence.spdx ?? licence.asWritten
  const facts = [
    {
      name: 'Licence',
      value: named === null ? 'inconnue' : `${named} (${freedom.get(licence.isFree)})`,
    },
    { name: 'Fonctionne sur', value: platforms.map((one) => platformNames[one] ?? one).join(', ') },
    { name: 'Version', value: version ?? '' },
    { name: 'Site', value: website ?? '' },
  ]
  return facts.filter(({ value }) => value !== '')
}

// The words of publiccode.yml 0.7 for where a software runs.
const platformNames: Readonly<Record<string, string>> = {
  web: 'navigateur',
  windows: 'Windows',
  mac: 'macOS',
  linux: 'Linux',
  ios: 'iPhone et iPad',
  android: 'Android',
}

const originOf = ({ attributions }: SoftwareDocument) =>
  attributions.length === 0 ? '' : `Sources : ${attributions.map(({ source }) => source).join(' ; ')}.`
