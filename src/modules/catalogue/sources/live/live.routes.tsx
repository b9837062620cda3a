import type { Context } from 'hono'
import { z } from 'zod'
import { findCommunes } from '#modules/communes/index.ts'
import { csvOf, download, odsOf } from '#platform/files/write-table.ts'
import { app, type Env } from '#platform/http/app.ts'
import { readForm, readQuery } from '#platform/http/form.ts'
import { memberOf } from '#platform/http/member.ts'
import { NotFound } from '#platform/http/refusals.ts'
import { isId } from '#platform/ids.ts'
import { sourceOf } from '../source.ts'
import { hintedCompanyColumns, userHintColumns } from './hint-sheets.ts'
import { HintedCompaniesPage } from './hinted-companies.page.tsx'
import {
  countUserHints,
  hintPageSize,
  listHintedCompanies,
  listUserHints,
  settleUserHint,
  unsettleUserHint,
} from './hints.queries.ts'
import { livePaths } from './live.paths.ts'
import { listLastRuns, listLiveSettings } from './live.queries.ts'
import { LiveListPage, type LiveListProps } from './live-list.page.tsx'
import { isLiveSource, type LiveSource } from './live-source.ts'
import { liveRefusals } from './live-words.ts'
import { askLiveReading, turnLiveSourceOff, turnLiveSourceOn } from './set-live-source.action.ts'
import { UserHintsPage, userHintStates } from './user-hints.page.tsx'

const On = z.object({ address: z.string().trim().max(2000), right: z.string().optional() })
const Verdict = z.object({ verdict: z.string().max(10), insee: z.string().trim().max(5).default('') })

const states = Object.keys(userHintStates) as (keyof typeof userHintStates)[]
const Words = z.object({
  q: z.string().trim().max(80).catch(''),
  state: z.enum(states).catch('to-settle'),
  page: z.coerce.number().int().min(1).catch(1),
  done: z.enum(['on', 'off', 'asked', 'settled', 'again']).optional().catch(undefined),
})

const notices = {
  on: 'La source est allumée : lisez-la maintenant, ou attendez cette nuit.',
  off: 'La source est éteinte. Ce qu’elle a apporté reste, avec son nom.',
  asked: 'La lecture est demandée : elle commence dans un instant.',
  settled: 'Le nom est vérifié.',
  again: 'Le nom est à nouveau à vérifier.',
}

