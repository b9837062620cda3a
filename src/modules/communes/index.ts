export { communePaths } from './communes.paths.ts'
export {
  type Commune,
  type ContactPoint,
  type FoundCommune,
  findCommune,
  findCommunes,
  findEpci,
  findMayor,
  listCommunes,
  listContactPoints,
  listContours,
  listEpcis,
  listSuccessors,
  type Scope,
} from './communes.queries.ts'
// For the joins of a screen; these tables are written to by this module alone.
export { communes, contactPoints, epcis, mayors } from './communes.tables.ts'
export {
  endContactPoint,
  reviveContactPoint,
  sayContactPoint,
} from './contact-points/contact-points.queries.ts'
export { type Departement, departementName, departementNamed, departements } from './departements.ts'
export type { OpposedAmong } from './imports/opposed-among.ts'
export { communeMap } from './map/commune-map.action.ts'
export type { CommuneDrawing } from './map/commune-map.ts'
export { CommuneMap } from './map/commune-map.tsx'
export { communeIndex } from './search/commune-index.action.ts'
export type { CommuneMatch } from './search/commune-index.ts'
export { plainName, plainWords } from './search/plain-words.ts'
