import type { Context } from 'hono'
import { communeIndex } from '#modules/communes/index.ts'
import { listPerimeter } from '#modules/programme/index.ts'
import { app, type Env } from '#platform/http/app.ts'
import { NotFound } from '#platform/http/refusals.ts'
import { missingCoordinates } from '../waves/sender.ts'
import { companyOccasion, companyOccasionIfFounded, previewCompanyEmail } from './company-preview.action.ts'
import { CompanyPreviewPage } from './company-preview.page.tsx'
import { emailPolicy } from './email-policy.ts'
import { type CommuneSearch, MessagePreviewPage, type Preview } from './message-preview.page.tsx'
import { problemsFor } from './message-problems.ts'
import { messagePaths } from './messages.paths.ts'
import { findMessage, type SavedMessage } from './messages.queries.ts'
import { isForCompanies } from './models.ts'
import {
  composePreview,
  findOccasion,
  type Occasion,
  prepareLetter,
  previewEmail,
} from './preview-message.action.ts'
import { perimeterNeighbours } from './town-hall-facts.queries.ts'

export const previewRoutes = app()
  .get('/messages/:id/preview', async (c) => {
    const message = await findMessage(c.var.db, c.req.param('id'))
    if (isForCompanies(message)) return showForCompany(c, message)

    const search = await searchCommune(c)
    const [only, ...others] = search?.found ?? []
    if (only && others.length === 0) return c.redirect(messagePaths.preview(message.id, only.insee), 303)

    const occasion = await findOccasion(c.var.world, c.req.query('commune'))
    const preview = occasion && (await previewFor(c, message, occasion))
    return c.render(
      <MessagePreviewPage message={message} preview={preview} search={search} />,
      headingOf(message),
    )
  })

  .get('/messages/:id/preview.html', async (c) => {
    c.header('Content-Security-Policy', emailPolicy)
    return c.html((await emailAsked(c)).html)
  })

  .get('/messages/:id/preview.pdf', async (c) => {
    const { message, occasion } = await asked(c)
    const composed = await composePreview(message, occasion)
    if (!composed.ok) return c.text(composed.sentences.join('\n'), 422)

    const name = `lettre-${occasion.townHall.insee}.pdf`
    return c.body(new Uint8Array(composed.value), 200, {
      'Content-Type': 'application/pdf',
      'Content-Disposition': `inline; filename="${name}"`,
      'Cache-Control': 'no-store',
    })
  })

const headingOf = (message: SavedMessage) => ({
  title: `Aperçu : ${message.name}`,
  wide: true,
  breadcrumb: [
    { label: 'Messages', href: messagePaths.list() },
    { label: message.name, href: messagePaths.show(message.id) },
    { label: 'Aperçu' },
  ],
})

/** A message that speaks of a company is shown as one of the census would receive it. */
async function showForCompany(c: Context<Env>, message: SavedMessage) {
  const occasion = await companyOccasionIfFounded(c.var.world)
  if (!occasion) throw new NotFound('Le programme n’est pas encore fondé : personne au nom de qui écrire.')

  return c.render(
    <CompanyPreviewPage
      message={message}
      company={occasion.company.name}
      problems={problemsFor(message, occasion.values)}
      missingCoordinates={missingCoordinates(occasion.sender)}
      email={previewCompanyEmail(message, occasion)}
    />,
    headingOf(message),
  )
}

async function emailAsked(c: Context<Env>) {
  const message = await findMessage(c.var.db, c.req.param('id') ?? '')
  const { company, commune } = c.req.query()
  if (company || (isForCompanies(message) && !commune))
    return previewCompanyEmail(message, await companyOccasion(c.var.world, company))

  const { occasion } = await asked(c)
  return previewEmail(message, occasion)
}

async function asked(c: Context<Env>) {
  const message = await findMessage(c.var.db, c.req.param('id') ?? '')
  const occasion = await findOccasion(c.var.world, c.req.query('commune'))
  if (!occasion) throw new NotFound('Le programme n’est pas encore fondé : aucune mairie à qui écrire.')

  return { message, occasion }
}

async function previewFor(c: Context<Env>, message: SavedMessage, occasion: Occasion): Promise<Preview> {
  const { insee, name } = occasion.townHall
  const letter = prepareLetter(message, occasion)

  return {
    commune: { insee, name },
    ...(await perimeterNeighbours(c.var.db, insee)),
    problems: problemsFor(message, occasion.values),
    missingCoordinates: missingCoordinates(occasion.sender),
    letterRefused: letter.ok ? [] : letter.sentences,
    email: previewEmail(message, occasion),
  }
}

async function searchCommune(c: Context<Env>): Promise<CommuneSearch | undefined> {
  const typed = c.req.query('q')?.trim()
  if (!typed) return undefined

  const [index, perimeter] = await Promise.all([communeIndex(c.var.db), listPerimeter(c.var.db)])
  const matches = index.search(typed, { limit: 8, within: new Set(perimeter) })
  const exact = matches.filter(({ isExact }) => isExact)
  const found = (exact.length === 1 ? exact : matches).map(({ commune }) => commune)
  return { asked: typed, found }
}
