import type { Context } from 'hono'
import { z } from 'zod'
import { app, type Env } from '#platform/http/app.ts'
import { type FormValues, type Problem, readForm, readQuery } from '#platform/http/form.ts'
import { memberOf } from '#platform/http/member.ts'
import { cataloguePaths } from '../catalogue.paths.ts'
import { addWords, removeFit, removeWords, retire, setFit, undo } from './edit-need.action.ts'
import { editRefusals } from './edit-words.ts'
import { NeedEditPage } from './need-edit.page.tsx'
import type { EditRefusal } from './need-edit.ts'
import { editsOfNeed, fitsOfNeed, softwareNames, wordsOfNeed } from './need-edits.queries.ts'
import { needPaths } from './needs.paths.ts'
import { findNeed } from './needs.queries.ts'

const Words = z.object({
  words: z.string().trim().min(1, 'Écrivez les mots.').max(200, 'Deux cents caractères au plus.'),
  kind: z.enum(['synonym', 'phrase']).default('synonym'),
})
const SaidFit = z.object({
  software: z.string().trim().min(1, 'Choisissez un logiciel.').max(200),
  level: z.enum(['full', 'part'], 'Dites s’il y répond entièrement ou en partie.'),
  missing: z.string().trim().max(400, 'Quatre cents caractères au plus.').default(''),
})

/** The page from which editors keep a need: its words, what meets it, its place in the directory. */
export const needEditRoutes = app()
  .get('/needs/:slug/edit', (c) => show(c))

  .post('/needs/:slug/words', async (c) => {
    const form = await readForm(c, Words)
    if (!form.ok) return show(c, form)
    return answer(
      c,
      await addWords(c.var.world, slugOf(c), { ...form.value, by: nameOf(c) }),
      form.value,
      'words',
    )
  })

  .post('/needs/:slug/words/removal', async (c) => {
    const form = await readForm(c, Words)
    if (!form.ok) return show(c, form)
    return answer(c, await removeWords(c.var.world, slugOf(c), { ...form.value, by: nameOf(c) }), {}, 'words')
  })

  .post('/needs/:slug/fits', async (c) => {
    const form = await readForm(c, SaidFit)
    if (!form.ok) return show(c, form)
    return answer(
      c,
      await setFit(c.var.world, slugOf(c), { ...form.value, by: nameOf(c) }),
      form.value,
      'fits',
    )
  })

  .post('/needs/:slug/fits/removal', async (c) => {
    const form = await readForm(c, SaidFit.pick({ software: true }))
    if (!form.ok) return show(c, form)
    return answer(c, await removeFit(c.var.world, slugOf(c), { ...form.value, by: nameOf(c) }), {}, 'fits')
  })

  .post('/needs/:slug/retirement', async (c) =>
    answer(c, await retire(c.var.world, slugOf(c), { isRetired: true, by: nameOf(c) }), {}, 'retired'),
  )

  .post('/needs/:slug/restoration', async (c) =>
    answer(c, await retire(c.var.world, slugOf(c), { isRetired: false, by: nameOf(c) }), {}, 'restored'),
  )

  .post('/needs/:slug/edits/:id/undoing', async (c) => {
    const id = c.req.param('id')
    return answer(c, await undo(c.var.world, slugOf(c), { id, by: nameOf(c) }), {}, 'undone')
  })

const notices = {
  words: 'C’est fait : la recherche suit dès maintenant.',
  fits: 'C’est fait : la page publique du besoin le dit dès maintenant.',
  retired: 'Le besoin est retiré de l’annuaire.',
  restored: 'Le besoin est de nouveau dans l’annuaire.',
  undone: 'Le geste est défait.',
}

const Done = z.object({
  done: z.enum(['words', 'fits', 'retired', 'restored', 'undone']).optional().catch(undefined),
})

const slugOf = (c: Context<Env>) => c.req.param('slug') ?? ''
const nameOf = (c: Context<Env>) => memberOf(c).name

type Answer = { readonly ok: true } | { readonly ok: false; readonly reason: EditRefusal }

function answer(c: Context<Env>, decision: Answer, typed: FormValues, done: keyof typeof notices) {
  if (!decision.ok) return show(c, { problems: [editRefusals[decision.reason]], typed })

  return c.redirect(needPaths.edit(slugOf(c), { done }), 303)
}

type Refused = { readonly problems: readonly Problem[]; readonly typed: FormValues }

async function show(c: Context<Env>, refused?: Refused) {
  const { db } = c.var
  const slug = slugOf(c)
  const need = await findNeed(db, slug)
  const { done } = readQuery(c, Done)
  const [words, fits, edits, names] = await Promise.all([
    wordsOfNeed(db, slug),
    fitsOfNeed(db, slug),
    editsOfNeed(db, slug),
    softwareNames(db),
  ])
  if (refused) c.status(422)
  return c.render(
    <NeedEditPage
      need={need}
      words={words}
      fits={fits}
      edits={edits}
      softwareNames={names}
      notice={refused ? undefined : done && notices[done]}
      {...refused}
    />,
    {
      title: need.label,
      breadcrumb: [{ label: 'Besoins', href: cataloguePaths.needs() }, { label: need.label }],
    },
  )
}
