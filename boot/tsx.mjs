// Node strips types from .ts by itself; this hook does the same for .tsx, which Node refuses. What was compiled once
// is kept beside the packages: a start reads it instead of compiling again.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { createRequire, enableCompileCache, registerHooks } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const cache = fileURLToPath(new URL('../node_modules/.cache/', import.meta.url))
const require = createRequire(import.meta.url)

enableCompileCache(join(cache, 'compiled'))

// Drizzle's package.json weighs 180 kB and Node 24 reads it again at each of its imports: half a second and 150 MB saved.
const insideDrizzle = /\/node_modules\/drizzle-orm\/.*\.js$/

registerHooks({
  resolve(specifier, context, nextResolve) {
    const within = specifier.startsWith('.') && insideDrizzle.test(context.parentURL ?? '')
    if (!within) return nextResolve(specifier, context)

    return { url: new URL(specifier, context.parentURL).href, format: 'module', shortCircuit: true }
  },
  load(url, context, nextLoad) {
    if (!url.endsWith('.tsx')) return nextLoad(url, context)

    const file = fileURLToPath(url)
    return { format: 'module', source: compiled(file, readFileSync(file, 'utf8')), shortCircuit: true }
  },
})

function compiled(file, text) {
  const kept = join(cache, 'tsx', `${createHash('sha1').update(file).update(text).digest('hex')}.js`)
  if (existsSync(kept)) return readFileSync(kept, 'utf8')

  const code = compile(file, text)
  keep(kept, code)
  return code
}

function compile(file, text) {
  const { transformSync } = require('esbuild')
  const jsx = { loader: 'tsx', jsx: 'automatic', jsxImportSource: 'hono/jsx' }
  return transformSync(text, { ...jsx, sourcemap: 'inline', sourcefile: file }).code
}

/** Written aside, then named: a process that reads meanwhile never sees half a file. */
function keep(path, code) {
  const draft = `${path}.${process.pid}`
  try {
    mkdirSync(join(cache, 'tsx'), { recursive: true })
    writeFileSync(draft, code)
    renameSync(draft, path)
  } catch {
    // a checkout that may not be written to: it is compiled again next time
  }
}
