// The messages of bench/inbound: each a file as a mail server keeps it, with what must be understood of it in expected.csv.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '#platform/database/folders.ts'
import type { Classification } from '../src/modules/mailbox/classification/classify.ts'
import type { MailKind } from '../src/modules/mailbox/classification/kinds.ts'

/** A message of the corpus; `known` ones were read while the rules were written, `held-out` ones written after them. */
export type Sample = {
  readonly share: 'known' | 'held-out'
  readonly file: string
  readonly kind: MailKind
  /** The statuses of a report, « stop », « until:… write:… » of an absence. */
  readonly details: string
  readonly bytes: Uint8Array
}

const folder = join(root, 'bench/inbound')

/** Every message of the corpus, with what is expected of it. */
export function readCorpus(): Sample[] {
  const [, ...lines] = readFileSync(join(folder, 'expected.csv'), 'utf8').trim().split('\n')
  return lines.map((line) => {
    const [share = '', file = '', kind = '', details = ''] = line.split(';')
    return {
      share: share as Sample['share'],
      file,
      kind: kind as MailKind,
      details,
      bytes: readFileSync(join(folder, share, file)),
    }
  })
}

/** What the classifier understood, in the words of expected.csv. */
export function understood({ reports, stopWords, absence }: Classification): string {
  const absences = [
    ...(absence?.until ? [`until:${absence.until}`] : []),
    ...(absence?.writeTo ? [`write:${absence.writeTo}`] : []),
  ]
  return [...reports.map(({ status }) => status), ...(stopWords ? ['stop'] : []), ...absences].join(' ')
}
