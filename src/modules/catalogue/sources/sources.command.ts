import type { Command } from 'commander'
import type { Terminal } from '#platform/module.ts'
import { loadOptional } from './load-shipped.action.ts'
import { isOptionalEdition, optionalEditions } from './shipped-editions.ts'
import { sourceOf } from './source.ts'

/** `./beffroi catalogue add SOURCE`: adds one of the sources that are shipped apart, or brings it up to date. */
export function sourcesCommand(program: Command, terminal: Terminal) {
  const catalogue =
    program.commands.find((command) => command.name() === 'catalogue') ??
    program.command('catalogue').description('le catalogue des logiciels libres')
  catalogue
    .command('add <source>')
    .description(`ajoute une source livrée à part : ${Object.keys(optionalEditions).join(', ')}`)
    .option('--json', 'pour un script')
    .action(async (source: string, { json = false }: { json?: boolean }) => {
      if (!isOptionalEdition(source)) {
        process.stderr.write(`Sources livrées à part : ${Object.keys(optionalEditions).join(', ')}.\n`)
        process.exitCode = 2
        return
      }
      const findings = await terminal.withWorld(({ db, clock }) => loadOptional(db, source, clock()))
      const added = findings ? findings.filter(({ change }) => change === 'added').length : 0
      const told = findings
        ? `${sourceOf(source).name} : ${added} fiches lues, sous ${sourceOf(source).licence}.`
        : `${sourceOf(source).name} est déjà là, et à jour.`
      process.stdout.write(`${json ? JSON.stringify({ source, added, upToDate: !findings }) : told}\n`)
    })
}
