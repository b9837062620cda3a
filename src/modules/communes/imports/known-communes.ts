import { type RowRefusal, refusal } from './observation.ts'

export type KnownCommune = {
  readonly insee: string
  readonly name: string
  readonly siren: string | null
  /** Separated by spaces. */
  readonly postalCodes: string
}
export type Succession = { readonly formerInsee: string; readonly insee: string }

/** How a row names its commune: by INSEE code first, then SIREN, else by name and postal code. */
export type CommuneReference = {
  readonly insee?: string
  readonly siren?: string
  readonly name?: string
  readonly postalCode?: string
}

/** The INSEE code of the commune, or why the row names none. */
export type Located = string | RowRefusal

export type KnownCommunes = ReturnType<typeof knownCommunes>

/** Finds the commune a row speaks of. A code that no longer exists is refused with its successor, until accepted. */
export function knownCommunes(
  communes: readonly KnownCommune[],
  successions: readonly Succession[],
  acceptedSuccessors: readonly string[] = [],
) {
  const byInsee = new Map(communes.map((commune) => [commune.insee, commune]))
  const bySiren = new Map(communes.map(({ siren, insee }) => [siren, insee]))
  const successors = new Map(successions.map(({ formerInsee, insee }) => [formerInsee, insee]))
  const accepted = new Set(acceptedSuccessors)
  let byName: Map<string, KnownCommune[]> | undefined

  function locate(row: number, reference: CommuneReference): Located {
    const insee = inseeCode(reference.insee ?? '')
    if (insee !== '') return byCode(row, insee)

    const siren = (reference.siren ?? '').replace(/\s/g, '').slice(0, 9)
    const named = siren === '' ? undefined : bySiren.get(siren)
    if (named) return named
    if (reference.name?.trim()) return namesake(row, reference.name, reference.postalCode?.trim() ?? '')

    return siren === ''
      ? refusal(row, 'no-commune-code', { field: 'insee' })
      : refusal(row, 'unknown-commune', { field: 'insee', said: siren })
  }

  function byCode(row: number, insee: string): Located {
    if (byInsee.has(insee)) return insee

    const successor = successors.get(insee)
    if (!successor) return refusal(row, 'unknown-commune', { field: 'insee', said: insee })
    if (accepted.has(insee)) return successor
    return refusal(row, 'former-commune', { field: 'insee', said: insee, proposal: successor })
  }

  function namesake(row: number, name: string, postalCode: string): Located {
    byName ??= Map.groupBy(communes, (commune) => plainName(commune.name))
    const sameName = byName.get(plainName(name)) ?? []
    const here =
      postalCode === ''
        ? sameName
        : sameName.filter((commune) => commune.postalCodes.split(' ').includes(postalCode))
    const [only, other] = here
    const said = `${postalCode} ${name}`.trim()
    if (only && !other) return only.insee
    return refusal(row, only ? 'ambiguous-commune' : 'unknown-commune', { field: 'insee', said })
  }

  return { locate }
}

/** A spreadsheet drops the first zero of a code: 1004 is put back as 01004. */
const inseeCode = (typed: string) => {
  const code = typed.trim().toUpperCase()
  return /^\d{4}$/.test(code) ? `0${code}` : code
}

const plainName = (name: string) =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/œ/g, 'oe')
    .replace(/[^a-z0-9]+/g, ' ')
    .replace(/\bst(e?) /g, 'saint$1 ')
    .trim()
