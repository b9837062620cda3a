import assert from 'node:assert/strict'
import { test } from 'node:test'
import { currentSigningKey, listSigningKeys, makeSigningKey } from '#platform/mail/signing-keys.ts'
import { fakeDns, freshWorld } from '#test/world.ts'
import { checkDomain } from './check-domain.action.ts'
import { dkimRecord, recordsToPublish } from './dns-records.ts'
import { domainReadiness } from './signing.queries.ts'

const start = new Date('2026-11-02T09:00:00Z')
let now = start
const base = await freshWorld({
  clock: () => now,
  config: {
    smtpUrl: 'smtp://relais.cdg.example:587',
    mailFrom: 'campagne@cdg.example',
    mailReturns: 'retours@cdg.example',
  },
})
const { db, config } = base
const secret = config.secret
const make = () => makeSigningKey(db, secret, 'cdg.example', 'Claire', now)

const goodTexts = (selector: string, publicKey: string) => ({
  'cdg.example': ['google-site-verification=x', 'v=spf1 a:relais.cdg.example ~all'],
  '_dmarc.cdg.example': ['v=DMARC1; p=none'],
  [`${selector}._domainkey.cdg.example`]: [`v=DKIM1; k=rsa; p=${publicKey}`],
})
const withNames = (txt: Record<string, readonly string[]>) => ({
  ...base,
  dns: fakeDns({ txt, mx: { 'cdg.example': ['mx.cdg.example'] } }),
})
const wrongIn = async (txt: Record<string, readonly string[]>) => {
  const decision = await checkDomain(withNames(txt))
  assert.ok(decision.ok)
  return decision.value.lines
    .filter(({ isGood }) => !isGood)
    .map(({ id, found, toDo }) => ({ id, found, toDo }))
}

test('a domain never checked is not ready, and one without relay is not asked about', async () => {
  const standing = await domainReadiness(db, config, now)

  assert.equal(standing?.isGood, false)
  assert.match(standing?.sentence ?? '', /jamais été contrôlé/)
  assert.equal(await domainReadiness(db, { ...config, smtpUrl: undefined }, now), undefined)
})

test('a key signs nothing before its record was seen, then signs, and its private half is sealed', async () => {
  await make()
  const [key] = await listSigningKeys(db, 'cdg.example')
  assert.ok(key)
  const before = await currentSigningKey(db, secret, 'cdg.example')

  const lines = await wrongIn(goodTexts(key.selector, key.publicKey))

  assert.equal(before, undefined)
  assert.deepEqual(lines, [])
  assert.equal((await currentSigningKey(db, secret, 'cdg.example'))?.selector, 'beffroi-20261102')
  assert.doesNotMatch(key.sealedPrivateKey, /PRIVATE/)
  assert.equal((await domainReadiness(db, config, now))?.isGood, true)
})

test('a check of the day before yesterday proves nothing', async () => {
  now = new Date('2026-11-04T09:00:00Z')
  const standing = await domainReadiness(db, config, now)
  now = start

  assert.equal(standing?.isGood, false)
  assert.match(standing?.sentence ?? '', /plus d’un jour/)
})

test('each thing that misses is said with what to do', async () => {
  const nothing = await wrongIn({})
  const twoSpf = await wrongIn({ 'cdg.example': ['v=spf1 -all', 'v=spf1 mx -all'] })
  const open = await wrongIn({ 'cdg.example': ['v=spf1 +all'] })
  const [key] = await listSigningKeys(db, 'cdg.example')
  const otherKey = await wrongIn({ [`${key?.selector}._domainkey.cdg.example`]: ['v=DKIM1; p=AAAA'] })

  assert.deepEqual(
    nothing.map(({ id }) => id),
    ['dkim', 'spf', 'dmarc', 'returns'],
  )
  assert.ok(nothing.every(({ toDo }) => toDo !== ''))
  assert.match(twoSpf.find(({ id }) => id === 'spf')?.found ?? '', /en a 2/)
  assert.match(open.find(({ id }) => id === 'spf')?.toDo ?? '', /~all/)
  assert.match(otherKey.find(({ id }) => id === 'dkim')?.found ?? '', /une autre clé/)
})

test('a returns mailbox of another house is not aligned', async () => {
  const decision = await checkDomain({
    ...withNames({}),
    config: { ...config, mailReturns: 'retours@ailleurs.example' },
  })

  assert.ok(decision.ok)
  assert.equal(decision.value.lines.find(({ id }) => id === 'alignment')?.isGood, false)
})

test('a directory out of reach proves nothing: the check before stays', async () => {
  const silent = () => Promise.reject(new Error('ETIMEOUT'))
  const before = await domainReadiness(db, config, now)

  const decision = await checkDomain({ ...base, dns: { mx: silent, txt: silent } })

  assert.deepEqual(decision, { ok: false, reason: 'directory-unreachable' })
  assert.deepEqual(await domainReadiness(db, config, now), before)
})

test('a new key takes over once its own record is seen; the old one signs until then', async () => {
  now = new Date('2026-11-05T09:00:00Z')
  await make()
  const [fresh, old] = await listSigningKeys(db, 'cdg.example')
  const meanwhile = await currentSigningKey(db, secret, 'cdg.example')
  await checkDomain(withNames(goodTexts(fresh?.selector ?? '', fresh?.publicKey ?? '')))

  assert.equal(meanwhile?.selector, old?.selector)
  assert.equal((await currentSigningKey(db, secret, 'cdg.example'))?.selector, 'beffroi-20261105')
})

test('a key too long for one string of a zone is cut as RFC 1035 asks, and nothing of it is lost', () => {
  const publicKey = 'M'.repeat(392)
  const [dkim] = recordsToPublish({
    domain: 'cdg.example',
    selector: 's',
    publicKey,
    relayHost: undefined,
    mailFrom: 'a@cdg.example',
  })
  const pieces = dkim?.zoneLine.match(/"[^"]*"/g) ?? []

  assert.equal(pieces.length, 2)
  assert.ok(pieces.every((piece) => piece.length <= 257))
  assert.equal(pieces.map((piece) => piece.slice(1, -1)).join(''), dkimRecord(publicKey))
})
