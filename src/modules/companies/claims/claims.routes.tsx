import type { Context } from 'hono'
import { z } from 'zod'
import { accountPaths } from '#modules/accounts/index.ts'
import { app, type Env } from '#platform/http/app.ts'
import { type FormValues, type Problem, readForm } from '#platform/http/form.ts'
import { parseWebAddress } from '#values/web-address.ts'
import { findCompany } from '../census/census.queries.ts'
import { companyPaths } from '../companies.paths.ts'
import { askClaim, askClaimByHand, askRegistration } from './ask-claim.action.ts'
import {
  ClaimedPage,
  ClaimPage,
  ClaimSentPage,
  ClaimWaitingPage,
  ProofPage,
  RegisterPage,
  WrongLinkPage,
} from './claim.page.tsx'
import { type ClaimRefusal, claimRefusals } from './claim.ts'
import { claimPaths } from './claims.paths.ts'
import { findClaim } from './claims.queries.ts'
import { claimOfLink, proveClaim } from './settle-claim.action.ts'

const once = z.uuid()
const siren = z.string().trim().max(40)
const personName = z.string().trim().min(1, 'Écrivez votre prénom et votre nom.').max(120)
const email = z
  .email('Écrivez une adresse comme contact@exemple.fr.')
  .max(200)
  .transform((typed) => typed.toLowerCase())

const ByMailbox = z.object({
  once,
  siren,
  personName,
  mailbox: z.enum(['census', 'domain'], 'Choisissez où envoyer le lien.'),
  local: z.string().max(64).default(''),
})

const ByHand = z.object({
  once,
  siren,
  personName,
  email,
  evidence: z
    .string()
    .trim()
    .min(20, 'Dites en une phrase au moins ce qui montre que vous agissez pour l’entreprise.')
    .max(2000),
})

const Register = z.object({
  once,
  siren,
  personName,
  email,
  name: z.string().trim().min(2, 'Écrivez le nom de l’entreprise.').max(120),
  website: z
    .string()
    .trim()
    .default('')
    .refine(
      (typed) => typed === '' || parseWebAddress(typed).ok,
      'Écrivez une adresse comme https://www.exemple.fr.',
    ),
  postalAddress: z
    .string()
    .trim()
    .max(300)
    .default('')
    .transform((typed) => typed.replace(/\r\n/g, '\n')),
})

const key = ':key{[0-9a-fA-F -]+}'
const open = { face: 'public' } as const

export const claimsRoutes = app()
  .get('/companies/new', (c) => c.render(<RegisterPage />, { title: 'Inscrire mon entreprise', ...open }))

  .post('/companies/new', async (c) => {
    const form = await readForm(c, Register)
    if (!form.ok) return showRegister(c, form)

    const { once: id, website, postalAddress, name, ...asked } = form.value
    const site = parseWebAddress(website)
    const company = { name, website: site.ok ? site.value : null, postalAddress: postalAddress || null }
    const registered = await askRegistration(c.var.world, { id, company, ...asked })
    if (registered.ok) return showSent(c, name, registered.value)

    const known = 'known' in registered ? registered.known : undefined
    return showRegister(
      c,
      { typed: { ...form.value }, problems: [claimRefusals[registered.reason]] },
      known && { name: known.name, path: companyPaths.show(known) },
    )
  })

  .get(`/companies/${key}/claim`, (c) => showClaim(c))

  .post(`/companies/${key}/claim`, async (c) => {
    const form = await readForm(c, ByMailbox)
    if (!form.ok) return showClaim(c, { ...form, way: 'mailbox' })

    const company = await findCompany(c.var.db, c.req.param('key'))
    const { once: id, ...asked } = form.value
    const sent = await askClaim(c.var.world, company, { id, ...asked })
    return sent.ok
      ? showSent(c, company.name, sent.value)
      : showClaim(c, refused(sent.reason, form.value, 'mailbox'))
  })

  .post(`/companies/${key}/claim/by-hand`, async (c) => {
    const form = await readForm(c, ByHand)
    if (!form.ok) return showClaim(c, { ...form, way: 'by-hand' })

    const company = await findCompany(c.var.db, c.req.param('key'))
    const { once: id, ...asked } = form.value
    const kept = await askClaimByHand(c.var.world, company, { id, ...asked })
    if (!kept.ok) return showClaim(c, refused(kept.reason, form.value, 'by-hand'))
    return c.render(<ClaimWaitingPage name={company.name} address={kept.value} />, {
      title: 'Demande reçue',
      ...open,
    })
  })

  .get('/claims/:id/:tag', async (c) => {
    const { id, tag } = c.req.param()
    const claim = await claimOfLink(c.var.world, id, tag)
    c.header('cache-control', 'no-store')
    if (!claim.ok) return wrongLink(c, claim.reason)
    const { company, siren, personName } = claim.value
    return c.render(
      <ProofPage
        action={claimPaths.proof(id, tag)}
        company={company}
        siren={siren}
        personName={personName}
      />,
      { title: 'Prendre une fiche', ...open },
    )
  })

  .post('/claims/:id/:tag', async (c) => {
    const { id, tag } = c.req.param()
    const proved = await proveClaim(c.var.world, id, tag)
    if (!proved.ok && proved.reason !== 'used') return wrongLink(c, proved.reason)

    const claim = await findClaim(c.var.db, id)
    return c.render(
      <ClaimedPage name={claim?.company ?? ''} address={claim?.email ?? ''} signInHref={signInHref} />,
      { title: 'La fiche est à vous', ...open },
    )
  })

const signInHref = `${accountPaths.signIn()}?next=${encodeURIComponent(companyPaths.mine())}`

type Refused = {
  readonly problems: readonly Problem[]
  readonly typed: FormValues
  readonly way?: 'mailbox' | 'by-hand'
}

const refused = (reason: ClaimRefusal, typed: FormValues, way: 'mailbox' | 'by-hand'): Refused => ({
  problems: [claimRefusals[reason]],
  typed: { ...typed },
  way,
})

async function showClaim(c: Context<Env>, state?: Refused) {
  const company = await findCompany(c.var.db, c.req.param('key') ?? '')
  if (company.withdrawnAt || (company.claimedAt && !state)) return c.redirect(companyPaths.show(company), 303)
  if (state) c.status(422)
  return c.render(<ClaimPage company={company} {...state} />, { title: 'Prendre une fiche', ...open })
}

function showRegister(
  c: Context<Env>,
  state: Pick<Refused, 'problems' | 'typed'>,
  known?: { readonly name: string; readonly path: string },
) {
  c.status(422)
  return c.render(<RegisterPage {...state} known={known} />, { title: 'Inscrire mon entreprise', ...open })
}

const showSent = (c: Context<Env>, name: string, address: string) =>
  c.render(<ClaimSentPage name={name} address={address} isDemo={c.var.world.config.isDemo} />, {
    title: 'Lien envoyé',
    ...open,
  })

function wrongLink(c: Context<Env>, reason: ClaimRefusal) {
  c.status(reason === 'unknown-link' ? 404 : 422)
  return c.render(<WrongLinkPage message={claimRefusals[reason].message} />, {
    title: 'Lien inconnu',
    ...open,
  })
}
