import { communeMeant } from '#modules/catalogue/index.ts'
import { enqueue } from '#platform/jobs/enqueue.ts'
import type { World } from '#platform/world.ts'
import { accept, refuse } from '#values/decision.ts'
import type { ServiceKind } from '../services/service.ts'
import { needIsKnown, softwareNamed } from '../services/subjects.queries.ts'
import { askReferencesJob } from './ask-references.job.ts'
import { addReference, countWaitingReferences, referenceIsKept } from './naming-references.queries.ts'
import { mostWaiting } from './reference-rules.ts'

type Typed = {
  readonly id: string
  readonly companyId: string
  readonly commune: string
  readonly need: string
  readonly software: string
  readonly kind: ServiceKind
  readonly year: number
  readonly by: string
}

/** A company names its work for a commune: shown as declared until the commune, asked at its official address, confirms it. */
export async function nameReference(world: World, { commune, need, software, ...named }: Typed) {
  const at = world.clock()
  if (named.year > at.getFullYear() || named.year < 1990) return refuse('wrong-year')
  const meant = await communeMeant(world.db, commune)
  if (!meant.ok)
    return {
      ...refuse('which-commune'),
      proposals: meant.proposals.map(({ insee, label }) => `${label}, ${insee}`),
    }

  return world.db.transaction(async (tx) => {
    if (await referenceIsKept(tx, named.companyId, named.id)) return accept(named.id)
    const subject = await subjectsNamed(tx, { need, software })
    if (!subject.ok) return subject
    if ((await countWaitingReferences(tx, named.companyId)) >= mostWaiting) return refuse('too-many-waiting')
    const isNew = await addReference(tx, { ...named, ...subject.value, insee: meant.value.insee, at })
    if (!isNew) return refuse('already-named')

    await enqueue(tx, askReferencesJob, {}, { singletonKey: 'all' })
    return accept(named.id)
  })
}

async function subjectsNamed(db: World['db'], { need, software }: { need: string; software: string }) {
  if (need === '' && software === '') return refuse('no-subject')
  if (need !== '' && !(await needIsKnown(db, need))) return refuse('unknown-need')
  const found = software === '' ? undefined : await softwareNamed(db, software)
  if (software !== '' && !found) return refuse('unknown-software')
  return accept({ need: need || null, softwareId: found?.id ?? null })
}
