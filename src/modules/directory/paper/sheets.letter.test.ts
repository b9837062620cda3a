import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fitted, type PaperBinder, type PaperSheet } from './binder.ts'
import { drawSheets } from './sheets.letter.ts'

const at = new Date('2026-11-24T09:00:00Z')

const cemetery: PaperSheet = {
  slug: 'opencimetiere',
  name: 'openCimetière',
  summary: 'Tient le plan et le registre du cimetière : concessions, défunts, échéances.',
  description: ['Chaque emplacement a sa fiche.'],
  needs: ['Gérer le cimetière'],
  replaces: ['Gescime'],
  limits: ['Le plan se prépare avec un géomètre.'],
  neighbours: ['Saint-Amand-les-Eaux (15 900 hab., 12 km) depuis 2023 ; accepte un appel'],
  facts: [{ name: 'Licence', value: 'GPL-3.0-or-later' }],
  address: 'https://beffroi.example/software/opencimetiere',
  qr: '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path d="M0 0h1v1h-1z"/></svg>',
  origin: 'Fiche de Beffroi, 24 novembre 2026',
}

const binder = (sheets: readonly PaperSheet[], bound = true): PaperBinder => ({
  title: 'Logiciels libres pour la mairie',
  subtitle: 'Deux fiches',
  author: 'CDG 59',
  date: '24 novembre 2026',
  foot: 'Beffroi',
  credits: ['Source : SILL, DINUM, Licence Ouverte 2.0'],
  bound,
  sheets,
})

const draw = (sheets: readonly PaperSheet[], bound?: boolean) =>
  drawSheets({ binder: binder(sheets, bound), at })

const crowded = fitted({
  ...cemetery,
  slug: 'crowded',
  name: 'Un logiciel au nom vraiment très long pour une seule ligne de titre',
  summary: 'Un résumé qui n’en finit pas. '.repeat(40),
  description: Array.from({ length: 30 }, () => 'Une phrase de description assez longue. '.repeat(12)),
  needs: Array.from({ length: 40 }, (_, rank) => `Un besoin ${rank} `.repeat(20)),
  replaces: Array.from({ length: 40 }, () => 'Un produit '.repeat(20)),
  limits: Array.from({ length: 40 }, () => 'Une limite dite avec trop de mots '.repeat(20)),
  neighbours: Array.from({ length: 40 }, () => 'Une commune au nom long '.repeat(20)),
  facts: Array.from({ length: 5 }, () => ({ name: 'Licence', value: 'GPL-3.0-or-later AND MIT' })),
})

test('a sheet is one A4 page, tagged PDF/UA-1', () => {
  const { bytes, pageCount } = draw([cemetery], false)
  const file = Buffer.from(bytes).toString('latin1')

  assert.equal(pageCount, 1)
  assert.match(file, /<pdfuaid:part>1</)
  assert.match(file, /\/Marked true/)
})

test('a binder opens with a cover and contents, then gives a page to each sheet, however crowded', () => {
  const { pageCount, startsOf } = draw([cemetery, crowded, { ...cemetery, slug: 'last' }])

  assert.equal(pageCount, 5)
  assert.deepEqual(startsOf, { opencimetiere: 3, crowded: 4, last: 5 })
})

test('what does not fit is said to be on the page', () => {
  assert.equal(crowded.needs.at(-1), 'et 34 de plus, sur la page')
  assert.ok(crowded.summary.endsWith('…'))
})

test('the same sheets on the same day are the same bytes, and a hostile name is printed as text', () => {
  const hostile = { ...cemetery, name: '#panic() <script>*', summary: '"); #import' }

  assert.deepEqual(draw([hostile]).bytes, draw([hostile]).bytes)
})
