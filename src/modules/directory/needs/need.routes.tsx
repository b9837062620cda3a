import type { Context } from 'hono'
import { z } from 'zod'
import { directoryEdition, findNeed } from '#modules/catalogue/index.ts'
import { countListed, serviceKinds } from '#modules/companies/index.ts'
import { app, type Env } from '#platform/http/app.ts'
import { readQuery } from '#platform/http/form.ts'
import { type ForEachReader, keptAnswer } from '#platform/http/shared-answer.ts'
import { directoryPaths } from '../directory.paths.ts'
import { isEditor } from '../editor.ts'
import type { Beside } from '../finding/find.ts'
import { AskedPlace } from '../place/asked-place.ts'
import { placeOf } from '../place/place.ts'
import { readPlace } from '../place/read-place.action.ts'
import { answerNeed } from './answer-need.action.ts'
import { NeedPage } from './need.page.tsx'

export const AskedAnswer = AskedPlace.extend({ kind: z.enum(serviceKinds).optional().catch(undefined) })

export const needRoutes = app().get('/needs/:slug', async (c) =>
  keptAnswer(c, await directoryEdition(c.var.world), (forEachReader) =>
    drawNeed(c, { slug: c.req.param('slug'), forEachReader }),
  ),
)

type Drawn = {
  readonly slug: string
  readonly forEachReader: ForEachReader
  readonly q?: string
  readonly others?: readonly Beside[]
}

/** The answer page of a need, at its own address or at that of the search that led to it. */
export async function drawNeed(c: Context<Env>, { slug, forEachReader, q, others }: Drawn) {
  const { db, world } = c.var
  const asked = readQuery(c, AskedAnswer)
  const [need, read] = await Promise.all([findNeed(db, slug), readPlace(db, asked)])
  const insee = placeOf(read)?.insee
  // What was typed becomes a code: the address can then be kept, sent and asked together.
  if (insee && asked.place !== '') return c.redirect(addressOf({ slug, q, insee, kind: asked.kind }), 302)

  const answer = await answerNeed(world, { need, insee, kind: asked.kind })
  forEachReader(() => countListed(world, answer.helpers, 'need'))
  const page = (
    <NeedPage {...{ answer, read, q, others }} at={world.clock()} canEdit={isEditor(c.var.visitor)} />
  )
  return c.render(page, { title: need.label, face: 'public' })
}

const addressOf = ({ slug, q, insee, kind }: { slug: string; q?: string; insee: string; kind?: string }) =>
  q === undefined
    ? directoryPaths.need(slug, { commune: insee, kind })
    : directoryPaths.find({ q, commune: insee, kind })
