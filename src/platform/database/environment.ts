/** The environment of PostgreSQL's programs: no PG… variable of the person may lead them elsewhere. */
export const environment = { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' }
