import type { Context } from 'hono'
import { z } from 'zod'
import { csvOf, download, odsOf } from '#platform/files/write-table.ts'
import { app, type Env } from '#platform/http/app.ts'
import { type FormValues, type Problem, readForm, readQuery } from '#platform/http/form.ts'
import { memberOf } from '#platform/http/member.ts'
import { NotFound } from '#platform/http/refusals.ts'
import { cataloguePaths } from '../catalogue.paths.ts'
import { needPaths } from '../needs/needs.paths.ts'
import { listNeeds } from '../needs/needs.queries.ts'
import { answerSilentSearch } from './answer-silent-search.action.ts'
import { understand } from './finding.action.ts'
import { SilentSearchPage } from './silent-search.page.tsx'
import { SilentSearchListPage } from './silent-search-list.page.tsx'
import {
  countSilentSearches,
  findSilentSearch,
  listSilentSearches,
  settleSilentSearch,
  silentPageSize,
  silentSorts,
  silentStates,
} from './silent-searches.queries.ts'
import { silentColumns } from './silent-sheet.ts'

const Words = z.object({
  q: z
    .string()
    .catch('')
    .transform((text) => text.trim().slice(0, 80)),
  state: z.enum(silentStates).catch('open'),
  sort: z.enum(silentSorts).catch('times'),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
})
const One = z.object({
  words: z.string().max(200).catch(''),
  done: z.enum(['added', 'settled', 'reopened']).optional().catch(undefined),
})
const Added = z.object({
  words: z.string().max(200),
  need: z.string().regex(/^[a-z0-9-]{1,100}$/, 'Choisissez le besoin que ces mots voulaient dire.'),
  added: z.string().trim().min(1, 'Écrivez les mots.').max(200, 'Deux cents caractères au plus.'),
})

/** What was searched in vain, for those who keep the vocabulary. */
export const silentSearchRoutes = app()
  .get('/needs/silent-searches', async (c) => {
    const { page, ...filter } = readQuery(c, Words)
    const [searches, total] = await Promise.all([
      listSilentSearches(c.var.db, filter, page),
      countSilentSearches(c.var.db, filter),
    ])
    return c.render(
      <SilentSearchListPage
        searches={searches}
        total={total}
        filter={filter}
        page={page}
        pages={Math.ceil(total / silentPageSize)}
      />,
      {
        title: 'Recherches sans réponse',
        wide: true,
        breadcrumb: [
          { label: 'Besoins', href: cataloguePaths.needs() },
          { label: 'Recherches sans réponse' },
        ],
      },
    )
  })

  .get('/needs/silent-searches.csv', async (c) =>
    c.body(csvOf(silentColumns, await every(c)), 200, download('recherches-sans-reponse', 'csv')),
  )

  .get('/needs/silent-searches.ods', async (c) =>
    c.body(
      Uint8Array.from(odsOf('Recherches', silentColumns, await every(c))),
      200,
      download('recherches-sans-reponse', 'ods'),
    ),
  )

  .get('/needs/silent-searches/one', (c) => show(c, readQuery(c, One).words))

  .post('/needs/silent-searches', async (c) => {
    const form = await readForm(c, Added)
    if (!form.ok) return show(c, form.typed.words ?? '', form)
    const { words, need, added } = form.value
    const decision = await answerSilentSearch(c.var.world, {
      searched: words,
      added,
      need,
      by: memberOf(c).name,
    })
    if (!decision.ok)
      return show(c, words, {
        problems: [{ field: 'need', message: 'Ces mots n’ont pas pu être ajoutés : recommencez.' }],
        typed: form.value,
      })
    return c.redirect(needPaths.silentSearch(words, 'added'), 303)
  })

  .post('/needs/silent-searches/settling', (c) => settle(c, 'settled'))

  .post('/needs/silent-searches/reopening', (c) => settle(c, 'reopened'))

const notices = {
  added: 'Les mots mènent désormais à ce besoin, et la recherche est réglée.',
  settled: 'La recherche est réglée.',
  reopened: 'La recherche est de nouveau à regarder.',
}

async function settle(c: Context<Env>, done: 'settled' | 'reopened') {
  const form = await readForm(c, One.pick({ words: true }))
  const words = form.ok ? form.value.words : ''
  await settleSilentSearch(c.var.db, words, done === 'settled' ? c.var.world.clock() : null)
  return c.redirect(needPaths.silentSearch(words, done), 303)
}

function every(c: Context<Env>) {
  const { page: _page, ...filter } = readQuery(c, Words)
  return listSilentSearches(c.var.db, filter)
}

type Refused = { readonly problems: readonly Problem[]; readonly typed: FormValues }

async function show(c: Context<Env>, words: string, refused?: Refused) {
  const { db } = c.var
  const searched = await findSilentSearch(db, words)
  if (!searched) throw new NotFound('Cette recherche n’est plus gardée.')
  const { done } = readQuery(c, One)
  const [needs, { needs: understood }] = await Promise.all([listNeeds(db), understand(db, words)])
  if (refused) c.status(422)
  return c.render(
    <SilentSearchPage
      searched={searched}
      understood={understood}
      needs={needs}
      notice={refused ? undefined : done && notices[done]}
      {...refused}
    />,
    {
      title: `« ${words} »`,
      breadcrumb: [
        { label: 'Besoins', href: cataloguePaths.needs() },
        { label: 'Recherches sans réponse', href: needPaths.silentSearches() },
        { label: words },
      ],
    },
  )
}
