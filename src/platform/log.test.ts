import assert from 'node:assert/strict'
import { test } from 'node:test'
import { DrizzleQueryError } from 'drizzle-orm'
import type { DestinationStream } from 'pino'
import { openLog } from './log.ts'

test('a failed query is logged without the addresses and the words it was given', () => {
  const lines: string[] = []
  const log = openLog('error', { write: (line) => lines.push(line) } as DestinationStream)
  const error = new DrizzleQueryError('insert into contacts', ['maire@abscon.example'], new Error('not null'))

  log.error({ err: error }, 'a request failed')

  const [line = ''] = lines
  assert.match(line, /insert into contacts/)
  assert.match(line, /not null/)
  assert.doesNotMatch(line, /abscon/)
})
