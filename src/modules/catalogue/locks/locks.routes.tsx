import type { Context } from 'hono'
import { z } from 'zod'
import { departementName } from '#modules/communes/index.ts'
import { csvOf, download, odsOf } from '#platform/files/write-table.ts'
import { app, type Env } from '#platform/http/app.ts'
import { readForm, readQuery } from '#platform/http/form.ts'
import { memberOf } from '#platform/http/member.ts'
import { NotFound } from '#platform/http/refusals.ts'
import { communeMeant } from '../usages/named-commune.action.ts'
import { type RefusedGesture, settlingRoutes } from '../usages/settling.routes.ts'
import { settlingNotices } from '../usages/settling-words.ts'
import { recordFreeCommune } from './declare-lock.action.ts'
import { declareLockRoutes } from './declare-lock.routes.tsx'
import { LockPage } from './lock.page.tsx'
import { lockForces } from './lock.ts'
import { LockListPage } from './lock-list.page.tsx'
import { LockMapPage } from './lock-map.page.tsx'
import {
  countAsked,
  countLocks,
  findLock,
  listLockDepartements,
  listLocks,
  lockPageSize,
  mapLocks,
} from './lock-map.queries.ts'
import { lockPaths } from './locks.paths.ts'
import { lockColumns } from './locks-sheet.ts'

const word = <Schema extends z.ZodType>(schema: Schema) => schema.optional().catch(undefined)

const Words = z.object({
  q: z.string().trim().max(80).catch(''),
  forces: word(z.enum(lockForces)),
  what: word(z.string().trim().min(1).max(120)),
  departement: word(z.string().regex(/^(\d{2,3}|2[AB])$/)),
  standing: word(z.enum(['stands', 'waiting', 'withdrawn'])),
  page: z.coerce.number().int().min(1).catch(1),
  done: word(z.enum(['asked', 'confirmed', 'withdrawn', 'restored', 'free'])),
})

const Free = z.object({
  commune: z.string().trim().max(120),
  source: z.string().trim().min(1, 'Dites comment vous le savez.').max(200),
})

/** The lock map, the communes behind it, and each lock. */
export const lockRoutes = app()
  .route('/', declareLockRoutes)

  .get('/locks', (c) => showMap(c))

  .get('/locks.csv', async (c) =>
    c.body(csvOf(lockColumns, await everyRow(c)), 200, download('verrous', 'csv')),
  )

  .get('/locks.ods', async (c) => {
    const sheet = odsOf('Verrous', lockColumns, await everyRow(c))
    return c.body(Uint8Array.from(sheet), 200, download('verrous', 'ods'))
  })

  .get('/locks/communes', async (c) => {
    const { page, done: _, ...filter } = readQuery(c, Words)
    const { db, world } = c.var
    const now = world.clock()
    const [locks, total, departements] = await Promise.all([
      listLocks(db, filter, now, page),
      countLocks(db, filter, now),
      departementChoices(c),
    ])
    const pages = Math.ceil(total / lockPageSize)
    return c.render(<LockListPage {...{ locks, total, filter, departements, page, pages, now }} />, {
      title: 'Communes tenues par un verrou',
      wide: true,
      breadcrumb: [{ label: 'Carte des verrous', href: lockPaths.map() }, { label: 'Communes' }],
    })
  })

  .post('/locks/surveys', async (c) => {
    const form = await readForm(c, Free)
    if (!form.ok) return showMap(c, form)
    const meant = await communeMeant(c.var.db, form.value.commune)
    if (!meant.ok)
      return showMap(c, {
        typed: form.value,
        problems: [{ field: 'commune', message: unnamed(meant.proposals) }],
      })

    const { name } = memberOf(c)
    await recordFreeCommune(c.var.world, {
      insee: meant.value.insee,
      source: form.value.source,
      saidBy: name,
    })
    return c.redirect(lockPaths.map({ done: 'free' }), 303)
  })

  .get('/locks/:id', (c) => showOne(c))

  .route('/', settlingRoutes('locks', showOne))

const unnamed = (proposals: readonly { readonly label: string; readonly insee: string }[]) =>
  proposals.length > 0
    ? `Laquelle ? ${proposals.map(({ label, insee }) => `${label} ${insee}`).join(', ')}. Écrivez son code.`
    : 'Aucune commune ne ressemble à ce nom.'

const notices = {
  ...settlingNotices,
  free: 'C’est noté : cette commune compte parmi celles que rien ne bloque.',
}

async function everyRow(c: Context<Env>) {
  const { page: _page, done: _done, ...filter } = readQuery(c, Words)
  return listLocks(c.var.db, filter, c.var.world.clock())
}

const departementChoices = async (c: Context<Env>) =>
  (await listLockDepartements(c.var.db)).map((value) => ({
    value,
    label: `${departementName(value)} (${value})`,
  }))

async function showMap(c: Context<Env>, refused?: RefusedGesture) {
  const { page: _, done, ...filter } = readQuery(c, Words)
  const { db, world } = c.var
  const now = world.clock()
  const [locks, asked, waiting, departements] = await Promise.all([
    mapLocks(db, filter, now),
    countAsked(db, filter.departement, now),
    countLocks(db, { q: '', standing: 'waiting' }, now),
    departementChoices(c),
  ])
  if (refused) c.status(422)
  return c.render(
    <LockMapPage
      {...{ locks, asked, waiting, filter, departements }}
      notice={done && notices[done]}
      typed={refused?.typed ?? {}}
      problems={refused?.problems ?? []}
    />,
    { title: 'Carte des verrous', wide: true },
  )
}

async function showOne(c: Context<Env>, refused?: RefusedGesture) {
  const lock = await findLock(c.var.db, c.req.param('id') ?? '')
  if (!lock) throw new NotFound('Ce verrou n’existe pas.')
  const { done } = readQuery(c, Words)
  if (refused) c.status(422)
  return c.render(
    <LockPage
      lock={lock}
      communeHref={`/communes/${lock.insee}`}
      notice={done && notices[done]}
      typed={refused?.typed ?? {}}
      problems={refused?.problems ?? []}
      now={c.var.world.clock()}
    />,
    {
      title: lock.commune,
      breadcrumb: [{ label: 'Carte des verrous', href: lockPaths.map() }, { label: lock.commune }],
    },
  )
}
