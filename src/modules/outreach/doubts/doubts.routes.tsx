import type { Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { z } from 'zod'
import { csvOf, download, odsOf } from '#platform/files/write-table.ts'
import { app, type Env } from '#platform/http/app.ts'
import { type Problem, readForm, readQuery } from '#platform/http/form.ts'
import { isId } from '#platform/ids.ts'
import { plural } from '#ui/french.ts'
import { wakeWave } from '../deliveries/send-wave.job.ts'
import { sendAgain, settleAsAccepted } from '../deliveries/settle-doubt.action.ts'
import { memberName } from '../member-name.ts'
import { DoubtsPage, type DoubtsProps } from './doubts.page.tsx'
import { doubtPaths } from './doubts.paths.ts'
import { countDoubts, doubtSorts, listDoubts, wavesInDoubt } from './doubts.queries.ts'
import { doubtColumns } from './doubts-sheet.ts'
import { logRefusals } from './finding-words.ts'
import { readLogBytes } from './read-log-file.action.ts'
import { reconcile } from './reconcile.action.ts'
import { lastReading } from './relay-log-positions.queries.ts'

const largestUpload = 20 * 1024 * 1024

const Words = z.object({
  q: z.string().trim().max(80).catch(''),
  wave: z.string().refine(isId).optional().catch(undefined),
  sort: z.enum(doubtSorts).catch('since'),
  order: z.enum(['asc', 'desc']).catch('asc'),
  page: z.coerce.number().int().min(1).catch(1),
  accepted: z.coerce.number().int().positive().optional().catch(undefined),
  again: z.coerce.number().int().positive().optional().catch(undefined),
})

const Ruling = z.object({
  id: z
    .preprocess((ids) => [ids ?? []].flat(), z.array(z.string().refine(isId)))
    .refine((ids) => ids.length > 0, 'Choisissez au moins un envoi.'),
  reason: z.string().trim().min(1, 'Dites pourquoi.').max(300),
})
const Upload = z.object({ file: z.instanceof(File).optional().catch(undefined) })

// the form around the file takes some room too
const tooLarge = bodyLimit({
  maxSize: largestUpload + 64 * 1024,
  onError: (c: Context<Env>) => refuse(c, [{ field: 'file', message: logRefusals['too-large'] }], {}, 413),
})

export const doubtRoutes = app()
  .get('/doubts', (c) => show(c))

  .get('/doubts.csv', async (c) =>
    c.body(csvOf(doubtColumns, await everyRow(c)), 200, download('doutes', 'csv')),
  )

  .get('/doubts.ods', async (c) =>
    c.body(Uint8Array.from(odsOf('Doutes', doubtColumns, await everyRow(c))), 200, download('doutes', 'ods')),
  )

  .post('/doubts/acceptances', async (c) => {
    const form = await readForm(c, Ruling)
    if (!form.ok) return refuse(c, form.problems, { typed: form.typed, chosen: await chosenIn(c) })

    const { id: ids, reason } = form.value
    let accepted = 0
    for (const id of ids)
      if ((await settleAsAccepted(c.var.world, id, { by: memberName(c), reason })).ok) accepted += 1
    return accepted > 0 ? c.redirect(doubtPaths.list({ accepted }), 303) : refuse(c, noLonger)
  })

  .post('/doubts/attempts', async (c) => {
    const form = await readForm(c, Ruling)
    if (!form.ok) return refuse(c, form.problems, { typed: form.typed, chosen: await chosenIn(c) })

    const { id: ids, reason } = form.value
    const sent = []
    for (const id of ids) {
      const decision = await sendAgain(c.var.world, id, { by: memberName(c), reason })
      if (decision.ok) sent.push(decision.value)
    }
    for (const waveId of new Set(sent.map((delivery) => delivery.waveId))) await wakeWave(c.var.db, waveId)
    return sent.length > 0 ? c.redirect(doubtPaths.list({ again: sent.length }), 303) : refuse(c, noLonger)
  })

  .post('/doubts/relay-log', tooLarge, async (c) => {
    const form = await readForm(c, Upload)
    const file = form.ok ? form.value.file : undefined
    if (!file || file.size === 0) return refuse(c, [{ field: 'file', message: logRefusals['no-file'] }])

    const read = await readLogBytes(new Uint8Array(await file.arrayBuffer()), c.var.world.clock())
    if (!read.ok) return refuse(c, [{ field: 'file', message: logRefusals[read.reason] }])
    const findings = await reconcile(c.var.world, read.value, { by: memberName(c) })
    return show(c, { findings: findings.map(({ doubt, outcome }) => ({ ...doubt, outcome })) })
  })

/** What was chosen stays chosen when something else is to mend. */
const chosenIn = async (c: Context<Env>) =>
  [(await c.req.parseBody({ all: true })).id ?? []].flat().map(String)

const noLonger = [
  {
    field: '',
    message: 'Ces envois ne sont plus douteux, ou leur mairie ne veut plus d’envoi : rien n’a changé.',
  },
]

function refuse(
  c: Context<Env>,
  problems: readonly Problem[],
  kept: Partial<DoubtsProps> = {},
  status: 413 | 422 = 422,
) {
  c.status(status)
  return show(c, { problems, ...kept })
}

async function show(c: Context<Env>, rest: Partial<DoubtsProps> = {}) {
  const { db, world, visitor } = c.var
  const { accepted, again, ...words } = readQuery(c, Words)
  const filter = { search: words.q, waveId: words.wave }
  const order = { sort: words.sort, isDescending: words.order === 'desc', page: words.page }
  const { relayLog } = world.config
  const [doubts, total, waves, readAt] = await Promise.all([
    listDoubts(db, filter, order),
    countDoubts(db, filter),
    wavesInDoubt(db),
    relayLog ? lastReading(db, relayLog) : undefined,
  ])
  return c.render(
    <DoubtsPage
      doubts={doubts}
      total={total}
      words={words}
      waves={waves}
      mayRule={['operator', 'association'].includes(visitor.role)}
      followed={relayLog ? { readAt } : undefined}
      notice={noticeOf(accepted, again)}
      {...rest}
    />,
    { title: 'Doutes', wide: true },
  )
}

function noticeOf(accepted?: number, again?: number) {
  if (accepted) return `${plural(accepted, 'envoi est tenu pour arrivé', 'envois sont tenus pour arrivés')}.`
  if (again) return `${plural(again, 'envoi repart', 'envois repartent')}, à votre nom.`
  return undefined
}

function everyRow(c: Context<Env>) {
  const { q, wave, sort, order } = readQuery(c, Words)
  return listDoubts(c.var.db, { search: q, waveId: wave }, { sort, isDescending: order === 'desc' })
}
