import { join } from 'node:path'
import { z } from 'zod'
import { chooseDataFolder, type DataFolder } from './database/data-folder.ts'
import { readOrMakeSecret } from './database/secret-file.ts'
import { StartRefused } from './start-refused.ts'

const levels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const

const isPort = (text: string) => /^\d{1,5}$/.test(text) && Number(text) >= 1 && Number(text) <= 65535
const isAddress = (text: string, protocols: readonly string[]) =>
  URL.canParse(text) && protocols.includes(new URL(text).protocol)

const web = (text: string) => isAddress(text, ['http:', 'https:']) && isWhole(new URL(text))
// Every address printed is this one and a path: what follows the host would end up in the middle.
const isWhole = ({ pathname, search, hash }: URL) => pathname === '/' && search === '' && hash === ''
const smtp = (text: string) => isAddress(text, ['smtp:', 'smtps:'])
const imap = (text: string) => isAddress(text, ['imap:', 'imaps:'])
const isMailbox = (text: string) => /^[^\s@<>]+@[^\s@<>]+$/.test(text)
const postgresql = (text: string) => isAddress(text, ['postgres:', 'postgresql:'])

/** Every variable that Beffroi reads, with its default and its meaning: `.env.example` is written from it. */
export const variables = z.object({
  PORT: z
    .string()
    .refine(isPort, 'doit être un nombre entre 1 et 65535')
    .default('3000')
    .describe('Le port sur lequel Beffroi répond.'),
  HOST: z
    .string()
    .default('127.0.0.1')
    .describe('L’adresse sur laquelle il écoute ; 0.0.0.0 pour être joint depuis d’autres machines.'),
  BASE_URL: z
    .string()
    .refine(web, 'doit être une adresse complète et rien de plus, comme https://beffroi.exemple.fr')
    .optional()
    .describe(
      'L’adresse publique, imprimée dans les lettres et les courriels ; http://localhost:PORT par défaut.',
    ),
  BEFFROI_DATA: z
    .string()
    .optional()
    .describe('Le dossier des données ; ./data par défaut. Un chemin relatif part du dossier de Beffroi.'),
  DATABASE_URL: z
    .string()
    .refine(postgresql, 'doit commencer par postgres:// ou postgresql://')
    .optional()
    .describe('Un service PostgreSQL (15 ou plus récent), à la place de celui que Beffroi démarre lui-même.'),
  BEFFROI_SECRET: z
    .string()
    .min(32, 'doit compter au moins 32 caractères')
    .optional()
    .describe(
      'Le secret qui signe les sessions et les codes ; sinon un fichier, tiré au hasard, du dossier des données.',
    ),
  SMTP_URL: z
    .string()
    .refine(smtp, 'doit être de la forme smtp://compte:mot-de-passe@serveur:587 ou smtps://…')
    .optional()
    .describe('Le serveur d’envoi des courriels ; sans lui, ils restent dans la boîte d’envoi de Beffroi.'),
  SMTP_PATIENCE: z
    .string()
    .refine((text) => /^\d{1,4}$/.test(text) && Number(text) >= 1, 'doit être un nombre de secondes')
    .default('120')
    .describe(
      'Combien de secondes un serveur d’envoi silencieux est attendu avant que sa réponse soit perdue.',
    ),
  MAIL_FROM: z
    .string()
    .refine(isMailbox, 'doit être une adresse électronique')
    .optional()
    .describe('L’adresse d’où partent les courriels et les codes de connexion.'),
  MAIL_RETURNS: z
    .string()
    .refine(isMailbox, 'doit être une adresse électronique')
    .optional()
    .describe(
      'La boîte où reviennent les réponses et les rejets, qui doit accepter les sous-adresses (boite+suite@…) ; MAIL_FROM par défaut.',
    ),
  IMAP_URL: z
    .string()
    .refine(imap, 'doit être de la forme imaps://compte:mot-de-passe@serveur/INBOX ou imap://…')
    .optional()
    .describe('La boîte aux lettres où Beffroi lit les réponses et les rejets, celle de MAIL_RETURNS.'),
  RELAY_LOG: z
    .string()
    .optional()
    .describe('Le journal du relais Postfix de cette machine, comme /var/log/mail.log : il lève les doutes.'),
  IMPORT_FROM_PRIVATE_NETWORK: z
    .enum(['oui', 'non'], 'doit être oui ou non')
    .default('non')
    .describe('Si un import peut prendre un fichier à une adresse de cette machine ou de son réseau.'),
  LOG_LEVEL: z
    .enum(levels, `doit être l’un de : ${levels.join(', ')}`)
    .default('warn')
    .describe('Ce que dit le journal technique, du plus bref (fatal) au plus bavard (trace).'),
})

