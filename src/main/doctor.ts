import { statfsSync } from 'node:fs'
import { type Config, readConfig } from '#platform/config.ts'
import { pendingMigrations } from '#platform/database/migrate.ts'
import { type OpenedDatabase, openDatabase } from '#platform/database/open.ts'
import { explainStop } from './refusal.ts'

type Check = { readonly name: string; readonly isGood: boolean; readonly found: string }

/** Looks at the machine, the configuration and the database; ends with 1 when something is to be mended. */
export async function doctor({ isJson, isDemo }: { isJson: boolean; isDemo: boolean }) {
  const config = readConfig({ isDemo })
  const checks = [checkNode(), ...(await checkDatabase(config)), checkDisk(config), checkMail(config)]

  process.stdout.write(isJson ? `${JSON.stringify({ checks })}\n` : checks.map(line).join(''))
  if (checks.some(({ isGood }) => !isGood)) process.exitCode = 1
}

const line = ({ name, isGood, found }: Check) => `${isGood ? '✓' : '✗'} ${name.padEnd(12)} ${found}\n`

const checkNode = (): Check => ({
  name: 'Node',
  isGood: Number(process.versions.node.split('.')[0]) >= 24,
  found: process.version,
})

async function checkDatabase(config: Config): Promise<Check[]> {
  try {
    const database = await openDatabase(config, { as: 'command' })
    return await inspect(database, config).finally(database.close)
  } catch (error) {
    return [{ name: 'PostgreSQL', isGood: false, found: explainStop(error) }]
  }
}

async function inspect({ sql, embedded }: OpenedDatabase, config: Config): Promise<Check[]> {
  const [row] = await sql<{ version: string; size: number; sessions: number }[]>`
    select current_setting('server_version') as version, ceil(pg_database_size(current_database()) / 1e6)::int as size,
      (select count(*)::int from pg_stat_activity where datname = current_database()) as sessions`
  const pending = await pendingMigrations(sql)
  const place = config.databaseUrl ? 'service de DATABASE_URL' : config.data.path
  return [
    {
      name: 'PostgreSQL',
      isGood: true,
      found: `${row?.version} (${place}), ${row?.size} Mo, ${row?.sessions} sessions`,
    },
    {
      name: 'Migrations',
      isGood: pending.length === 0,
      found:
        pending.length === 0 ? 'à jour' : `${pending.length} à appliquer : npm start ou ./beffroi migrate`,
    },
    ...(embedded ? [describeServer(embedded)] : []),
  ]
}

function describeServer({ wasRunning, servedAt }: NonNullable<OpenedDatabase['embedded']>): Check {
  if (servedAt) return { name: 'Serveur', isGood: true, found: `répond à ${servedAt}` }
  const found = wasRunning ? 'arrêté ; son PostgreSQL, laissé en marche, va l’être aussi' : 'arrêté'
  return { name: 'Serveur', isGood: true, found }
}

const leastFree = 1_000_000_000

function checkDisk({ data }: Config): Check {
  const { bavail, bsize } = statfsSync(data.path)
  const free = bavail * bsize
  const inGigabytes = (free / 1e9).toLocaleString('fr-FR', { maximumFractionDigits: 1 })
  return { name: 'Disque', isGood: free > leastFree, found: `${inGigabytes} Go libres dans ${data.path}` }
}

const checkMail = ({ smtpUrl, mailFrom }: Config): Check => ({
  name: 'Courriels',
  isGood: true,
  found: smtpUrl
    ? `par ${new URL(smtpUrl).host}, au nom de ${mailFrom}`
    : 'gardés dans la boîte d’envoi (SMTP_URL n’est pas donnée)',
})
