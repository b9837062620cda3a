import { findMember } from '#modules/accounts/index.ts'
import { deliveriesOfCommune, findDeliveryByReplyCode } from '#modules/outreach/index.ts'
import { listPerimeter } from '#modules/programme/index.ts'
import type { Database } from '#platform/database/database.ts'
import { newId } from '#platform/ids.ts'
import type { World } from '#platform/world.ts'
import { parseReplyCode } from '#values/reply-code.ts'
import { answerLetter, type LetterAnswer } from './answer-letter.action.ts'
import { settleContact, takeContact } from './follow-contact.action.ts'
import { recordContact } from './record-contact.action.ts'

type Said = Pick<LetterAnswer, 'wish' | 'theme' | 'body'> & { readonly daysAfter: number }

// In the words of town halls; some are left new, for the visitor to try the next gesture.
const answers: readonly Said[] = [
  {
    wish: 'need',
    theme: 'file-server',
    body: 'Il nous faut un serveur de fichiers, tout est sur le poste de la secrétaire.',
    daysAfter: 3,
  },
  {
    wish: 'call-back',
    theme: 'school',
    body: 'Pour les ordinateurs de l’école, plutôt le matin.',
    daysAfter: 4,
  },
  {
    wish: 'need',
    theme: 'acts-transmission',
    body: 'Comment envoyer les délibérations à la préfecture ?',
    daysAfter: 5,
  },
  {
    wish: 'call-back',
    theme: 'e-administration',
    body: 'Nous aimerions en parler avant le conseil de décembre.',
    daysAfter: 6,
  },
  { wish: 'not-now', theme: null, body: 'Revenez vers nous après le budget.', daysAfter: 6 },
  {
    wish: 'need',
    theme: 'old-workstations',
    body: 'Cinq postes de plus de dix ans, que faire ?',
    daysAfter: 8,
  },
  { wish: 'do-not-write', theme: null, body: '', daysAfter: 9 },
  {
    wish: 'need',
    theme: 'web-site',
    body: 'Notre site n’est plus tenu depuis le départ de l’adjoint.',
    daysAfter: 10,
  },
  {
    wish: 'need',
    theme: 'electronic-signature',
    body: 'Parapheur électronique : par où commencer ?',
    daysAfter: 12,
  },
  {
    wish: 'call-back',
    theme: 'cemetery',
    body: 'Le plan du cimetière est encore sur papier.',
    daysAfter: 15,
  },
]

/** Answers of one town hall in four to what the demonstration sent, and one phone call written down. */
export async function demonstrateAnswers(world: World) {
  const { db } = world
  const written = await listWritten(db)
  const answering = written.filter((_, rank) => rank % 3 === 1)
  for (const [rank, said] of answers.entries()) {
    const letter = answering[rank]
    if (letter)
      await answer(db, letter.code, said, earlier(daysAfter(letter.settledAt, said.daysAfter), world.clock()))
  }
  await callOf(world, written.at(-1)?.insee)
}

/** The town halls that received something, with the code to answer it. */
async function listWritten(db: Database) {
  const insees = (await listPerimeter(db)).sort()
  const found = await Promise.all(insees.map((insee) => deliveriesOfCommune(db, insee)))
  return found
    .flat()
    .flatMap(({ insee, state, replyCode: code, settledAt }) =>
      code && settledAt && (state === 'posted' || state === 'accepted') ? [{ insee, code, settledAt }] : [],
    )
}

async function answer(db: Database, typed: string, { daysAfter: _, ...said }: Said, at: Date) {
  const code = parseReplyCode(typed)
  const delivery = code.ok ? await findDeliveryByReplyCode(db, code.value) : undefined
  if (!delivery) throw new Error(`no delivery has the code ${typed}`)

  const id = newId()
  const phone = said.wish === 'call-back' ? '03 53 01 12 34' : null
  await answerLetter(
    db,
    { id, code: typed, delivery, ...said, phone, personName: 'Secrétariat', email: null },
    at,
  )
  if (said.theme === 'old-workstations') await settleByAdvice(db, id, at)
}

async function settleByAdvice(db: Database, id: string, at: Date) {
  const member = await findMember(db, 'karima@association.example')
  await takeContact(db, id, member, daysAfter(at, 1))
  await settleContact(
    db,
    id,
    member,
    'Conseil donné au téléphone, la commune garde ses postes un an.',
    daysAfter(at, 2),
  )
}

async function callOf({ db, clock }: World, insee: string | undefined) {
  if (!insee) return
  const member = await findMember(db, 'claire@operateur.example')
  await recordContact(
    db,
    {
      id: newId(),
      insee,
      channel: 'call',
      wish: 'need',
      theme: 'public-digital-space',
      body: 'La médiathèque voudrait animer un atelier le samedi.',
      personName: 'La directrice générale des services',
      phone: '03 53 01 56 78',
      email: null,
      receivedAt: daysAfter(clock(), -2),
      handler: 'by-theme',
    },
    member,
  )
}

const daysAfter = (date: Date, days: number) => new Date(date.getTime() + days * 86_400_000)
const earlier = (a: Date, b: Date) => (a < b ? a : b)
