import { welcomeMember } from '#modules/accounts/index.ts'
import { addOrganisation } from '#modules/organisations/index.ts'
import { findProgramme } from '#modules/programme/index.ts'
import type { Database } from '#platform/database/database.ts'
import { newId } from '#platform/ids.ts'
import type { World } from '#platform/world.ts'
import { isoDate } from '#ui/french.ts'
import { addCompany } from './census/census.queries.ts'
import { addEvent } from './census/events.queries.ts'
import { takeCompany } from './claims/claimed-company.queries.ts'
import { addClaim } from './claims/claims.queries.ts'
import { demonstratedCompanies, demonstratedOffers } from './demonstrated-companies.ts'
import { keepFormerNameUntil, saveDemonstratedWork } from './demonstration.queries.ts'
import { addOffer } from './offers/save-offers.queries.ts'
import { reportCompany } from './reports/report-company.action.ts'
import { saveServices } from './services/stated-services.queries.ts'
import { softwareNamed } from './services/subjects.queries.ts'

type Invented = (typeof demonstratedCompanies)[number]

/** Fills the demonstration with invented companies: their services, their works as communes see them, offers, a claim to decide. */
export async function demonstrateCompanies(world: World) {
  const { db, clock } = world
  const now = clock()
  const ids = new Map<string, string>()
  for (const invented of demonstratedCompanies) ids.set(invented.siren, await settle(db, invented, now))

  const { operatorId } = await findProgramme(db)
  for (const { holder, software, ...offer } of demonstratedOffers) {
    const companyId = ids.get(holder)
    await addOffer(
      db,
      companyId ? { companyId } : { organisationId: operatorId },
      { ...offer, id: newId(), softwareId: await softwareId(db, software), hostingCountry: 'France' },
      before(now, 40),
    )
  }
  await leaveWork(world, ids.get('000200048') ?? '')
}

async function settle(db: Database, { services, works = [], ...invented }: Invented, now: Date) {
  const [companyId, organisationId] = [newId(), newId()]
  const { siren, name, person, email, website, town, insee, presentation, formerName } = invented
  await addCompany(db, {
    id: companyId,
    name,
    email,
    website,
    insee,
    postalAddress: town,
    presentation: presentation || null,
    source: 'Annuaire des entreprises (démonstration)',
    sourceDate: isoDate(before(now, 90)),
    createdAt: before(now, 90),
  })
  await addOrganisation(db, {
    id: organisationId,
    kind: 'company',
    name,
    email,
    website,
    postalAddress: town,
    createdAt: before(now, 60),
  })
  await welcomeMember(db, { name: person, email, organisationId }, before(now, 60))
  await takeCompany(db, companyId, { siren, organisationId, at: before(now, 60) })
  const sentence = `Fiche prise par ${person}, qui a répondu depuis ${email}.`
  await addEvent(db, companyId, { at: before(now, 60), sentence, actor: person })
  if (formerName) await keepFormerNameUntil(db, companyId, formerName, before(now, 200))

  for (const { about, kinds, level = 'practises', areas, monthsAgo = 1 } of services) {
    const software = /^logiciel:(.+)$/.exec(about)?.[1]
    const subject = software ? { softwareId: await softwareId(db, software) } : { need: about }
    const at = before(now, monthsAgo * 30)
    await saveServices(db, { companyId, subject, kinds, level, areas: [...new Set(areas)], at })
  }
  for (const { software, ...work } of works) {
    const named = software ? await softwareId(db, software) : null
    await saveDemonstratedWork(db, {
      ...work,
      companyId,
      softwareId: named,
      at: before(now, 50),
      settledAt: before(now, 45),
    })
  }
  return companyId
}

async function softwareId(db: Database, slug: string) {
  const software = await softwareNamed(db, slug)
  if (!software) throw new Error(`the demonstration speaks of ${slug}, which the directory does not have`)
  return software.id
}

/** What waits for a person: a claim without a mailbox, and a report. */
async function leaveWork(world: World, reportedId: string) {
  const { db, clock } = world
  const now = clock()
  const companyId = newId()
  await addCompany(db, {
    id: companyId,
    name: 'Sambre Systèmes',
    postalAddress: '59600 Maubeuge',
    source: 'Annuaire des entreprises (démonstration)',
    sourceDate: isoDate(before(now, 90)),
    createdAt: before(now, 90),
  })
  const claim = {
    id: newId(),
    companyId,
    registration: null,
    siren: '000200113',
    personName: 'Rose Exemple',
    email: 'rose@sambre-systemes.example',
    way: 'by-hand',
    evidence: 'Je suis la gérante, inscrite au registre. Rappelez le standard au 03 53 01 00 44.',
  } as const
  await addClaim(db, claim, before(now, 1))
  await reportCompany(world, {
    id: newId(),
    companyId: reportedId,
    body: 'Le siège a déménagé rue de Solférino en septembre.',
    personName: 'Une lectrice',
    email: null,
  })
}

const before = (now: Date, days: number) => new Date(now.getTime() - days * 86_400_000)
