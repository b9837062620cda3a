import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Command } from 'commander'
import { loadFile } from '#platform/files/stored-files.ts'
import { newId } from '#platform/ids.ts'
import type { Terminal } from '#platform/module.ts'
import { sharedPdfPool } from '#platform/pdf/shared-pool.ts'
import { StartRefused } from '#platform/start-refused.ts'
import type { World } from '#platform/world.ts'
import { tallyOf } from '../deliveries/deliveries.queries.ts'
import { audienceOf, stateLooks } from '../deliveries/delivery.ts'
import { composeOneLot } from '../lots/compose-one-lot.action.ts'
import { lotStateNames } from '../lots/lot.ts'
import { findLot, listLots } from '../lots/lots.queries.ts'
import { listMessages } from '../messages/messages.queries.ts'
import { wavePurposes } from '../register/purpose.ts'
import { addresseeWords } from './addressee.ts'
import { type WaveChannel, waveChannels } from './audience.ts'
import { audienceFilters, filterWords } from './audience-filters.ts'
import { launchWave } from './launch-wave.action.ts'
import { prepareLaunch } from './prepare-launch.action.ts'
import type { LaunchRefusal } from './readiness/readiness.ts'
import { standing, standingNames, waveChannelNames } from './wave.ts'
import { findWave, insertWave, listWaves } from './waves.queries.ts'

const say = (line: string): void => void process.stdout.write(`${line}\n`)
const asJson = (value: unknown) => say(JSON.stringify(value))

/** The verbs of a wave on the terminal: the same actions as the pages. */
export function waveCommand(program: Command, { withWorld }: Terminal) {
  const wave = program.command('wave').description('les vagues : lister, montrer, préparer, lancer')

  wave
    .command('list')
    .description('liste les vagues')
    .option('--json', 'pour un script')
    .action(({ json }) =>
      withWorld(async ({ db }) => {
        const waves = await listWaves(db)
        if (json)
          return asJson(
            waves.map(({ id, name, standing: where, funnel }) => ({ id, name, standing: where, ...funnel })),
          )

        for (const { id, name, standing: where, funnel } of waves)
          say(
            `${id}  ${standingNames[where].padEnd(15)}  ${funnel.written} sur ${funnel.audience - funnel.excluded}  ${name}`,
          )
      }),
    )

  wave
    .command('show <vague>')
    .description('montre une vague, prête ou non, ou ce qu’elle devient')
    .option('--json', 'pour un script')
    .action((id: string, { json }) => withWorld((world) => show(world, id, json === true)))

  wave
    .command('prepare')
    .description('prépare une vague, sans rien envoyer')
    .requiredOption('--name <nom>', 'le nom de la vague')
    .option('--purpose <finalité>', wavePurposes.join(', '), 'outreach')
    .requiredOption('--message <nom>', 'le message : son nom, ou le début de son nom')
    .option('--channel <canal>', waveChannels.join(', '), 'email-first')
    .option(
      '--filter <mots>',
      'les filtres du territoire, comme dans l’adresse : stage=to-write&population=-500',
    )
    .option('--recent-days <jours>', 'laisse tranquilles les mairies écrites depuis moins de jours', '30')
    .option('--json', 'pour un script')
    .action((options: PrepareOptions) =>
      withWorld(async (world) => {
        const prepared = await prepare(world, options)
        if (!prepared.ok) throw new StartRefused(prepared.sentence)
        return options.json
          ? asJson({ id: prepared.id })
          : say(`La vague ${prepared.id} est préparée. Rien n’est parti.`)
      }),
    )

  wave
    .command('launch <vague>')
    .description('lance une vague dont tout est prêt')
    .requiredOption('--by <nom>', 'qui la lance')
    .option('--json', 'pour un script')
    .action((id: string, { by, json }) =>
      withWorld(async (world) => {
        const decision = await launchWave(world, id, by)
        if (!decision.ok) throw new StartRefused(await explain(world, id, decision.reason))
        const tally = await tallyOf(world.db, id)
        return json
          ? asJson({ id, ...tally })
          : say(`La vague est lancée : ${audienceOf(tally)} destinataires dans le registre.`)
      }),
    )
}

