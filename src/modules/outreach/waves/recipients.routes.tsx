import { z } from 'zod'
import { plainName } from '#modules/communes/index.ts'
import { app } from '#platform/http/app.ts'
import { readForm, readQuery } from '#platform/http/form.ts'
import { memberName } from '../member-name.ts'
import { addresseeOf, keyOf } from './addressee.ts'
import type { AudienceRow } from './audience.ts'
import { excludePastRetention } from './exclude-past-retention.action.ts'
import { planLaunch } from './plan-launch.action.ts'
import { RecipientsPage } from './recipients.page.tsx'
import { showWave } from './wave.routes.tsx'
import { outreachPaths } from './waves.paths.ts'
import { deleteHandExclusion, findWave, insertHandExclusion } from './waves.queries.ts'

const ExclusionForm = z.object({
  commune: z.string().trim().min(1, 'Dites qui.'),
  reason: z.string().trim().min(1, 'Dites pourquoi.').max(200),
})

/** Who a wave in preparation would write to, and those taken out of it by hand. */
export const recipientRoutes = app()
  .get('/waves/:id/recipients', async (c) => {
    const wave = await findWave(c.var.db, c.req.param('id'))
    if (wave.state === 'launched') return c.redirect(outreachPaths.deliveries(wave.id), 303)

    const { q, reason, page } = readQuery(c, RecipientWords)
    const { audience } = await planLaunch(c.var.db, c.var.world, wave)
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
      { title: `Destinataires de « ${wave.name} »` },
    )
  })

  .post('/waves/:id/exclusions', async (c) => {
    const wave = await findWave(c.var.db, c.req.param('id'))
    const form = await readForm(c, ExclusionForm)
    if (!form.ok) return showWave(c, form)
    if (wave.state === 'launched') return showWave(c, { refusal: 'already-launched' })

    const { audience } = await planLaunch(c.var.db, c.var.world, wave)
    const { commune, reason } = form.value
    const row = audience.find(
      ({ candidate }) => keyOf(candidate) === commune || plainName(candidate.name) === plainName(commune),
    )
    if (!row) {
      const message = `Cette ${wave.audienceKind === 'companies' ? 'entreprise' : 'commune'} n’est pas dans la vague : prenez son nom dans la liste proposée.`
      return showWave(c, { problems: [{ field: 'commune', message }], typed: { ...form.value } })
    }
    await insertHandExclusion(c.var.db, {
      waveId: wave.id,
      ...addresseeOf(row.candidate),
      reason,
      excludedBy: memberName(c),
    })
    return c.redirect(outreachPaths.wave(wave.id), 303)
  })

  .post('/waves/:id/exclusions/past-retention', async (c) => {
    const id = c.req.param('id')
    const decision = await excludePastRetention(c.var.world, id, memberName(c))
    return decision.ok ? c.redirect(outreachPaths.wave(id), 303) : showWave(c, { refusal: decision.reason })
  })

  .post('/waves/:id/exclusions/removal', async (c) => {
    const wave = await findWave(c.var.db, c.req.param('id'))
    const form = await readForm(c, z.object({ addressee: z.string() }))
    if (form.ok && wave.state === 'draft') await deleteHandExclusion(c.var.db, wave.id, form.value.addressee)
    return c.redirect(outreachPaths.wave(wave.id), 303)
  })

const RecipientWords = z.object({
  q: z.string().trim().max(80).catch(''),
  reason: z.string().max(40).catch(''),
  page: z.coerce.number().int().min(1).catch(1),
})
const recipientsOnPage = 50

function isShown(row: AudienceRow, search: string, reason: string) {
  const isFound = plainName(row.candidate.name).includes(plainName(search)) || keyOf(row.candidate) === search
  const what = 'planned' in row ? row.planned.channel : row.excluded.reason
  return isFound && (reason === '' || what === reason)
}
