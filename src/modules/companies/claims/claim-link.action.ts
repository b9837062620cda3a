import { timingSafeEqual } from 'node:crypto'
import { keyedTag } from '#platform/keyed-hash.ts'
import type { World } from '#platform/world.ts'
import { claimPaths } from './claims.paths.ts'

const tagOf = (secret: string, claimId: string) => keyedTag(secret, 'companies.claims', claimId)

/** The address that a claim's mail carries: its identifier and a tag that only the holder of the secret can compute. */
export const claimLink = ({ config: { secret, baseUrl } }: Pick<World, 'config'>, claimId: string) =>
  `${baseUrl}${claimPaths.proof(claimId, tagOf(secret, claimId))}`

/** Whether a tag is the one of this claim. */
export function isTagOf({ config: { secret } }: Pick<World, 'config'>, claimId: string, tag: string) {
  const [given, right] = [Buffer.from(tag), Buffer.from(tagOf(secret, claimId))]
  return given.length === right.length && timingSafeEqual(given, right)
}
