import { accounts } from '#modules/accounts/module.ts'
import { guide } from '#modules/guide/module.ts'
import { organisations } from '#modules/organisations/module.ts'
import type { Module } from '#platform/module.ts'

/** Every module of Beffroi, lower ones first. */
export const modules: readonly Module[] = [organisations, accounts, guide]
