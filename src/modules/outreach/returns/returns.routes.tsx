import type { Context } from 'hono'
import { z } from 'zod'
import { app, type Env } from '#platform/http/app.ts'
import { readForm } from '#platform/http/form.ts'
import { NotFound } from '#platform/http/refusals.ts'
import { isId, newId } from '#platform/ids.ts'
import { date, isoDate, typo } from '#ui/french.ts'
import { findDelivery } from '../deliveries/deliveries.queries.ts'
import { townHallOf } from '../deliveries/town-hall-of.ts'
import { memberName } from '../member-name.ts'
import { recordReturn, undoReturn } from './record-return.action.ts'
import {
  isLostAddress,
  type ReturnReason,
  reasonOfKey,
  returnReasonNames,
  returnReasons,
} from './return-reason.ts'
import { ReturnsPage, type ReturnsPageProps } from './returns.page.tsx'
import { returnPaths } from './returns.paths.ts'
import { type FoundLetter, findByCode, lastReturnOf, returnsSince } from './returns.queries.ts'
import { readScan } from './scanned-code.ts'

const Return = z.object({
  once: z.string().optional(),
  deliveryId: z.string(),
  key: z.string().trim().default(''),
  reason: z.enum(returnReasons).optional(),
})

/** The screen of the letters that came back. */
export const returnRoutes = app()
  .get('/returns', async (c) => {
    const typed = c.req.query('code')?.trim() ?? ''
    if (typed === '') return show(c, await afterwards(c))

    const scan = readScan(typed)
    if (!scan.ok) return show(c, { typed, problem: misread[scan.reason] })
    const letter = await findByCode(c.var.db, scan.value)
    if (!letter) return show(c, { typed, problem: unknown })
    const problem = await impossibility(c, letter)
    return show(c, problem ? { typed, problem } : { letter })
  })

  .post('/returns', async (c) => {
    const form = await readForm(c, Return)
    if (!form.ok) throw new NotFound('Cette lettre n’existe pas.')

    const { once, deliveryId, key } = form.value
    const { id, replyCode } = await findDelivery(c.var.db, deliveryId)
    const letter = replyCode ? await findByCode(c.var.db, replyCode) : undefined
    const reason = key === '' ? form.value.reason : reasonOfKey(key)
    if (!reason) return show(c, { letter, problem: 'Tapez 1, 2, 3 ou 4, ou choisissez un motif.' })

    const returnId = once && isId(once) ? once : newId()
    const decision = await recordReturn(c.var.world, id, { reason, by: memberName(c), returnId })
    if (decision.ok) return c.redirect(`${returnPaths.list()}?done=${reason}&letter=${id}`, 303)
    return show(c, { problem: letter && (await impossibility(c, letter)) })
  })

  .post('/returns/undoing', async (c) => {
    const form = await readForm(c, z.object({ deliveryId: z.string() }))
    if (!form.ok) throw new NotFound('Cette lettre n’existe pas.')

    const { id } = await findDelivery(c.var.db, form.value.deliveryId)
    const decision = await undoReturn(c.var.world, id, memberName(c))
    if (!decision.ok)
      return show(c, { problem: 'Ce retour ne s’annule plus : la lettre n’est pas notée comme revenue.' })
    return c.redirect(`${returnPaths.list()}?done=undone&letter=${id}`, 303)
  })

const misread = {
  malformed: 'Ce n’est pas un code de lettre : il compte dix signes, comme « ABCDE-FGHJK ».',
  'wrong-check': 'Un signe est faux ou deux sont inversés : relisez le code sur la lettre.',
}
const unknown =
  'Aucune lettre ne porte ce code. Vérifiez qu’elle vient bien de cette installation de Beffroi.'

/** Why a letter cannot come back, in a sentence; nothing when it can. */
async function impossibility(c: Context<Env>, { delivery, commune }: FoundLetter) {
  if (delivery.channel !== 'letter')
    return `Ce code est celui d’un courriel (${commune}) : il ne peut pas revenir par La Poste.`
  if (delivery.state === 'posted') return undefined
  if (delivery.state === 'answered')
    return `La mairie a répondu à cette lettre (${commune}) : rien n’est changé.`
  if (delivery.state !== 'returned')
    return `Cette lettre n’est pas notée comme postée (${commune}). Dites d’abord que son lot est posté.`

  const last = await lastReturnOf(c.var.db, delivery.id)
  return typo(
    `Déjà notée comme revenue${last ? `, le ${date(last.at)} par ${last.byWhom ?? ''}` : ''} (${commune}) : ${last?.detail.reason ?? ''}.`,
  )
}

/** What is said after a return was recorded, or taken back. */
async function afterwards(c: Context<Env>): Promise<Partial<ReturnsPageProps>> {
  const done = Done.parse(c.req.query('done'))
  const id = c.req.query('letter')
  if (!done || !id || !isId(id)) return {}

  const delivery = await findDelivery(c.var.db, id)
  const { addressee: commune } = delivery
  if (done === 'undone')
    return { notice: `La saisie est annulée : la lettre est de nouveau postée (${commune}).` }
  return {
    notice: `${commune} : ${returnReasonNames[done].toLowerCase()}. ${next(done)} À la suivante.`,
    refusing: isLostAddress(done) ? undefined : { insee: townHallOf(delivery), commune },
  }
}

const Done = z
  .enum([...returnReasons, 'undone'])
  .optional()
  .catch(undefined)

const next = (reason: ReturnReason) =>
  isLostAddress(reason) ? 'La recherche de sa bonne adresse est ouverte.' : 'Son adresse est bonne.'

async function show(c: Context<Env>, shown: Partial<ReturnsPageProps>) {
  const today = new Date(`${isoDate(c.var.world.clock())}T00:00:00+01:00`)
  if (shown.problem) c.status(422)
  return c.render(<ReturnsPage returns={await returnsSince(c.var.db, today)} {...shown} />, {
    title: 'Lettres revenues',
  })
}
