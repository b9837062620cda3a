import type { Context } from 'hono'
import { z } from 'zod'
import { csvOf, download, odsOf, type TableColumn } from '#platform/files/write-table.ts'
import { app, type Env } from '#platform/http/app.ts'
import { type FormValues, type Problem, readForm, readQuery } from '#platform/http/form.ts'
import { memberName } from '../member-name.ts'
import { opposeInvited } from '../oppositions/oppose-invited.action.ts'
import { findWave, frozenMessage } from '../waves/waves.queries.ts'
import { deliveryPaths } from './deliveries.paths.ts'
import {
  countDeliveries,
  type DeliveryFilter,
  deliveryPageSize,
  findDelivery,
  listDeliveries,
  type ShownDelivery,
} from './deliveries.queries.ts'
import { DeliveryPage } from './delivery.page.tsx'
import { channelNames, stateLooks } from './delivery.ts'
import { DeliveryListPage } from './delivery-list.page.tsx'
import { type DeliveryWords, deliveryWords, explain, statesAsked } from './delivery-words.ts'
import { emailOf } from './email-of.action.ts'
import { eventsOf } from './events.queries.ts'
import { mendAddress } from './mend-address.action.ts'
import { wakeWave } from './send-wave.job.ts'
import { sendAgain, settleAsAccepted } from './settle-doubt.action.ts'

const Acceptance = z.object({ ground: z.string().trim().min(1, 'Dites ce qui le prouve.').max(300) })
const Attempt = z.object({ reason: z.string().trim().min(1, 'Dites pourquoi.').max(300) })
const Refusal = z.object({
  origin: z.string().trim().min(1, 'Dites comment elle l’a dit : « téléphone, 3 mars ».').max(200),
})
const Address = z.object({ lines: z.string().trim().min(1, 'Écrivez l’adresse.').max(400) })

export const deliveryRoutes = app()
  .get('/waves/:id/deliveries', async (c) => {
    const words = readQuery(c, deliveryWords)
    const wave = await findWave(c.var.db, c.req.param('id'))
    const filter = filterOf(wave.id, words)
    const [total, deliveries] = await Promise.all([
      countDeliveries(c.var.db, filter),
      listDeliveries(c.var.db, filter, orderOf(words), words.page),
    ])
    const pages = Math.ceil(total / deliveryPageSize)
    return c.render(
      <DeliveryListPage wave={wave} deliveries={deliveries} total={total} words={words} pages={pages} />,
      { title: `Envois de « ${wave.name} »` },
    )
  })

  .get('/waves/:id/deliveries.csv', async (c) =>
    c.body(csvOf(columns, await sheet(c)), 200, download('envois', 'csv')),
  )

  .get('/waves/:id/deliveries.ods', async (c) =>
    c.body(new Uint8Array(odsOf('Envois', columns, await sheet(c))), 200, download('envois', 'ods')),
  )

  .get('/deliveries/:id', (c) => show(c))

  .post('/deliveries/:id/acceptance', async (c) => {
    const form = await readForm(c, Acceptance)
    if (!form.ok) return show(c, form)

    const id = c.req.param('id')
    const decision = await settleAsAccepted(c.var.world, id, { by: memberName(c), reason: form.value.ground })
    if (decision.ok) return c.redirect(`${deliveryPaths.show(id)}?done=accepted`, 303)
    return show(c, {
      problems: [{ field: 'ground', message: 'Cet envoi n’est plus douteux.' }],
      typed: { ...form.value },
    })
  })

  .post('/deliveries/:id/attempts', async (c) => {
    const form = await readForm(c, Attempt)
    if (!form.ok) return show(c, form)

    const id = c.req.param('id')
    const decision = await sendAgain(c.var.world, id, { by: memberName(c), reason: form.value.reason })
    if (!decision.ok) {
      return show(c, {
        problems: [{ field: 'reason', message: refusals[decision.reason] }],
        typed: { ...form.value },
      })
    }
    await wakeWave(c.var.db, decision.value.waveId)
    return c.redirect(`${deliveryPaths.show(id)}?done=again`, 303)
  })

  .post('/deliveries/:id/address', async (c) => {
    const form = await readForm(c, Address)
    if (!form.ok) return show(c, form)

    const id = c.req.param('id')
    const decision = await mendAddress(c.var.world, id, { by: memberName(c), lines: form.value.lines })
    if (decision.ok) return c.redirect(`${deliveryPaths.show(id)}?done=address`, 303)
    return show(c, {
      problems: [{ field: 'lines', message: addressRefusals[decision.reason] }],
      typed: { ...form.value },
    })
  })

  .post('/deliveries/:id/opposition', async (c) => {
    const form = await readForm(c, Refusal)
    if (!form.ok) return show(c, form)

    const id = c.req.param('id')
    const decision = await opposeInvited(c.var.world, id, { by: memberName(c), origin: form.value.origin })
    if (decision.ok) return c.redirect(`${deliveryPaths.show(id)}?done=opposed`, 303)
    return show(c, {
      problems: [{ field: 'origin', message: 'Le refus d’une mairie s’inscrit dans Oppositions.' }],
      typed: { ...form.value },
    })
  })

