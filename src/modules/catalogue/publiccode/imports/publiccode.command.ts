import { readdirSync, readFileSync } from 'node:fs'
import { basename, join, relative } from 'node:path'
import type { Command } from 'commander'
import type { Terminal } from '#platform/module.ts'
import type { World } from '#platform/world.ts'
import { type Reading, readPubliccode } from '../reading/read-publiccode.ts'
import { foreseeImport } from './check-files.action.ts'
import { type FileFinding, importReadings } from './import-readings.action.ts'
import { findingNames } from './import-words.ts'
import { isYaml } from './received-files.action.ts'

/** `./beffroi catalogue publiccode FOLDER`: brings the publiccode.yml files of a folder, and says what is wrong with each. */
export function publiccodeCommand(program: Command, terminal: Terminal) {
  const catalogue =
    program.commands.find((command) => command.name() === 'catalogue') ??
    program.command('catalogue').description('le catalogue des logiciels libres')
  catalogue
    .command('publiccode <dossier>')
    .description('importe les fichiers publiccode.yml d’un dossier, et dit les fautes de chacun')
    .option('--dry-run', 'dit ce qui changerait, sans rien changer')
    .action(async (folder: string, { dryRun = false }: { dryRun?: boolean }) => {
      const readings = filesOf(folder)
      if (!readings) return fail(`Le dossier ${folder} n’existe pas, ou ne peut pas être lu.`)
      if (readings.length === 0) return fail(`Aucun fichier .yml ni .yaml dans ${folder}.`)
      await terminal.withWorld(async (world) => tell(readings, await bring(world, readings, dryRun), dryRun))
    })
}

const bring = ({ db, clock }: World, readings: readonly Reading[], isDry: boolean) =>
  isDry
    ? foreseeImport(db, readings, clock())
    : db.transaction((tx) => importReadings(tx, readings, { source: 'publiccode', now: clock() }))

function filesOf(folder: string): Reading[] | undefined {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && isYaml(entry.name))
      .map((entry) => join(entry.parentPath, entry.name))
      .toSorted()
      .map((path) => readPubliccode(readFileSync(path), relative(folder, path) || basename(path)))
  } catch {
    return undefined
  }
}

function tell(readings: readonly Reading[], findings: readonly FileFinding[], isDry: boolean) {
  const lines = readings.flatMap(({ name, faults }, at) => [
    `${name} : ${findingNames[findings[at]?.finding ?? 'refused']}`,
    ...faults.map(
      ({ sentence, line, isError }) =>
        `  ${isError ? '✗' : '·'} ${sentence}${line ? ` (ligne ${line})` : ''}`,
    ),
  ])
  const valid = readings.filter(({ isValid }) => isValid).length
  process.stdout.write(`${lines.join('\n')}\n\n${readings.length} fichiers, ${valid} valides.\n`)
  if (isDry) process.stdout.write('Rien n’a été changé.\n')
}

function fail(sentence: string) {
  process.stderr.write(`${sentence}\n`)
  process.exitCode = 1
}
