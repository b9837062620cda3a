import type { Database } from '#platform/database/database.ts'
import { digestOf } from '#platform/digest.ts'
import { NotFound } from '#platform/http/refusals.ts'
import { newId } from '#platform/ids.ts'
import type { World } from '#platform/world.ts'
import { isoDate } from '#ui/french.ts'
import { accept, refuse } from '#values/decision.ts'
import { readLicence } from '../../licences/read-licence.ts'
import { merge } from '../merge.ts'
import type { Identifier, RecordFields } from '../record.ts'
import { type HeldRecord, insertLicences, listRecordsOf, upsertRecords } from '../records.queries.ts'
import { mergeAgain, saveRecord } from '../save-record.action.ts'
import { tidyRecord } from '../tidy-record.ts'
import { ownFieldsOf } from './own-fields.ts'
import { noRecord, type OwnRecord } from './revision.ts'
import { deleteRecord, insertRevision, lastRevision, lockSheet, setWithdrawn } from './revisions.queries.ts'

export type Edit = {
  readonly fields: RecordFields
  readonly identifiers: readonly Identifier[]
  /** Fields given back to the sources. */
  readonly reverted: readonly string[]
  /** The last act that the editor saw; empty when there was none. */
  readonly version: string
  readonly by: string
}

/**
 * Edits a sheet by an editor's own record. Somebody else's edit since the form was opened refuses this one, with what
 * was typed kept; the same form posted again changes nothing.
 */
export function editSoftware({ db, clock }: World, slug: string, edit: Edit) {
  const now = clock()
  return db.transaction(async (tx) => {
    const sheet = await editable(tx, slug)
    const records = await listRecordsOf(tx, [sheet.id])
    const sourced = records.filter(({ source }) => source !== 'beffroi')
    const before = ownOf(records, sheet.id)
    const tidy = tidyRecord({ source: 'beffroi', externalId: sheet.id, ...edit })
    const after: OwnRecord = {
      fields: ownFieldsOf(tidy.fields, merge(sourced), edit.reverted),
      identifiers: edit.identifiers,
    }
    if (digestOf(after) === digestOf(before)) return accept('unchanged' as const)
    const last = await lastRevision(tx, sheet.id)
    if ((last?.id ?? '') !== edit.version) return refuse('changed-meanwhile')
    if (sourced.length === 0 && !after.fields.name) return refuse('no-name')

    await writeOwn(tx, sheet.id, after, now)
    await insertRevision(tx, {
      softwareId: sheet.id,
      at: now,
      by: edit.by,
      kind: 'edited',
      before: { own: before },
      after: { own: after },
    })
    return accept('edited' as const)
  })
}

/** Opens a sheet from an editor's word alone; what looks like it is proposed for comparison. */
export function createSoftware(
  { db, clock }: World,
  { once, fields, by }: { readonly once: string; readonly fields: RecordFields; readonly by: string },
) {
  const now = clock()
  return db.transaction(async (tx) => {
    const record = { source: 'beffroi', externalId: once, fields, sourceDate: isoDate(now) }
    const { softwareId, change, proposals } = await saveRecord(tx, record, { now })
    if (change === 'added')
      await insertRevision(tx, {
        softwareId,
        at: now,
        by,
        kind: 'created',
        before: { own: null },
        after: { own: { fields: tidyRecord(record).fields, identifiers: [] } },
      })
    return { softwareId, proposals }
  })
}

/** Takes a sheet off the directory, with the reason that its address will say. */
export function withdrawSoftware({ db, clock }: World, slug: string, reason: string, by: string) {
  const now = clock()
  return db.transaction(async (tx) => {
    const sheet = await editable(tx, slug)
    if (sheet.withdrawnAt) return refuse('already-withdrawn')
    if (reason.trim() === '') return refuse('no-reason')

    await setWithdrawn(tx, sheet.id, reason.trim(), now)
    await insertRevision(tx, {
      softwareId: sheet.id,
      at: now,
      by,
      kind: 'withdrawn',
      before: { withdrawn: null },
      after: { withdrawn: reason.trim() },
    })
    return accept(sheet.id)
  })
}

/** Shows a withdrawn sheet again. */
export function restoreSoftware({ db, clock }: World, slug: string, by: string) {
  const now = clock()
  return db.transaction(async (tx) => {
    const sheet = await editable(tx, slug)
    if (!sheet.withdrawnAt) return refuse('not-withdrawn')

    await setWithdrawn(tx, sheet.id, null, now)
    await insertRevision(tx, {
      softwareId: sheet.id,
      at: now,
      by,
      kind: 'restored',
      before: { withdrawn: sheet.withdrawnReason },
      after: { withdrawn: null },
    })
    return accept(sheet.id)
  })
}

async function editable(tx: Database, slug: string) {
  const sheet = await lockSheet(tx, slug)
  if (!sheet || sheet.mergedInto) throw new NotFound('Ce logiciel n’est pas dans le catalogue.')
  return sheet
}

const ownRecordOf = (records: readonly HeldRecord[], softwareId: string) => {
  const own = records.filter(({ source }) => source === 'beffroi')
  return own.find(({ externalId }) => externalId === softwareId) ?? own[0]
}

/** The editors' record of a sheet, empty when nobody has edited it. */
export function ownOf(records: readonly HeldRecord[], softwareId: string): OwnRecord {
  const own = ownRecordOf(records, softwareId)
  return own ? { fields: own.fields, identifiers: own.identifiers } : noRecord
}

/** Writes the editors' record, or takes it away when it says nothing, and merges the sheet again. */
export async function writeOwn(tx: Database, softwareId: string, own: OwnRecord, now: Date) {
  const held = ownRecordOf(await listRecordsOf(tx, [softwareId]), softwareId)
  const isNothing = Object.keys(own.fields).length === 0 && own.identifiers.length === 0
  if (isNothing && held) await deleteRecord(tx, held.id)
  if (!isNothing) {
    const id = held?.id ?? newId()
    const record = {
      id,
      softwareId,
      source: 'beffroi',
      externalId: held?.externalId ?? softwareId,
      sourceDate: isoDate(now),
      ...own,
    }
    await upsertRecords(tx, [record], now)
    const { licenceRaw } = own.fields
    if (licenceRaw && licenceRaw !== held?.fields.licenceRaw) {
      const { spdx, isFree } = readLicence(licenceRaw)
      await insertLicences(tx, [{ recordId: id, licenceRaw, spdx, isFree, saidOn: null }], now)
    }
  }
  await mergeAgain(tx, [softwareId], now)
}
