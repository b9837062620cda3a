import { listCommunes, plainName } from '#modules/communes/index.ts'
import { newId } from '#platform/ids.ts'
import { keyedHash } from '#platform/keyed-hash.ts'
import type { World } from '#platform/world.ts'
import { isoDate } from '#ui/french.ts'
import { listNeedChoices } from '../usages/need-choices.queries.ts'
import type { LockForce } from './lock.ts'
import { insertLocks, type NewLock, type Survey, saveSurveys } from './new-locks.queries.ts'

type Invented = {
  readonly product: string
  readonly need: string
  readonly forces: LockForce
  readonly what: string
  readonly share: number
  readonly note?: string
}

// Programs that do not exist: nothing is said of a real one.
const invented: readonly Invented[] = [
  {
    product: 'Civilis (exemple)',
    need: 'etat-civil',
    forces: 'operating-system',
    what: 'Windows',
    share: 0.4,
  },
  {
    product: 'Civilis (exemple)',
    need: 'etat-civil',
    forces: 'office-format',
    what: 'Publipostage Word',
    share: 0.22,
    note: 'Les actes sont produits par un modèle Word à macros.',
  },
  {
    product: 'Comptéo (exemple)',
    need: 'comptabilite',
    forces: 'connector',
    what: 'Parapheur',
    share: 0.3,
    note: 'Sortie promise au printemps.',
  },
  {
    product: 'Comptéo (exemple)',
    need: 'comptabilite',
    forces: 'operating-system',
    what: 'Windows',
    share: 0.18,
  },
  {
    product: 'Comptéo (exemple)',
    need: 'serveur-de-fichiers',
    forces: 'connector',
    what: 'Partage de fichiers Windows',
    share: 0.16,
    note: 'Le programme de comptabilité range ses exports sur un lecteur réseau.',
  },
  {
    product: 'Cantinia (exemple)',
    need: 'cantine-periscolaire',
    forces: 'browser',
    what: 'Edge',
    share: 0.12,
  },
  {
    product: 'Necropolis (exemple)',
    need: 'cimetiere',
    forces: 'operating-system',
    what: 'Windows',
    share: 0.08,
  },
  {
    product: 'Urbanova (exemple)',
    need: 'autorisations-urbanisme',
    forces: 'connector',
    what: 'Télétransmission des actes',
    share: 0.1,
  },
]

const demonstratedEpci = '200042190'

/** What holds two communes in three of the demonstration's perimeter, and those that said that nothing does. */
export async function demonstrateLocks({ db, clock }: World) {
  const now = clock()
  const communes = await listCommunes(db, { epci: demonstratedEpci })
  const known = new Set((await listNeedChoices(db)).map(({ value }) => value))
  const asked = communes.filter(({ insee }) => drawn(`${insee}/asked`) < 0.7)
  const locks = asked.flatMap(({ insee }) =>
    invented
      .filter(({ need }) => known.has(need))
      .filter(({ product, what, share }) => drawn(`${insee}/${product}/${what}`) < share)
      .map((one) => written(insee, one, now)),
  )
  const held = new Set(locks.map(({ insee }) => insee))

  await insertLocks(db, locks)
  await saveSurveys(
    db,
    asked.filter(({ insee }) => !held.has(insee)).map(({ insee }) => free(insee, now)),
  )
}

function written(insee: string, { product, need, forces, what, note }: Invented, now: Date): NewLock {
  const saidAt = new Date(now.getTime() - Math.floor(drawn(`${insee}/${product}/age`) * 400) * 86_400_000)
  const isWaiting = drawn(`${insee}/${product}/${what}/waiting`) < 0.1
  const confirmed = { confirmedAt: saidAt, renewedAt: saidAt, confirmedBy: 'official-address' as const }
  return {
    id: newId(),
    insee,
    productName: product,
    need,
    forces,
    what,
    whatPlain: plainName(what),
    note: note ?? null,
    source: 'visite de démonstration',
    declaredAt: saidAt,
    declaredBy: 'Secrétariat de mairie (démonstration)',
    ...(isWaiting ? {} : confirmed),
  }
}

const free = (insee: string, now: Date): Survey => ({
  insee,
  isFree: true,
  askedOn: isoDate(now),
  source: 'visite de démonstration',
  saidBy: 'Claire Exemple',
  saidAt: now,
})

/** A number from 0 to 1 that a text decides. */
const drawn = (text: string) =>
  Buffer.from(keyedHash('demonstration', 'locks', text), 'base64url').readUInt32BE() / 2 ** 32
