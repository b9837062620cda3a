import type { Context } from 'hono'
import { z } from 'zod'
import { writableEmails } from '#modules/outreach/index.ts'
import { app, type Env } from '#platform/http/app.ts'
import { type FormValues, type Problem, readForm, readQuery } from '#platform/http/form.ts'
import { NotFound } from '#platform/http/refusals.ts'
import { senderAddress } from '#platform/http/sender-address.ts'
import { accept } from '#values/decision.ts'
import { findDeclaration } from './declarations.queries.ts'
import { declareUsage } from './declare.action.ts'
import { DeclarePage } from './declare.page.tsx'
import { DeclarationForm } from './declare-form.ts'
import { DeclaredPage } from './declared.page.tsx'
import { sinceMonth } from './declaring.ts'
import { discreet } from './discreet.routes.ts'
import { communeMeant } from './named-commune.action.ts'
import { softwareMeant } from './named-software.action.ts'
import { listNeedChoices } from './need-choices.queries.ts'
import { SlipPage } from './slip.page.tsx'
import { senderOf } from './town-hall-mails.action.ts'
import { usagePaths } from './usages.paths.ts'

const Asked = z.object({
  software: z.string().trim().max(120).catch(''),
  commune: z.string().trim().max(120).catch(''),
})

/** Declaring, by anybody: the form, what becomes of it, and the slip for a town hall without an e-mail. */
export const declareRoutes = app()
  .use('/usages/declared/*', discreet)

  .get('/usages/new', async (c) => {
    const { software, commune } = readQuery(c, Asked)
    return showForm(c, { typed: await prefilled(c, software, commune), problems: [] })
  })

  .post('/usages/new', async (c) => {
    const form = await readForm(c, DeclarationForm)
    if (!form.ok) return showForm(c, form)

    const { value } = form
    const read = await readMeant(c, value)
    const typed = { ...value, acceptsCall: value.acceptsCall ?? '' }
    if (!read.ok) return showForm(c, { typed, ...read })

    const isMember = 'organisation' in c.var.visitor
    const decision = await declareUsage(c.var.world, read.value, isMember ? undefined : senderAddress(c))
    if (!decision.ok) return showForm(c, { typed, problems: [{ field: '', message: tooOften }] })
    return c.redirect(usagePaths.declared(decision.value), 303)
  })

  .get('/usages/declared/:id', async (c) => {
    const declaration = await declarationOf(c)
    const emails = await writableEmails(c.var.world, [declaration.insee], 'free-software')
    return c.render(<DeclaredPage declaration={declaration} isWrittenTo={emails.has(declaration.insee)} />, {
      title: 'Votre déclaration est enregistrée',
      face: 'public',
    })
  })

  .get('/usages/declared/:id/slip', async (c) => {
    const declaration = await declarationOf(c)
    const { name } = await senderOf(c.var.world)
    return c.render(<SlipPage declaration={declaration} sender={name} now={c.var.world.clock()} />, {
      title: 'Fiche à faire signer',
      face: 'public',
    })
  })

const tooOften =
  'Vous avez beaucoup déclaré aujourd’hui : reprenez demain. Ce qui est déjà envoyé l’est bien.'

async function declarationOf(c: Context<Env>) {
  const found = await findDeclaration(c.var.db, c.req.param('id') ?? '', c.var.world.clock())
  if (!found) throw new NotFound('Cette déclaration n’existe pas.')
  return found
}

/** A link from a sheet or a commune's page names them by their codes: the form shows their names. */
async function prefilled(c: Context<Env>, software: string, commune: string): Promise<FormValues> {
  const [meant, place] = await Promise.all([
    software ? softwareMeant(c.var.db, software) : undefined,
    commune ? communeMeant(c.var.db, commune) : undefined,
  ])
  return {
    software: meant?.ok ? meant.value.name : software,
    commune: place?.ok ? `${place.value.name} (${place.value.insee})` : commune,
  }
}

type Proposal = { readonly value: string; readonly label: string }
type Shown = {
  readonly typed: FormValues
  readonly problems: readonly Problem[]
  readonly communes?: readonly Proposal[]
  readonly software?: readonly Proposal[]
}

/** The declaration that a form means, or what is still to say. */
async function readMeant(c: Context<Env>, form: DeclarationForm) {
  const { db, world } = c.var
  const [commune, software] = await Promise.all([
    communeMeant(db, form.communeChosen || form.commune),
    softwareMeant(db, form.softwareChosen || form.software),
  ])
  const sinceOn = sinceMonth(form.since, world.clock())
  const problems = [
    ...(commune.ok
      ? []
      : [{ field: fieldOf('commune', commune.proposals), message: communeWords(commune.proposals) }]),
    ...(software.ok
      ? []
      : [{ field: fieldOf('software', software.proposals), message: softwareWords(software.proposals) }]),
    ...(sinceOn === undefined
      ? [{ field: 'since', message: 'Écrivez un mois passé, comme 03/2023, ou une année.' }]
      : []),
    ...(form.state === 'left' && form.whyLeft === ''
      ? [{ field: 'whyLeft', message: 'Dites pourquoi en quelques mots : c’est ce qui servira aux autres.' }]
      : []),
  ]
  if (!commune.ok || !software.ok || problems.length > 0)
    return {
      ok: false as const,
      problems,
      communes: commune.ok ? [] : commune.proposals.map(({ insee, label }) => ({ value: insee, label })),
      software: software.ok ? [] : software.proposals.map(({ slug, name }) => ({ value: slug, label: name })),
    }

  const { once: id, need, state, whyLeft, operatedBy, declaredBy, acceptsCall } = form
  return accept({
    id,
    insee: commune.value.insee,
    softwareId: software.value.id,
    need: (await isNeed(c, need)) ? need : null,
    state,
    whyLeft: state === 'left' ? whyLeft : null,
    sinceOn: sinceOn ?? null,
    operatedBy: operatedBy || null,
    acceptsCall: acceptsCall !== undefined && state !== 'left',
    declaredBy,
  })
}

const isNeed = async (c: Context<Env>, slug: string) =>
  (await listNeedChoices(c.var.db)).some(({ value }) => value === slug)

const fieldOf = (name: string, proposals: readonly unknown[]) =>
  proposals.length > 0 ? `${name}Chosen` : name

const communeWords = (proposals: readonly unknown[]) =>
  proposals.length > 0 ? 'Choisissez la commune dans la liste.' : 'Aucune commune ne ressemble à ce nom.'

const softwareWords = (proposals: readonly unknown[]) =>
  proposals.length > 0
    ? 'Choisissez le logiciel dans la liste.'
    : 'L’annuaire ne connaît pas ce logiciel sous ce nom : essayez un autre, ou écrivez-nous.'

async function showForm(c: Context<Env>, { typed, problems, communes = [], software = [] }: Shown) {
  if (problems.length > 0) c.status(422)
  const needs = await listNeedChoices(c.var.db)
  return c.render(
    <DeclarePage typed={typed} problems={problems} communes={communes} software={software} needs={needs} />,
    { title: 'Dire ce que votre mairie utilise', face: 'public' },
  )
}
