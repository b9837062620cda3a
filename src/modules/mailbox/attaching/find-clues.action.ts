import { communeIndex, plainName } from '#modules/communes/index.ts'
import {
  deliveryOfAttempt,
  findDeliveryByReplyCode,
  findSentEmail,
  messageOfToken,
  openEmailsTo,
  type SentEmail,
} from '#modules/outreach/index.ts'
import { listPerimeter } from '#modules/programme/index.ts'
import type { Database } from '#platform/database/database.ts'
import type { World } from '#platform/world.ts'
import { parseReplyCode } from '#values/reply-code.ts'
import type { Classification } from '../classification/classify.ts'
import type { Evidence } from '../classification/kinds.ts'
import type { ParsedMail } from '../mail/parse-mail.ts'
import type { Clue } from './attach.ts'
import { communesNumbered, communesOfDomain, communesOfPostcodes, communesWriting } from './clues.queries.ts'
import { ownDomainOf } from './consumer-domains.ts'
import { type Mark, marksOf } from './marks.ts'
import { placeMarksIn } from './signature-clues.ts'

/** One of our e-mails that a mail comes from: which attempt, and what says so. */
export type Origin = SentEmail & { readonly attemptId: string; readonly mark: Mark }

/** The first mark of a mail that names one of our e-mails for sure: a token whose tag is ours, a Message-ID that we gave. */
export async function findOrigin(
  { db, config }: Pick<World, 'db' | 'config'>,
  mail: ParsedMail,
  found: Classification,
): Promise<Origin | undefined> {
  for (const mark of marksOf(mail, found)) {
    const attemptId = mark.by === 'token' ? messageOfToken(config.secret, mark.token) : mark.attemptId
    const deliveryId = attemptId && (await deliveryOfAttempt(db, attemptId))
    const sent = deliveryId ? await findSentEmail(db, deliveryId) : undefined
    if (sent && attemptId) return { ...sent, attemptId, mark }
  }
  return undefined
}

/** Everything that lets think of a commune: our own marks, the sender, their domain, their signature. */
export async function findClues(db: Database, mail: ParsedMail, origin: Origin | undefined): Promise<Clue[]> {
  const found = await Promise.all([
    codeClues(db, mail),
    senderClues(db, mail),
    domainClues(db, mail),
    signatureClues(db, mail),
    nameClues(db, mail),
  ])
  return [...originClues(origin), ...found.flat()]
}

function originClues(origin: Origin | undefined): Clue[] {
  if (!origin) return []
  const { insee, deliveryId, mark } = origin
  if (insee === null) return []
  const { sentence, proof } = mark
  return [
    { from: mark.by === 'token' ? 'token' : 'reference', insee, deliveryId, evidence: { sentence, proof } },
  ]
}

/** The company whose invitation a mail answers or returns from: by our own mark, or by the address that we wrote to. */
export async function companyBehind(db: Database, { from }: ParsedMail, origin: Origin | undefined) {
  if (origin) return companyOf(origin, { sentence: origin.mark.sentence, proof: origin.mark.proof })
  if (from === '') return undefined

  const [emails, known] = await Promise.all([openEmailsTo(db, from), communesWriting(db, from)])
  const [last] = emails
  if (!last || known.length > 0 || emails.some(({ insee }) => insee !== null)) return undefined
  return companyOf(last, { sentence: 'Il vient de l’adresse que nous avons invitée.', proof: from })
}

const companyOf = ({ companyId, companyName, deliveryId }: SentEmail, evidence: Evidence) =>
  companyId && companyName ? { companyId, name: companyName, deliveryId, evidence } : undefined

