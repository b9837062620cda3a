import assert from 'node:assert/strict'
import { test } from 'node:test'
import { leadOf } from './find.ts'

const need = (slug: string) => ({ slug, label: slug, service: 'Accueil', summary: slug, score: 1 })
const nothing = { needs: [], software: [], products: [] }
const publisher = { slug: 'publisher', name: 'Publisher' }
const nextcloud = { slug: 'nextcloud', name: 'Nextcloud' }
const typed = (text: string) => (name: string) => name.toLowerCase() === text

test('words lead to the first need that they mean, the others stand beside it', () => {
  const found = { ...nothing, needs: [need('file-server'), need('backup')] }

  assert.deepEqual(leadOf(found, typed('il nous faut un serveur de fichiers')), {
    to: 'need',
    slug: 'file-server',
    others: [need('backup')],
  })
})

test('a product to replace leads to the need it serves, its bare name to its own page', () => {
  const found = { ...nothing, needs: [need('layout')], products: [publisher] }

  assert.equal(leadOf(found, typed('remplacer publisher')).to, 'need')
  assert.deepEqual(leadOf(found, typed('publisher')), { to: 'product', slug: 'publisher' })
})

test('the name of a software leads to its sheet, even when nobody said which need it meets', () => {
  assert.deepEqual(
    leadOf({ ...nothing, needs: [need('file-server')], software: [nextcloud] }, typed('nextcloud')),
    {
      to: 'software',
      slug: 'nextcloud',
    },
  )
  assert.equal(leadOf({ ...nothing, software: [nextcloud] }, typed('installer nextcloud')).to, 'software')
})

test('what means nothing leads nowhere, and says so', () => {
  assert.deepEqual(leadOf(nothing, typed('xyzzy')), { to: 'nothing' })
})
