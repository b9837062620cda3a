import {
  askedOn,
  claimTownHallMail,
  countTownHallMails,
  mailsADay,
  senderOf,
  settleTownHallMail,
} from '#modules/catalogue/index.ts'
import { findCommunes } from '#modules/communes/index.ts'
import { writableEmails } from '#modules/outreach/index.ts'
import type { World } from '#platform/world.ts'
import { isoDate } from '#ui/french.ts'
import { type NameLink, ofCommune } from '#values/commune-name.ts'
import { serviceKindNames } from '../services/service.ts'
import { communesToAsk, markReferencesAsked } from './asked-references.queries.ts'
import { referenceLink } from './reference-link.action.ts'
import { referenceMail } from './reference-mail.ts'
import { daysBetween, refusalsBeforeSilence, silenceDays, timesAsked, workLine } from './reference-rules.ts'
import { referencesAskedOf } from './references.queries.ts'

/**
 * Writes to the communes of which a company names a work: one mail for all that waits, at their official address, never the
 * same day as another question, never to who opposes it. May run twice: a mail is claimed by its row before it leaves.
 */
export async function askAboutReferences(world: World) {
  const { db, clock } = world
  const now = clock()
  const today = isoDate(now)
  const insees = await communesToAsk(db, limits(now))
  const left = mailsADay - (await countTownHallMails(db, 'reference', today))
  if (insees.length === 0 || left <= 0) return 0

  const [asked, emails, communes] = await Promise.all([
    askedOn(db, insees, today),
    writableEmails(world, insees, 'free-software'),
    findCommunes(db, insees),
  ])
  const written = communes.filter(({ insee }) => emails.has(insee) && !asked.has(insee)).slice(0, left)
  for (const { insee, name, nameType } of written)
    await askOnce(world, {
      insee,
      to: emails.get(insee) ?? '',
      townHall: `la mairie ${ofCommune(name, nameType as NameLink)}`,
    })
  return written.length
}

const days = (n: number) => n * 86_400_000
const limits = (now: Date) => ({
  askedBefore: new Date(now.getTime() - days(daysBetween)),
  refusedSince: new Date(now.getTime() - days(silenceDays)),
  mostTimes: timesAsked,
  mostRefusals: refusalsBeforeSilence,
})

type Asked = { readonly insee: string; readonly to: string; readonly townHall: string }

/** Claims the mail of the day, then sends it: after a crash in between nobody is written to twice. */
async function askOnce(world: World, { insee, to, townHall }: Asked) {
  const now = world.clock()
  const claimed = await world.db.transaction(async (tx) => {
    const id = await claimTownHallMail(tx, { insee, kind: 'reference', onDay: isoDate(now), claimedAt: now })
    if (!id) return undefined
    await markReferencesAsked(tx, insee, now)
    return { id, works: (await referencesAskedOf(tx, insee)).filter(({ state }) => state === 'declared') }
  })
  if (!claimed) return

  const sender = await senderOf(world)
  const { outcome } = await world.mail.send(
    referenceMail({
      messageId: `${claimed.id}@references.beffroi`,
      from: world.config.mailFrom,
      to,
      replyTo: sender.replyTo,
      sender: sender.name,
      townHall,
      link: referenceLink(world, claimed.id),
      lines: claimed.works.map((work) => workLine({ ...work, kindName: serviceKindNames[work.kind] })),
    }),
  )
  await settleTownHallMail(
    world.db,
    claimed.id,
    outcome === 'accepted' || outcome === 'uncertain' ? outcome : 'refused',
  )
}
