import { join, resolve } from 'node:path'
import { closedFolder, folderOutside, root } from './folders.ts'
import { postgresUser } from './postgres-user.ts'

/** Where the data is; `closed` names the folder that kept it from its usual place. */
export type DataFolder = { readonly path: string; readonly closed?: string }

/**
 * The chosen folder (relative to the checkout), or `data` in the checkout; outside when nobody chose and PostgreSQL's
 * user may not enter the checkout, as under the closed home of root.
 */
export function chooseDataFolder(chosen: string | undefined): DataFolder {
  if (chosen) return { path: resolve(root, chosen) }

  const closed = closedFolder(root, postgresUser())
  return closed ? { path: folderOutside(), closed } : { path: join(root, 'data') }
}
