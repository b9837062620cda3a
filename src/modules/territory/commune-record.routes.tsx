import type { Context } from 'hono'
import { listSuccessors } from '#modules/communes/index.ts'
import { app, type Env } from '#platform/http/app.ts'
import { readForm } from '#platform/http/form.ts'
import { Forbidden, NotFound } from '#platform/http/refusals.ts'
import type { PointRefusal } from './add-contact-point.tsx'
import { closeContactPoint, giveContactPoint, reopenContactPoint } from './change-contact-point.action.ts'
import { GoneCommunePage, keptRecordPage } from './commune-record.page.tsx'
import { findCommuneRecord } from './commune-record.queries.ts'
import { ContactPointForm } from './contact-point-form.ts'
import { locate } from './locator.action.ts'
import { territoryPaths } from './territory.paths.ts'

export const recordRoutes = app()
  .get('/communes/:file{[0-9AB]+\\.json}', async (c) => {
    const insee = c.req.param('file').replace('.json', '')
    const record = await findCommuneRecord(c.var.db, insee, memberOf(c))
    if (!record) throw new NotFound(`Aucune commune ne porte le code INSEE ${insee}.`)
    return c.json(record)
  })

  .get('/communes/:insee', (c) => show(c, c.req.param('insee')))

  .post('/communes/:insee/contact-points', async (c) => {
    const insee = c.req.param('insee')
    const form = await readForm(c, ContactPointForm)
    if (!form.ok) return show(c, insee, { ...form.typed, message: form.problems[0]?.message ?? '' })

    const given = await giveContactPoint(c.var.db, form.value, handOf(c, insee))
    if (!given.ok)
      return show(c, insee, { ...form.value, message: 'Cette coordonnée est déjà connue pour cette mairie.' })
    return c.redirect(`${territoryPaths.commune(insee)}?added`, 303)
  })

  .post('/communes/:insee/contact-points/:id/end', async (c) => {
    const { insee, id } = c.req.param()
    const ended = await closeContactPoint(c.var.db, id, handOf(c, insee))
    if (!ended.ok) throw new NotFound('Cette coordonnée n’est plus en usage, ou n’a jamais existé.')
    return c.redirect(`${territoryPaths.commune(insee)}?ended=${id}`, 303)
  })

  .post('/communes/:insee/contact-points/:id/return', async (c) => {
    const { insee, id } = c.req.param()
    const reopened = await reopenContactPoint(c.var.db, id, handOf(c, insee))
    if (!reopened.ok) throw new NotFound('Cette coordonnée est déjà en usage, ou n’a jamais existé.')
    return c.redirect(`${territoryPaths.commune(insee)}?returned`, 303)
  })

async function show(c: Context<Env>, insee: string, refusal?: PointRefusal) {
  const { db } = c.var
  const member = memberOf(c)
  const record = await findCommuneRecord(db, insee, member)
  if (!record) return showGone(c, insee)

  const locator = await locate(db, insee, record.epciSiren)
  const mayEdit = member.role === 'operator' || member.role === 'association'
  if (refusal) c.status(422)
  return c.render(keptRecordPage({ record, locator, mayEdit, refusal, done: doneIn(c) }), {
    title: record.name,
    wide: true,
    breadcrumb: [{ label: 'Territoire', href: territoryPaths.list() }, { label: record.name }],
  })
}

async function showGone(c: Context<Env>, insee: string) {
  const successors = await listSuccessors(c.var.db, [insee])
  const [first] = successors
  if (!first) throw new NotFound(`Aucune commune ne porte le code INSEE ${insee}.`)

  c.status(410)
  return c.render(<GoneCommunePage insee={insee} formerName={first.formerName} successors={successors} />, {
    title: 'Une commune d’autrefois',
  })
}

function doneIn(c: Context<Env>) {
  const { added, ended, returned } = c.req.query()
  if (ended) return { sentence: 'La coordonnée est retirée.', undoId: ended }
  if (added !== undefined) return { sentence: 'La coordonnée est ajoutée.' }
  return returned === undefined ? undefined : { sentence: 'La coordonnée est remise.' }
}

const handOf = (c: Context<Env>, insee: string) => ({ insee, by: memberOf(c), at: c.var.world.clock() })

function memberOf(c: Context<Env>) {
  const { visitor } = c.var
  if (!('organisation' in visitor)) throw new Forbidden('Aucun organisme ne vous a encore accueilli.')
  return visitor
}
