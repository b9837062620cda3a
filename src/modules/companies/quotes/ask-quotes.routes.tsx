import type { Context } from 'hono'
import { z } from 'zod'
import { findNeed, listNeeds } from '#modules/catalogue/index.ts'
import { app, type Env } from '#platform/http/app.ts'
import { type FormValues, type Problem, readForm, readQuery } from '#platform/http/form.ts'
import { isoDate } from '#ui/french.ts'
import { type NameLink, ofCommune } from '#values/commune-name.ts'
import { communeNamed, unnamedCommune } from '../order/commune-named.action.ts'
import { askQuotes } from './ask-quotes.action.ts'
import { NewQuotePage, QuoteAskedPage, QuoteQuestionPage } from './new-quote.page.tsx'
import { offeredProviders } from './offered-providers.action.ts'
import { fewestAsked, fewestDays } from './quote.ts'
import { askRefusals } from './quote-words.ts'

const Question = z.object({
  need: z.string().trim().max(120).catch(''),
  commune: z.string().trim().max(120).catch(''),
})

const many = z.preprocess(
  (value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]),
  z.array(z.string().max(60)).max(100),
)

const text = (empty: string, most: number) =>
  z
    .string()
    .trim()
    .min(1, empty)
    .max(most, `${most.toLocaleString('fr-FR')} caractères au plus.`)

const NewQuote = z.object({
  once: z.uuid(),
  need: z.string().trim().max(120),
  commune: z.string().trim().max(120),
  situation: text('Dites votre situation en quelques mots.', 3000),
  wanted: text('Dites ce que vous attendez.', 3000),
  size: z.string().trim().max(300, 'Trois cents caractères au plus.').default(''),
  contact: text('Dites qui peut répondre aux questions.', 300),
  answerBy: z.iso.date('Choisissez une date.'),
  providers: many,
  why: z.string().trim().max(1000, 'Mille caractères au plus.').default(''),
})

/** The request that a town hall prepares, without an account. */
export const askQuoteRoutes = app()
  .get('/quotes/new', async (c) => {
    const { need, commune } = readQuery(c, Question)
    return show(c, { need, commune })
  })

  .post('/quotes/new', async (c) => {
    const form = await readForm(c, NewQuote)
    if (!form.ok) {
      const { typed, problems } = form
      const about = { need: typed.need ?? '', commune: typed.commune ?? '' }
      return show(c, { ...about, typed, problems }, await chosenIn(c))
    }

    const { once, commune: insee, ...said } = form.value
    const named = await communeNamed(c.var.db, insee)
    if (!named.ok) return show(c, { need: said.need, commune: insee })
    const asked = await askQuotes(c.var.world, { id: once, insee: named.value.insee, ...said })
    if (!asked.ok)
      return show(
        c,
        {
          need: said.need,
          commune: insee,
          typed: { ...said, providers: '', once },
          problems: [askRefusals[asked.reason]],
        },
        said.providers,
      )
    const { name, nameType } = named.value
    return c.render(<QuoteAskedPage townHall={`la mairie ${ofCommune(name, nameType as NameLink)}`} />, {
      title: 'Demande prête',
      face: 'public',
    })
  })

type Shown = {
  readonly need: string
  readonly commune: string
  readonly typed?: FormValues
  readonly problems?: readonly Problem[]
}

async function chosenIn(c: Context<Env>) {
  const body = await c.req.parseBody({ all: true })
  const { providers } = z.object({ providers: many }).parse(body)
  return providers
}

const day = 86_400_000

async function show(c: Context<Env>, shown: Shown, chosen?: readonly string[]) {
  const { need, commune, problems = [] } = shown
  const { db, world } = c.var
  const frame = { title: 'Demander des devis', face: 'public' } as const
  const needs = await listNeeds(db)
  const known = needs.find(({ slug }) => slug === need)
  const named = commune === '' ? undefined : await communeNamed(db, commune)
  if (problems.length > 0) c.status(422)
  if (!known || !named?.ok) {
    const faults = [
      ...(need !== '' && !known
        ? [{ field: 'need', message: 'Ce besoin n’est pas dans l’annuaire : choisissez-en un.' }]
        : []),
      ...(named && !named.ok ? [{ field: 'commune', message: unnamedCommune(named.proposals) }] : []),
    ]
    return c.render(<QuoteQuestionPage needs={needs} typed={{ need, commune }} problems={faults} />, frame)
  }

  const { insee, name, nameType } = named.value
  const { offered, seed } = await offeredProviders(world, { need, insee })
  const reachable = offered.flatMap(({ key, email }) => (email ? [key] : []))
  const now = world.clock()
  return c.render(
    <NewQuotePage
      need={await findNeed(db, need)}
      commune={{ insee, name, nameType }}
      offered={offered}
      seed={seed}
      earliest={isoDate(new Date(now.getTime() + fewestDays * day))}
      typed={{ answerBy: isoDate(new Date(now.getTime() + 21 * day)), ...shown.typed }}
      chosen={chosen ?? reachable.slice(0, fewestAsked)}
      problems={problems}
    />,
    frame,
  )
}
