import type { Database } from '#platform/database/database.ts'
import { digestOf } from '#platform/digest.ts'
import { newId } from '#platform/ids.ts'
import { readLicence } from '../licences/read-licence.ts'
import { type Growing, growingCatalogue } from './growing-catalogue.ts'
import { recognise } from './identity.ts'
import { merge } from './merge.ts'
import type { RecordFinding, RecordInput } from './record.ts'
import {
  findHeldRecords,
  type HeldRecord,
  insertLicences,
  insertSheets,
  type KeptRecord,
  listKnownSoftware,
  listRecordsOf,
  type NewSheet,
  proposeLikenesses,
  type SaidLicence,
  upsertRecords,
  waitToIdentify,
  writeIdentifiers,
  writeSheets,
} from './records.queries.ts'
import { tidyRecord } from './tidy-record.ts'

type Moment = { readonly now: Date }

/** Keeps what one source says of one software: the sheet is recognised or opened, and merged again. */
export async function saveRecord(tx: Database, record: RecordInput, moment: Moment): Promise<RecordFinding> {
  const [finding] = await saveRecords(tx, [record], moment)
  if (!finding) throw new Error('A record was kept without a finding')
  return finding
}

/**
 * The same for many records, in a few statements whatever their number; give a transaction. May run twice: what a
 * source has already said is left unchanged.
 */
export async function saveRecords(
  tx: Database,
  records: readonly RecordInput[],
  { now }: Moment,
): Promise<readonly RecordFinding[]> {
  if (records.length === 0) return []
  await waitToIdentify(tx)
  const tidy = records.map(tidyRecord)
  const held = new Map((await findHeldRecords(tx, tidy)).map((record) => [nameOf(record), record]))
  const { known, slugs } = await listKnownSoftware(tx)
  const plan = planOf(tidy, held, growingCatalogue(known, slugs))

  await insertSheets(tx, plan.sheets, now)
  await upsertRecords(tx, plan.records, now)
  await insertLicences(tx, plan.licences, now)
  const open = await proposeLikenesses(tx, plan.pairs, now)
  await mergeAgain(tx, [...new Set(plan.records.map(({ softwareId }) => softwareId))], now)

  return plan.findings.map((finding) => ({
    ...finding,
    proposals: open
      .filter(({ one }) => finding.change !== 'unchanged' && one === finding.softwareId)
      .map(({ id }) => id),
  }))
}

/** Writes sheets again from their records. */
export async function mergeAgain(tx: Database, softwareIds: readonly string[], now: Date) {
  if (softwareIds.length === 0) return
  const records = Map.groupBy(await listRecordsOf(tx, softwareIds), ({ softwareId }) => softwareId)
  const sheets = [...records].map(([id, said]) => ({ id, ...merge(said) }))
  await writeSheets(tx, sheets, now)
  await writeIdentifiers(tx, softwareIds, [...records.values()].flat().flatMap(identifiersOf))
}

const identifiersOf = ({ softwareId, source, identifiers }: HeldRecord) =>
  identifiers.map((identifier) => ({ ...identifier, softwareId, source }))

type Plan = {
  readonly sheets: NewSheet[]
  readonly records: KeptRecord[]
  readonly licences: SaidLicence[]
  readonly pairs: Parameters<typeof proposeLikenesses>[1][number][]
  readonly findings: Omit<RecordFinding, 'proposals'>[]
}

function planOf(
  records: readonly RecordInput[],
  held: ReadonlyMap<string, HeldRecord>,
  catalogue: Growing,
): Plan {
  const plan: Plan = { sheets: [], records: [], licences: [], pairs: [], findings: [] }
  const seen = new Map<string, HeldRecord>(held)
  for (const record of records) {
    const before = seen.get(nameOf(record))
    if (before && saysTheSame(record, before)) {
      plan.findings.push({ softwareId: before.softwareId, change: 'unchanged' })
      continue
    }
    const softwareId = before?.softwareId ?? placed(record, catalogue, plan)
    const kept = { ...record, id: before?.id ?? newId(), softwareId }
    catalogue.add(softwareId, record)
    seen.set(nameOf(record), {
      ...kept,
      identifiers: record.identifiers ?? [],
      sourceDate: record.sourceDate ?? null,
    })
    plan.records.push(kept)
    plan.licences.push(...licencesSaid(kept, before))
    plan.findings.push({ softwareId, change: before ? 'changed' : 'added' })
  }
  return { ...plan, records: lastOfEach(plan.records) }
}

/** The sheet that a record is about, opened when none is recognised, with the doubts that a person will settle. */
function placed(record: RecordInput, catalogue: Growing, plan: Plan) {
  const { softwareId, likenesses } = recognise(record, catalogue)
  const id = softwareId ?? newId()
  if (softwareId === undefined) plan.sheets.push(catalogue.open(id, record.fields.name ?? record.externalId))
  for (const { softwareId: other, ...doubt } of likenesses) plan.pairs.push({ one: id, other, ...doubt })

  return id
}

function licencesSaid({ id, fields, sourceDate }: KeptRecord, before?: HeldRecord): SaidLicence[] {
  const { licenceRaw } = fields
  if (!licenceRaw || licenceRaw === before?.fields.licenceRaw) return []

  const { spdx, isFree } = readLicence(licenceRaw)
  return [{ recordId: id, licenceRaw, spdx, isFree, saidOn: sourceDate ?? null }]
}

const saysTheSame = (record: RecordInput, held: HeldRecord) =>
  digestOf(said(record)) === digestOf(said({ ...held, identifiers: held.identifiers }))

const said = ({
  fields,
  identifiers = [],
  sourceDate = null,
}: Pick<RecordInput, 'fields' | 'identifiers' | 'sourceDate'>) => ({
  fields,
  identifiers: identifiers.map(({ scheme, value }) => `${scheme} ${value}`).sort(),
  sourceDate,
})

const nameOf = ({ source, externalId }: Pick<RecordInput, 'source' | 'externalId'>) =>
  `${source}\n${externalId}`

const lastOfEach = (records: readonly KeptRecord[]) => [
  ...new Map(records.map((record) => [nameOf(record), record])).values(),
]
