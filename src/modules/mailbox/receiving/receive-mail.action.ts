import type { Database } from '#platform/database/database.ts'
import { newId } from '#platform/ids.ts'
import type { World } from '#platform/world.ts'
import { attach, attachToCompany } from '../attaching/attach.ts'
import { companyBehind, findClues, findOrigin, type Origin } from '../attaching/find-clues.action.ts'
import { type Classification, classify } from '../classification/classify.ts'
import { applyEffects } from '../effects/apply-effects.action.ts'
import { type ParsedMail, parseMail } from '../mail/parse-mail.ts'
import { insertMail, insertPieces, isKnown, type ReceivedMail } from '../received-mails.queries.ts'
import type { Understood } from './receiving.ts'
import type { Spooled } from './spool.action.ts'

/** Where a message came from and when its server received it. */
export type Arrival = { readonly origin: ReceivedMail['origin']; readonly receivedAt?: Date }

/**
 * Receives one message: it is kept whole, understood, and what it changes is done, in one transaction. The same message
 * again, from wherever, changes nothing. Gives its identifier, or nothing when it was known.
 */
export async function receiveMail(world: World, spooled: Spooled, arrival: Arrival) {
  if (await isKnown(world.db, spooled.sha256)) return undefined

  const understood = await understand(world, spooled.light)
  const row = rowOf(understood, spooled, arrival, world.clock())
  return world.db.transaction(async (tx) => {
    if (!(await insertMail(tx, row))) return undefined

    await insertPieces(tx, row.id, spooled.pieces())
    await applyEffects({ ...understood, tx, world, row })
    return row.id
  })
}

/** Reads a message and looks up what it may come from; writes nothing. */
export async function understand(
  world: Pick<World, 'db' | 'config'>,
  light: Uint8Array,
): Promise<Understood> {
  const mail = await parseMail(light)
  const found = classify(mail)
  const origin = await findOrigin(world, mail, found)
  return { mail, found, origin, attachment: await attachmentOf(world.db, mail, found, origin) }
}

// What a machine sends is tied by our own marks alone: its sender and its words are not the town hall's.
async function attachmentOf(
  db: Database,
  mail: ParsedMail,
  { kind }: Classification,
  origin: Origin | undefined,
) {
  const company = await companyBehind(db, mail, origin)
  if (company) return attachToCompany(company)

  const isPersons = kind === 'human' || kind === 'automatic' || kind === 'undeciphered'
  const clues = await findClues(db, isPersons ? mail : withoutWords(mail), origin)
  return attach(clues)
}

const withoutWords = (mail: ParsedMail): ParsedMail => ({
  ...mail,
  from: '',
  fromName: '',
  subject: '',
  text: '',
  reply: '',
})

function rowOf(
  { mail, found, attachment }: Understood,
  spooled: Spooled,
  arrival: Arrival,
  at: Date,
): ReceivedMail {
  const { tie, insee, deliveryId, evidence, candidates } = attachment
  return {
    id: newId(),
    sha256: spooled.sha256,
    sizeBytes: spooled.size,
    origin: arrival.origin,
    receivedAt: arrival.receivedAt ?? pastOf(mail.sentAt, at),
    readAt: at,
    fromAddress: mail.from.slice(0, 320),
    fromName: mail.fromName.slice(0, 200),
    subject: mail.subject.slice(0, 500),
    messageId: mail.messageId.slice(0, 500),
    textBody: mail.text,
    replyBody: mail.reply.slice(0, 20_000),
    hasHtml: mail.html !== undefined,
    attachments: mail.attachments.slice(0, 200),
    foundKind: found.kind,
    kind: found.kind,
    reclassifiedBy: null,
    reclassifiedAt: null,
    evidence: found.evidence,
    unreadable: found.unreadable,
    absence: found.absence ?? null,
    stopWords: found.stopWords ?? null,
    insee: insee ?? null,
    deliveryId: deliveryId ?? null,
    tie,
    tieEvidence: evidence,
    candidates,
    contactId: null,
    state: found.kind === 'human' || found.kind === 'undeciphered' ? 'waiting' : 'filed',
    settledBy: null,
    settledAt: null,
    opposedAt: null,
  }
}

// A sender's clock may be wrong: nothing is received tomorrow.
const pastOf = (sentAt: Date | undefined, now: Date) => (sentAt && sentAt < now ? sentAt : now)
