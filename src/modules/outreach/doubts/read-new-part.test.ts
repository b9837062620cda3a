import assert from 'node:assert/strict'
import { appendFileSync, copyFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { temporaryFolder } from '#test/temporary-folder.ts'
import { keepReading, readAgain } from './kept-reading.ts'
import { type Place, readNewPart } from './read-new-part.action.ts'
import { messagesOf } from './relay-log.ts'

const folder = temporaryFolder()
after(() => rmSync(folder, { recursive: true }))
const path = join(folder, 'mail.log')
const now = new Date('2026-11-24T18:00:00Z')
const id = '0b8ad3a0-6f0b-5c6e-9d0f-1f2a3b4c5d6e@cdg.example'
const line = (minute: number, said: string) =>
  `2026-11-24T15:${String(minute).padStart(2, '0')}:00+00:00 relais postfix/${said}\n`
const at = (minute: number) => new Date(Date.UTC(2026, 10, 24, 15, minute))

/** As from one minute to the next: the place is kept as JSON meanwhile. */
const readOn = (place?: Place) =>
  readNewPart(
    path,
    place && { ...place, reading: readAgain(JSON.parse(JSON.stringify(keepReading(place.reading)))) },
    now,
  )

test('each time only what is new is read, a half-written line is left for the next', async () => {
  writeFileSync(
    path,
    line(1, `cleanup[6]: 6E21A20C18E: message-id=<${id}>`) + line(2, 'qmgr[15]: 6E21A').trimEnd(),
  )
  const first = await readOn()
  writeFileSync(
    path,
    line(1, `cleanup[6]: 6E21A20C18E: message-id=<${id}>`) +
      line(2, 'qmgr[15]: 6E21A20C18E: from=<a@b>, size=2, nrcpt=1 (queue active)'),
  )
  const second = await readOn(first)

  assert.deepEqual(second?.reading.periods, [{ from: at(1), to: at(2) }])
  const [message] = second ? messagesOf(second.reading) : []
  assert.deepEqual([message?.messageId, message?.queuedAt], [id, at(2)])
  assert.deepEqual(messagesOf((await readOn(second))?.reading ?? assert.fail()), [])
})

test('a log rotated meanwhile is read to its end under its new name: no time is lost', async () => {
  writeFileSync(path, line(1, 'smtpd[1]: connect from x'))
  const first = await readOn()
  appendFileSync(path, line(5, 'smtpd[1]: connect from x'))
  renameSync(path, `${path}.1`)
  writeFileSync(path, line(9, 'smtpd[1]: connect from x'))
  const second = await readOn(first)

  assert.deepEqual(second?.reading.periods, [{ from: at(1), to: at(9) }])
})

test('a log emptied in place, or whose old part is gone, leaves a gap in the time covered', async () => {
  writeFileSync(path, line(1, 'smtpd[1]: connect from x') + line(2, 'smtpd[1]: connect from x'))
  const first = await readOn()
  writeFileSync(path, line(7, 'smtpd[1]: connect from x'))
  const emptied = await readOn(first)
  copyFileSync(path, `${path}.new`)
  rmSync(path)
  renameSync(`${path}.new`, path)
  const replaced = await readOn(emptied)

  assert.deepEqual(emptied?.reading.periods, [
    { from: at(1), to: at(2) },
    { from: at(7), to: at(7) },
  ])
  assert.equal(replaced?.reading.periods.length, 3)
})

test('a log that is not there is told, and nothing is forgotten', async () => {
  rmSync(path)

  assert.equal(await readOn(), undefined)
})
