import { resolve } from 'node:path'
import type { Command } from 'commander'
import type { Terminal } from '#platform/module.ts'
import { StartRefused } from '#platform/start-refused.ts'
import type { World } from '#platform/world.ts'
import { dateTime } from '#ui/french.ts'
import { explain } from '../deliveries/delivery-words.ts'
import { listDoubts } from './doubts.queries.ts'
import { findingSentences, logRefusals, summary } from './finding-words.ts'
import { readLogFile } from './read-log-file.action.ts'
import { type Finding, reconcile } from './reconcile.action.ts'

const say = (line: string): void => void process.stdout.write(`${line}\n`)

/** The doubts on the terminal: listed, or looked for in the relay's log, whatever its size. */
export function doubtsCommand(program: Command, { withWorld }: Terminal) {
  program
    .command('doubts')
    .description('liste les envois douteux, ou les cherche dans le journal du relais')
    .option('--relay-log <fichier>', 'le journal de Postfix, compressé ou non')
    .option('--json', 'pour un script')
    .action(({ relayLog, json }: { relayLog?: string; json?: boolean }) =>
      withWorld((world) => (relayLog ? search(world, relayLog, json === true) : list(world, json === true))),
    )
}

async function list({ db }: World, isJson: boolean) {
  const doubts = await listDoubts(db)
  if (isJson) return say(JSON.stringify(doubts))

  for (const doubt of doubts)
    say(
      `${dateTime(doubt.since)}  ${doubt.addressee}  ${explain({ ...doubt, state: 'uncertain' })}  (${doubt.wave})`,
    )
  if (doubts.length === 0) say('Aucun envoi n’est douteux.')
}

async function search(world: World, file: string, isJson: boolean) {
  const read = await readLogFile(resolve(file), world.clock())
  if (!read.ok) throw new StartRefused(logRefusals[read.reason])

  const findings = await reconcile(world, read.value)
  if (isJson) return say(JSON.stringify({ periods: read.value.periods, findings: findings.map(asRow) }))

  for (const { doubt, outcome } of findings)
    say(`${doubt.addressee}  ${findingSentences[outcome]}  (${doubt.wave})`)
  say(summary(findings.map(({ outcome }) => outcome)))
}

const asRow = ({ doubt: { id, insee, addressee, wave, messageId }, outcome }: Finding) => ({
  deliveryId: id,
  insee,
  addressee,
  wave,
  messageId,
  outcome,
})
