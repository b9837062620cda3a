import { findCommunes } from '#modules/communes/index.ts'
import { findOrganisation } from '#modules/organisations/index.ts'
import { writableEmails } from '#modules/outreach/index.ts'
import { programmeIfFounded } from '#modules/programme/index.ts'
import type { Mail } from '#platform/mail/mail.ts'
import type { World } from '#platform/world.ts'
import { isoDate } from '#ui/french.ts'
import { type NameLink, ofCommune } from '#values/commune-name.ts'
import { mailsADay } from './declaring.ts'
import {
  listSaid,
  listToRenew,
  listWaitingCommunes,
  markAsked,
  type Said,
  unmarkAsked,
} from './said.queries.ts'
import { saidLine } from './said-words.ts'
import { usageLink } from './usage-link.action.ts'
import { confirmationMail, renewalMail } from './usage-mail.ts'
import { claimMail, countMails, type MailKind, settleMail } from './usage-mails.queries.ts'

/**
 * Writes to the town halls about which something waits: one mail each, at most one a day, never to who opposes it. May run
 * twice: a mail is claimed by its row before it leaves.
 */
export async function askTownHalls(world: World) {
  const now = world.clock()
  const waiting = await listWaitingCommunes(world.db, isoDate(now), now)
  return writeToEach(world, 'confirmation', waiting)
}

/** Asks once a year whether it is still true. May run twice, for the same reason. */
export async function askRenewals(world: World) {
  return writeToEach(world, 'renewal', await listToRenew(world.db, world.clock()))
}

async function writeToEach(world: World, kind: 'confirmation' | 'renewal', insees: readonly string[]) {
  const { db, clock } = world
  const left = mailsADay - (await countMails(db, kind, isoDate(clock())))
  if (insees.length === 0 || left <= 0) return 0
  const [emails, communes, sender] = await Promise.all([
    writableEmails(world, insees, 'free-software'),
    findCommunes(db, insees),
    senderOf(world),
  ])
  const written = communes.filter(({ insee }) => emails.has(insee)).slice(0, left)

  for (const { insee, name, nameType } of written) {
    const townHall = `la mairie ${ofCommune(name, nameType as NameLink)}`
    await writeOnce(
      world,
      { insee, kind, compose: composer(kind, townHall) },
      emails.get(insee) ?? '',
      sender,
    )
  }
  return written.length
}

const composer =
  (kind: 'confirmation' | 'renewal', townHall: string) => (writing: Written, said: readonly Said[]) =>
    kind === 'confirmation'
      ? confirmationMail(
          { ...writing, townHall },
          said.filter(({ confirmedAt }) => !confirmedAt).map(saidLine),
        )
      : renewalMail({ ...writing, townHall }, said.filter(({ confirmedAt }) => confirmedAt).map(saidLine))

type Written = Parameters<typeof confirmationMail>[0]

type Once = {
  readonly insee: string
  readonly kind: MailKind
  readonly compose: (writing: Written, said: readonly Said[]) => Mail
}

/** Claims the mail of the day, then sends it: after a crash in between nobody is written to twice. */
async function writeOnce(world: World, { insee, kind, compose }: Once, to: string, sender: Sender) {
  const { db, config } = world
  const now = world.clock()
  const claimed = await db.transaction(async (tx) => {
    const id = await claimMail(tx, { insee, kind, onDay: isoDate(now), claimedAt: now })
    if (!id) return undefined
    const asked = kind === 'confirmation' ? await markAsked(tx, insee, now) : []
    return { id, asked, said: (await listSaid(tx, insee, now)).filter(({ refusedAt }) => !refusedAt) }
  })
  if (!claimed) return

  const writing = {
    messageId: `${claimed.id}@usages.beffroi`,
    from: config.mailFrom,
    to,
    replyTo: sender.replyTo,
    townHall: '',
    sender: sender.name,
    link: usageLink(world, claimed.id),
  }
  const { outcome } = await world.mail.send(compose(writing, claimed.said))
  if (outcome === 'refused-temporary') await unmarkAsked(db, claimed.asked)
  await settleMail(
    db,
    claimed.id,
    outcome.startsWith('refused') ? 'refused' : (outcome as 'accepted' | 'uncertain'),
  )
}

export type Sender = { readonly name: string; readonly replyTo?: string }

/** On whose behalf Beffroi writes: the operator of the programme, once it is founded. */
export async function senderOf({ db }: Pick<World, 'db'>): Promise<Sender> {
  const programme = await programmeIfFounded(db)
  if (!programme) return { name: 'Beffroi' }
  const { name, email } = await findOrganisation(db, programme.operatorId)
  return { name: `${name}, pour ${programme.name}`, replyTo: email ?? undefined }
}
