export { companyPaths } from './companies.paths.ts'
// For the joins of a screen; these tables are written to by this module alone.
export { companies } from './companies.tables.ts'
export { type ServiceKind, serviceKindNames, serviceKinds } from './services/service.ts'
