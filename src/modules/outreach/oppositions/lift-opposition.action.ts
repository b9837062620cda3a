import { recordFact } from '#modules/journal/index.ts'
import { type ReceivedFile, storeFile } from '#platform/files/stored-files.ts'
import type { World } from '#platform/world.ts'
import { accept, refuse } from '#values/decision.ts'
import { liftOpposition, reviewOpposition } from './lifting.queries.ts'
import { checkLifting, type LiftingRequest } from './lifting.ts'
import { oppositionChannelNames } from './opposition.ts'
import { findAddressOpposition, findOpposition } from './opposition-list.queries.ts'
import { addressHmac } from './oppositions.queries.ts'

type Lifting = LiftingRequest & {
  readonly by: string
  readonly file?: ReceivedFile
  readonly address?: string
}

/**
 * Lifts an opposition, only with the dated request that proves it was asked, by a named person. That of an address is
 * lifted by whoever can type the address: its hash alone is known here.
 */
export function lift({ db, clock, config }: World, id: string, { by, file, address, ...request }: Lifting) {
  const at = clock()
  return db.transaction(async (tx) => {
    const opposition = await findOpposition(tx, id)
    if (!opposition || opposition.liftedAt) return refuse('not-in-force')
    const checked = checkLifting(request, { since: opposition.since, now: at })
    if (!checked.ok) return checked
    const { kind } = opposition
    if (kind) {
      const held = await findAddressOpposition(tx, addressHmac(config.secret, address ?? '', kind))
      if (held?.id !== id) return refuse('another-address')
    }

    const fileId = file && (await storeFile(tx, file, at))
    await liftOpposition(tx, id, { evidence: { ...checked.value, fileId }, by, at })
    if (opposition.insee)
      await recordFact(tx, {
        insee: opposition.insee,
        at,
        kind: 'opposition-lifted',
        sentence: `Accepte de nouveau qu’on lui écrive (${oppositionChannelNames[opposition.channel].toLowerCase()}) : ${checked.value.words}`,
        path: `/oppositions/${id}`,
        // its own word brings back a town hall that had declined
        reaches: opposition.channel === 'all' && opposition.topic === 'all' ? 'in-contact' : undefined,
        actor: by,
      })
    return accept(opposition)
  })
}

/** After three years a person looks at an opposition again, and keeps it: it never ends by itself. */
export async function keepOpposition({ db, clock }: World, id: string, by: string) {
  return (await reviewOpposition(db, id, by, clock())) ? accept(id) : refuse('not-in-force')
}
