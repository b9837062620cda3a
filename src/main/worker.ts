import { startWorker } from '#platform/jobs/worker.ts'
import type { Module } from '#platform/module.ts'
import type { World } from '#platform/world.ts'

/** Runs every module's jobs and schedules; gives what stops them. */
export const runWorker = (
  world: World,
  modules: readonly Module[],
  options: { url: string; isAlone: boolean },
) =>
  startWorker(
    modules.flatMap(({ jobs = [] }) => jobs),
    modules.flatMap(({ schedules = [] }) => schedules),
    world,
    options,
  )
