import type { Context } from 'hono'
import { z } from 'zod'
import { plainName } from '#modules/communes/index.ts'
import { app, type Env } from '#platform/http/app.ts'
import { type FormValues, type Problem, readForm, readQuery } from '#platform/http/form.ts'
import { isId, newId } from '#platform/ids.ts'
import { countExclusions, listDeliveries, tallyOf } from '../deliveries/deliveries.queries.ts'
import { wakeWave } from '../deliveries/send-wave.job.ts'
import { listLots } from '../lots/lots.queries.ts'
import { composingOf, startComposing, stopComposing } from '../lots/start-composing.action.ts'
import { memberName } from '../member-name.ts'
import { findMessage, listMessages } from '../messages/messages.queries.ts'
import { listPerimeterEpcis } from './audience.queries.ts'
import { type AudienceRow, waveChannels } from './audience.ts'
import { audienceFilters, filterWords } from './audience-filters.ts'
import { launchWave } from './launch-wave.action.ts'
import { prepareLaunch } from './prepare-launch.action.ts'
import type { LaunchRefusal } from './readiness.ts'
import { RecipientsPage } from './recipients.page.tsx'
import { WavePage } from './wave.page.tsx'
import { standing } from './wave.ts'
import { WaveDraftPage } from './wave-draft.page.tsx'
import { WaveFormPage } from './wave-form.page.tsx'
import { WaveListPage } from './wave-list.page.tsx'
import { outreachPaths } from './waves.paths.ts'
import {
  deleteHandExclusion,
  findWave,
  insertHandExclusion,
  insertWave,
  listHandExclusions,
  listWaves,
  pauseWave,
  resumeWave,
  updateDraft,
  type Wave,
} from './waves.queries.ts'

const WaveForm = audienceFilters.extend({
  once: z.string().optional(),
  name: z.string().trim().min(1, 'Donnez un nom à la vague.').max(120),
  message: z.string().refine(isId, 'Choisissez un message.'),
  way: z.enum(waveChannels, 'Choisissez un canal.'),
  recentDays: z.coerce.number('Écrivez un nombre de jours.').int().min(0).max(3650, 'Dix ans au plus.'),
})

const ExclusionForm = z.object({
  commune: z.string().trim().min(1, 'Dites quelle commune.'),
  reason: z.string().trim().min(1, 'Dites pourquoi.').max(200),
})

