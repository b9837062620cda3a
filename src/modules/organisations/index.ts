export { kindNames } from './organisation-kind.ts'
export { organisationPaths } from './organisations.paths.ts'
export {
  addOrganisation,
  findOrganisation,
  type Organisation,
  renameOrganisation,
} from './organisations.queries.ts'
export { organisations } from './organisations.tables.ts'
