import type { Context } from 'hono'
import { z } from 'zod'
import { writableEmails } from '#modules/outreach/index.ts'
import { app, type Env } from '#platform/http/app.ts'
import { type FormValues, type Problem, readForm } from '#platform/http/form.ts'
import { NotFound } from '#platform/http/refusals.ts'
import { senderAddress } from '#platform/http/sender-address.ts'
import { discreet } from '../usages/discreet.routes.ts'
import { communeMeant } from '../usages/named-commune.action.ts'
import { listNeedChoices } from '../usages/need-choices.queries.ts'
import { declareLock } from './declare-lock.action.ts'
import { DeclareLockPage } from './declare-lock.page.tsx'
import { DeclaredLockPage } from './declared-lock.page.tsx'
import { lockForces } from './lock.ts'
import { findLock } from './lock-map.queries.ts'
import { lockPaths } from './locks.paths.ts'
import { listProductNames } from './new-locks.queries.ts'

const said = (most: number, missing: string) =>
  z.string().trim().min(1, missing).max(most, `${most} caractères au plus.`)

const LockForm = z.object({
  once: z.uuid().catch(() => crypto.randomUUID()),
  commune: z.string().trim().max(120).default(''),
  communeChosen: z.string().trim().max(60).default(''),
  product: said(120, 'Dites quel logiciel, ou ce qu’il fait.'),
  need: z.string().trim().max(120).default(''),
  forces: z.enum(lockForces, 'Dites ce qu’il impose.'),
  what: said(120, 'Dites lequel.'),
  note: z.string().trim().max(500, '500 caractères au plus.').default(''),
  declaredBy: said(120, 'Dites votre fonction, même en un mot.'),
  source: z.string().trim().max(200, '200 caractères au plus.').default(''),
})

/** Saying what holds a commune, by anybody. */
export const declareLockRoutes = app()
  .use('/locks/declared/*', discreet)

  .get('/locks/new', async (c) => {
    const typed = c.req.query('commune')?.slice(0, 120) ?? ''
    const meant = typed ? await communeMeant(c.var.db, typed) : undefined
    const commune = meant?.ok ? `${meant.value.name} (${meant.value.insee})` : typed
    return show(c, { typed: { commune }, problems: [] })
  })

  .post('/locks/new', async (c) => {
    const form = await readForm(c, LockForm)
    if (!form.ok) return show(c, form)

    const { once: id, commune, communeChosen, need, source, ...lock } = form.value
    const meant = await communeMeant(c.var.db, communeChosen || commune)
    if (!meant.ok) {
      const communes = meant.proposals.map(({ insee, label }) => ({ value: insee, label }))
      const [field, message] =
        communes.length > 0
          ? ['communeChosen', 'Choisissez la commune dans la liste.']
          : ['commune', 'Aucune commune ne ressemble à ce nom.']
      return show(c, { typed: form.value, problems: [{ field, message }], communes })
    }

    const isMember = 'organisation' in c.var.visitor
    const needs = await listNeedChoices(c.var.db)
    const known = needs.some(({ value }) => value === need) ? need : null
    const declaration = {
      ...lock,
      id,
      insee: meant.value.insee,
      need: known,
      source: (isMember && source) || 'formulaire public',
    }
    const decision = await declareLock(c.var.world, declaration, isMember ? undefined : senderAddress(c))
    if (!decision.ok)
      return show(c, {
        typed: form.value,
        problems: [{ field: '', message: 'Vous avez beaucoup déclaré aujourd’hui : reprenez demain.' }],
      })
    return c.redirect(lockPaths.declared(decision.value), 303)
  })

  .get('/locks/declared/:id', async (c) => {
    const lock = await findLock(c.var.db, c.req.param('id'))
    if (!lock) throw new NotFound('Ce verrou n’existe pas.')
    const emails = await writableEmails(c.var.world, [lock.insee], 'free-software')
    return c.render(<DeclaredLockPage lock={lock} isWrittenTo={emails.has(lock.insee)} />, {
      title: 'Le verrou est noté',
      face: 'public',
    })
  })

type Shown = {
  readonly typed: FormValues
  readonly problems: readonly Problem[]
  readonly communes?: readonly { readonly value: string; readonly label: string }[]
}

async function show(c: Context<Env>, { typed, problems, communes = [] }: Shown) {
  if (problems.length > 0) c.status(422)
  const [products, needs] = await Promise.all([listProductNames(c.var.db), listNeedChoices(c.var.db)])
  const isMember = 'organisation' in c.var.visitor
  return c.render(<DeclareLockPage {...{ typed, problems, communes, products, needs, isMember }} />, {
    title: 'Dire ce qui vous bloque',
    face: 'public',
  })
}
