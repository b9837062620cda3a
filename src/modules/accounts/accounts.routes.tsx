import type { Context } from 'hono'
import { z } from 'zod'
import { app, type Env } from '#platform/http/app.ts'
import { readForm } from '#platform/http/form.ts'
import { Forbidden } from '#platform/http/refusals.ts'
import { senderAddress } from '#platform/http/sender-address.ts'
import { accountPaths } from './accounts.paths.ts'
import { emptyBodies, leaveOrganisation, listMembers } from './accounts.queries.ts'
import { MembersPage } from './members.page.tsx'
import { sendSignInCode, signInWithCode, signInWithLink, signOut } from './sign-in.action.ts'
import { CodePage, LinkPage, SignInPage, type SignInProblem } from './sign-in.page.tsx'
import { welcomeFirstMember, welcomeMember } from './welcome-member.action.ts'

// Only an address of ours may be come back to.
const next = z
  .string()
  .regex(/^\/(?!\/)/)
  .catch('/')
const CodeRequest = z.object({ email: z.email(), next })
const CodeEntry = z.object({
  email: z.email(),
  code: z.string().transform((typed) => typed.replace(/\D/g, '')),
  next,
})
const LinkEntry = z.object({ token: z.string() })
const NewMember = z.object({
  name: z.string().trim().min(1, 'Écrivez le nom de la personne.'),
  email: z
    .email('Écrivez une adresse électronique, comme prenom.nom@exemple.fr.')
    .transform((typed) => typed.toLowerCase()),
})

export const routes = app()
  .get('/sign-in', (c) => showSignIn(c, { next: next.parse(c.req.query('next')) }))

  .post('/sign-in/codes', async (c) => {
    const form = await readForm(c, CodeRequest)
    if (!form.ok) return showSignIn(c, { next: '/', email: form.typed.email, problem: 'not-an-address' })

    const sent = await sendSignInCode(c.var.world, form.value.email.toLowerCase(), senderAddress(c))
    return sent.ok ? showCode(c, form.value) : showSignIn(c, { ...form.value, problem: sent.reason })
  })

  .post('/sign-in/sessions', async (c) => {
    const form = await readForm(c, CodeEntry)
    if (!form.ok) return showSignIn(c, { next: '/', problem: 'not-an-address' })

    const { email, code } = form.value
    const entry = await signInWithCode(c.var.world, email.toLowerCase(), code, senderAddress(c))
    return entry.ok
      ? enter(c, entry.value, form.value.next)
      : showCode(c, { ...form.value, problem: entry.reason })
  })

  .get('/sign-in/link', (c) =>
    c.render(<LinkPage token={c.req.query('token') ?? ''} />, { title: 'Bienvenue', face: 'public' }),
  )

  .post('/sign-in/link', async (c) => {
    const form = await readForm(c, LinkEntry)
    const entry = form.ok ? await signInWithLink(c.var.world, form.value.token, senderAddress(c)) : undefined
    return entry?.ok ? enter(c, entry.value, '/') : showSignIn(c, { next: '/', problem: 'link-used' })
  })

  .post('/sign-out', async (c) => {
    const closed = await signOut(c.var.world, c.req.header('cookie') ?? '')
    return enter(c, closed, '/')
  })

  .get('/members', (c) => showMembers(c))

  .post('/members', async (c) => {
    const form = await readForm(c, NewMember)
    if (!form.ok) return showMembers(c, form)

    const welcomed = await welcomeMember(c.var.db, { ...form.value, organisationId: organisationOf(c).id })
    return welcomed.ok
      ? c.redirect(accountPaths.members(), 303)
      : showMembers(c, { refusal: welcomed.reason })
  })

  .post('/members/first', async (c) => {
    const form = await readForm(c, NewMember.extend({ organisation: z.string() }))
    if (!form.ok) return showMembers(c, form)

    const { organisation, ...person } = form.value
    const welcomed = await welcomeFirstMember(c.var.db, { ...person, organisationId: organisation })
    return welcomed.ok
      ? c.redirect(accountPaths.members(), 303)
      : showMembers(c, { refusal: welcomed.reason })
  })

  .post('/members/:id/removal', async (c) => {
    await leaveOrganisation(c.var.db, c.req.param('id'), organisationOf(c).id)
    return c.redirect(accountPaths.members(), 303)
  })

type SignInState = { readonly next: string; readonly email?: string; readonly problem?: SignInProblem }

function showSignIn(c: Context<Env>, state: SignInState) {
  if (state.problem) c.status(422)
  return c.render(<SignInPage {...state} codesStayHere={codesStayHere(c)} />, {
    title: 'Entrer',
    face: 'public',
  })
}

function showCode(c: Context<Env>, state: SignInState & { readonly email: string }) {
  if (state.problem) c.status(422)
  return c.render(<CodePage {...state} codesStayHere={codesStayHere(c)} />, {
    title: 'Votre code',
    face: 'public',
  })
}

async function showMembers(
  c: Context<Env>,
  refused: Omit<Parameters<typeof MembersPage>[0], 'members' | 'organisation' | 'self'> = {},
) {
  const organisation = organisationOf(c)
  const members = await listMembers(c.var.db, organisation.id)
  const bodies = memberOf(c).role === 'operator' ? await emptyBodies(c.var.db) : []
  if (refused.problems || refused.refusal) c.status(422)
  return c.render(
    <MembersPage
      {...refused}
      organisation={organisation.name}
      self={memberOf(c).userId}
      members={members}
      emptyBodies={bodies}
    />,
    {
      title: 'Collègues',
    },
  )
}

function enter(c: Context<Env>, { cookies }: { readonly cookies: readonly string[] }, to: string) {
  for (const cookie of cookies) c.header('set-cookie', cookie, { append: true })
  return c.redirect(to, 303)
}

const codesStayHere = (c: Context<Env>) => c.var.world.config.smtpUrl === undefined

function memberOf(c: Context<Env>) {
  const { visitor } = c.var
  if (!('organisation' in visitor)) throw new Forbidden('Aucun organisme ne vous a encore accueilli.')
  return visitor
}

const organisationOf = (c: Context<Env>) => memberOf(c).organisation
