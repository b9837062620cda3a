import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readCorpus, understood } from '../../../../bench/inbound-corpus.ts'
import { parseMail } from '../mail/parse-mail.ts'
import { classify } from './classify.ts'
import { isMachine } from './kinds.ts'

const corpus = readCorpus()
const sampleOf = (file: string) => {
  const sample = corpus.find((one) => one.file === `${file}.eml`)
  if (!sample) throw new Error(`the corpus has no ${file}`)
  return sample
}
const read = async (file: string) => classify(await parseMail(sampleOf(file).bytes))
const written = async (...lines: readonly string[]) =>
  classify(await parseMail(new TextEncoder().encode(lines.join('\r\n'))))

test('nobody who writes to us is taken for a machine', async () => {
  const people = corpus.filter(({ kind }) => kind === 'human')

  const taken = await Promise.all(people.map(async ({ bytes }) => classify(await parseMail(bytes))))

  assert.ok(people.length >= 50)
  assert.deepEqual(
    taken.filter(({ kind }) => isMachine(kind)),
    [],
  )
})

test('every message of the corpus is taken for what it is, and the decision says why', async () => {
  const misread: string[] = []

  for (const { file, kind, details, bytes } of corpus) {
    const found = classify(await parseMail(bytes))
    if (found.kind !== kind || understood(found) !== details || found.evidence.length === 0)
      misread.push(file)
  }

  assert.deepEqual(misread, [])
})

test('a report in Latin-1 keeps its accents and its refusal', async () => {
  const { reports } = await read('latin1-report')

  assert.equal(reports[0]?.diagnostic, "550 Destinataire inconnu, boîte supprimée à l'été")
  assert.equal(reports[0]?.effect.onRecipient, 'dead')
})

test('a report on three recipients tells each one’s fate', async () => {
  const { reports, kind } = await read('three-recipients')

  assert.equal(kind, 'bounce')
  assert.deepEqual(
    reports.map(({ recipient, action }) => `${recipient} ${action}`),
    ['dgs@abscon.example failed', 'maire@abscon.example delivered', 'urbanisme@abscon.example delayed'],
  )
})

test('a report cut in the middle says what it still can, and what is missing', async () => {
  const before = await read('cut-before-report')
  const after = await read('cut-after-first-recipient')

  assert.match(before.unreadable.join(), /coupé/)
  assert.equal(before.reports[0]?.recipient, 'mairie@oisy.example')
  assert.equal(after.reports.length, 1)
})

test('a report cut anywhere at all never breaks the reading', async () => {
  const { bytes } = sampleOf('three-recipients')

  for (let end = 0; end < bytes.length; end += 17)
    assert.ok(classify(await parseMail(bytes.subarray(0, end))).evidence.length > 0)
})

test('a report nested in a machine’s message counts; in a person’s message it is what they forward', async () => {
  assert.equal((await read('nested-report')).reports[0]?.recipient, 'mairie@neuf-mesnil.example')
  assert.equal((await read('human-forwards-a-bounce')).kind, 'human')
})

test('a complaint whose address is hidden is still one, and says so', async () => {
  const { complaint, evidence } = await read('signal-spam-redacted')

  assert.deepEqual(complaint?.recipients, [])
  assert.match(evidence.map(({ sentence }) => sentence).join(' '), /masquée/)
})

test('a policy refusal never touches the recipient: it alerts us', async () => {
  const { reports } = await read('m365-policy-5757')

  assert.deepEqual(
    reports.map(({ effect }) => [effect.onRecipient, effect.onUs]),
    [['none', 'alert']],
  )
})

test('what is not a message at all is left to a person', async () => {
  assert.equal((await written('')).kind, 'human')
  assert.equal((await written('\u0000\u0001\u0002', 'ceci n’est pas un courriel')).kind, 'human')
})
