import { markTownHallMailAnswered } from '#modules/catalogue/index.ts'
import { recordFact } from '#modules/journal/index.ts'
import { opposeTownHall } from '#modules/outreach/index.ts'
import type { Database } from '#platform/database/database.ts'
import type { World } from '#platform/world.ts'
import { companyPaths } from '../companies.paths.ts'
import { serviceKindNames } from '../services/service.ts'
import { settleReference } from './asked-references.queries.ts'
import { workLine } from './reference-rules.ts'
import { type Reference, referencesAskedOf } from './references.queries.ts'

/** The commune's word on one work: true, or not, and then why. */
export type ReferenceAnswer = { readonly id: string; readonly word: 'yes' | 'no'; readonly why: string }

type Answering = {
  readonly mail: { readonly id: string; readonly insee: string }
  readonly answers: readonly ReferenceAnswer[]
  readonly writesNoMore: boolean
}

/**
 * A town hall answers by the link of its mail. Posted twice, it changes nothing more; what is not of its commune is not
 * touched; the last word counts for as long as the link works.
 */
export function answerReferences(world: World, { mail, answers, writesNoMore }: Answering) {
  const at = world.clock()
  return world.db.transaction(async (tx) => {
    const works = new Map((await referencesAskedOf(tx, mail.insee)).map((work) => [work.id, work]))
    for (const answer of answers) {
      const work = works.get(answer.id)
      if (work) await take(tx, work, answer, at)
    }
    if (writesNoMore) await opposeTownHall(tx, { insee: mail.insee, ...opposition, at })
    await markTownHallMailAnswered(tx, mail.id, at)
  })
}

const opposition = {
  channel: 'email',
  topic: 'free-software',
  origin: 'page des références d’entreprises',
} as const

async function take(db: Database, work: Reference, { word, why }: ReferenceAnswer, at: Date) {
  const state = word === 'yes' ? 'confirmed' : 'refused'
  const said = { state, why: word === 'yes' ? null : why, at } as const
  if (!(await settleReference(db, work.insee, work.id, said))) return

  await recordFact(db, {
    insee: work.insee,
    at,
    kind: `reference-${state}`,
    sentence: `${word === 'yes' ? 'Confirme le travail d’une entreprise :' : 'Dit que ce travail n’est pas exact :'} ${workLine({ ...work, kindName: serviceKindNames[work.kind] })}`,
    path: companyPaths.show({ id: work.companyId, siren: work.companySiren }),
    factKey: `reference/${work.id}/${state}/${at.toISOString()}`,
  })
}
