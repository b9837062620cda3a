import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import type { Database } from '#platform/database/database.ts'
import { readVocabulary, type VocabularyFile } from './read-vocabulary.ts'
import {
  loadedVocabulary,
  saveLoadedVocabulary,
  saveVocabulary,
  waitForVocabulary,
} from './vocabulary.queries.ts'
import type { Vocabulary } from './vocabulary.ts'
import {
  loadedFits,
  saveLoadedFits,
  saveWrittenFits,
  sheetsKnown,
  type WrittenFit,
} from './written-fits.queries.ts'

const folder = new URL('./vocabulary/', import.meta.url)
let kept: { readonly version: string; readonly read: () => Vocabulary } | undefined

/**
 * Brings needs, words and products to the edition shipped with the code. May run twice: an edition already loaded is not read
 * again. What an editor added or took away stays as the editor left it. Says whether it had anything to load.
 */
export async function loadVocabulary(db: Database, now = new Date()) {
  const { version, read } = shippedVocabulary()
  if ((await loadedVocabulary(db)) === version) return false

  return db.transaction(async (tx) => {
    await waitForVocabulary(tx)
    if ((await loadedVocabulary(tx)) === version) return false

    await saveVocabulary(tx, read(), now)
    await saveLoadedVocabulary(tx, version, now)
    return true
  })
}

/**
 * Ties the software of the catalogue to the needs that the vocabulary says they meet; to be called once the software are there.
 * May run twice: with the same words and the same sheets, nothing is read again. A software that the catalogue does not know is
 * left out.
 */
export async function loadWrittenFits(db: Database, now = new Date()) {
  const { version, read } = shippedVocabulary()
  const fitsVersion = `${version} ${await sheetsKnown(db)}`
  if ((await loadedFits(db)) === fitsVersion) return false

  return db.transaction(async (tx) => {
    await waitForVocabulary(tx)
    await saveWrittenFits(tx, writtenFits(read()), now)
    await saveLoadedFits(tx, fitsVersion)
    return true
  })
}

/** Every tie that the vocabulary states between a need and a software. */
export const writtenFits = ({ needs }: Vocabulary): WrittenFit[] =>
  needs.flatMap(({ slug: need, software }) =>
    software.map(({ slug, fit }) => ({
      need,
      software: slug,
      level: fit.level,
      missing: fit.level === 'part' ? fit.missing : null,
    })),
  )

/** The vocabulary as its files say it, read once. */
export function shippedVocabulary() {
  if (kept) return kept

  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.yml'))
    .sort()
    .map((name) => ({ name, text: readFileSync(new URL(name, folder), 'utf8') }))
  let vocabulary: Vocabulary | undefined
  kept = {
    version: versionOf(files),
    read: () => {
      vocabulary ??= readVocabulary(files)
      return vocabulary
    },
  }
  return kept
}

function versionOf(files: readonly VocabularyFile[]) {
  const hash = createHash('sha256')
  for (const { name, text } of files) hash.update(name).update(text)

  return hash.digest('hex').slice(0, 16)
}
