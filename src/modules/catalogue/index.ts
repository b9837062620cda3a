export { cataloguePaths } from './catalogue.paths.ts'
export { type Audience, audienceNames, audiences, type Fit } from './needs/need.ts'
// For the joins of a screen; these tables are written to by this module alone.
export { needs } from './needs/needs.tables.ts'
export { meets, software } from './software/software.tables.ts'
export { usages } from './usages/usages.tables.ts'