async function codeClues(db: Database, { text, subject, from }: ParsedMail): Promise<Clue[]> {
  const typed = `${subject}\n${text.slice(0, 20_000)}`.match(/\b[A-Z0-9]{5}[- ]?[A-Z0-9]{5}\b/g) ?? []
  const codes = [...new Set(typed)].flatMap((one) => {
    const code = parseReplyCode(one)
    return code.ok ? [code.value] : []
  })
  const deliveries = await Promise.all(codes.slice(0, 5).map((code) => findDeliveryByReplyCode(db, code)))
  return Promise.all(
    deliveries
      .flatMap((delivery) => (delivery ? [delivery] : []))
      .map(async ({ insee, commune, deliveryId, channel }) => ({
        from: 'code' as const,
        insee,
        deliveryId: channel === 'email' ? deliveryId : undefined,
        isSender: (await communesWriting(db, from)).some((known) => known.insee === insee),
        evidence: { sentence: `Le message cite le code de réponse donné à ${commune}.` },
      })),
  )
}

async function senderClues(db: Database, { from }: ParsedMail): Promise<Clue[]> {
  if (from === '') return []
  const [emails, known] = await Promise.all([openEmailsTo(db, from), communesWriting(db, from)])
  const insees = new Set([...emails, ...known].flatMap(({ insee }) => insee ?? []))
  return [...insees].map((insee) => {
    const email = emails.find((sent) => sent.insee === insee)
    return {
      from: 'sender' as const,
      insee,
      deliveryId: email?.deliveryId,
      isAlone: insees.size === 1,
      evidence: {
        sentence: email
          ? 'Il vient de l’adresse à laquelle nous avons écrit.'
          : 'Il vient d’une adresse connue de cette commune.',
        proof: from,
      },
    }
  })
}

async function domainClues(db: Database, { from }: ParsedMail): Promise<Clue[]> {
  const domain = ownDomainOf(from)
  const communes = domain ? await communesOfDomain(db, domain) : []
  return communes.map(({ insee, name }) => ({
    from: 'domain',
    insee,
    evidence: { sentence: `Le domaine de l’expéditeur est celui de ${name}.`, proof: domain },
  }))
}

async function signatureClues(db: Database, mail: ParsedMail): Promise<Clue[]> {
  const marks = placeMarksIn(`${mail.reply}\n${mail.fromName}`)
  const words = ` ${plainName(`${mail.reply} ${mail.fromName}`)} `
  const [numbered, near] = await Promise.all([
    communesNumbered(db, marks),
    communesOfPostcodes(db, marks.postcodes),
  ])
  return [
    ...numbered.map(
      ({ insee, name }): Clue => ({
        from: 'signature',
        insee,
        evidence: { sentence: `La signature porte un numéro officiel de ${name}.` },
      }),
    ),
    ...near
      .filter(({ searchName }) => words.includes(` ${searchName} `))
      .map(
        ({ insee, name }): Clue => ({
          from: 'signature',
          insee,
          evidence: { sentence: `La signature porte le nom et le code postal de ${name}.` },
        }),
      ),
  ]
}

/** « Mairie de … » and names of the perimeter's communes in the sender's address: enough for a button. */
async function nameClues(db: Database, mail: ParsedMail): Promise<Clue[]> {
  const { townNames } = placeMarksIn(`${mail.reply}\n${mail.fromName}`)
  const local = mail.from
    .replace(/@.*$/, '')
    .replace(/mairie|commune|ville|secretariat|accueil|contact|[\d._-]+/g, ' ')
  const domain = (ownDomainOf(mail.from) ?? '')
    .replace(/\.[a-z]+$/, '')
    .replace(/mairie|ville|commune|www/g, ' ')
  const asked = [...townNames, local, domain].map((name) => name.trim()).filter((name) => name.length > 3)
  if (asked.length === 0) return []

  const index = await communeIndex(db)
  const within = new Set(await listPerimeter(db))
  return asked
    .flatMap((name) => index.search(name, { limit: 3, within }).map(({ commune }) => ({ commune, name })))
    .filter(({ commune }) => within.has(commune.insee))
    .map(({ commune, name }) => ({
      from: 'name',
      insee: commune.insee,
      evidence: { sentence: `Le nom de ${commune.name} ressemble à « ${name} ».` },
    }))
}