/** Composes the letters of a wave, and writes the PDF of each lot in a folder. */
export function lettersCommand(program: Command, { withWorld }: Terminal) {
  program
    .command('letters <vague>')
    .description('compose les lettres d’une vague et écrit un PDF par lot')
    .option('--out <dossier>', 'où écrire les PDF', '.')
    .option('--json', 'pour un script')
    .action((id: string, { out, json }) =>
      withWorld(async (world) => {
        const lots = await listLots(world.db, (await findWave(world.db, id)).id)
        mkdirSync(out, { recursive: true })
        const written = []
        for (const [rank, { id: lotId, state }] of lots.entries()) {
          progress(rank + 1, lots.length)
          if (state === 'planned' || state === 'blocked') await composeOneLot(world, lotId)
          written.push(await writeLot(world, lotId, out))
        }
        await sharedPdfPool().close()

        if (json) asJson(written)
        else
          for (const lot of written)
            say(lot.file ?? `Lot ${lot.number} : ${lot.problem ?? lotStateNames[lot.state]}`)
        if (written.some(({ file }) => file === undefined)) process.exitCode = 1
      }),
    )
}

async function writeLot({ db }: World, lotId: string, folder: string) {
  const { number, state, problem, sha256, letters, fileId } = await findLot(db, lotId)
  if (!fileId) return { number, state, problem, letters }

  const { name, bytes } = await loadFile(db, fileId)
  const file = join(folder, name)
  writeFileSync(file, bytes)
  return { number, state, problem, letters, file, sha256 }
}

// Only a person at a terminal reads this; a script reads the result.
function progress(done: number, total: number) {
  if (process.stderr.isTTY) process.stderr.write(`\rLot ${done} sur ${total}${done === total ? '\n' : ''}`)
}

type PrepareOptions = {
  readonly name: string
  readonly message: string
  readonly channel: string
  readonly filter?: string
  readonly recentDays: string
  readonly purpose: string
  readonly json?: boolean
}

async function prepare(
  world: World,
  { name, message: asked, channel, filter = '', recentDays, purpose: aim }: PrepareOptions,
) {
  const days = Number(recentDays)
  if (!isChannel(channel))
    return { ok: false, sentence: `Le canal est l’un de : ${waveChannels.join(', ')}.` } as const
  if (!Number.isInteger(days) || days < 0)
    return { ok: false, sentence: '--recent-days est un nombre de jours.' } as const
  const purpose = wavePurposes.find((one) => one === aim)
  if (!purpose)
    return { ok: false, sentence: `La finalité est l’une de : ${wavePurposes.join(', ')}.` } as const
  const messages = await listMessages(world.db)
  const message =
    messages.find((one) => one.name === asked) ?? messages.find((one) => one.name.startsWith(asked))
  if (!message) return { ok: false, sentence: `Aucun message ne s’appelle « ${asked} ».` } as const

  const id = newId()
  const filters = filterWords(audienceFilters.parse(Object.fromEntries(new URLSearchParams(filter))))
  const choices = { name, messageId: message.id, channel, filters, recentDays: days, purpose }
  await insertWave(world.db, id, choices, 'terminal', world.clock())
  return { ok: true, id } as const
}

const isChannel = (word: string): word is WaveChannel => waveChannels.some((channel) => channel === word)

async function show(world: World, id: string, isJson: boolean) {
  const wave = await findWave(world.db, id)
  if (wave.state === 'launched') {
    const tally = await tallyOf(world.db, id)
    if (isJson) return asJson({ id, name: wave.name, standing: standing(wave, tally), states: tally })
    say(
      `${wave.name} : ${standingNames[standing(wave, tally)]}, ${audienceOf(tally)} ${addresseeWords[wave.audienceKind].many}`,
    )
    for (const [state, count] of Object.entries(tally))
      say(`  ${String(count).padStart(6)}  ${stateLooks[state as keyof typeof tally].name}`)
    return
  }

  const { audience, recipients, lines } = await prepareLaunch(world.db, world, wave)
  if (isJson)
    return asJson({
      id,
      name: wave.name,
      standing: 'draft',
      audience: audience.length,
      recipients: recipients.length,
      lines,
    })
  const { many } = addresseeWords[wave.audienceKind]
  say(`${wave.name} : ${waveChannelNames[wave.channel]}, ${recipients.length} ${many} sur ${audience.length}`)
  for (const { isReady, label, sentence } of lines)
    say(`  ${isReady ? 'prêt ' : 'NON  '} ${label}. ${sentence}`)
}

async function explain(world: World, id: string, reason: LaunchRefusal) {
  if (reason === 'already-launched') return 'Cette vague est déjà lancée : rien n’a été refait.'
  if (reason === 'approved-by-launcher')
    return 'Qui a approuvé la vague ne la lance pas : --by nomme une autre personne.'
  const { lines } = await prepareLaunch(world.db, world, await findWave(world.db, id))
  const red = lines
    .filter(({ isReady }) => !isReady)
    .map(({ label, sentence }) => `  – ${label} : ${sentence}`)
  return `La vague n’est pas prête :\n${red.join('\n')}`
}
