import type { Context } from 'hono'
import { directoryEdition, findSoftware } from '#modules/catalogue/index.ts'
import { countListed } from '#modules/companies/index.ts'
import { app, type Env } from '#platform/http/app.ts'
import { readQuery } from '#platform/http/form.ts'
import { type ForEachReader, keptAnswer } from '#platform/http/shared-answer.ts'
import { directoryPaths } from '../directory.paths.ts'
import { isEditor } from '../editor.ts'
import { AskedAnswer } from '../needs/need.routes.tsx'
import { placeOf } from '../place/place.ts'
import { readPlace } from '../place/read-place.action.ts'
import { showSoftware } from './show-software.action.ts'
import { SoftwarePage } from './software.page.tsx'
import { WithdrawnPage } from './withdrawn.page.tsx'

export const softwareRoutes = app().get('/software/:slug', async (c) =>
  keptAnswer(c, await directoryEdition(c.var.world), (forEachReader) =>
    drawSoftware(c, c.req.param('slug'), forEachReader),
  ),
)

async function drawSoftware(c: Context<Env>, slug: string, forEachReader: ForEachReader) {
  const { db, world } = c.var
  const asked = readQuery(c, AskedAnswer)
  const { kind } = asked
  const [software, read] = await Promise.all([findSoftware(db, slug), readPlace(db, asked)])
  const insee = placeOf(read)?.insee
  if ('slug' in software === false)
    return c.redirect(directoryPaths.software(software.mergedInto, { commune: insee, kind }), 301)
  if (insee && asked.place !== '')
    return c.redirect(directoryPaths.software(slug, { commune: insee, kind }), 302)
  if (software.withdrawnAt) {
    c.status(410)
    return c.render(<WithdrawnPage {...software} />, { title: software.name, face: 'public' })
  }

  const shown = await showSoftware(world, { software, insee, kind })
  forEachReader(() => countListed(world, shown.helpers, 'software'))
  return c.render(
    <SoftwarePage shown={shown} read={read} at={world.clock()} canEdit={isEditor(c.var.visitor)} />,
    {
      title: software.name,
      face: 'public',
    },
  )
}
