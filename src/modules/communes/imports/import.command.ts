import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import type { Command } from 'commander'
import { z } from 'zod'
import { newId } from '#platform/ids.ts'
import type { Terminal } from '#platform/module.ts'
import type { World } from '#platform/world.ts'
import { checkImport } from './check-import.action.ts'
import { guessMapping } from './column-mapping.ts'
import { receiveImport } from './create-import.action.ts'
import { outcomes } from './finding.ts'
import { type Format, formats } from './formats.ts'
import { mayRun } from './import.ts'
import { doneNames, fileRefusals, outcomeNames, reasonSentence, runRefusals } from './import-words.ts'
import { findImport, type Import, saveImport } from './imports.queries.ts'
import type { Opposed, OpposedAmong } from './opposed-among.ts'
import { runImport } from './run-import.action.ts'
import { releaseImport } from './start-import.action.ts'

const Options = z.object({
  format: z.enum(formats).optional(),
  source: z.string().default(''),
  sourceDate: z.iso.date().optional(),
  dryRun: z.boolean().default(false),
  acceptShort: z.boolean().default(false),
  json: z.boolean().default(false),
})
type Options = z.output<typeof Options>

/** `./beffroi import FILE|URL`: the same dry run and the same real run as the page, in the terminal. */
export function importCommand(program: Command, terminal: Terminal, opposedAmong: OpposedAmong) {
  program
    .command('import <fichier-ou-adresse>')
    .description('importe les coordonnées des mairies : DPNT, DILA, RNE, contours, ou un tableau CSV ou ODS')
    .option('--format <format>', `le format, s’il n’est pas reconnu : ${formats.join(', ')}`)
    .option('--source <nom>', 'le nom de la source, écrit à côté de chaque coordonnée')
    .option(
      '--source-date <jour>',
      'le jour où ces données étaient vraies, comme 2026-11-23 ; aujourd’hui par défaut',
    )
    .option('--dry-run', 'dit ce qui changerait, sans rien changer')
    .option('--accept-short', 'importe même si le fichier parle de moins de la moitié des communes d’avant')
    .option('--json', 'pour un script : une ligne JSON')
    .action(async (origin: string, typed: unknown) => {
      const options = Options.safeParse(typed)
      if (!options.success)
        return fail('Une option est mal écrite : --source-date 2026-11-23, --format dpnt.', 2)
      await terminal.withWorld((world) => importFrom(world, origin, options.data, opposedAmong))
    })
}

async function importFrom(world: World, origin: string, options: Options, opposedAmong: OpposedAmong) {
  const { db, config, clock } = world
  const now = clock()
  const from = /^https?:\/\//i.test(origin) ? { url: origin } : fileAt(origin)
  if (!from) return fail(`Le fichier ${origin} n’existe pas, ou ne peut pas être lu.`)

  const id = newId()
  const wanted = {
    id,
    from,
    format: options.format ?? null,
    sourceLabel: options.source,
    sourceDate: options.sourceDate ?? now.toISOString().slice(0, 10),
    createdBy: 'ligne de commande',
  }
  const received = await receiveImport(db, wanted, now)
  if (!received.ok) return fail(fileRefusals[received.reason])

  const allowsPrivate = config.importsFromPrivateNetwork
  const opposed: Opposed = (points) => opposedAmong(world, points)
  const checking = { follow: onTerminal('vérification'), opposed, allowsPrivate, now }
  await checkImport(db, id, checking)
  const checked = await withGuessedColumns(world, await findImport(db, id), checking)
  if (checked.state === 'failed') return fail(checked.problem ?? '')

  const isWanted = !options.dryRun && mayRun({ ...checked, isShortAccepted: options.acceptShort })
  if (!isWanted) return tell(checked, options)
  if (!isWanted.ok && isWanted.reason !== 'nothing-to-import') return fail(runRefusals[isWanted.reason])
  if (isWanted.ok) {
    await releaseImport(db, id, { isShortAccepted: options.acceptShort })
    await runImport(db, id, onTerminal('import'), clock, opposed)
  }
  tell(await findImport(db, id), options)
}

/** Nobody is there to name the columns of a free sheet: what its titles say is taken. */
async function withGuessedColumns({ db }: World, found: Import, checking: Parameters<typeof checkImport>[2]) {
  if (found.state !== 'uploaded' || !found.preview) return found

  await saveImport(db, found.id, { mapping: guessMapping(found.preview.header) })
  await checkImport(db, found.id, checking)
  return findImport(db, found.id)
}

function fileAt(path: string) {
  try {
    return { name: basename(path), mediaType: '', bytes: readFileSync(path) }
  } catch {
    return undefined
  }
}

const onTerminal = (label: string) => ({
  progress: async (done: number, total: number) => {
    if (process.stderr.isTTY)
      process.stderr.write(`\r${label} : ${done} / ${total}${done === total ? '\n' : ''}`)
  },
  isStopped: async () => false,
})

function tell({ id, format, sourceLabel, state, counts, applied }: Import, { json, dryRun }: Options) {
  const told = state === 'done' && !dryRun ? { ...counts, ...applied } : counts
  const names = state === 'done' ? doneNames : outcomeNames
  if (json) {
    process.stdout.write(
      `${JSON.stringify({ import: id, format: format satisfies Format | null, source: sourceLabel, state, counts: told })}\n`,
    )
    return
  }

  process.stdout.write(`${sourceLabel}\n`)
  for (const outcome of outcomes) {
    process.stdout.write(`  ${names[outcome].padEnd(18)} ${(told[outcome] ?? 0).toLocaleString('fr-FR')}\n`)
    for (const [key, count] of Object.entries(told))
      if (key.startsWith(`${outcome}:`))
        process.stdout.write(
          `    ${reasonSentence(key.slice(outcome.length + 1))} : ${count.toLocaleString('fr-FR')}\n`,
        )
  }
  if (state === 'checked') process.stdout.write('Rien n’a été changé.\n')
}

function fail(sentence: string, code = 1) {
  process.stderr.write(`${sentence}\n`)
  process.exitCode = code
}