const refusals = {
  'not-resendable': 'Cet envoi ne se renvoie pas : il est arrivé, ou il attend encore son tour.',
  opposed: 'Ce destinataire ne veut plus d’envoi.',
}

const addressRefusals = {
  'no-postcode': 'La dernière ligne doit être le code postal et la ville ; six lignes au plus.',
  'does-not-fit': 'Une ligne dépasse encore la fenêtre : 38 caractères au plus.',
  'already-composed': 'Cette lettre est déjà composée : son adresse ne change plus.',
}

const notices = {
  accepted: 'L’envoi est tenu pour arrivé.',
  again: 'Un nouvel envoi part, à votre nom.',
  address: 'L’adresse est corrigée. Composez de nouveau le lot.',
  opposed: 'C’est inscrit aux oppositions : plus rien ne lui sera écrit.',
}
const Done = z.enum(['accepted', 'again', 'address', 'opposed']).optional().catch(undefined)

type Refused = { readonly problems: readonly Problem[]; readonly typed: FormValues }

async function show(c: Context<Env>, refused?: Refused) {
  const delivery = await findDelivery(c.var.db, c.req.param('id') ?? '')
  const events = await eventsOf(c.var.db, delivery.id)
  const mail = delivery.messageId
    ? emailOf(c.var.world.config, delivery, await frozenMessage(c.var.db, delivery.waveId))
    : undefined
  const done = Done.parse(c.req.query('done'))
  if (refused) c.status(422)
  return c.render(
    <DeliveryPage
      delivery={delivery}
      events={events}
      mail={mail}
      mayRule={['operator', 'association'].includes(c.var.visitor.role)}
      notice={done && notices[done]}
      {...refused}
    />,
    { title: delivery.addressee },
  )
}

const filterOf = (waveId: string, words: DeliveryWords): DeliveryFilter => ({
  waveId,
  search: words.q,
  states: statesAsked(words),
  channel: words.channel,
  reason: words.reason,
})

const orderOf = ({ sort, order }: DeliveryWords) => ({ sort, isDescending: order === 'desc' })

async function sheet(c: Context<Env>) {
  const words = readQuery(c, deliveryWords)
  const wave = await findWave(c.var.db, c.req.param('id') ?? '')
  return listDeliveries(c.var.db, filterOf(wave.id, words), orderOf(words))
}

const columns: readonly TableColumn<ShownDelivery>[] = [
  { label: 'Code INSEE', value: ({ insee }) => insee },
  { label: 'Commune', value: ({ insee, addressee }) => (insee ? addressee : null) },
  { label: 'Canal', value: ({ channel }) => channelNames[channel] },
  { label: 'État', value: ({ state }) => stateLooks[state].name },
  { label: 'Précision', value: explain },
  { label: 'Adresse', value: ({ address }) => address?.split('\n').join(', ') },
  { label: 'Source de l’adresse', value: ({ addressSource }) => addressSource },
  { label: 'Code de réponse', value: ({ replyCode }) => replyCode },
  { label: 'Date', value: ({ settledAt }) => settledAt },
  { label: 'Entreprise', value: ({ companyName }) => companyName },
]
