import type { Module } from '#platform/module.ts'
import { loadReference } from './reference/load-reference.action.ts'
import { forgetCommuneIndex } from './search/commune-index.action.ts'

export const communes: Module = {
  name: 'communes',
  permissions: [],
  async onStart({ db, log }) {
    const isNew = await loadReference(db)
    if (!isNew) return

    forgetCommuneIndex(db)
    log.info('communes de France chargées')
  },
}
