import { oneTimeLink } from '#modules/accounts/sign-in.action.ts'
import type { World } from '#platform/world.ts'
import { modules } from '../src/main/modules.ts'

/** The first person's sign-in link, as the terminal prints it. */
export async function oneTimeLinkOf(world: World): Promise<string> {
  for (const { welcome } of modules) {
    const link = (await welcome?.(world))?.find((line) => line.startsWith('http'))
    if (link) return link
  }
  throw new Error('nobody offers a first link')
}

/** A known person's link, as `./beffroi sign-in-link` gives it. */
export const oneTimeLinkFor = (world: World, email: string) => oneTimeLink(world, email)
