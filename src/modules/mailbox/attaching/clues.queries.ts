import { and, arrayOverlaps, eq, inArray, isNull, or, sql } from 'drizzle-orm'
import { communes, contactPoints } from '#modules/communes/index.ts'
import type { Database } from '#platform/database/database.ts'

type Named = { readonly insee: string; readonly name: string }

/** The communes that give an address among their own. */
export const communesWriting = (db: Database, address: string): Promise<Named[]> =>
  db
    .selectDistinct({ insee: communes.insee, name: communes.name })
    .from(contactPoints)
    .innerJoin(communes, eq(communes.insee, contactPoints.insee))
    .where(
      and(
        isNull(contactPoints.endedAt),
        eq(contactPoints.kind, 'email'),
        eq(sql`lower(${contactPoints.value})`, address),
      ),
    )

/** The communes whose own domain this is: that of their e-mail or of their site. */
export const communesOfDomain = (db: Database, domain: string): Promise<Named[]> =>
  db
    .selectDistinct({ insee: communes.insee, name: communes.name })
    .from(contactPoints)
    .innerJoin(communes, eq(communes.insee, contactPoints.insee))
    .where(
      and(
        isNull(contactPoints.endedAt),
        or(
          and(
            eq(contactPoints.kind, 'email'),
            eq(sql`lower(split_part(${contactPoints.value}, '@', 2))`, domain),
          ),
          and(
            eq(contactPoints.kind, 'website'),
            eq(
              sql`lower(regexp_replace(${contactPoints.value}, '^(https?://)?(www\\.)?([^/:]+).*$', '\\3'))`,
              domain,
            ),
          ),
        ),
      ),
    )
    .limit(4)

/** The communes of these numbers. */
export const communesNumbered = (
  db: Database,
  { sirets, inseeCodes }: { sirets: readonly string[]; inseeCodes: readonly string[] },
): Promise<Named[]> =>
  sirets.length + inseeCodes.length === 0
    ? Promise.resolve([])
    : db
        .select({ insee: communes.insee, name: communes.name })
        .from(communes)
        .where(
          or(
            inArray(communes.siret, ['', ...sirets]),
            inArray(communes.siren, ['', ...sirets.map((siret) => siret.slice(0, 9))]),
            inArray(communes.insee, ['', ...inseeCodes]),
          ),
        )

/** The communes of today under these postcodes, with the name that searches compare. */
export const communesOfPostcodes = (db: Database, postcodes: readonly string[]) =>
  postcodes.length === 0
    ? Promise.resolve([])
    : db
        .select({ insee: communes.insee, name: communes.name, searchName: communes.searchName })
        .from(communes)
        .where(and(isNull(communes.endedOn), arrayOverlaps(communes.postalCodes, [...postcodes])))
