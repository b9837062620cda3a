import { z } from 'zod'
import { app } from '#platform/http/app.ts'
import { readForm } from '#platform/http/form.ts'
import { wakeWave } from '../deliveries/send-wave.job.ts'
import { startComposing, stopComposing } from '../lots/start-composing.action.ts'
import { memberName } from '../member-name.ts'
import { launchWave } from './launch-wave.action.ts'
import { showWave } from './wave.routes.tsx'
import { outreachPaths } from './waves.paths.ts'
import { findWave, pauseWave, resumeWave, setWaveRate } from './waves.queries.ts'

const Pace = z.object({
  perMinute: z.preprocess(
    (typed) => (typed === '' || typed === undefined ? null : typed),
    z.coerce
      .number('Écrivez un nombre de courriels par minute.')
      .int('Écrivez un nombre entier.')
      .min(1, 'Un par minute au moins : pour arrêter tout à fait, suspendez.')
      .max(10_000, 'Dix mille par minute au plus.')
      .nullable(),
  ),
})

/** Launching a wave, then holding its e-mails back or composing its letters. */
export const launchRoutes = app()
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

  // Slows a wave down, or lets it follow its lanes again: the next message taken already obeys.
  .post('/waves/:id/pace', async (c) => {
    const { id } = await findWave(c.var.db, c.req.param('id'))
    const form = await readForm(c, Pace)
    if (!form.ok) return showWave(c, form)

    await c.var.db.transaction(async (tx) => {
      await setWaveRate(tx, id, form.value.perMinute)
      await wakeWave(tx, id)
    })
    return c.redirect(`${outreachPaths.wave(id)}?done=paced`, 303)
  })

  .post('/waves/:id/resume', async (c) => {
    const { id } = await findWave(c.var.db, c.req.param('id'))
    await c.var.db.transaction(async (tx) => {
      await resumeWave(tx, id)
      await wakeWave(tx, id)
    })
    return c.redirect(`${outreachPaths.wave(id)}?done=resumed`, 303)
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
