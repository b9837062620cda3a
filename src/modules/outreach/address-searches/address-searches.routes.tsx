import type { Context } from 'hono'
import { z } from 'zod'
import { csvOf, download, odsOf } from '#platform/files/write-table.ts'
import { app, type Env } from '#platform/http/app.ts'
import { type FormValues, type Problem, readForm, readQuery } from '#platform/http/form.ts'
import { NotFound } from '#platform/http/refusals.ts'
import { memberName } from '../member-name.ts'
import { AddressSearchPage } from './address-search.page.tsx'
import { foundKinds, searchChannels } from './address-search.ts'
import { AddressSearchListPage } from './address-search-list.page.tsx'
import { searchColumns } from './address-search-sheet.ts'
import { addressSearchPaths } from './address-searches.paths.ts'
import {
  countAddressSearches,
  findAddressSearch,
  listAddressSearches,
  searchPageSize,
  searchStates,
} from './address-searches.queries.ts'
import { giveFoundAddress, giveUpSearch, reopenSearch, sayAddressWorks } from './end-address-search.action.ts'

const Finding = z.object({
  kind: z.enum(foundKinds, 'Dites ce que vous avez trouvé.'),
  value: z.string().trim().min(1, 'Écrivez ce que vous avez trouvé.').max(400),
})
const Ending = z.object({ reason: z.string().trim().min(1, 'Dites pourquoi.').max(300) })

export const addressSearchRoutes = app()
  .get('/address-searches', async (c) => {
    const { page, done, ...filter } = readQuery(c, Words)
    const [searches, total, open] = await Promise.all([
      listAddressSearches(c.var.db, filter, page),
      countAddressSearches(c.var.db, filter),
      countAddressSearches(c.var.db, { q: '', state: 'open' }),
    ])
    return c.render(
      <AddressSearchListPage
        searches={searches}
        total={total}
        open={open}
        filter={filter}
        page={page}
        pages={Math.ceil(total / searchPageSize)}
        notice={done && notices[done]}
      />,
      { title: 'Adresses à trouver', wide: true },
    )
  })

  .get('/address-searches.csv', async (c) =>
    c.body(csvOf(searchColumns, await everyRow(c)), 200, download('adresses-a-trouver', 'csv')),
  )

  .get('/address-searches.ods', async (c) => {
    const sheet = odsOf('Adresses à trouver', searchColumns, await everyRow(c))
    return c.body(Uint8Array.from(sheet), 200, download('adresses-a-trouver', 'ods'))
  })

  .get('/address-searches/:id', (c) => show(c))

  .post('/address-searches/:id/finding', async (c) => {
    const form = await readForm(c, Finding)
    if (!form.ok) return show(c, form)

    const { kind, value } = form.value
    const found = await giveFoundAddress(c.var.world, c.req.param('id'), {
      kind,
      typed: value,
      by: memberName(c),
    })
    if (!found.ok)
      return show(c, {
        problems: [{ field: 'value', message: mistakes[found.reason] }],
        typed: { kind, value },
      })
    return c.redirect(addressSearchPaths.list({ done: found.value.isOpposed ? 'opposed' : 'found' }), 303)
  })

  .post('/address-searches/:id/abandonment', async (c) => {
    const form = await readForm(c, Ending)
    if (!form.ok) return show(c, form)

    await giveUpSearch(c.var.world, c.req.param('id'), { ...form.value, by: memberName(c) })
    return c.redirect(addressSearchPaths.list({ done: 'given-up' }), 303)
  })

  .post('/address-searches/:id/recovery', async (c) => {
    const form = await readForm(c, Ending)
    if (!form.ok) return show(c, form)

    await sayAddressWorks(c.var.world, c.req.param('id'), { ...form.value, by: memberName(c) })
    return c.redirect(addressSearchPaths.list({ done: 'works' }), 303)
  })

  .post('/address-searches/:id/reopening', async (c) => {
    const { id } = await search(c)
    const reopened = await reopenSearch(c.var.world, id)
    if (!reopened.ok)
      return show(c, { problems: [{ field: '', message: 'Cette recherche est déjà ouverte.' }], typed: {} })
    return c.redirect(addressSearchPaths.show(id), 303)
  })

const mistakes = {
  'not-email': 'Ce n’est pas une adresse électronique : écrivez-la comme mairie@exemple.fr.',
  'not-phone': 'Ce n’est pas un numéro de téléphone : écrivez-le comme 03 27 12 34 56.',
  'not-address': 'Écrivez l’adresse sur plusieurs lignes, la dernière avec le code postal et la ville.',
  'the-dead-one': 'C’est l’adresse qui ne mène nulle part. Si elle marche de nouveau, dites-le plus bas.',
  closed: 'Cette recherche est finie : rouvrez-la d’abord.',
}

const notices = {
  found: 'La coordonnée est enregistrée sous votre nom : la mairie peut de nouveau être jointe.',
  opposed: 'La coordonnée est enregistrée, mais cette adresse est en opposition : rien ne lui sera écrit.',
  'given-up': 'La recherche est abandonnée. Elle peut être rouverte parmi les recherches finies.',
  works: 'L’adresse peut de nouveau servir.',
}

const Words = z.object({
  q: z.string().trim().max(80).catch(''),
  state: z.enum(searchStates).catch('open'),
  channel: z.enum(searchChannels).optional().catch(undefined),
  page: z.coerce.number().int().min(1).catch(1),
  done: z.enum(['found', 'opposed', 'given-up', 'works']).optional().catch(undefined),
})

function everyRow(c: Context<Env>) {
  const { page: _page, done: _done, ...filter } = readQuery(c, Words)
  return listAddressSearches(c.var.db, filter)
}

async function search(c: Context<Env>) {
  const found = await findAddressSearch(c.var.db, c.req.param('id') ?? '')
  if (!found) throw new NotFound('Cette recherche n’existe pas.')
  return found
}

type Refused = { readonly problems: readonly Problem[]; readonly typed: FormValues }

async function show(c: Context<Env>, refused?: Refused) {
  const found = await search(c)
  if (refused) c.status(422)
  return c.render(<AddressSearchPage search={found} {...refused} />, {
    title: `Adresse à trouver, ${found.commune}`,
    breadcrumb: [{ label: 'Adresses à trouver', href: addressSearchPaths.list() }, { label: found.commune }],
  })
}
