import { z } from 'zod'
import { cataloguePaths, directoryEdition, recordSilentSearch, understand } from '#modules/catalogue/index.ts'
import { plainName } from '#modules/communes/index.ts'
import { app } from '#platform/http/app.ts'
import { readQuery } from '#platform/http/form.ts'
import { keptAnswer } from '#platform/http/shared-answer.ts'
import { directoryPaths } from '../directory.paths.ts'
import { listServices } from '../home/home.queries.ts'
import { drawNeed } from '../needs/need.routes.tsx'
import { AskedPlace } from '../place/asked-place.ts'
import { placeOf } from '../place/place.ts'
import { readPlace } from '../place/read-place.action.ts'
import { FindPage } from './find.page.tsx'
import { leadOf } from './find.ts'

const Asked = AskedPlace.extend({ q: z.string().trim().catch('') })

// What a page repeats of a question; the whole of it is read.
const mostRepeated = 200

export const findRoutes = app().get('/find', async (c) =>
  keptAnswer(c, await directoryEdition(c.var.world), async (forEachReader) => {
    const { db, world } = c.var
    const asked = readQuery(c, Asked)
    const { q } = asked
    const lead = leadOf(await understand(db, q), (name) => plainName(name) === plainName(q))
    if (lead.to === 'need') return drawNeed(c, { ...lead, forEachReader, q: q.slice(0, mostRepeated) })
    if (lead.to === 'software')
      return c.redirect(directoryPaths.software(lead.slug, { commune: asked.commune }), 302)
    if (lead.to === 'product') return c.redirect(cataloguePaths.product(lead.slug), 302)

    forEachReader(() => {
      recordSilentSearch(db, q, world.clock()).catch((error: unknown) => world.log.error(error))
    })
    const [services, place] = await Promise.all([listServices(db), readPlace(db, asked)])
    const page = <FindPage q={q.slice(0, mostRepeated)} services={services} place={placeOf(place)} />
    return c.render(page, { title: 'Chercher', face: 'public' })
  }),
)
