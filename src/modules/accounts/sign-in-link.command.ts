import type { Module } from '#platform/module.ts'
import { findUserByEmail } from './accounts.queries.ts'
import { firstPersonEmail } from './first-person.ts'
import { oneTimeLink } from './sign-in.action.ts'

/** Gives whoever holds the machine a way in, when no code can reach a person. */
export const signInLinkCommand: NonNullable<Module['commands']> = (program, { withWorld }) =>
  program
    .command('sign-in-link')
    .argument('[adresse]', 'l’adresse d’une personne connue ; sans elle, la première personne')
    .description('donne un lien d’entrée à usage unique')
    .action((email: string = firstPersonEmail) =>
      withWorld(async (world) => {
        const isKnown = email === firstPersonEmail || (await findUserByEmail(world.db, email.toLowerCase()))
        if (!isKnown) return program.error(`Personne ici n’a l’adresse ${email}.`)

        process.stdout.write(`${await oneTimeLink(world, email.toLowerCase())}\n`)
      }),
    )
