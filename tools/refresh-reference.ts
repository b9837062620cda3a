/**
 * Rewrites the reference data of the communes from the official geographic code packaged by Etalab.
 * Run `npm run refresh:reference` after raising the version of that development dependency; read the summary,
 * then commit. Safe to run twice: the same package gives the same bytes.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { gzipSync } from 'node:zlib'

type Place = {
  code: string
  nom: string
  type: string
  departement: string
  region: string
  typeLiaison?: number
  chefLieu?: string
  anciensCodes?: string[]
  siren?: string
  codesPostaux?: string[]
  population?: number
}
type Epci = { code: string; nom: string; type: string; modeFinancement: string; membres: { code: string }[] }
type Area = { code: string; nom: string; region: string; typeLiaison: number }

const VINTAGE = 'COG 2026'
const VINTAGE_DATE = '2026-01-01'
const reference = new URL('../src/modules/communes/reference/', import.meta.url)

const places = packaged<Place[]>('communes')
const epcis = packaged<Epci[]>('epci')
const communes = places.filter((place) => place.type === 'commune-actuelle')
const successions = [...formerCodes(), ...partsOfCommunes()]

writeFrance()
writeDepartements()
reportKeptCopies()

/** Each column is one text, a value per line: it goes to PostgreSQL as it is, and costs nothing to open. */
function writeFrance() {
  const epciOf = new Map(epcis.flatMap(({ code, membres }) => membres.map((member) => [member.code, code])))
  const france = {
    vintage: VINTAGE,
    vintageDate: VINTAGE_DATE,
    epcis: columns(epcis, {
      siren: (epci) => epci.code,
      name: (epci) => epci.nom,
      kind: (epci) => epci.type,
      financing: (epci) => epci.modeFinancement,
    }),
    communes: columns(communes, {
      insee: (commune) => commune.code,
      name: (commune) => commune.nom,
      name_type: (commune) => String(commune.typeLiaison ?? nameTypeOf(commune.nom)),
      departement: (commune) => commune.departement,
      region: (commune) => commune.region,
      epci_siren: (commune) => epciOf.get(commune.code) ?? '',
      siren: (commune) => commune.siren ?? '',
      postal_codes: (commune) => commune.codesPostaux?.join(' ') ?? '',
      population: (commune) => commune.population?.toString() ?? '',
    }),
    successions: columns(successions, {
      former_insee: (succession) => succession.formerInsee,
      former_name: (succession) => succession.formerName ?? '',
      insee: (succession) => succession.insee,
      kind: (succession) => succession.kind,
    }),
  }
  const packed = gzipSync(JSON.stringify(france), { level: 9 })
  writeFileSync(new URL('france.json.gz', reference), packed)

  console.log(`${communes.length} communes, ${epcis.length} EPCI, ${successions.length} successions`)
  console.log(`france.json.gz: ${packed.length} bytes`)
}

function writeDepartements() {
  const regionNames = new Map(packaged<Area[]>('regions').map((region) => [region.code, region.nom]))
  const departements = packaged<Area[]>('departements').map(({ code, nom, typeLiaison, region }) => ({
    code,
    name: nom,
    nameType: typeLiaison,
    region,
    regionName: regionNames.get(region) ?? nom,
  }))
  writeFileSync(new URL('departements.json', reference), `${JSON.stringify(departements, null, 2)}\n`)
}

/** The copies no package brings (seats, contours of the Nord) are kept; a new vintage may have outgrown them. */
function reportKeptCopies() {
  const known = new Set(communes.map((commune) => commune.code))
  const seats: [string][] = JSON.parse(readFileSync(new URL('nord-town-halls.json', reference), 'utf8'))
  const topology = JSON.parse(readFileSync(new URL('nord-contours.topojson', reference), 'utf8'))
  const contours: { properties: { INSEE_GEO: string } }[] = topology.objects.communes.geometries
  const dead = (codes: string[]) => codes.filter((code) => !known.has(code)).join(', ') || 'none'

  console.log(`seats of dead communes: ${dead(seats.map(([insee]) => insee))}`)
  console.log(`contours of dead communes: ${dead(contours.map(({ properties }) => properties.INSEE_GEO))}`)
}

function formerCodes() {
  const parts = new Set(places.flatMap((place) => (place.chefLieu ? `${place.code} ${place.chefLieu}` : [])))
  return communes.flatMap(({ code, anciensCodes = [] }) =>
    anciensCodes
      .filter((former) => !parts.has(`${former} ${code}`))
      .map((former) => ({
        formerInsee: former,
        formerName: nameOf(former),
        insee: code,
        kind: 'former code',
      })),
  )
}

function partsOfCommunes() {
  const kinds: Record<string, string> = { 'commune-deleguee': 'déléguée', 'commune-associee': 'associée' }
  return places.flatMap(({ code, nom, type, chefLieu }) =>
    chefLieu && kinds[type] ? { formerInsee: code, formerName: nom, insee: chefLieu, kind: kinds[type] } : [],
  )
}

function nameOf(code: string) {
  return places.find((place) => place.code === code && place.type !== 'commune-actuelle')?.nom
}

/** The 94 overseas collectivities come without INSEE's article code: none of their names bears an article. */
function nameTypeOf(name: string) {
  if (name.startsWith('La ')) return 3
  return /^[aeiouyàâéèêëîïôöûüœ]/i.test(name) ? 1 : 0
}

function columns<Row>(rows: Row[], cells: Record<string, (row: Row) => string>) {
  return Object.fromEntries(Object.entries(cells).map(([name, cell]) => [name, rows.map(cell).join('\n')]))
}

/** The package's own entry point reads files relative to the working directory: its JSON is required instead. */
function packaged<Content>(name: string): Content {
  return createRequire(import.meta.url)(`@etalab/decoupage-administratif/data/${name}.json`)
}
