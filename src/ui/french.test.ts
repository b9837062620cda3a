import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  bytes,
  date,
  dateTime,
  duration,
  isoDate,
  number,
  percent,
  plural,
  shortDate,
  typo,
} from './french.ts'

test('thousands are parted by thin spaces', () => {
  assert.equal(number(34969), '34\u202f969')
  assert.equal(number(1234.5), '1\u202f234,5')
})

test('French keeps the singular below two', () => {
  assert.equal(plural(0, 'mairie', 'mairies'), '0\u00a0mairie')
  assert.equal(plural(1, 'mairie', 'mairies'), '1\u00a0mairie')
  assert.equal(plural(2, 'mairie', 'mairies'), '2\u00a0mairies')
  assert.equal(plural(1234, 'mairie', 'mairies'), '1\u202f234\u00a0mairies')
})

test('a share of nothing is zero', () => {
  assert.equal(percent(0, 0), '0\u00a0%')
  assert.equal(percent(11, 40), '28\u00a0%')
})

test('a day is said in words, the first of the month as an ordinal', () => {
  assert.equal(date(new Date('2026-11-23T12:00:00Z')), '23 novembre 2026')
  assert.equal(date(new Date('2026-11-01T12:00:00Z')), '1er novembre 2026')
  assert.equal(date(new Date('2026-11-11T12:00:00Z')), '11 novembre 2026')
  assert.equal(shortDate(new Date('2026-11-02T12:00:00Z')), '2 nov.')
})

test('a day is the day lived in Paris, even close to midnight', () => {
  const almostMidnight = new Date('2026-12-31T23:30:00Z')

  assert.equal(date(almostMidnight), '1er janvier 2027')
  assert.equal(isoDate(almostMidnight), '2027-01-01')
})

test('a moment is said with its hour', () => {
  assert.equal(dateTime(new Date('2026-11-17T08:05:00Z')), '17 novembre 2026 à 9\u00a0h\u00a005')
  assert.equal(dateTime(new Date('2026-06-17T22:00:00Z')), '18 juin 2026 à 0\u00a0h\u00a000')
})

test('how long remains is said roughly', () => {
  assert.equal(duration(0.2), '1\u00a0s')
  assert.equal(duration(20), '20\u00a0s')
  assert.equal(duration(59.7), '1\u00a0min')
  assert.equal(duration(200), '3\u00a0min')
  assert.equal(duration(7800), '2\u00a0h\u00a010')
})

test('a size of file is said in the unit people know', () => {
  assert.equal(bytes(640), '640\u00a0octets')
  assert.equal(bytes(12_300), '12\u00a0ko')
  assert.equal(bytes(3_400_000), '3,4\u00a0Mo')
  assert.equal(bytes(999_600), '1\u00a0Mo')
})

test('high punctuation is held to its word by a space that does not break', () => {
  assert.equal(typo('Que faire ?'), 'Que faire\u202f?')
  assert.equal(typo('Attention : rien'), 'Attention\u00a0: rien')
  assert.equal(typo('oui; non!'), 'oui\u202f; non\u202f!')
  assert.equal(typo('« Lancer la vague »'), '«\u00a0Lancer la vague\u00a0»')
  assert.equal(typo('«Lancer»'), '«\u00a0Lancer\u00a0»')
})

test('addresses, hours and codes are left as they are', () => {
  for (const text of ['https://beffroi.example/?q=a', '12:30', 'a;b', 'mailto:x@y.example'])
    assert.equal(typo(text), text)
})

test('typography applied twice changes nothing more', () => {
  const once = typo('« Que faire ? » : rien ; tout !')

  assert.equal(typo(once), once)
})
