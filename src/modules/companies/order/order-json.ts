import type { HelpersListed } from './helper-line.ts'

/** Today's figures of a question, whole: with them anybody does the order again. */
export const orderJson = ({ lines, left, seed, seedWords, day, sought, placeName }: HelpersListed) => ({
  rule: 'beffroi-order/1',
  day,
  need: sought.need ?? null,
  softwareIds: sought.softwareIds ?? null,
  kind: sought.kind ?? null,
  commune: sought.insee ? { insee: sought.insee, name: placeName } : null,
  seedWords,
  seed,
  candidates: lines.map(
    ({ key, name, siren, serves, fit, confirmedReferences, response, mark, draw }, place) => ({
      place: place + 1,
      key,
      name,
      siren,
      serves,
      fit,
      confirmedReferences,
      response,
      mark,
      draw,
    }),
  ),
  leftOut: left.map(({ name, why }) => ({ name, why })),
})
