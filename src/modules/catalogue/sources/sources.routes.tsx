import { z } from 'zod'
import { app } from '#platform/http/app.ts'
import { readQuery } from '#platform/http/form.ts'
import { NotFound } from '#platform/http/refusals.ts'
import { softwarePaths } from '../software/software.paths.ts'
import { loadOptional } from './load-shipped.action.ts'
import { countRecordsBySource } from './loads.queries.ts'
import { isOptionalEdition } from './shipped-editions.ts'
import { sources } from './source.ts'
import { SourceListPage } from './source-list.page.tsx'

/** The sources of the directory, for everyone; an editor adds those that are shipped apart. */
export const sourcesRoutes = app()
  .get('/sources', async (c) => {
    const records = await countRecordsBySource(c.var.db)
    const { added } = readQuery(c, z.object({ added: z.string().optional().catch(undefined) }))
    return c.render(
      <SourceListPage
        sources={Object.entries(sources).map(([slug, source]) => ({
          ...source,
          slug,
          records: records.get(slug) ?? 0,
          isOptional: isOptionalEdition(slug),
        }))}
        isEditor={['operator', 'association'].includes(c.var.visitor.role)}
        notice={added ? 'La source est ajoutée : ses logiciels sont dans leur couche.' : undefined}
      />,
      { title: 'D’où viennent les fiches', wide: true },
    )
  })

  .post('/sources/:source', async (c) => {
    const source = c.req.param('source')
    if (!isOptionalEdition(source)) throw new NotFound('Cette source n’est pas livrée avec Beffroi.')
    await loadOptional(c.var.db, source, c.var.world.clock())
    return c.redirect(softwarePaths.sources({ added: source }), 303)
  })
