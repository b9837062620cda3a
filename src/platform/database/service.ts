import { StartRefused } from '../start-refused.ts'
import { type Connection, connect } from './database.ts'

const oldest = 15

/** Opens a database of a PostgreSQL service; refuses one too old, in the words of whoever set DATABASE_URL. */
export async function openService(
  address: string,
  { isDemo }: { isDemo: boolean },
): Promise<Connection & { url: string }> {
  const given = new URL(address)
  const name = decodeURIComponent(given.pathname.slice(1))
  if (!isDemo) return openChecked(address, given.host)

  await createDemo(address, `${name}_demo`)
  const demo = new URL(address)
  demo.pathname = `/${name}_demo`
  return openChecked(demo.href, given.host)
}

async function openChecked(url: string, host: string) {
  const connection = connect(url)
  try {
    const [row] = await connection.sql<{ version: number }[]>`
      select current_setting('server_version_num')::int / 10000 as version`
    if (!row || row.version < oldest)
      throw new StartRefused(
        `Le service PostgreSQL de DATABASE_URL est en version ${row?.version} ; Beffroi demande la ${oldest} ou une plus récente.`,
      )
    return { ...connection, url }
  } catch (cause) {
    await connection.close()
    if (cause instanceof StartRefused) throw cause
    throw new StartRefused(
      `Le service PostgreSQL de DATABASE_URL (${host}) n’a pas ouvert la base : ${(cause as Error).message}`,
      { cause },
    )
  }
}

async function createDemo(address: string, name: string) {
  const { sql, close } = await openChecked(address, new URL(address).host)
  try {
    const found = await sql`select 1 from pg_database where datname = ${name}`
    if (found.length === 0) await sql`create database ${sql(name)}`
  } catch (cause) {
    throw new StartRefused(
      `La base « ${name} » de la démonstration n’existe pas et ce compte ne peut pas la créer : créez-la.`,
      { cause },
    )
  } finally {
    await close()
  }
}
