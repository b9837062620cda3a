import type { World } from '#platform/world.ts'
import { accept, refuse } from '#values/decision.ts'
import { addReport, countReportsSince } from './reports.queries.ts'

type Reported = {
  readonly id: string
  readonly companyId: string
  readonly body: string
  readonly personName: string | null
  readonly email: string | null
}

/** Keeps what a reader reports, for the operator; refuses when reports come faster than a person can read. */
export async function reportCompany({ db, clock }: World, report: Reported) {
  const at = clock()
  const lately = await countReportsSince(db, report.companyId, new Date(at.getTime() - day))
  if (lately.ofCompany >= mostOfCompany || lately.all >= mostInAll) return refuse('too-often')

  await addReport(db, { ...report, at })
  return accept(report.id)
}

const day = 86_400_000
const mostOfCompany = 10
const mostInAll = 200
