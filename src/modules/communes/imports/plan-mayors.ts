import { isOlder, type MayorChange } from './change.ts'
import type { KnownMayor } from './known-facts.ts'
import { type MayorObservation, type RowRefusal, refusal } from './observation.ts'

/** A commune has one mayor: the latest source is believed. A second one in the same file is refused. */
export function planMayor(
  [observed, ...others]: readonly MayorObservation[],
  known: KnownMayor | undefined,
): (MayorChange | RowRefusal)[] {
  if (!observed) return []

  return [decide(observed, known), ...others.filter((other) => !isSamePerson(other, observed)).map(second)]
}

function decide(observed: MayorObservation, known: KnownMayor | undefined): MayorChange | RowRefusal {
  if (!known) return { outcome: 'add', observed }
  const isSame = isSamePerson(observed, known)
  if (isOlder(observed, known))
    return isSame ? { outcome: 'unchanged', observed } : refused(observed, 'older-than-known')
  if (!isSame) return { outcome: 'change', observed, known }

  const saysMore =
    observed.sourceDate !== known.sourceDate ||
    (observed.since !== null && observed.since !== known.since) ||
    (observed.civility !== null && observed.civility !== known.civility)
  return saysMore ? { outcome: 'confirm', observed, known } : { outcome: 'unchanged', observed }
}

type Person = { readonly lastName: string; readonly firstName: string }

const isSamePerson = (one: Person, other: Person) =>
  written(one.lastName) === written(other.lastName) && written(one.firstName) === written(other.firstName)

/** Sources disagree on capitals, accents and hyphens: they are the same person. */
const written = (name: string) =>
  name
    .normalize('NFD')
    .replace(/[\p{M}\s'’-]/gu, '')
    .toLowerCase()

const second = (observed: MayorObservation) => refused(observed, 'already-in-file')

const refused = (
  { row, insee, lastName, firstName }: MayorObservation,
  reason: 'older-than-known' | 'already-in-file',
) => refusal(row, reason, { insee, field: 'mayor', said: `${firstName} ${lastName}` })
