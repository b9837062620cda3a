import { type SQL, sql } from 'drizzle-orm'
import type { Database } from '#platform/database/database.ts'
import type { Topic } from '../oppositions/opposition.ts'
import { activeAddresses, addressHmac, companyOpposesSql } from '../oppositions/oppositions.queries.ts'
import { companiesToInvite, type InvitableCompany } from './companies-to-invite.ts'
import { emailOfCompany } from './company-audience.ts'
import type { CompanyCandidate } from './company-candidate.ts'
import type { CompanyFilters } from './company-filters.ts'

type Asked = {
  readonly filters: CompanyFilters
  readonly waveId: string
  readonly topic: Topic
  readonly secret: string
}

type Known = {
  readonly id: string
  readonly opposes: boolean
  readonly last_written_at: string | null
  readonly last_heard_at: string | null
  readonly has_answered: boolean
  readonly dead_emails: readonly string[]
  readonly hand_exclusion: string | null
  readonly exclusion_cause: 'excluded-by-hand' | 'past-retention' | null
}

/** The companies that the census would invite, with everything that the ledger and the oppositions say of each. */
export async function listCompanyCandidates(db: Database, asked: Asked): Promise<CompanyCandidate[]> {
  const companies = await companiesToInvite(db, asked.filters)
  const hmacs = new Map(companies.map(({ id, email }) => [id, email ? addressHmac(asked.secret, email) : '']))
  const [known, opposed] = await Promise.all([
    knownOf(db, companies, asked),
    activeAddresses(db, [...hmacs.values()].filter(Boolean)),
  ])
  return companies.map((company) =>
    candidateOf(company, known.get(company.id), opposed.has(hmacs.get(company.id) ?? '')),
  )
}

async function knownOf(db: Database, companies: readonly InvitableCompany[], { waveId, topic }: Asked) {
  const ids = JSON.stringify(companies.map(({ id }) => id))
  const rows = await db.execute<Known>(sql`
    select c.id, ${companyOpposesSql(sql`c.id`, sql`'email'`, sql`${topic}`)} as opposes,
      -- what is about to leave in another wave counts as written: at most once
      (select max(coalesce(d.settled_at, d.created_at)) from deliveries d
         where d.company_id = c.id and d.state not in ('excluded', 'refused_permanent', 'bounced')) as last_written_at,
      ${lastHeardSql(sql`c.id`)} as last_heard_at,
      ${lastHeardSql(sql`c.id`)} is not null as has_answered,
      array(select lower(d.address) from deliveries d
        where d.company_id = c.id and (d.state = 'bounced' or (d.state = 'refused_permanent' and d.reason = 'refused')))
        as dead_emails,
      x.reason as hand_exclusion, x.cause as exclusion_cause
    from (select value::uuid as id from jsonb_array_elements_text(${ids}::jsonb)) c
    left join wave_hand_exclusions x on x.company_id = c.id and x.wave_id = ${waveId}`)
  return new Map(rows.map((row) => [row.id, row]))
}

const lastHeardSql = (companyId: SQL) => sql`(select max(d.settled_at) from deliveries d
  where d.company_id = ${companyId} and d.state = 'replied')`

function candidateOf(
  company: InvitableCompany,
  known: Known | undefined,
  isOpposed: boolean,
): CompanyCandidate {
  const { id: companyId, name, path, source, leftOut, email } = company
  const isDead = known?.dead_emails.includes((email ?? '').trim().toLowerCase()) ?? false

  return {
    companyId,
    companyName: name,
    name,
    email: emailOfCompany(company, { isOpposed, isDead }),
    path,
    source,
    leftOut,
    opposes: known?.opposes ?? false,
    lastWrittenAt: dateOf(known?.last_written_at),
    hasAnswered: known?.has_answered ?? false,
    lastHeardAt: dateOf(known?.last_heard_at),
    handExclusion: known?.hand_exclusion ?? undefined,
    exclusionCause: known?.exclusion_cause ?? undefined,
  }
}

const dateOf = (text: string | null | undefined) => (text ? new Date(text) : undefined)
