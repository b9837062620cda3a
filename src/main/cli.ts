import { Command, CommanderError } from 'commander'
import { fillDemonstration } from './demo.ts'
import { doctor } from './doctor.ts'
import { inFrench, usageInFrench } from './french-usage.ts'
import { migrateDatabase } from './migrate.ts'
import { modules } from './modules.ts'
import { explainStop } from './refusal.ts'
import { openTerminal } from './terminal.ts'
import { up } from './up.ts'

/** The program of `./beffroi`: every module's commands, and those of the ground. */
export function createProgram(): Command {
  const program = usageInFrench(new Command('./beffroi'))
    .description('Faire entrer le logiciel libre dans les mairies.')
    .option('--demo', 'travaille sur la démonstration')
    .addHelpText('after', '\nCodes de sortie : 0 fait, 1 refusé ou échoué, 2 commande mal écrite.')
  const isDemo = () => program.opts().demo === true

  program
    .command('up')
    .description('démarre Beffroi, comme npm start')
    .option('--no-worker', 'sans les travaux de fond, confiés à un autre processus')
    .action(({ worker }) => up({ isDemo: isDemo(), withWorker: worker }))
  program
    .command('migrate')
    .description('met la base à jour, sans démarrer')
    .action(() => migrateDatabase(isDemo()))
  program
    .command('demo')
    .description('remplit la démonstration, sur une base à part')
    .option('--json', 'pour un script')
    .action(({ json }) => fillDemonstration({ isJson: json === true }))
  program
    .command('doctor')
    .description('vérifie la machine, la configuration et la base')
    .option('--json', 'pour un script')
    .action(({ json }) => doctor({ isJson: json === true, isDemo: isDemo() }))
  for (const { commands } of modules) commands?.(program, openTerminal(isDemo))

  return inFrench(program)
}

if (import.meta.main) {
  try {
    await createProgram().parseAsync()
  } catch (error) {
    process.exitCode = exitCodeOf(error)
  }
}

function exitCodeOf(error: unknown): number {
  if (error instanceof CommanderError)
    return error.code === 'commander.error' || error.exitCode === 0 ? error.exitCode : 2

  process.stderr.write(`${explainStop(error)}\n`)
  return 1
}
