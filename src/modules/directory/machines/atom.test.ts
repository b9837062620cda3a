import assert from 'node:assert/strict'
import { test } from 'node:test'
import { SaxesParser } from 'saxes'
import { atomFeed } from './atom.ts'

const feedOf = (entries: Parameters<typeof atomFeed>[0]['entries']) =>
  atomFeed({
    title: 'Fiches',
    self: 'https://beffroi.example/software.atom',
    page: 'https://beffroi.example/software',
    author: 'Beffroi',
    entries,
  })

const news = (id: string, day: string, title = id) => ({
  id: `urn:uuid:${id}`,
  title,
  href: `https://beffroi.example/software/${id}`,
  updatedAt: new Date(`${day}T08:00:00Z`),
  summary: 'Un résumé',
})

test('a feed gives its newest entry first and its date', () => {
  const feed = feedOf([news('old', '2026-01-02'), news('new', '2026-11-02')])

  assert.ok(feed.indexOf('urn:uuid:new') < feed.indexOf('urn:uuid:old'))
  assert.match(feed, /<\/title>\n<updated>2026-11-02T08:00:00\.000Z/)
})

test('a feed is well-formed XML whatever a title holds', () => {
  const feed = feedOf([news('x', '2026-11-02', '<script>&"\u0000]]>')])
  const titles: string[] = []
  const parser = new SaxesParser()
  parser.on('error', (error) => assert.fail(error))
  parser.on('text', (text) => titles.push(text))

  parser.write(feed).close()

  assert.ok(titles.includes('<script>&"]]>'))
})

test('an empty feed is a feed', () => {
  assert.match(feedOf([]), /<updated>1970-01-01/)
})
