import type { Context } from 'hono'
import { departementName, findCommune, listSuccessors } from '#modules/communes/index.ts'
import { app, type Env } from '#platform/http/app.ts'
import { type NameLink, toCommune } from '#values/commune-name.ts'
import { cataloguePaths } from '../catalogue.paths.ts'
import { CommuneSoftwarePage } from './commune-software.page.tsx'
import { usagePaths } from './usages.paths.ts'
import { usagesOfCommune } from './usages.queries.ts'
import { usedByFeed } from './used-by.ts'

/** « Nos logiciels libres »: a commune's public page, and the same for machines. */
export const communeSoftwareRoutes = app()
  .get('/in/:file{[0-9AB]{5}\\.json}', async (c) => {
    const commune = await findCommune(c.var.db, c.req.param('file').slice(0, 5))
    const usages = await usagesOfCommune(c.var.db, commune.insee, c.var.world.clock())
    return c.json(usedByFeed(commune, usages, c.var.world.config.baseUrl), 200, {
      'access-control-allow-origin': '*',
    })
  })

  .get('/in/:insee', async (c) => {
    const commune = await findCommune(c.var.db, c.req.param('insee'))
    if (commune.endedOn !== null) return toHeir(c, commune.insee)

    const now = c.var.world.clock()
    const at = toCommune(commune.name, commune.nameType as NameLink)
    return c.render(
      <CommuneSoftwarePage
        insee={commune.insee}
        name={commune.name}
        at={at}
        population={commune.population}
        departement={departementName(commune.departement)}
        usages={await usagesOfCommune(c.var.db, commune.insee, now)}
        softwareHref={(slug) => cataloguePaths.software(slug)}
        now={now}
      />,
      { title: `Les logiciels libres ${at}`, face: 'public' },
    )
  })

/** A commune that has merged is shown under its heir; when several share it, the first by name. */
async function toHeir(c: Context<Env>, insee: string) {
  const [heir] = await listSuccessors(c.var.db, [insee])
  return heir ? c.redirect(usagePaths.commune(heir.insee), 301) : c.notFound()
}
