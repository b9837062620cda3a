import type { Role } from '#values/role.ts'

/** One sentence of the permission table: who may do what, on which routes (`'GET /waves/:id'`). */
export type Permission = {
  readonly who: readonly Role[]
  readonly may: string
  readonly on: readonly string[]
}

/** Reads as a sentence: allow(['operator'], 'préparer une vague', 'POST /waves'). What no sentence allows is denied. */
export const allow = (who: readonly Role[], may: string, ...on: readonly string[]): Permission => ({
  who,
  may,
  on,
})
