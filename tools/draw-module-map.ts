// Draws docs/modules.md from the code: which module really imports which, beside what uses.ts allows.
import { writeFileSync } from 'node:fs'
import { cruise } from 'dependency-cruiser'
import { uses } from '../src/modules/uses.ts'

type Arrow = { readonly from: string; readonly to: string }

const { output } = await cruise(['src/modules'], { tsPreCompilationDeps: true })
if (typeof output === 'string') throw new Error('dependency-cruiser answered in text')

const moduleOf = (path: string) => /^src\/modules\/([^/]+)\//.exec(path)?.[1]
const arrows = output.modules.flatMap(({ source, dependencies }) =>
  dependencies.flatMap(({ resolved }): Arrow[] => {
    const [from, to] = [moduleOf(source), moduleOf(resolved)]
    return from && to && from !== to ? [{ from, to }] : []
  }),
)
const drawn = [...new Set(arrows.map(({ from, to }) => `  ${from} --> ${to}`))].sort()
const allowed = Object.entries(uses).map(([module, used]) => `| ${module} | ${used.join(', ') || '—'} |`)

writeFileSync(
  'docs/modules.md',
  `# Modules

Drawn from the code by \`npm run map\`: an arrow says that a module imports another's \`index.ts\`.

\`\`\`mermaid
graph BT
${drawn.join('\n')}
\`\`\`

What \`src/modules/uses.ts\` allows; anything else fails \`npm run check\`.

| Module | May use |
| --- | --- |
${allowed.join('\n')}
`,
)
