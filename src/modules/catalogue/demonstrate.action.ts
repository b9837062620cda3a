import type { World } from '#platform/world.ts'
import { demonstrateSilentSearches } from './finding/demonstrate-silent-searches.action.ts'
import { demonstrateLocks } from './locks/demonstrate-locks.action.ts'
import { demonstrateEdits } from './software/editing/demonstrate-edits.action.ts'
import { demonstrateUsages } from './usages/demonstrate-usages.action.ts'

/** Fills the directory of the demonstration beyond what every Beffroi ships. */
export async function demonstrateCatalogue(world: World) {
  await demonstrateUsages(world)
  await demonstrateLocks(world)
  await demonstrateSilentSearches(world)
  await demonstrateEdits(world)
}
