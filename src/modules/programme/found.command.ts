import { addUser } from '#modules/accounts/index.ts'
import type { Database } from '#platform/database/database.ts'
import { newId } from '#platform/ids.ts'
import type { Module } from '#platform/module.ts'
import { StartRefused } from '#platform/start-refused.ts'
import { parseEmail } from '#values/email.ts'
import { foundProgramme } from './found-programme.action.ts'
import type { PerimeterChoice } from './perimeter-choice.ts'
import { readLines } from './perimeter-choice.ts'
import type { Doubt } from './perimeter-resolution.ts'
import { doubtTitles, perimeterProblems } from './perimeter-words.ts'
import { resolvePerimeter } from './resolve-perimeter.action.ts'

type Options = {
  readonly operator: string
  readonly association: string
  readonly network?: string
  readonly programme: string
  readonly name: string
  readonly email: string
  readonly epci?: string
  readonly departement?: string
  readonly communes?: string
  readonly json?: boolean
}

/** The founding by a script: the same action as the page's. */
export const foundCommand: NonNullable<Module['commands']> = (program, { withWorld }) =>
  program
    .command('found')
    .description('fonde le programme : partenaires, périmètre, première personne')
    .requiredOption('--operator <nom>', 'l’opérateur public')
    .requiredOption('--association <nom>', 'l’association')
    .requiredOption('--email <adresse>', 'l’adresse de la première personne, qui agira pour l’opérateur')
    .option('--name <nom>', 'son nom', 'Coordination')
    .option('--network <nom>', 'le réseau des maires')
    .option('--programme <nom>', 'le nom du programme', 'Logiciels libres en mairie')
    .option('--epci <siren ou nom>', 'le périmètre : une intercommunalité')
    .option('--departement <code>', 'le périmètre : un département')
    .option('--communes <liste>', 'le périmètre : des codes INSEE ou des noms, séparés par des virgules')
    .option('--json', 'écrit le résultat en JSON')
    .action((options: Options) =>
      withWorld(async ({ db, clock }) => {
        const email = parseEmail(options.email)
        if (!email.ok) throw new StartRefused(`« ${options.email} » n’est pas une adresse électronique.`)
        const choice = choiceOf(options)
        if (!choice) throw new StartRefused('Dites le périmètre : --epci, --departement ou --communes.')

        const resolved = await resolvePerimeter(db, choice)
        if (!resolved.ok) throw new StartRefused(perimeterProblems[resolved.reason].message)
        const { communes, doubts } = resolved.value
        if (doubts.length > 0) throw new StartRefused(doubts.map(describeDoubt).join('\n'))

        const insees = communes.map(({ insee }) => insee)
        const founding = await foundingOf(db, { ...options, email: email.value })
        const founded = await foundProgramme(db, { ...founding, insees }, clock())
        if (!founded.ok) throw new StartRefused('Le programme est déjà fondé : rien n’a changé.')
        process.stdout.write(`${report(founded.value.id, insees.length, options)}\n`)
      }),
    )

function choiceOf({ epci, departement, communes }: Options): PerimeterChoice | undefined {
  if (epci) return { kind: 'epci', epci }
  if (departement) return { kind: 'departement', departement }
  return communes ? { kind: 'list', lines: readLines(communes.replaceAll(',', '\n')), picked: [] } : undefined
}

async function foundingOf(db: Database, { operator, association, network, programme, name, email }: Options) {
  const user = await addUser(db, { id: newId(), name, email })
  return {
    programme,
    operator: { name: operator },
    association: { name: association },
    network: network ? { name: network } : undefined,
    founder: { userId: user?.id ?? '', name, email },
  }
}

function describeDoubt({ line, reason, suggestions }: Doubt) {
  const proposed = suggestions.map(({ insee, name }) => `${name} (${insee})`).join(', ')
  return proposed ? `${doubtTitles[reason](line)} ; peut-être ${proposed}.` : `${doubtTitles[reason](line)}.`
}

const report = (id: string, communes: number, { json, programme, email }: Options) =>
  json
    ? JSON.stringify({ programme: id, communes, email })
    : `${programme} est fondé : ${communes} communes. ${email} peut entrer par un code.`
