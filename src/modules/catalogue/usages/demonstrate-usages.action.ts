import { listCommunes } from '#modules/communes/index.ts'
import { newId } from '#platform/ids.ts'
import { keyedHash } from '#platform/keyed-hash.ts'
import type { World } from '#platform/world.ts'
import { isoDate } from '#ui/french.ts'
import { demonstratedShares, demonstratedUsage } from './demonstrated.ts'
import { listNeedsMet } from './need-choices.queries.ts'
import { insertUsages, type NewUsage, softwareBySlug } from './new-usages.queries.ts'

/** Declarations of the communes of the Nord, of every age: those of the software that the directory holds, always the same. */
export async function demonstrateUsages({ db, clock }: World) {
  const known = await softwareBySlug(db, Object.keys(demonstratedShares))
  const communes = await listCommunes(db, { departement: '59' })
  const needs = await listNeedsMet(
    db,
    known.map(({ id }) => id),
  )
  const now = clock()

  const usages = communes.flatMap(({ insee }) =>
    known.flatMap(({ slug, id }) => {
      const draw = (purpose: string) => drawn(`${insee}/${slug}/${purpose}`)
      const isUsed = draw('used') * 100 < (demonstratedShares[slug] ?? 0) * 0.5
      return isUsed
        ? [
            written(
              { insee, softwareId: id, need: needOf(needs.get(id), draw) },
              demonstratedUsage(draw),
              now,
            ),
          ]
        : []
    }),
  )
  await insertUsages(db, usages)
}

type Invented = ReturnType<typeof demonstratedUsage>

type Whose = Pick<NewUsage, 'insee' | 'softwareId' | 'need'>

/** What a commune uses it for, among what it wholly meets; nothing when it says nothing of it. */
const needOf = (needs: readonly string[] = [], draw: (purpose: string) => number) =>
  needs[Math.floor(draw('need') * (needs.length + 1))] ?? null

function written(whose: Whose, invented: Invented, now: Date): NewUsage {
  const saidAt = monthsBefore(now, invented.monthsOld)
  const declaredAt = monthsBefore(saidAt, 12 * Math.min(invented.yearsOfUse, 1))
  const since = monthsBefore(saidAt, 12 * invented.yearsOfUse)
  return {
    id: newId(),
    ...whose,
    state: invented.state,
    whyLeft: invented.whyLeft,
    sinceOn: isoDate(new Date(Date.UTC(since.getUTCFullYear(), since.getUTCMonth(), 1))),
    leftOn: invented.state === 'left' ? isoDate(saidAt) : null,
    operatedBy: invented.operatedBy,
    acceptsCall: invented.acceptsCall,
    declaredAt: invented.isWaiting ? monthsBefore(now, 0) : declaredAt,
    declaredBy: 'Secrétariat de mairie (démonstration)',
    confirmedAt: invented.isWaiting ? null : declaredAt,
    renewedAt: invented.isWaiting ? null : saidAt,
    confirmedBy: invented.isWaiting ? null : 'official-address',
    askedAt: invented.isWaiting && invented.isRefused ? now : null,
    refusedAt: invented.isWaiting && invented.isRefused ? now : null,
  }
}

/** A number from 0 to 1 that a text decides. */
const drawn = (text: string) =>
  Buffer.from(keyedHash('demonstration', 'usages', text), 'base64url').readUInt32BE() / 2 ** 32

function monthsBefore(now: Date, months: number) {
  const before = new Date(now)
  before.setUTCMonth(before.getUTCMonth() - months)
  return before
}
