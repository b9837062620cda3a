import type { Context } from 'hono'
import { z } from 'zod'
import { audiences } from '#modules/catalogue/index.ts'
import { app, type Env } from '#platform/http/app.ts'
import { readForm, readQuery } from '#platform/http/form.ts'
import { memberOf } from '#platform/http/member.ts'
import { NotFound } from '#platform/http/refusals.ts'
import { minePaths } from '../mine/mine.paths.ts'
import { myCompany } from '../mine/my-company.action.ts'
import { areaNames } from '../services/area-names.queries.ts'
import type { FilledForm } from '../services/service-form.tsx'
import { areaProblem, statementRefusals } from '../services/service-refusals.ts'
import { choosableSubjects } from '../services/subjects.queries.ts'
import { type OfferHolder, priceModels } from './offer.ts'
import { OfferDeskPage } from './offer-desk.page.tsx'
import { type OfferDeskPaths, offerPaths } from './offers.paths.ts'
import { allOffersOf, endedOffersOf } from './offers.queries.ts'
import { changeOffer } from './save-offers.queries.ts'
import { stateOffer } from './state-offer.action.ts'

const text = (asked: string, most: number) =>
  z.string().trim().min(1, asked).max(most, `${most} caractères au plus.`)

const NewOffer = z.object({
  once: z.uuid(),
  software: text('Écrivez le logiciel.', 200),
  need: text('Choisissez le besoin.', 100),
  audiences: z.preprocess(
    (given) => (given === undefined ? [] : [given].flat()),
    z.array(z.enum(audiences)).min(1, 'Cochez au moins un public.'),
  ),
  areas: z.string().max(4000).default(''),
  priceModel: z.enum(priceModels, 'Choisissez comment elle se paie.'),
  hostingCountry: text('Dites dans quel pays.', 60),
  personalData: text('Dites ce que deviennent les données.', 600),
  exitTerms: text('Dites comment on en sort.', 600),
  signup: text('Dites par où commencer.', 300),
})

const verb = z.enum(['end', 'revival', 'renewal'])
const done = z.object({
  done: z
    .enum(['said', ...verb.options])
    .optional()
    .catch(undefined),
})
const notices = {
  said: 'L’offre est publiée. Elle paraît sous la même règle que toutes les autres.',
  end: 'L’offre est arrêtée. Vous pouvez la reprendre au bas de la page.',
  revival: 'L’offre est reprise.',
  renewal: 'L’offre est redite aujourd’hui, pour un an.',
}

type Desk = {
  readonly paths: OfferDeskPaths
  readonly lede: string
  readonly holder: (c: Context<Env>) => Promise<OfferHolder>
  readonly breadcrumb: readonly { readonly label: string; readonly href?: string }[]
}

const ofCompany: Desk = {
  paths: offerPaths.ofCompany,
  lede: 'Les logiciels que vous faites tourner pour des communes, avec ce que devient chaque donnée et la façon d’en sortir.',
  holder: async (c) => ({ companyId: (await myCompany(c)).id }),
  breadcrumb: [{ label: 'Mon entreprise', href: minePaths.home() }, { label: 'Offres opérées' }],
}

const ofOrganisation: Desk = {
  paths: offerPaths.ofOrganisation,
  lede: 'Les logiciels que votre organisme fait tourner pour des communes. Ils paraissent sous la même règle que ceux des entreprises ; un organisme public ne paraît jamais pour ce que les entreprises vendent.',
  holder: async (c) => ({ organisationId: memberOf(c).organisation.id }),
  breadcrumb: [{ label: 'Offres opérées' }],
}

export const offerRoutes = app()
  .get('/my-company/offers', (c) => show(c, ofCompany))
  .post('/my-company/offers', (c) => state(c, ofCompany))
  .post('/my-company/offers/:id/:verb', (c) => change(c, ofCompany))
  .get('/offers', (c) => show(c, ofOrganisation))
  .post('/offers', (c) => state(c, ofOrganisation))
  .post('/offers/:id/:verb', (c) => change(c, ofOrganisation))

async function state(c: Context<Env>, desk: Desk) {
  const holder = await desk.holder(c)
  const { audiences: given } = await c.req.parseBody({ all: true })
  const ticked = [given ?? []].flat().filter((box) => typeof box === 'string')
  const form = await readForm(c, NewOffer)
  if (!form.ok) return show(c, desk, { ...form, ticked })

  const { once: id, ...typed } = form.value
  const stated = await stateOffer(c.var.world, holder, { id, ...typed })
  if (stated.ok) return c.redirect(`${desk.paths.list()}?done=said`, 303)
  const { audiences: _ticked, ...texts } = typed
  const problem =
    stated.reason === 'unknown-areas' ? areaProblem(stated.faults) : statementRefusals[stated.reason]
  return show(c, desk, { typed: { ...texts, once: id }, ticked, problems: [problem] })
}

async function change(c: Context<Env>, desk: Desk) {
  const holder = await desk.holder(c)
  const said = verb.safeParse(c.req.param('verb'))
  const at = c.var.world.clock()
  const changed =
    said.success &&
    (await changeOffer(c.var.db, holder, { id: c.req.param('id') ?? '', verb: said.data, at }))
  if (!changed) throw new NotFound('Cette offre n’est pas la vôtre, ou n’existe pas.')
  return c.redirect(`${desk.paths.list()}?done=${said.data}`, 303)
}

async function show(c: Context<Env>, desk: Desk, refused?: FilledForm) {
  const { db, world } = c.var
  const holder = await desk.holder(c)
  const said = readQuery(c, done).done
  const [offers, ended, subjects] = await Promise.all([
    allOffersOf(db, holder),
    endedOffersOf(db, holder),
    choosableSubjects(db),
  ])
  if (refused) c.status(422)
  return c.render(
    <OfferDeskPage
      lede={desk.lede}
      paths={desk.paths}
      offers={offers}
      ended={ended}
      subjects={subjects}
      areaNames={
        await areaNames(
          db,
          offers.flatMap(({ areas }) => areas),
        )
      }
      now={world.clock()}
      notice={said && notices[said]}
      {...refused}
    />,
    { title: 'Offres opérées', breadcrumb: desk.breadcrumb },
  )
}
