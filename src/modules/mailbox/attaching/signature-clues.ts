import { parseSiret } from '#values/siren.ts'

/** What a text says of a place, without knowing which: numbers and names to look up. */
export type PlaceMarks = {
  readonly sirets: readonly string[]
  readonly inseeCodes: readonly string[]
  readonly postcodes: readonly string[]
  /** What follows « mairie de », « commune de », « ville de ». */
  readonly townNames: readonly string[]
}

/** Reads the marks of a signature. Only checked numbers: a SIRET by its key, an INSEE code by its name beside it. */
export function placeMarksIn(text: string): PlaceMarks {
  const words = text.slice(0, 20_000)
  return {
    sirets: unique(words.match(/\b\d{3}[ .\u00a0]?\d{3}[ .\u00a0]?\d{3}[ .\u00a0]?\d{5}\b/g) ?? [])
      .map((found) => found.replace(/\D/g, ''))
      .filter((found) => parseSiret(found).ok),
    inseeCodes: unique(
      [...words.matchAll(/\b(?:insee|cog)\b\D{0,12}(\d[\dAB]\d{3})\b/gi)].map(([, code = '']) => code),
    ),
    postcodes: unique(words.match(/\b(?:0[1-9]|[1-8]\d|9[0-8])\d{3}\b/g) ?? []).slice(0, 10),
    townNames: unique(
      [...words.matchAll(townName)].map(([, name = '']) =>
        name.replace(/\s+/g, ' ').replace(/[-–,.\s]+$/, ''),
      ),
    ).slice(0, 5),
  }
}

const townName =
  /\b(?:[Mm]airies?|MAIRIE|[Cc]ommune|[Vv]ille)\s+(?:de\s+la\s+ville\s+)?(?:de\s+|d['’]|du\s+|des\s+|à\s+)((?:(?:la|le|les|l['’])\s*)?\p{Lu}[\p{L}'’-]+(?:[ -](?:(?:sur|sous|en|le|la|les|lez|lès|du|de|des|aux?|et)[ -])?\p{Lu}[\p{L}'’-]+){0,3})/gu

const unique = (found: readonly string[]) => [...new Set(found)]
