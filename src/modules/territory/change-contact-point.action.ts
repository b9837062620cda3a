import { endContactPoint, reviveContactPoint, sayContactPoint } from '#modules/communes/index.ts'
import { recordFact } from '#modules/journal/index.ts'
import type { Database } from '#platform/database/database.ts'
import { accept, refuse } from '#values/decision.ts'
import type { Member } from '#values/visitor.ts'
import type { PointKind } from './contact-point-form.ts'

type Hand = { readonly insee: string; readonly by: Pick<Member, 'name' | 'organisation'>; readonly at: Date }

/** Writes a contact point that a person gives. Refuses one already known. The journal says that it came, not its value. */
export function giveContactPoint(
  db: Database,
  point: { kind: PointKind; value: string },
  { insee, by, at }: Hand,
) {
  return db.transaction(async (tx) => {
    const said = await sayContactPoint(tx, { ...point, insee, label: null, by: by.name, at })
    if (!said) return refuse('already-known')

    await tell(tx, `${arrivals[point.kind]} par ${by.name}.`, { insee, by, at })
    return accept(said)
  })
}

/** Ends a contact point by hand. Refuses one that is not in use. */
export function closeContactPoint(db: Database, id: string, { insee, by, at }: Hand) {
  return db.transaction(async (tx) => {
    const ended = await endContactPoint(tx, insee, id, at)
    if (!ended) return refuse('not-in-use')

    await tell(tx, `${departures[ended.kind]} par ${by.name}.`, { insee, by, at })
    return accept(ended)
  })
}

/** Takes back the ending of a contact point. Refuses when the same value was given again since. */
export function reopenContactPoint(db: Database, id: string, { insee, by, at }: Hand) {
  return db.transaction(async (tx) => {
    const revived = await reviveContactPoint(tx, insee, id)
    if (!revived) return refuse('not-ended')

    await tell(tx, `${returns[revived.kind]} par ${by.name}.`, { insee, by, at })
    return accept(revived)
  })
}

const tell = (db: Database, sentence: string, { insee, by, at }: Hand) =>
  recordFact(db, {
    insee,
    at,
    kind: 'contact-point-changed',
    sentence,
    actor: by.name,
    organisationId: by.organisation.id,
  })

const arrivals: Record<PointKind, string> = {
  email: 'Adresse électronique saisie',
  phone: 'Numéro de téléphone saisi',
  address: 'Adresse postale saisie',
  website: 'Adresse du site saisie',
}
const departures: Record<PointKind, string> = {
  email: 'Adresse électronique retirée',
  phone: 'Numéro de téléphone retiré',
  address: 'Adresse postale retirée',
  website: 'Adresse du site retirée',
}
const returns: Record<PointKind, string> = {
  email: 'Adresse électronique remise',
  phone: 'Numéro de téléphone remis',
  address: 'Adresse postale remise',
  website: 'Adresse du site remise',
}
