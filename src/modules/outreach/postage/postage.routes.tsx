import type { Context } from 'hono'
import { z } from 'zod'
import { app, type Env } from '#platform/http/app.ts'
import { type FormValues, type Problem, readForm } from '#platform/http/form.ts'
import { isId, newId } from '#platform/ids.ts'
import { isoDate } from '#ui/french.ts'
import { weighLot } from '../letters/lot-weight.ts'
import { memberName } from '../member-name.ts'
import { PostagePage } from './postage.page.tsx'
import { postagePaths } from './postage.paths.ts'
import { insertPrice, letterBudgets, listPrices } from './postage.queries.ts'
import { postageCost, priceKinds, readEuros, usualProduct } from './postage.ts'

const NewPrice = z
  .object({
    once: z.string().optional(),
    kind: z.enum(priceKinds, 'Dites de quoi c’est le prix.'),
    product: z.string().trim().min(1, 'Nommez le produit.').max(80),
    upToGrams: z.string().trim(),
    price: z
      .string()
      .refine((typed) => readEuros(typed) !== undefined, 'Écrivez un prix en euros, comme « 1,16 ».'),
    validFrom: z.iso.date('Donnez le jour où ce prix commence.'),
    source: z.string().trim().min(1, 'Dites où ce prix se lit.').max(200),
  })
  .refine(({ kind, upToGrams }) => kind !== 'stamp' || /^[1-9]\d{0,4}$/.test(upToGrams), {
    path: ['upToGrams'],
    message: 'Un affranchissement vaut jusqu’à un poids : écrivez-le en grammes.',
  })

/** The prices of stamps, paper and envelopes, and what the waves of letters cost. */
export const postageRoutes = app()
  .get('/postage', (c) => show(c))

  .post('/postage', async (c) => {
    const form = await readForm(c, NewPrice)
    if (!form.ok) return show(c, form)

    const { once, kind, product, upToGrams, price, validFrom, source } = form.value
    const id = once && isId(once) ? once : newId()
    const isNew = await insertPrice(c.var.db, {
      id,
      kind,
      product,
      upToGrams: kind === 'stamp' ? Number(upToGrams) : null,
      cents: readEuros(price) ?? 0,
      validFrom,
      source,
      recordedBy: memberName(c),
      recordedAt: c.var.world.clock(),
    })
    const isThere = isNew || (await listPrices(c.var.db)).some((known) => known.id === id)
    if (isThere) return c.redirect(`${postagePaths.list()}?done=recorded`, 303)
    return show(c, {
      problems: [
        {
          field: 'validFrom',
          message:
            'Un prix est déjà inscrit pour ce produit depuis ce jour, et un prix ne se réécrit pas. Donnez le jour où le nouveau commence.',
        },
      ],
      typed: typedOf(form.value),
    })
  })

const typedOf = (value: Readonly<Record<string, unknown>>): FormValues =>
  Object.fromEntries(Object.entries(value).map(([field, said]) => [field, String(said ?? '')]))

type Refused = { readonly problems: readonly Problem[]; readonly typed: FormValues }

async function show(c: Context<Env>, refused?: Refused) {
  const [prices, waves] = await Promise.all([listPrices(c.var.db), letterBudgets(c.var.db)])
  const today = isoDate(c.var.world.clock())
  const { heaviest } = weighLot([{ from: 1, to: 1 }], 'one-side')
  const one = { count: 1, sheets: 1, grams: heaviest, product: usualProduct }
  if (refused) c.status(422)
  return c.render(
    <PostagePage
      prices={prices}
      ordinary={postageCost(prices, one, today)}
      waves={waves.map((wave) => ({
        ...wave,
        cost: postageCost(
          prices,
          { ...one, count: wave.letters, product: wave.product, sheets: wave.sheets / wave.letters },
          wave.day,
        ),
      }))}
      today={today}
      mayRecord={c.var.visitor.role === 'operator'}
      notice={c.req.query('done') === 'recorded' ? 'Le tarif est inscrit, à sa date.' : undefined}
      {...refused}
    />,
    { title: 'Tarifs et budget' },
  )
}
