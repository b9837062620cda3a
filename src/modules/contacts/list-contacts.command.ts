import type { Command } from 'commander'
import type { Terminal } from '#platform/module.ts'
import { isoDate } from '#ui/french.ts'
import { channelNames, stateNames, wishNames } from './contact.ts'
import { listContacts } from './contacts.queries.ts'
import { InboxQuery } from './inbox-filter.ts'

/** `./beffroi contact list`: every contact of every organisation, for whoever runs the machine. */
export function contactCommands(program: Command, terminal: Terminal) {
  const contact = program.command('contact').description('lit les contacts avec les mairies')

  contact
    .command('list')
    .description('liste les contacts, les plus récents d’abord')
    .option('--state <state>', 'to-do, new, taken, settled ou all', 'to-do')
    .option('--commune <nom>', 'seulement cette commune, par son nom ou son code INSEE')
    .option('--json', 'un objet JSON, pour un script')
    .action(async ({ state, commune, json }) => {
      const filter = InboxQuery.parse({ state, q: commune ?? '' })
      const contacts = await terminal.withWorld(({ db }) => listContacts(db, 'terminal', filter))
      if (json) return console.log(JSON.stringify({ count: contacts.length, contacts }))

      for (const { receivedAt, commune, wish, channel, state, organisation } of contacts)
        console.log(
          [
            isoDate(receivedAt),
            commune,
            wish ? wishNames[wish] : channelNames[channel],
            stateNames[state],
            organisation,
          ].join('\t'),
        )
    })
}
