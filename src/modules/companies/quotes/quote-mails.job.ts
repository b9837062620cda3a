import { z } from 'zod'
import { opposedAmong } from '#modules/outreach/index.ts'
import type { Database } from '#platform/database/database.ts'
import { defineJob } from '#platform/jobs/job.ts'
import type { World } from '#platform/world.ts'
import { type NameLink, ofCommune } from '#values/commune-name.ts'
import { providerToken, townHallToken } from './quote-link.action.ts'
import { confirmMail, groupingMail, requestMail, toReadMail } from './quote-mail.ts'
import { quotePaths } from './quotes.paths.ts'
import {
  type AskedRequest,
  addEvent,
  findRequest,
  holdUnsent,
  type Invitation,
  listInvitations,
  markNotSent,
  markSent,
} from './quotes.queries.ts'

/**
 * Writes to the official address of a town hall about its request. May run twice after a crash: the mail is the same, under
 * the same Message-ID, and decides nothing by itself.
 */
export const writeToTownHall = defineJob({
  name: 'companies.write-to-town-hall',
  payload: z.object({ requestId: z.uuid(), kind: z.enum(['confirm', 'to-read', 'grouping']) }),
  async run({ requestId, kind }, world) {
    const request = await findRequest(world.db, requestId)
    if (!request || request.sentTo === '') return
    const invitations = await listInvitations(world.db, requestId)
    const writing = writingOf(world, request, {
      messageId: `${requestId}.${kind}@quotes.beffroi`,
      to: request.sentTo,
      link: quotePaths.mine(townHallToken(world.config.secret, requestId)),
    })
    const sent = invitations.filter(({ sentAt }) => sentAt)
    const mails = {
      confirm: () =>
        confirmMail(
          writing,
          invitations.map(({ name }) => name),
        ),
      'to-read': () =>
        toReadMail(writing, { asked: sent.length, answered: sent.filter(({ answer }) => answer).length }),
      grouping: () => groupingMail(writing, request.groupWords ?? ''),
    }
    await world.mail.send(mails[kind]())
  },
})

/**
 * Sends a confirmed request to all, the same text. May run twice, even at once: each is held while it is written to and marked
 * after; one sent in the very second of a crash would receive the same mail under the same Message-ID.
 */
export const sendRequest = defineJob({
  name: 'companies.send-request',
  payload: z.object({ requestId: z.uuid() }),
  async run({ requestId }, world) {
    const request = await findRequest(world.db, requestId)
    if (!request?.confirmedAt || request.body === '') return
    const invitations = (await listInvitations(world.db, requestId)).filter(
      ({ sentAt, notSent }) => !sentAt && notSent === null,
    )
    for (const invitation of invitations) await sendTo(world, request, invitation)
  },
})

function sendTo(world: World, request: AskedRequest, { provider, email }: Invitation) {
  const { db, clock, config, mail } = world
  const about = { requestId: request.id, provider }
  return db.transaction(async (tx) => {
    if (!(await holdUnsent(tx, request.id, provider))) return
    const refused = await whyNotWritten(world, email)
    if (refused || !email) return notSent(tx, about, { words: refused ?? unknownAddress, at: clock() })

    const writing = writingOf(world, request, {
      messageId: `${request.id}.${provider.replace(':', '-')}@quotes.beffroi`,
      to: email,
      link: quotePaths.answer(providerToken(config.secret, request.id, provider)),
    })
    const { outcome, answer } = await mail.send(requestMail(writing, request.body))
    if (outcome === 'refused-temporary') throw new Error(`a request for quotes waits: ${answer}`)
    if (outcome === 'refused-permanent') return notSent(tx, about, { words: answer, at: clock() })

    await markSent(tx, request.id, provider, clock())
    const words = outcome === 'uncertain' ? 'le serveur n’a pas dit s’il l’a pris' : undefined
    await addEvent(tx, { ...about, at: clock(), kind: 'sent', words })
  })
}

async function whyNotWritten(world: World, email: string | null) {
  if (!email) return unknownAddress
  const point = { insee: '', kind: 'email', value: email } as const
  return (await opposedAmong(world, [point]))(point) ? 'ne veut plus recevoir de courriel' : undefined
}

const unknownAddress = 'adresse inconnue'

async function notSent(
  db: Database,
  about: { readonly requestId: string; readonly provider: string },
  said: { readonly words: string; readonly at: Date },
) {
  await markNotSent(db, about.requestId, about.provider, said.words)
  await addEvent(db, { ...about, ...said, kind: 'not-sent' })
}

type Leaving = { readonly messageId: string; readonly to: string; readonly link: string }

const writingOf = ({ config }: World, request: AskedRequest, { link, ...leaving }: Leaving) => ({
  ...leaving,
  from: config.mailFrom,
  townHall: `la mairie ${ofCommune(request.commune, request.nameType as NameLink)}`,
  need: request.needLabel,
  link: `${config.baseUrl}${link}`,
})
