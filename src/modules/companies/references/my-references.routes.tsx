import type { Context } from 'hono'
import { z } from 'zod'
import { app, type Env } from '#platform/http/app.ts'
import { readForm, readQuery } from '#platform/http/form.ts'
import { memberOf } from '#platform/http/member.ts'
import { minePaths } from '../mine/mine.paths.ts'
import { myCompany } from '../mine/my-company.action.ts'
import { serviceKinds } from '../services/service.ts'
import type { FilledForm } from '../services/service-form.tsx'
import { choosableSubjects } from '../services/subjects.queries.ts'
import { MyReferencesPage } from './my-references.page.tsx'
import { nameReference } from './name-reference.action.ts'
import { replyToRefusal, withdrawReference } from './naming-references.queries.ts'
import { mostWaiting } from './reference-rules.ts'
import { referencesOf } from './references.queries.ts'

const NewReference = z.object({
  once: z.uuid(),
  commune: z.string().trim().min(1, 'Écrivez la commune.').max(120),
  kind: z.enum(serviceKinds, 'Choisissez ce que vous avez fait.'),
  software: z.string().trim().max(200).default(''),
  need: z.string().trim().max(100).default(''),
  year: z.coerce.number('Écrivez une année.').int('Écrivez une année.'),
})

const refusals = {
  'wrong-year': { field: 'year', message: 'L’année va de 1990 à cette année.' },
  'no-subject': { field: 'software', message: 'Donnez le logiciel, le besoin, ou les deux.' },
  'unknown-need': {
    field: 'need',
    message: 'Ce besoin n’est pas dans l’annuaire : choisissez-le dans la liste.',
  },
  'unknown-software': {
    field: 'software',
    message: 'Aucun logiciel de l’annuaire ne porte ce nom : reprenez-le dans les propositions.',
  },
  'too-many-waiting': {
    field: 'commune',
    message: `${mostWaiting} de vos références attendent déjà leur commune : attendez leurs réponses, ou retirez-en.`,
  },
  'already-named': {
    field: 'commune',
    message:
      'Ce travail est déjà nommé pour cette commune : un refus ne s’efface pas en le nommant de nouveau.',
  },
} as const

const done = z.object({ done: z.enum(['named', 'withdrawn', 'replied']).optional().catch(undefined) })
const notices = {
  named: 'Ce travail est nommé. La mairie va recevoir un lien pour le confirmer.',
  withdrawn: 'Cette référence est retirée.',
  replied: 'Votre réponse est publiée à côté du refus.',
}
const backWith = (what: keyof typeof notices) => `${minePaths.references()}?done=${what}`

export const myReferencesRoutes = app()
  .get('/my-company/references', (c) => show(c))

  .post('/my-company/references', async (c) => {
    const company = await myCompany(c)
    const form = await readForm(c, NewReference)
    if (!form.ok) return show(c, form)

    const { once: id, ...typed } = form.value
    const by = memberOf(c).name
    const named = await nameReference(c.var.world, { id, companyId: company.id, by, ...typed })
    if (named.ok) return c.redirect(backWith('named'), 303)
    const problem =
      named.reason === 'which-commune'
        ? { field: 'commune', message: whichCommune(named.proposals) }
        : refusals[named.reason]
    return show(c, { typed: { ...typed, once: id, year: String(typed.year) }, problems: [problem] })
  })

  .post('/my-company/references/:id/withdrawal', async (c) => {
    const { id } = await myCompany(c)
    await withdrawReference(c.var.db, id, c.req.param('id'), c.var.world.clock())
    return c.redirect(backWith('withdrawn'), 303)
  })

  .post('/my-company/references/:id/reply', async (c) => {
    const { id } = await myCompany(c)
    const form = await readForm(
      c,
      z.object({ reply: z.string().trim().max(500, 'Cinq cents caractères au plus.') }),
    )
    if (!form.ok) return show(c, form)

    await replyToRefusal(c.var.db, id, c.req.param('id'), form.value.reply)
    return c.redirect(backWith('replied'), 303)
  })

const whichCommune = (proposals: readonly string[]) =>
  proposals.length > 0
    ? `Laquelle ? ${proposals.join(' ; ')}. Écrivez-la avec son code.`
    : 'Aucune commune ne porte ce nom ni ce code.'

async function show(c: Context<Env>, refused?: FilledForm) {
  const { db, world } = c.var
  const company = await myCompany(c)
  const said = readQuery(c, done).done
  const [references, subjects] = await Promise.all([referencesOf(db, company.id), choosableSubjects(db)])
  if (refused) c.status(422)
  return c.render(
    <MyReferencesPage
      references={references}
      subjects={subjects}
      thisYear={world.clock().getFullYear()}
      notice={said && notices[said]}
      {...refused}
    />,
    {
      title: 'Vos références',
      breadcrumb: [{ label: 'Mon entreprise', href: minePaths.home() }, { label: 'Références' }],
    },
  )
}