/** Catalogues read from elsewhere: turned on, read, stopped; and what they say of bodies and companies. */
export const liveRoutes = app()
  .get('/sources/live', (c) => show(c))

  .post('/sources/live/:source/on', async (c) => {
    const source = sourceIn(c)
    const form = await readForm(c, On)
    const address = form.ok ? form.value.address : (form.typed.address ?? '')
    const decision = await turnLiveSourceOn(c.var.world, {
      source,
      address,
      hasRight: form.ok && form.value.right !== undefined,
      by: memberOf(c).name,
    })
    if (!decision.ok) return show(c, { source, address, message: liveRefusals[decision.reason] })
    return c.redirect(`${livePaths.list({ done: 'on' })}#${source}`, 303)
  })

  .post('/sources/live/:source/off', async (c) => {
    const source = sourceIn(c)
    await turnLiveSourceOff(c.var.world, source, memberOf(c).name)
    return c.redirect(`${livePaths.list({ done: 'off' })}#${source}`, 303)
  })

  .post('/sources/live/:source/run', async (c) => {
    const source = sourceIn(c)
    const decision = await askLiveReading(c.var.db, source, memberOf(c).name)
    if (!decision.ok) return show(c, { source, address: '', message: liveRefusals[decision.reason] })
    return c.redirect(`${livePaths.list({ done: 'asked' })}#${source}`, 303)
  })

  .get('/sources/live/users', (c) => showUsers(c))

  .get('/sources/live/users.csv', async (c) =>
    c.body(csvOf(userHintColumns, await everyUser(c)), 200, download('collectivites-citees', 'csv')),
  )

  .get('/sources/live/users.ods', async (c) => {
    const sheet = odsOf('Collectivités citées', userHintColumns, await everyUser(c))
    return c.body(Uint8Array.from(sheet), 200, download('collectivites-citees', 'ods'))
  })

  .post('/sources/live/users/:id', async (c) => {
    const id = c.req.param('id')
    if (!isId(id)) throw new NotFound('Cette citation n’existe pas.')
    const form = await readForm(c, Verdict)
    if (!form.ok) return showUsers(c, 'Dites quelle commune c’est, ou que ce n’en est pas une.')
    const { verdict, insee: typed } = form.value
    if (verdict === 'again') {
      await unsettleUserHint(c.var.db, id)
      return c.redirect(livePaths.users({ done: 'again' }), 303)
    }

    const insee = verdict === 'none' ? null : verdict === 'typed' ? typed.toUpperCase() : verdict
    if (insee !== null && (await findCommunes(c.var.db, [insee])).length === 0)
      return showUsers(c, `Le code « ${insee} » n’est celui d’aucune commune.`)
    await settleUserHint(c.var.db, { id, insee, by: memberOf(c).name, at: c.var.world.clock() })
    return c.redirect(livePaths.users({ done: 'settled' }), 303)
  })

  .get('/sources/live/companies', async (c) => {
    const { q, page } = readQuery(c, Words)
    const rows = await listHintedCompanies(c.var.db, q)
    return c.render(
      <HintedCompaniesPage
        rows={rows.slice((page - 1) * hintPageSize, page * hintPageSize)}
        total={rows.length}
        q={q}
        page={page}
        pages={Math.ceil(rows.length / hintPageSize)}
        sourceName={(slug) => sourceOf(slug).name}
      />,
      { title: 'Entreprises citées ailleurs', breadcrumb: trail('Entreprises citées'), wide: true },
    )
  })

  .get('/sources/live/companies.csv', async (c) => {
    const rows = await listHintedCompanies(c.var.db, readQuery(c, Words).q)
    return c.body(csvOf(hintedCompanyColumns, rows), 200, download('entreprises-citees', 'csv'))
  })

  .get('/sources/live/companies.ods', async (c) => {
    const rows = await listHintedCompanies(c.var.db, readQuery(c, Words).q)
    const sheet = odsOf('Entreprises citées', hintedCompanyColumns, rows)
    return c.body(Uint8Array.from(sheet), 200, download('entreprises-citees', 'ods'))
  })

function sourceIn(c: Context<Env>): LiveSource {
  const slug = c.req.param('source') ?? ''
  if (!isLiveSource(slug)) throw new NotFound('Cette source n’existe pas.')
  return slug
}

const trail = (label: string) => [{ label: 'Catalogues lus ailleurs', href: livePaths.list() }, { label }]

async function show(c: Context<Env>, refused?: LiveListProps['refused']) {
  const [settings, runs] = await Promise.all([listLiveSettings(c.var.db), listLastRuns(c.var.db)])
  const { done } = readQuery(c, Words)
  const isFresh = (at: Date) => c.var.world.clock().getTime() - at.getTime() < 60_000
  const isAwaited = done === 'asked' && !runs.some(({ startedAt }) => isFresh(startedAt))
  const isRunning = runs.some(({ state }) => state === 'running') || isAwaited
  if (refused) c.status(422)
  return c.render(
    <LiveListPage settings={settings} runs={runs} refused={refused} notice={done && notices[done]} />,
    { title: 'Catalogues lus ailleurs', refreshSeconds: isRunning && !refused ? 5 : undefined },
  )
}

const everyUser = (c: Context<Env>) => {
  const { q, state } = readQuery(c, Words)
  return listUserHints(c.var.db, { q, state })
}

async function showUsers(c: Context<Env>, problem?: string) {
  const { q, state, page, done } = readQuery(c, Words)
  const [rows, total] = await Promise.all([
    listUserHints(c.var.db, { q, state }, page),
    countUserHints(c.var.db, { q, state }),
  ])
  if (problem) c.status(422)
  return c.render(
    <UserHintsPage
      rows={rows}
      total={total}
      filter={{ q, state }}
      page={page}
      pages={Math.ceil(total / hintPageSize)}
      sourceName={(slug) => sourceOf(slug).name}
      problem={problem}
      notice={done && notices[done]}
    />,
    { title: 'Collectivités citées ailleurs', breadcrumb: trail('Collectivités citées'), wide: true },
  )
}
