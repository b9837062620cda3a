import type { World } from '#platform/world.ts'
import { accept, refuse } from '#values/decision.ts'
import { areasNamed } from './area-named.action.ts'
import type { ServiceKind, ServiceLevel } from './service.ts'
import { saveServices } from './stated-services.queries.ts'
import { needIsKnown, softwareNamed } from './subjects.queries.ts'

type Typed = {
  readonly need: string
  readonly software: string
  readonly kinds: readonly ServiceKind[]
  readonly level: ServiceLevel
  readonly areas: string
}

/** Keeps what a company says it does, on one need or one software, in areas that exist. Said twice, it is said once. */
export function stateServices(world: World, companyId: string, { kinds, level, ...typed }: Typed) {
  const at = world.clock()
  return world.db.transaction(async (tx) => {
    const subject = await subjectNamed(tx, typed)
    if (!subject.ok) return subject
    const { areas, faults } = await areasNamed(tx, typed.areas)
    if (faults.length > 0) return { ...refuse('unknown-areas'), faults }
    if (areas.length === 0) return refuse('no-area')

    await saveServices(tx, { companyId, subject: subject.value, kinds, level, areas, at })
    return accept(kinds.length)
  })
}

/** The one subject that was meant: a need, or a software by its name. */
export async function subjectNamed(
  db: World['db'],
  { need, software }: { readonly need: string; readonly software: string },
) {
  if ((need === '') === (software === '')) return refuse('one-subject')
  if (need !== '') return (await needIsKnown(db, need)) ? accept({ need }) : refuse('unknown-need')

  const found = await softwareNamed(db, software)
  return found ? accept({ softwareId: found.id }) : refuse('unknown-software')
}