export type Config = {
  readonly port: number
  readonly host: string
  readonly baseUrl: string
  readonly data: DataFolder
  readonly databaseUrl: string | undefined
  /** Signs the sessions and the codes; the same from one start to the next. */
  readonly secret: string
  readonly smtpUrl: string | undefined
  /** How long a silent mail server is waited for, in milliseconds. */
  readonly smtpPatience: number
  readonly mailFrom: string
  /** The mailbox that answers and bounces come back to, by sub-addresses of its own. */
  readonly mailReturns: string
  readonly imapUrl: string | undefined
  /** The file in which a local Postfix says what it accepted. */
  readonly relayLog: string | undefined
  /** An import may fetch a file from this machine or its network. */
  readonly importsFromPrivateNetwork: boolean
  readonly logLevel: (typeof levels)[number]
  /** The demonstration: another database beside the real one. */
  readonly isDemo: boolean
}

type Environment = Readonly<Record<string, string | undefined>>

/** Reads the configuration from the environment; refuses a wrong one with the whole list of what to mend. */
export function readConfig({ isDemo = false, environment = process.env as Environment } = {}): Config {
  const parsed = variables.safeParse(withoutBlanks(environment))
  if (!parsed.success) throw new StartRefused(explain(parsed.error.issues))

  const { PORT, HOST, LOG_LEVEL, ...given } = parsed.data
  const data = chooseDataFolder(given.BEFFROI_DATA)
  const baseUrl = (given.BASE_URL ?? `http://localhost:${PORT}`).replace(/\/+$/, '')
  const mailFrom = given.MAIL_FROM ?? `beffroi@${new URL(baseUrl).hostname}`

  return {
    port: Number(PORT),
    host: HOST,
    baseUrl,
    data,
    databaseUrl: given.DATABASE_URL,
    secret: given.BEFFROI_SECRET ?? readOrMakeSecret(join(data.path, 'secret')),
    smtpUrl: given.SMTP_URL,
    smtpPatience: Number(given.SMTP_PATIENCE) * 1000,
    mailFrom,
    mailReturns: given.MAIL_RETURNS ?? mailFrom,
    imapUrl: given.IMAP_URL,
    relayLog: given.RELAY_LOG,
    importsFromPrivateNetwork: given.IMPORT_FROM_PRIVATE_NETWORK === 'oui',
    logLevel: LOG_LEVEL,
    isDemo,
  }
}

/** The text of `.env.example`. */
export function envExample(): string {
  const lines = Object.entries(variables.shape).map(([name, schema]) => {
    const fallback = schema.safeParse(undefined).data ?? ''
    return `# ${schema.description}\n# ${name}=${fallback}\n`
  })
  return `# Copiez ce fichier en .env et retirez le « # » des lignes à changer.\n\n${lines.join('\n')}`
}

const withoutBlanks = (environment: Environment) =>
  Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim() !== ''))

function explain(issues: readonly z.core.$ZodIssue[]): string {
  const lines = issues.map(({ path, message }) => `  – ${String(path[0])} ${message}`)
  return `La configuration est à corriger :\n${lines.join('\n')}\nChaque variable est décrite dans .env.example.`
}
