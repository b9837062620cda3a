import type { PubliccodeFacts } from './facts.ts'

/** A need that a software meets, as its publiccode.yml tells it. */
export type MetNeed = {
  readonly label: string
  readonly missing: string | null
  readonly categories: readonly string[]
}

/** All that a publiccode.yml is written from: the sheet, the needs it meets, and the facts that the standard asks besides. */
export type Sheet = {
  readonly name: string
  readonly summary: string | null
  readonly description: string | null
  readonly licenceSpdx: string | null
  readonly website: string | null
  readonly repository: string | null
  readonly documentation: string | null
  readonly platforms: readonly string[]
  readonly softwareType: string | null
  readonly developmentStatus: string | null
  readonly version: string | null
  readonly releasedOn: string | null
  readonly limits: readonly string[]
  readonly needs: readonly MetNeed[]
  readonly facts: PubliccodeFacts
}
