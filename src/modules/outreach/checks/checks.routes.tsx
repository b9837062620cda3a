import { app } from '#platform/http/app.ts'
import { memberName } from '../member-name.ts'
import { showWave } from '../waves/wave.routes.tsx'
import { outreachPaths } from '../waves/waves.paths.ts'
import { findWave } from '../waves/waves.queries.ts'
import { runLiveChecks } from './run-live-checks.action.ts'

/** Trying for real, when somebody asks for it, what a wave in preparation needs. */
export const checkRoutes = app().post('/waves/:id/checks', async (c) => {
  const wave = await findWave(c.var.db, c.req.param('id'))
  if (wave.state === 'launched') return showWave(c, { refusal: 'already-launched' })

  await runLiveChecks(c.var.world, wave, memberName(c))
  return c.redirect(`${outreachPaths.wave(wave.id)}#avant-de-lancer`, 303)
})
