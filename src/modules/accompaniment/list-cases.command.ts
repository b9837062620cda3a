import type { Command } from 'commander'
import type { Terminal } from '#platform/module.ts'
import { isoDate } from '#ui/french.ts'
import { caseStateNames } from './case.ts'
import { CaseQuery } from './case-filter.ts'
import { listCases } from './cases.queries.ts'

/** `./beffroi case list`: every case of every organisation, for whoever runs the machine. */
export function caseCommands(program: Command, terminal: Terminal) {
  const accompaniment = program.command('case').description('lit les accompagnements')

  accompaniment
    .command('list')
    .description('liste les accompagnements, le plus pressant d’abord')
    .option('--state <state>', 'open, closed ou all', 'open')
    .option('--commune <nom>', 'seulement cette commune, par son nom ou son code INSEE')
    .option('--late', 'seulement ceux dont une étape est en retard')
    .option('--json', 'un objet JSON, pour un script')
    .action(async ({ state, commune, late, json }) => {
      const filter = CaseQuery.parse({ state, q: commune ?? '', late: late ? 'oui' : undefined })
      const cases = await terminal.withWorld(({ db, clock }) =>
        listCases(db, 'terminal', { ...filter, today: isoDate(clock()) }),
      )
      if (json) return console.log(JSON.stringify({ count: cases.length, cases }))

      for (const { commune, goal, state, done, steps, nextStep, organisation } of cases)
        console.log(
          [commune, goal, caseStateNames[state], `${done}/${steps}`, nextStep ?? '', organisation].join('\t'),
        )
    })
}
