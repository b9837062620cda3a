// The architecture, as rules that fail `npm run check`. ARCHITECTURE.md says the same in words.
import { uses } from './src/modules/uses.ts'

const runtimeOnly = { dependencyTypesNot: ['type-only'] }
const forbid = (name, from, to) => ({ name, severity: 'error', from, to })

const declaredUses = Object.entries(uses).map(([module, used]) =>
  forbid(
    `${module}-uses-only-what-it-declares`,
    { path: `^src/modules/${module}/` },
    { path: '^src/modules/[^/]+/', pathNot: `^src/modules/(${[module, ...used].join('|')})/` },
  ),
)

// A file without a suffix is a rule: no side effect.
const rules = { path: '^src/modules/.+/[^./]+\\.ts$', pathNot: '/(index|module)\\.ts$' }

export default {
  forbidden: [
    forbid('no-cycle', {}, { circular: true }),
    forbid(
      'modules-meet-at-index',
      { path: '^src/modules/([^/]+)/' },
      { path: '^src/modules/[^/]+/', pathNot: ['^src/modules/$1/', '^src/modules/[^/]+/index\\.ts$'] },
    ),
    ...declaredUses,
    forbid('values-stand-alone', { path: '^src/values/' }, { path: '^src/(?!values/)' }),
    forbid(
      'platform-and-ui-know-no-module',
      { path: '^src/(platform|ui)/' },
      { path: '^src/(modules|main)/' },
    ),
    forbid('ui-only-draws', { path: '^src/ui/' }, { path: '^src/platform/', ...runtimeOnly }),
    forbid(
      'main-mounts-manifests',
      { path: '^src/main/' },
      { path: '^src/modules/', pathNot: '/module\\.ts$' },
    ),
    forbid('nobody-imports-main', { path: '^src/', pathNot: '^src/main/' }, { path: '^src/main/' }),
    forbid('rules-are-pure', rules, {
      path: '^src/platform/|\\.(action|queries|routes|page|job|tables|command|import)\\.',
      ...runtimeOnly,
    }),
    forbid('rules-do-no-io', rules, { dependencyTypes: ['core'] }),
    forbid(
      'pages-receive-data',
      { path: '\\.page\\.tsx$' },
      { path: '^src/platform/|\\.(action|queries|tables|job)\\.', ...runtimeOnly },
    ),
    forbid(
      'only-queries-touch-tables',
      { path: '^src/modules/', pathNot: '\\.(queries|tables|test)\\.ts$|/index\\.ts$' },
      { path: '\\.tables\\.ts$', ...runtimeOnly },
    ),
    forbid(
      'code-does-not-import-tests',
      { path: '^src/', pathNot: '\\.test\\.tsx?$' },
      { path: '\\.test\\.tsx?$|^test/' },
    ),
  ],
  options: { tsPreCompilationDeps: true, tsConfig: { fileName: 'tsconfig.json' }, exclude: 'node_modules' },
}
