import { recordFact } from '#modules/journal/index.ts'
import { opposeTownHall } from '#modules/outreach/index.ts'
import type { Database } from '#platform/database/database.ts'
import type { World } from '#platform/world.ts'
import { applyChange, listSaid, lockSaid, type Said, saveAcceptsCall } from './said.queries.ts'
import { saidLine } from './said-words.ts'
import { type Answer, type Change, changeOf } from './usage-answer.ts'
import { markMailAnswered, type UsageMail } from './usage-mails.queries.ts'
import { usagePaths } from './usages.paths.ts'

export type Answered = {
  readonly id: string
  readonly answer: Answer
  readonly why: string
  readonly acceptsCall: boolean
}

type Answering = { readonly answers: readonly Answered[]; readonly writesNoMore: boolean }

/**
 * A town hall answers by the link of its mail: each thing said is confirmed, renewed, refused or taken back. The same answers
 * posted again change nothing; what is not of its commune is not touched.
 */
export function answerMail(world: World, mail: UsageMail, { answers, writesNoMore }: Answering) {
  const now = world.clock()
  return world.db.transaction(async (tx) => {
    await lockSaid(tx, mail.insee)
    const said = new Map((await listSaid(tx, mail.insee, now)).map((one) => [one.id, one]))
    for (const answered of answers) {
      const one = said.get(answered.id)
      if (one) await take(tx, mail, one, answered, now)
    }
    if (writesNoMore) await opposeTownHall(tx, { insee: mail.insee, ...opposition, at: now })
    await markMailAnswered(tx, mail.id, now)
  })
}

const opposition = {
  channel: 'email',
  topic: 'free-software',
  origin: 'page des logiciels de la commune',
} as const

async function take(db: Database, mail: UsageMail, said: Said, answered: Answered, now: Date) {
  const change = changeOf(said, answered.answer, mail.claimedAt)
  if (said.kind === 'usages' && answered.answer !== 'later')
    await saveAcceptsCall(
      db,
      said.id,
      answered.acceptsCall && (answered.answer === 'yes' || answered.answer === 'back'),
    )
  if (change === 'nothing') return

  await applyChange(db, { kind: said.kind, id: said.id, change, now, by: 'La mairie', why: answered.why })
  await tell(db, { insee: mail.insee, said, change, now })
}

type Telling = {
  readonly insee: string
  readonly said: Said
  readonly change: Change
  readonly now: Date
  readonly actor?: string
}

/** Writes in the journal what the commune's word has become. */
export async function tell(db: Database, { insee, said, change, now, actor }: Telling) {
  const sentence = sentences[change]
  if (sentence === undefined) return
  await recordFact(db, {
    insee,
    at: now,
    kind: `${said.kind === 'usages' ? 'usage' : 'lock'}-${change}`,
    sentence: `${sentence} ${saidLine(said)}`,
    path: said.kind === 'usages' ? usagePaths.show(said.id) : `/locks/${said.id}`,
    actor,
    factKey: `${said.kind}/${said.id}/${change}/${change === 'confirm' ? '' : now.toISOString()}`,
  })
}

const sentences: Partial<Record<Change, string>> = {
  confirm: 'Confirme :',
  refuse: 'Dit que ce n’est pas elle :',
  leave: 'A abandonné :',
  resume: 'Utilise de nouveau :',
  withdraw: 'Retire :',
}
