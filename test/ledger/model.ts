/** The four town halls that the properties live with. */
export const townHalls = ['59002', '59032', '59092', '59172'] as const
export type Insee = (typeof townHalls)[number]

/** Mailboxes, each as people and files write it. */
export const mailboxes = [
  ['mairie@abscon.example', 'Mairie@Abscon.EXAMPLE', ' mairie@abscon.example '],
  ['mairie+sg@aubry.example', 'Mairie+SG@aubry.example'],
  ['accueil@xn--trungt-9ua46f.example', 'Accueil@étrœungt.example', 'ACCUEIL@ÉTRŒUNGT.example'],
  ['mairie@denain.example', '<mairie@Denain.example>'],
  ['contact@libre.example', 'Contact@LIBRE.example'],
] as const

/** The companies of the census: one behind a town hall's own mailbox, one behind that of no town hall, one without any. */
export const companies = [
  { id: '00000000-0000-7000-8000-00000000c001', mailbox: 0 },
  { id: '00000000-0000-7000-8000-00000000c002', mailbox: 4 },
  { id: '00000000-0000-7000-8000-00000000c003', mailbox: undefined },
] as const

/** Postal addresses, as typed and as printed. */
export const places = [
  ['1 place Pierre Delcourt\n59163 Condé-sur-l’Escaut', '1 PL PIERRE DELCOURT, 59163 CONDE SUR L ESCAUT'],
  ['2 avenue du Général Leclerc\n59220 Denain', 'Mairie de Denain\n2 AV GAL LECLERC\n59220 DENAIN CEDEX'],
] as const

export type Channel = 'all' | 'email' | 'letter'

/** Who refused what, kept apart from the program by the simplest means: what the properties hold it to. */
export type Refusals = {
  readonly mailboxes: Set<number>
  readonly places: Set<number>
  readonly townHalls: Map<string, Set<Channel>>
  readonly companies: Set<string>
  /** Former code → the commune that succeeded it. */
  readonly successors: Map<string, string>
}

export const noRefusal = (): Refusals => ({
  mailboxes: new Set(),
  places: new Set(),
  townHalls: new Map(),
  companies: new Set(),
  successors: new Map(),
})

type Written = {
  readonly insee: string | null
  readonly company: string | null
  readonly channel: string
  readonly address: string
}

/** Whether a message breaks a refusal. */
export function breaks({ insee, company, channel, address }: Written, refusals: Refusals) {
  if (company && refusals.companies.has(company)) return true
  const codes = [
    insee ?? '',
    ...[...refusals.successors].flatMap(([former, now]) => (now === insee ? [former] : [])),
  ]
  const isRefused = codes.some((code) => {
    const refused = refusals.townHalls.get(code)
    return refused?.has('all') || refused?.has(channel as Channel)
  })
  if (isRefused) return true
  if (channel === 'email') return refusals.mailboxes.has(mailboxes.findIndex(([box]) => box === address))
  // The street as printed is enough to know our two places.
  const place = /DELCOURT/.test(address) ? 0 : /LECLERC/.test(address) ? 1 : -1
  return refusals.places.has(place)
}
