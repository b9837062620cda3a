import type { World } from '#platform/world.ts'
import { demonstrateUsages } from './usages/demonstrate-usages.action.ts'

/** Fills the directory of the demonstration beyond what every Beffroi ships. */
export async function demonstrateCatalogue(world: World) {
  await demonstrateUsages(world)
}
