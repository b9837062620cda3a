import { programmeIfFounded } from '#modules/programme/index.ts'
import { sharedPdfPool } from '#platform/pdf/shared-pool.ts'
import type { World } from '#platform/world.ts'
import { accept } from '#values/decision.ts'
import type { ReplyCode } from '#values/reply-code.ts'
import { composeEmail } from '../deliveries/email.ts'
import { envelopes } from '../envelopes/envelope.ts'
import { previewLetter } from '../letters/compose-lot.action.ts'
import { checkAddressFits, explainLotRefusal } from '../letters/lot.ts'
import { termsOf } from '../lots/compose-one-lot.action.ts'
import { type Candidate, type Planned, planAudience, type WaveChannel } from '../waves/audience.ts'
import { valuesFor } from '../waves/empty-variables.ts'
import type { Sender } from '../waves/sender.ts'
import { findSender } from '../waves/waves.queries.ts'
import { problemsFor, stopsLetter } from './message-problems.ts'
import type { MessageText } from './messages.queries.ts'
import { firstOfPerimeter, townHallFacts } from './town-hall-facts.queries.ts'
import type { MessageValues } from './variables.ts'

// Not a code: the answer page refuses it, and whoever sees it knows why.
const noCode = 'APERCU' as ReplyCode

/** One town hall with what the variables are worth for it, and in whose name it is written to. */
export type Occasion = {
  readonly townHall: Candidate
  readonly values: MessageValues
  readonly sender: Sender
  readonly date: Date
}

/** What messages would say today of a commune, or of the first of the perimeter; nothing before the founding. */
export async function findOccasion(world: World, insee?: string): Promise<Occasion | undefined> {
  if (!(await programmeIfFounded(world.db))) return undefined

  const asked = insee ?? (await firstOfPerimeter(world.db))?.insee
  if (!asked) return undefined

  const date = world.clock()
  const [townHall, sender] = await Promise.all([
    townHallFacts(world.db, asked),
    findSender(world.db, world.config),
  ])
  const values = { ...valuesFor(townHall, sender, noCode, date), code: 'APERÇU' }
  return { townHall, values, sender, date }
}

/** The e-mail that the town hall would receive, whether or not its address is known. */
export function previewEmail(message: MessageText, occasion: Occasion) {
  const way = wayTo(occasion, 'email')
  const known = way?.channel === 'email' ? way : undefined
  const source = known?.source ?? occasion.townHall.emails[0]?.source ?? 'source non connue'

  return composeEmail(
    { ...message, sender: occasion.sender },
    {
      address: known?.address ?? '',
      addressSource: source,
      replyCode: noCode,
      messageId: 'apercu',
      values: occasion.values,
    },
  )
}

/** Whether the letter can be composed: gives its terms, or the sentences that say what to mend. */
export function prepareLetter(message: MessageText, occasion: Occasion) {
  const { townHall, values, sender, date } = occasion
  const stops = problemsFor(message, values).filter(stopsLetter)
  if (stops.length > 0) return toMend(stops.map(({ sentence }) => sentence))

  const way = wayTo(occasion, 'letter')
  if (way?.channel !== 'letter') return toMend([noAddress(townHall.name)])

  const terms = termsOf({ ...message, sender }, [{ addressSource: way.source }], {
    date,
    envelope: envelopes.dl45,
  })
  const fits = checkAddressFits(way.parts, terms.envelope)
  if (!fits.ok) return toMend([explainLotRefusal({ ...fits, commune: townHall.name })])

  const { insee, name: commune } = townHall
  const letter = { deliveryId: 'apercu', insee, commune, address: way.parts, code: noCode, values }
  return accept({ letter, terms })
}

/** The letter's PDF, composed in a child process; or the sentences that say what to mend. */
export async function composePreview(message: MessageText, occasion: Occasion) {
  const prepared = prepareLetter(message, occasion)
  if (!prepared.ok) return prepared

  const composed = await previewLetter(sharedPdfPool(), prepared.value.letter, prepared.value.terms)
  if (!composed.ok) return toMend([explainLotRefusal(composed)])

  return accept(composed.value.pdf ?? new Uint8Array())
}

// The wave's own rule decides how a town hall is reached: the preview shows what a launch would do.
function wayTo({ townHall, date }: Occasion, channel: WaveChannel): Planned | undefined {
  const [row] = planAudience([townHall], { channel, recentDays: 0, now: date })
  return row && 'planned' in row ? row.planned : undefined
}

const toMend = (sentences: readonly string[]) => ({ ok: false, sentences }) as const

const noAddress = (commune: string) =>
  `L’adresse postale de la mairie (${commune}) n’est pas connue. Complétez-la sur la fiche de la commune, ou importez un annuaire.`
