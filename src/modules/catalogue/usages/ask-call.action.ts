import { writableEmails } from '#modules/outreach/index.ts'
import type { World } from '#platform/world.ts'
import { type NameLink, ofCommune } from '#values/commune-name.ts'
import { accept, refuse } from '#values/decision.ts'
import { callsAQuarter, quarterOf } from './calling.ts'
import { claimCall, countCalls, isCallKnown, settleCall } from './calls.queries.ts'
import type { DeclarationRow } from './declarations.queries.ts'
import { isTooOften } from './declare.action.ts'
import { lockSaid } from './said.queries.ts'
import { senderOf } from './town-hall-mails.action.ts'
import { callMail } from './usage-mail.ts'

export type Call = {
  /** The form's own identifier: posted twice, one mail leaves. */
  readonly id: string
  readonly asker: string
  readonly reach: string
  readonly question: string
}

/** Hands a question to a town hall that accepts calls, while it has been handed fewer than three this quarter. */
export async function askCall(world: World, usage: DeclarationRow, call: Call, from: string) {
  const emails = await writableEmails(world, [usage.insee], 'free-software')
  const to = emails.get(usage.insee)
  if (!canBeCalled(usage) || !to) return refuse('not-callable')

  const now = world.clock()
  const claimed = await world.db.transaction(async (tx) => {
    await lockSaid(tx, usage.insee)
    if (await isCallKnown(tx, call.id)) return accept(false)
    if ((await countCalls(tx, usage.insee, quarterOf(now).from)) >= callsAQuarter)
      return refuse('asked-enough')
    if (await isTooOften({ ...world, db: tx }, from)) return refuse('too-often')
    const { id, asker } = call
    return accept(await claimCall(tx, { id, usageId: usage.id, insee: usage.insee, asker, askedAt: now }))
  })
  if (!claimed.ok || !claimed.value) return claimed

  const sender = await senderOf(world)
  const townHall = `la mairie ${ofCommune(usage.commune, usage.nameType as NameLink)}`
  const writing = {
    messageId: `${call.id}@calls.beffroi`,
    from: world.config.mailFrom,
    to,
    replyTo: sender.replyTo,
    townHall,
    sender: sender.name,
  }
  const { outcome } = await world.mail.send(callMail(writing, { ...call, software: usage.software }))
  const settled = outcome === 'accepted' || outcome === 'uncertain' ? outcome : 'refused'
  await settleCall(world.db, call.id, settled)
  return settled === 'refused' ? refuse('not-sent') : accept(true)
}

/** Only what is on the pages and says that it accepts a call. */
export const canBeCalled = ({ standing, acceptsCall, state }: DeclarationRow) =>
  acceptsCall && state !== 'left' && (standing === 'confirmed' || standing === 'grey')

export type CallRefusal = Extract<Awaited<ReturnType<typeof askCall>>, { ok: false }>['reason']
