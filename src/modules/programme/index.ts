export { countPerimeter, listPerimeter } from './perimeter.queries.ts'
export { programmePaths } from './programme.paths.ts'
export { findProgramme, type Programme, programmeIfFounded } from './programme.queries.ts'
export { perimeterCommunes } from './programme.tables.ts'