export const waveRoutes = app()
  .get('/waves', async (c) =>
    c.render(<WaveListPage waves={await listWaves(c.var.db)} mayPrepare={mayAct(c)} />, { title: 'Vagues' }),
  )

  .get('/waves/new', (c) => showForm(c, { typed: { ...filterWords(readQuery(c, audienceFilters)) } }))

  .post('/waves', async (c) => {
    const form = await readForm(c, WaveForm)
    if (!form.ok) return showForm(c, form)

    // The form's own identifier becomes the wave's: posted twice, it prepares one wave.
    const id = form.value.once && isId(form.value.once) ? form.value.once : newId()
    await insertWave(c.var.db, id, choicesOf(form.value), memberName(c), c.var.world.clock())
    return c.redirect(outreachPaths.wave(id), 303)
  })

  .get('/waves/:id', (c) => showWave(c))

  .get('/waves/:id/edit', async (c) => {
    const wave = await findWave(c.var.db, c.req.param('id'))
    if (wave.state === 'launched') return c.redirect(outreachPaths.wave(wave.id), 303)

    const { id, name, messageId, channel, recentDays, filters } = wave
    const typed = { name, message: messageId, way: channel, recentDays: String(recentDays), ...filters }
    return showForm(c, { id, typed })
  })

  .post('/waves/:id/edit', async (c) => {
    const { id } = await findWave(c.var.db, c.req.param('id'))
    const form = await readForm(c, WaveForm)
    if (!form.ok) return showForm(c, { id, ...form })

    const isChanged = await updateDraft(c.var.db, id, choicesOf(form.value))
    return isChanged ? c.redirect(outreachPaths.wave(id), 303) : showWave(c, { refusal: 'already-launched' })
  })

  .post('/waves/:id/launch', async (c) => {
    const id = c.req.param('id')
    const decision = await launchWave(c.var.world, id, memberName(c))
    if (decision.ok) return c.redirect(`${outreachPaths.wave(id)}?done=launched`, 303)
    return showWave(c, { refusal: decision.reason })
  })

  .post('/waves/:id/pause', async (c) => {
    const { id } = await findWave(c.var.db, c.req.param('id'))
    await pauseWave(c.var.db, id, memberName(c), c.var.world.clock())
    return c.redirect(`${outreachPaths.wave(id)}?done=paused`, 303)
  })

  .post('/waves/:id/resume', async (c) => {
    const { id } = await findWave(c.var.db, c.req.param('id'))
    await c.var.db.transaction(async (tx) => {
      await resumeWave(tx, id)
      await wakeWave(tx, id)
    })
    return c.redirect(`${outreachPaths.wave(id)}?done=resumed`, 303)
  })

  .get('/waves/:id/recipients', async (c) => {
    const wave = await findWave(c.var.db, c.req.param('id'))
    if (wave.state === 'launched') return c.redirect(outreachPaths.deliveries(wave.id), 303)

    const { q, reason, page } = readQuery(c, RecipientWords)
    const { audience } = await prepareLaunch(c.var.db, c.var.world, wave)
    const rows = audience.filter((row) => isShown(row, q, reason))
    return c.render(
      <RecipientsPage
        wave={wave}
        rows={rows.slice((page - 1) * recipientsOnPage, page * recipientsOnPage)}
        total={rows.length}
        search={q}
        reason={reason}
        page={page}
        pages={Math.ceil(rows.length / recipientsOnPage)}
      />,
      { title: `Mairies de « ${wave.name} »` },
    )
  })

  .post('/waves/:id/exclusions', async (c) => {
    const wave = await findWave(c.var.db, c.req.param('id'))
    const form = await readForm(c, ExclusionForm)
    if (!form.ok) return showWave(c, form)
    if (wave.state === 'launched') return showWave(c, { refusal: 'already-launched' })

    const { audience } = await prepareLaunch(c.var.db, c.var.world, wave)
    const { commune, reason } = form.value
    const row = audience.find(
      ({ candidate }) => candidate.insee === commune || plainName(candidate.name) === plainName(commune),
    )
    if (!row) {
      const message = 'Cette commune n’est pas dans la vague : prenez son nom dans la liste proposée.'
      return showWave(c, { problems: [{ field: 'commune', message }], typed: { ...form.value } })
    }
    await insertHandExclusion(c.var.db, {
      waveId: wave.id,
      insee: row.candidate.insee,
      reason,
      excludedBy: memberName(c),
    })
    return c.redirect(outreachPaths.wave(wave.id), 303)
  })

  .post('/waves/:id/exclusions/removal', async (c) => {
    const wave = await findWave(c.var.db, c.req.param('id'))
    const form = await readForm(c, z.object({ insee: z.string() }))
    if (form.ok && wave.state === 'draft') await deleteHandExclusion(c.var.db, wave.id, form.value.insee)
    return c.redirect(outreachPaths.wave(wave.id), 303)
  })

  .post('/waves/:id/compositions', async (c) => {
    const { id } = await findWave(c.var.db, c.req.param('id'))
    await c.var.db.transaction((tx) => startComposing(tx, id))
    return c.redirect(outreachPaths.wave(id), 303)
  })

  .post('/waves/:id/compositions/stop', async (c) => {
    const { id } = await findWave(c.var.db, c.req.param('id'))
    await stopComposing(c.var.db, id)
    return c.redirect(outreachPaths.wave(id), 303)
  })

const mayAct = (c: Context<Env>) => c.var.visitor.role === 'operator'

const choicesOf = ({ name, message, way, recentDays, ...filters }: z.output<typeof WaveForm>) => ({
  name,
  messageId: message,
  channel: way,
  filters: filterWords(audienceFilters.parse(filters)),
  recentDays,
})

type FormShown = {
  readonly id?: string
  readonly typed: Readonly<Record<string, string | undefined>>
  readonly problems?: readonly Problem[]
}

async function showForm(c: Context<Env>, { id, typed, problems }: FormShown) {
  const [messages, epcis] = await Promise.all([listMessages(c.var.db), listPerimeterEpcis(c.var.db)])
  if (problems) c.status(422)
  return c.render(
    <WaveFormPage id={id} messages={messages} epcis={epcis} typed={typed} problems={problems} />,
    {
      title: id ? 'Changer la vague' : 'Préparer une vague',
    },
  )
}

