import type { Permission } from '#platform/permissions.ts'
import { type Role, roles } from '#values/role.ts'
import { modules } from './modules.ts'
import { platformPermissions } from './platform-routes.tsx'

const roleNames: Record<Role, string> = {
  operator: 'opérateur',
  association: 'association',
  network: 'réseau',
  company: 'entreprise',
  'town-hall': 'mairie',
  newcomer: 'nouvel arrivant',
  public: 'public',
}

/** The permissions of the whole application as a table that a person can read (docs/permissions.md). */
export function permissionDocument(): string {
  const sections = [
    section('platform', platformPermissions),
    ...modules.map(({ name, permissions }) => section(name, permissions)),
  ]
  return `# Permissions

Drawn from the modules by \`npm run map\`. What no line allows is denied, and a route without a line fails the tests.

${sections.join('\n')}`
}

function section(name: string, permissions: readonly Permission[]) {
  const head = ['peut', ...roles.map((role) => roleNames[role]), 'routes']
  const lines = permissions.map(({ may, who, on }) =>
    row([
      may,
      ...roles.map((role) => (who.includes(role) ? 'oui' : '')),
      on.map((route) => `\`${route}\``).join(' '),
    ]),
  )
  return `## ${name}\n\n${row(head)}\n${row(head.map(() => '---'))}\n${lines.join('\n')}\n`
}

const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
