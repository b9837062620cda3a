// What comes back to the mailbox: is each message taken for what it is, is each decision explained, and how fast?
import { classify } from '../src/modules/mailbox/classification/classify.ts'
import { isMachine, mailKinds } from '../src/modules/mailbox/classification/kinds.ts'
import { parseMail } from '../src/modules/mailbox/mail/parse-mail.ts'
import { readCorpus, type Sample, understood } from './inbound-corpus.ts'
import { report } from './report.ts'

const corpus = readCorpus()
const read = await Promise.all(
  corpus.map(async (sample) => ({ sample, found: classify(await parseMail(sample.bytes)) })),
)

const humans = read.filter(({ sample }) => sample.kind === 'human')
const rest = read.filter(({ sample }) => sample.kind !== 'human')
const isRight = ({ sample, found }: (typeof read)[number]) =>
  found.kind === sample.kind && understood(found) === sample.details

printConfusion()
for (const { sample, found } of read.filter((one) => !isRight(one)))
  process.stdout.write(
    `missed: ${sample.share}/${sample.file} is ${sample.kind} (${sample.details}), taken for ${found.kind} (${understood(found)})\n`,
  )

report('inbound', [
  {
    name: `people taken for machines, of ${humans.length}`,
    value: humans.filter(({ found }) => isMachine(found.kind)).length,
    unit: '',
    target: 0,
  },
  ...(['known', 'held-out'] as const).flatMap((share) => [
    rightIn(`people's messages right, ${share}`, share, humans),
    rightIn(`all the rest right, ${share}`, share, rest),
  ]),
  {
    name: 'decisions explained',
    value: percent(
      read.filter(
        ({ found }) => found.evidence.every(({ sentence }) => sentence !== '') && found.evidence.length > 0,
      ).length,
      read.length,
    ),
    unit: '%',
    target: 100,
    atLeast: true,
  },
  { name: 'messages read and classified', value: await speed(), unit: '/s', target: 200, atLeast: true },
])

function rightIn(name: string, share: Sample['share'], all: typeof read) {
  const some = all.filter(({ sample }) => sample.share === share)
  const value = percent(some.filter(isRight).length, some.length)
  return { name: `${name} (${some.length})`, value, unit: '%', target: 95, atLeast: true }
}

function percent(part: number, whole: number) {
  return whole === 0 ? 100 : (100 * part) / whole
}

/** Rows are what the messages are, columns what they were taken for. */
function printConfusion() {
  const short = mailKinds.map((kind) => kind.slice(0, 9))
  process.stdout.write(`${' '.repeat(13)}${short.map((kind) => kind.padStart(10)).join('')}\n`)
  for (const kind of mailKinds) {
    const row = read.filter(({ sample }) => sample.kind === kind)
    const counts = mailKinds.map((taken) => row.filter(({ found }) => found.kind === taken).length)
    process.stdout.write(
      `${kind.padEnd(13)}${counts.map((count) => String(count || '·').padStart(10)).join('')}\n`,
    )
  }
}

/** One after the other, as the mailbox is read; the middle of three rounds. */
async function speed() {
  const rounds: number[] = []
  for (let round = 0; round < 3; round += 1) {
    const start = performance.now()
    for (const { bytes } of corpus) classify(await parseMail(bytes))
    rounds.push((1000 * corpus.length) / (performance.now() - start))
  }
  return rounds.toSorted((one, other) => one - other)[1] ?? 0
}
