import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'drizzle-orm'
import { freshWorld } from '#test/world.ts'
import { loadShippedSheets } from '../sources/load-shipped.action.ts'
import { addWords, removeWords, setFit } from './edit-need.action.ts'
import { loadVocabulary, loadWrittenFits, shippedVocabulary, writtenFits } from './load-vocabulary.action.ts'
import { audiences } from './need.ts'
import { readVocabulary } from './read-vocabulary.ts'

const vocabulary = shippedVocabulary().read()
const world = await freshWorld()
await loadShippedSheets(world)
await loadVocabulary(world.db)
await loadWrittenFits(world.db)

const written = (besoin: string) => [
  { name: 'essai.yml', text: `service: Essai\nbesoins:\n  essai:\n    nom: Essayer\n${besoin}` },
]

test('the vocabulary covers the services of a town hall for the four audiences', () => {
  const services = new Set(vocabulary.needs.map(({ service }) => service))

  assert.ok(vocabulary.needs.length >= 115, String(vocabulary.needs.length))
  assert.ok(services.size >= 20)
  for (const audience of audiences)
    assert.ok(
      vocabulary.needs.some((need) => need.audiences.includes(audience)),
      audience,
    )
})

test('every need has a sentence, words and phrases to be found by', () => {
  for (const { slug, summary, synonyms, phrases } of vocabulary.needs) {
    assert.ok(summary.length >= 40, slug)
    assert.ok(synonyms.length >= 3 && phrases.length >= 1, slug)
  }
})

test('a need that no free software meets stays, and says so', () => {
  const bare = vocabulary.needs.filter(({ software }) => software.length === 0)

  assert.ok(bare.some(({ slug }) => slug === 'paie'))
  assert.ok(bare.some(({ advice }) => advice?.includes('Nous ne connaissons pas')))
})

test('a file with a fault names its file and what is wrong', () => {
  assert.throws(() => readVocabulary(written('    résumé: Une phrase.\n    pour: martiens\n')), /essai\.yml/)
  assert.throws(() => readVocabulary(written('    pour: mairie\n')), /résumé/)
})

test('a software is written « entièrement », or else with what is missing', () => {
  const [need] = readVocabulary(
    written(
      '    résumé: Une phrase.\n    pour: mairie\n    logiciels:\n      un: entièrement\n      deux: il manque tout\n',
    ),
  ).needs

  assert.deepEqual(need?.software, [
    { slug: 'un', fit: { level: 'full' } },
    { slug: 'deux', fit: { level: 'part', missing: 'il manque tout' } },
  ])
})

test('an edition already loaded is not loaded again', async () => {
  assert.equal(await loadVocabulary(world.db), false)
  assert.equal(await loadWrittenFits(world.db), false)
})

test('the next edition keeps what an editor added, took away or said', async () => {
  const by = 'Claire'
  await addWords(world, 'cimetiere', { words: 'champ des morts', kind: 'synonym', by })
  await removeWords(world, 'cimetiere', { words: 'caveau', by })
  await setFit(world, 'cimetiere', {
    software: 'qgis',
    level: 'part',
    missing: 'il manque les concessions',
    by,
  })
  await world.db.execute(sql`update vocabulary_loads set version = 'earlier', fits_version = null`)

  await loadVocabulary(world.db)
  await loadWrittenFits(world.db)

  assert.deepEqual(await wordsNow(['champ des morts', 'caveau']), ['champ des morts'])
  const [fit] = await world.db.execute<{ source: string }>(sql`
    select m.source from meets m join software s on s.id = m.software_id where s.slug = 'qgis' and m.need = 'cimetiere'`)
  assert.equal(fit?.source, by)
})

test('every software that the vocabulary names has its sheet', async () => {
  const rows = await world.db.execute<{ slug: string }>(sql`select slug from software`)
  const known = new Set(rows.map(({ slug }) => slug))
  const missing = new Set(
    writtenFits(vocabulary).flatMap(({ software }) => (known.has(software) ? [] : software)),
  )

  assert.deepEqual([...missing], [])
})

async function wordsNow(words: readonly string[]) {
  const rows = await world.db.execute<{ words: string }>(sql`
    select words from need_words where need = 'cimetiere'
      and words in (select jsonb_array_elements_text(${JSON.stringify(words)}::jsonb)) order by words`)
  return rows.map((row) => row.words)
}
