import { opposedAmong } from '#modules/outreach/index.ts'
import type { World } from '#platform/world.ts'
import type { HelperLine } from '../order/helper-line.ts'
import { listHelpers } from '../order/list-helpers.action.ts'
import { listProviderEmails } from './quotes.queries.ts'

/** One who may be asked, in the order of the day; without an address when it cannot be written to, with the reason. */
export type Offered = HelperLine & {
  readonly email: string | undefined
  readonly whyNot: 'no-address' | 'opposed' | undefined
}

/** Those who serve a commune for a need in the published order, and whether each may be written to. */
export async function offeredProviders(world: World, { need, insee }: { need: string; insee: string }) {
  const { lines, seed, seedWords } = await listHelpers(world, { need, insee })
  const emails = new Map(
    (
      await listProviderEmails(
        world.db,
        lines.map(({ key }) => key),
      )
    ).map(({ provider, email }) => [provider, email]),
  )
  const points = [...emails.values()].map((value) => ({ insee: '', kind: 'email', value }) as const)
  const isOpposed = await opposedAmong(world, points)

  const offered = lines.map((line): Offered => {
    const email = emails.get(line.key)
    if (!email) return { ...line, email: undefined, whyNot: 'no-address' }
    return isOpposed({ insee: '', kind: 'email', value: email })
      ? { ...line, email: undefined, whyNot: 'opposed' }
      : { ...line, email, whyNot: undefined }
  })
  return { offered, seed, seedWords }
}
