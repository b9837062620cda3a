// What a town hall types: is the need it means first, is it in the first three, and how long does it take in process? The peer,
// in the same run over the same words, is PostgreSQL’s own full-text search in French.
import { readFileSync, rmSync } from 'node:fs'
import { sql } from 'drizzle-orm'
import { attach } from '#platform/database/attach.ts'
import { connect, type Database } from '#platform/database/database.ts'
import { migrate } from '#platform/database/migrate.ts'
import { temporaryFolder } from '#test/temporary-folder.ts'
import { worldOn } from '#test/world.ts'
import { understand } from '../src/modules/catalogue/finding/finding.action.ts'
import { catalogue } from '../src/modules/catalogue/module.ts'
import { report } from './report.ts'

type Phrase = { readonly text: string; readonly need: string }
type Answer = { readonly phrase: Phrase; readonly found: readonly string[]; readonly ms: number }

const data = temporaryFolder()
const server = await attach({ data })
const { db, sql: postgres, close } = connect(server.url('postgres'))
await migrate(postgres)
await catalogue.onStart?.(worldOn(db))
const opened = await timed(() => understand(db, 'cimetière'))

const tunedOn = await answerAll(read('tuned-on.txt'))
const heldOut = await answerAll(read('held-out.txt'))
const all = [...tunedOn, ...heldOut]
for (const { phrase, found } of all.filter((answer) => rank(answer) !== 0))
  process.stdout.write(
    `missed${tunedOn.some((answer) => answer.phrase === phrase) ? '' : ' (held out)'}: « ${phrase.text} » means ${phrase.need}, found ${found.slice(0, 3).join(', ') || 'nothing'}\n`,
  )

const peer = await askPostgres(
  db,
  all.map(({ phrase }) => phrase),
)
const ours = percentile(
  all.map(({ ms }) => ms),
  0.95,
)
const longest = await timed(() =>
  understand(db, `${'logiciel pour le simetière '.repeat(400)}`.slice(0, 10_000)),
)
process.stdout.write(
  `${all.length} phrases ; index read in ${opened.toFixed(0)} ms ; 10,000 characters in ${longest.toFixed(1)} ms\n` +
    `peer, PostgreSQL full text in French: first right ${share(peer, 1).toFixed(1)} %, in the first three ${share(peer, 3).toFixed(1)} %, p95 ${percentile(
      peer.map(({ ms }) => ms),
      0.95,
    ).toFixed(1)} ms; ` +
    `we are wrong ${((100 - share(peer, 1)) / Math.max(0.1, 100 - share(all, 1))).toFixed(1)} times less often\n`,
)
await close()
await server.leave()
rmSync(data, { recursive: true, force: true })

report('find', [
  rightIn('first right, all', all, 1, 90),
  rightIn('in the first three, all', all, 3, 97),
  rightIn('first right, held out', heldOut, 1, 90),
  rightIn('in the first three, held out', heldOut, 3, 97),
  { name: 'p95 of a search in process', value: ours, unit: 'ms', target: 15 },
])

function read(name: string): Phrase[] {
  const lines = readFileSync(new URL(`./needs-phrases/${name}`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
  return lines.map((line) => {
    const [need = '', text = ''] = line.split(' | ')
    return { need, text }
  })
}

async function answerAll(phrases: readonly Phrase[]) {
  const answers: Answer[] = []
  for (const phrase of phrases) {
    const { needs } = await understand(db, phrase.text)
    const ms = await middleOfThree(() => understand(db, phrase.text))
    answers.push({ phrase, found: needs.map(({ slug }) => slug), ms })
  }
  return answers
}

/** Labels weigh most, then words and the names of products, then summaries; any word may be the one. */
async function askPostgres(db: Database, phrases: readonly Phrase[]) {
  await db.execute(sql`
    create table peer as select n.slug, setweight(to_tsvector('french', n.label), 'A')
      || setweight(to_tsvector('french', coalesce((select string_agg(words, ' ') from need_words where need = n.slug), '')), 'B')
      || setweight(to_tsvector('french', coalesce((select string_agg(p.name || ' ' || array_to_string(p.aliases, ' '), ' ')
           from product_needs s join products p on p.slug = s.product where s.need = n.slug), '')), 'B')
      || setweight(to_tsvector('french', n.summary), 'C') as words
    from needs n`)
  const answers: Answer[] = []
  for (const phrase of phrases) {
    const ask = () =>
      db.execute<{ slug: string }>(sql`
      select slug from peer, (select replace(plainto_tsquery('french', ${phrase.text})::text, '&', '|')::tsquery as asked) q
      where words @@ asked order by ts_rank_cd(words, asked, 1) desc, slug limit 3`)
    const rows = await ask()
    const ms = await middleOfThree(ask)
    answers.push({ phrase, found: rows.map(({ slug }) => slug), ms })
  }
  return answers
}

function rank({ phrase, found }: Answer) {
  return found.indexOf(phrase.need)
}

function share(answers: readonly Answer[], first: number) {
  const right = answers.filter((answer) => rank(answer) >= 0 && rank(answer) < first)
  return (100 * right.length) / answers.length
}

function rightIn(name: string, answers: readonly Answer[], first: number, target: number) {
  return {
    name: `${name}, ${answers.length} phrases`,
    value: share(answers, first),
    unit: '%',
    target,
    atLeast: true,
  }
}

function percentile(values: readonly number[], at: number) {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length * at)] ?? 0
}

/** Of three measures, the middle one: what else the machine does meanwhile is left out. */
async function middleOfThree(run: () => Promise<unknown>) {
  return percentile([await timed(run), await timed(run), await timed(run)], 0.5)
}

async function timed(run: () => Promise<unknown>) {
  const start = performance.now()
  await run()
  return performance.now() - start
}