type Refused = {
  readonly refusal?: LaunchRefusal
  readonly problems?: readonly Problem[]
  readonly typed?: FormValues
}

async function showWave(c: Context<Env>, refused?: Refused) {
  const wave = await findWave(c.var.db, c.req.param('id') ?? '')
  if (refused) c.status(422)
  return wave.state === 'draft' ? showDraft(c, wave, refused) : showLaunched(c, wave, refused)
}

async function showDraft(c: Context<Env>, wave: Wave, refused: Refused = {}) {
  const [{ audience, recipients, lines }, message, byHand] = await Promise.all([
    prepareLaunch(c.var.db, c.var.world, wave),
    findMessage(c.var.db, wave.messageId),
    listHandExclusions(c.var.db, wave.id),
  ])
  const letters = recipients.filter(({ planned }) => planned.channel === 'letter').length
  return c.render(
    <WaveDraftPage
      wave={wave}
      messageName={message.name}
      lines={lines}
      emails={recipients.length - letters}
      letters={letters}
      exclusions={exclusionsOf(audience)}
      byHand={byHand}
      candidates={recipients.map(({ candidate }) => candidate)}
      mayPrepare={mayAct(c)}
      {...refused}
    />,
    { title: wave.name },
  )
}

function exclusionsOf(audience: readonly AudienceRow[]) {
  const reasons = audience.flatMap((row) => ('excluded' in row ? [row.excluded.reason] : []))
  return [...new Set(reasons)].map((reason) => ({
    reason,
    count: reasons.filter((other) => other === reason).length,
  }))
}

const notices = {
  launched: 'La vague est lancée : le message et la liste des mairies ne changent plus.',
  paused: 'Les courriels sont suspendus : aucun ne part plus.',
  resumed: 'Les courriels repartent.',
}
const Done = z.enum(['launched', 'paused', 'resumed']).optional().catch(undefined)

async function showLaunched(c: Context<Env>, wave: Wave, { refusal }: Refused = {}) {
  const { db } = c.var
  const [tally, doubts, exclusions, lots, composing] = await Promise.all([
    tallyOf(db, wave.id),
    listDeliveries(db, { waveId: wave.id, states: ['uncertain'] }, { sort: 'date', isDescending: false }),
    countExclusions(db, wave.id),
    listLots(db, wave.id),
    composingOf(db, wave.id),
  ])
  const where = standing(wave, tally)
  const done = Done.parse(c.req.query('done'))
  return c.render(
    <WavePage
      wave={wave}
      standing={where}
      tally={tally}
      doubts={doubts.map(({ id, commune, address, settledAt }) => ({
        id,
        commune,
        address,
        since: settledAt,
      }))}
      exclusions={exclusions.map(({ reason, n }) => ({ reason: reason ?? '', count: n }))}
      lots={lots}
      composing={composing && { done: composing.done, total: composing.total ?? 0 }}
      maySend={mayAct(c)}
      mayRule={mayAct(c) || c.var.visitor.role === 'association'}
      isAlreadyLaunched={refusal === 'already-launched'}
      notice={done && notices[done]}
    />,
    { title: wave.name, refreshSeconds: isMoving(wave, tally) || composing ? 3 : undefined },
  )
}

// The page reads itself again only while something moves by itself.
const isMoving = (
  { pausedAt }: Wave,
  { rendered = 0, claimed = 0, in_flight = 0 }: Awaited<ReturnType<typeof tallyOf>>,
) => !pausedAt && rendered + claimed + in_flight > 0

const RecipientWords = z.object({
  q: z.string().trim().max(80).catch(''),
  reason: z.string().max(40).catch(''),
  page: z.coerce.number().int().min(1).catch(1),
})
const recipientsOnPage = 50

function isShown(row: AudienceRow, search: string, reason: string) {
  const isFound = plainName(row.candidate.name).includes(plainName(search)) || row.candidate.insee === search
  const what = 'planned' in row ? row.planned.channel : row.excluded.reason
  return isFound && (reason === '' || what === reason)
}
