import { accept, refuse } from './decision.ts'

/** The five characters INSEE gives a commune. A string for ever: Bourg-en-Bresse is 01053, Ajaccio 2A004. */
export type InseeCode = string

/** Reads what a person or a spreadsheet wrote; a leading zero eaten by the spreadsheet is put back. */
export function parseInseeCode(text: string) {
  const written = text.trim().toUpperCase()
  const code = /^\d{4}$/.test(written) ? `0${written}` : written
  if (!/^(?:[013-9]\d|2[\dAB])\d{3}$/.test(code)) return refuse('not-an-insee-code')

  return accept<InseeCode>(code)
}

/** The departement a commune's code begins with; overseas it takes three characters (974 for La Réunion). */
export function departementOf(insee: InseeCode) {
  return insee.slice(0, /^9[78]/.test(insee) ? 3 : 2)
}
