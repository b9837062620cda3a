import type { Context } from 'hono'
import { z } from 'zod'
import { app, type Env } from '#platform/http/app.ts'
import { type FormValues, type Problem, readForm, readQuery } from '#platform/http/form.ts'
import { memberOf } from '#platform/http/member.ts'
import { softwarePaths } from '../software.paths.ts'
import { LikenessesPage } from './likenesses.page.tsx'
import { likenessPageSize, likenessStates, listLikenesses } from './likenesses.queries.ts'
import { proposeComparison, settle } from './settle-likeness.action.ts'

/** The sheets that may be one, for editors to say. */
export const likenessesRoutes = app()
  .get('/software/merges', (c) => show(c))

  .post('/software/merges', async (c) => {
    const form = await readForm(c, Comparison)
    if (!form.ok) return show(c, form)

    const { one, other } = form.value
    const decision = await proposeComparison(c.var.world, [one, other], memberOf(c).name)
    if (!decision.ok)
      return show(c, {
        problems: [{ field: 'other', message: comparisonRefusals[decision.reason] }],
        typed: { one, other },
      })
    return c.redirect(softwarePaths.likenesses({ done: 'proposed' }), 303)
  })

  .post('/software/merges/:id', async (c) => {
    const form = await readForm(c, Verdict)
    if (!form.ok) return show(c, form)

    const decision = await settle(c.var.world, c.req.param('id'), form.value, memberOf(c).name)
    if (!decision.ok) {
      const message = 'Cette paire a déjà reçu une réponse, ou l’une des fiches n’est plus là.'
      return decision.reason === 'already-settled'
        ? c.redirect(softwarePaths.likenesses({ done: 'settled' }), 303)
        : show(c, { problems: [{ field: '', message }], typed: {} })
    }
    const { keptSlug } = decision.value
    if (keptSlug) return c.redirect(softwarePaths.history(keptSlug), 303)
    return c.redirect(softwarePaths.likenesses({ done: form.value.verdict }), 303)
  })

const slug = z
  .string()
  .trim()
  .transform((typed) => typed.replace(/^.*\/software\//, ''))
  .refine((typed) => /^[a-z0-9-]+$/.test(typed), 'La fin de l’adresse de la fiche, comme « nextcloud ».')

const Comparison = z.object({ one: slug, other: slug })

const Verdict = z.discriminatedUnion('verdict', [
  z.object({ verdict: z.literal('merged'), keep: z.uuid('Dites quelle fiche garder.') }),
  z.object({ verdict: z.literal('distinct') }),
  z.object({ verdict: z.literal('reopen') }),
])

const comparisonRefusals: Record<'unknown-sheet' | 'same-sheet' | 'already-settled', string> = {
  'unknown-sheet': 'Aucune fiche n’est à l’une de ces adresses.',
  'same-sheet': 'Ce sont deux fois la même fiche.',
  'already-settled': 'Ces deux fiches ont déjà été jugées distinctes : retrouvez-les dans la liste.',
}

const notices = {
  proposed: 'La comparaison est proposée.',
  created: 'La fiche est ajoutée. Elle ressemble à une autre : comparez-les.',
  distinct: 'C’est noté : ce sont deux logiciels, la question ne sera plus posée.',
  reopen: 'La paire est de nouveau à comparer.',
  settled: 'Cette paire avait déjà reçu une réponse.',
}

const Words = z.object({
  state: z.enum(likenessStates).catch('open'),
  page: z.coerce.number().int().min(1).max(1000).catch(1),
  done: z.enum(['proposed', 'created', 'distinct', 'reopen', 'settled']).optional().catch(undefined),
})

type Refused = { readonly problems: readonly Problem[]; readonly typed: FormValues }

async function show(c: Context<Env>, refused?: Refused) {
  const { state, page, done } = readQuery(c, Words)
  const { likenesses, total } = await listLikenesses(c.var.db, state, page)
  if (refused) c.status(422)
  return c.render(
    <LikenessesPage
      likenesses={likenesses}
      total={total}
      state={state}
      page={page}
      pages={Math.ceil(total / likenessPageSize)}
      notice={done && notices[done]}
      {...refused}
    />,
    {
      title: 'Doublons possibles',
      breadcrumb: [{ label: 'Logiciels', href: softwarePaths.list() }, { label: 'Doublons possibles' }],
    },
  )
}
