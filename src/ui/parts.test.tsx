import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Child } from 'hono/jsx'
import { DataTable } from './data-table.tsx'
import { Datum } from './datum.tsx'
import { TextField } from './field.tsx'
import { Form } from './form.tsx'
import { ErrorSummary } from './notice.tsx'
import { Pagination } from './pagination.tsx'
import { Progress } from './progress.tsx'
import { PublicLayout } from './public-layout.tsx'
import { StateBar } from './state-bar.tsx'
import { Timeline } from './timeline.tsx'

test('a problem leads to its field, which says it again', async () => {
  const summary = await drawn(
    <ErrorSummary problems={[{ message: 'Le nom manque : écrivez-le.', field: 'nom' }]} />,
  )
  const field = await drawn(<TextField name="nom" label="Nom" error="Le nom manque : écrivez-le." />)

  assert.match(summary, /<a href="#nom">Le nom manque\u00a0: écrivez-le\.<\/a>/)
  assert.match(field, /id="nom"[^>]*aria-invalid="true"[^>]*aria-describedby="nom-erreur"/)
})

test('a form without a problem shows no summary', async () => {
  assert.equal(await drawn(<ErrorSummary problems={[]} />), '')
})

test('a field that may be left empty says so', async () => {
  assert.match(await drawn(<TextField name="mel" label="Courriel" optional />), /\(facultatif\)/)
  assert.match(await drawn(<TextField name="mel" label="Courriel" />), /required/)
})

test('a form that is posted carries the name of this one filling, kept after a refusal', async () => {
  assert.match(await drawn(<Form action="/a" />), /name="once" value="[0-9a-f-]{36}"/)
  assert.match(await drawn(<Form action="/a" once="premiere" />), /name="once" value="premiere"/)
  assert.doesNotMatch(await drawn(<Form action="/a" method="get" />), /once/)
})

test('a bar of states adds up to the whole and its list says the same numbers', async () => {
  const bar = await drawn(
    <StateBar
      label="dans la vague"
      one="mairie"
      many="mairies"
      states={[
        { label: 'Remises', count: 30, tone: 'teal', href: '/remises' },
        { label: 'Doute', count: 10, tone: 'ochre', hatched: true },
      ]}
    />,
  )

  assert.match(bar, /40\u00a0mairies/)
  assert.match(bar, /width="75%"[\s\S]*x="75%" width="25%"/)
  assert.match(bar, /<a href="\/remises">Remises<\/a><b>30<\/b>/)
})

test('a bar of nothing is drawn empty', async () => {
  const bar = await drawn(
    <StateBar label="" one="mairie" many="mairies" states={[{ label: 'Remises', count: 0, tone: 'teal' }]} />,
  )

  assert.doesNotMatch(bar, /NaN/)
})

test('long work says what is done, out of how many, and what remains', async () => {
  const going = await drawn(
    <Progress
      label="Lettres"
      done={312}
      total={647}
      secondsLeft={20}
      stop={{ action: '/arret', label: 'Arrêter' }}
    />,
  )
  const over = await drawn(
    <Progress label="Lettres" done={647} total={647} stop={{ action: '/arret', label: 'Arrêter' }} />,
  )

  assert.match(going, /312 sur 647 · reste 335 · environ 20\u00a0s/)
  assert.match(over, /647 sur 647 · terminé/)
  assert.doesNotMatch(over, /Arrêter/)
})

test('a sorted column says which way, and a cell can name its column', async () => {
  const table = await drawn(
    <DataTable
      caption="Communes"
      rows={['Abscon']}
      columns={[
        {
          label: 'Commune',
          header: true,
          cell: (name) => name,
          sort: { href: '?tri=nom', direction: 'ascending' },
        },
        { label: 'Habitants', numeric: true, cell: () => '4 352' },
      ]}
    />,
  )

  assert.match(table, /aria-sort="ascending"><a href="\?tri=nom">Commune/)
  assert.match(table, /<th scope="row">Abscon<\/th>/)
  assert.match(table, /data-label="Habitants"/)
})

test('one page needs no pages', async () => {
  assert.equal(await drawn(<Pagination page={1} pages={1} href={String} />), '')
  assert.match(await drawn(<Pagination page={2} pages={9} href={(page) => `?p=${page}`} />), /href="\?p=9"/)
})

test('a datum shows its source and date, and says when it is not known', async () => {
  const known = await drawn(
    <Datum label="Courriel" source="DILA" date={new Date('2026-06-12')}>
      a@b.example
    </Datum>,
  )

  assert.match(known, /DILA · 12 juin 2026/)
  assert.match(await drawn(<Datum label="Courriel" />), /Non connu/)
})

test('what happened is grouped under its years, in the order given', async () => {
  const column = await drawn(
    <Timeline
      entries={[
        { at: new Date('2025-12-03T10:00:00Z'), sentence: 'Import' },
        { at: new Date('2026-11-02T10:00:00Z'), sentence: 'Lettre' },
      ]}
    />,
  )

  assert.match(column, /<h3>2025<\/h3>[\s\S]*Import[\s\S]*<h3>2026<\/h3>[\s\S]*Lettre/)
})

test('a public page is a whole French document that loads no script', async () => {
  const page = await drawn(<PublicLayout title="Répondre">Bonjour</PublicLayout>)

  assert.match(page, /^<!doctype html><html lang="fr">/)
  assert.match(page, /<title>Répondre · Beffroi<\/title>/)
  assert.doesNotMatch(page, /<script|style="/)
})

async function drawn(part: Child) {
  return String(await part)
}
