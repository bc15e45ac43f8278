import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { root } from './project.js'

const role = (...names) => `^app/features/[^/]+/(${names.join('|')})(/|[.]tsx?$)`
const tests = '[.]test[.]tsx?$'

/** pages → view models → nouns; routes → form, policy, rules, store, pages. See ARCHITECTURE.md. */
const forbidden = [
  {
    name: 'pages ask nothing: no store, no routes',
    from: { path: role('pages') },
    to: { path: role('store', 'routes') },
  },
  {
    name: 'rules and policies know types only: no store, no web, no pages',
    from: { path: role('rules', 'policy'), pathNot: tests },
    to: {
      path: [role('store', 'routes', 'pages'), '^app/shared/(db|http/(doors|respond|guards)|ui)(/|[.])'],
      dependencyTypesNot: ['type-only'],
    },
  },
  {
    name: 'stores know no web and no pages',
    from: { path: role('store'), pathNot: tests },
    to: { path: role('routes', 'pages', 'form') },
  },
  {
    name: "a feature never uses another's pages or routes",
    from: { path: '^app/features/([^/]+)/', pathNot: tests },
    to: { path: role('pages', 'routes'), pathNot: '^app/features/$1/' },
  },
  {
    name: 'what is shared knows no feature',
    from: { path: '^app/(shared|engine|blueprints|data)/', pathNot: tests },
    to: { path: '^app/features/' },
  },
].map((rule) => ({ ...rule, severity: 'error' }))

/** One line per import that points the wrong way, and one per file that was not looked at. */
export async function importFaults() {
  process.chdir(root)
  const { cruise } = await import('dependency-cruiser')
  const options = {
    ruleSet: { forbidden },
    validate: true,
    doNotFollow: { path: 'node_modules' },
    outputType: 'json',
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.js', '.json'] },
  }
  const { output } = await cruise(['app'], options)
  const { modules, summary } = typeof output === 'string' ? JSON.parse(output) : output
  // With no parser that knows TypeScript it looks at nothing and says so nowhere.
  const seen = new Set(modules.map((module) => module.source))
  const unseen = sources('app').filter((file) => !seen.has(file))
  const blind = modules.some((module) => module.source.endsWith('.ts') && module.dependencies.length > 0)
    ? []
    : ['No import was seen at all.']
  return [
    ...summary.violations
      .filter(({ from, to }) => !takesTypesOnly(from, to))
      .map(({ from, to, rule }) => `${from} → ${to}: ${rule.name}`),
    ...unseen.map((file) => `${file} was not looked at`),
    ...blind,
  ]
}

/** A type leaves nothing behind when the program runs: a page may name what a store gives. The cruiser can't tell. */
function takesTypesOnly(from, to) {
  const imports = [
    ...readFileSync(join(root, from), 'utf8').matchAll(/^import\s+(type\s)?[^'"]*?from\s+['"]([^'"]+)['"]/gm),
  ]
  const ofTarget = imports.filter(([, , target]) => join(dirname(from), target) === to)
  return ofTarget.length > 0 && ofTarget.every(([, type]) => type)
}

function sources(folder) {
  return readdirSync(join(root, folder), { recursive: true })
    .map((name) => `${folder}/${name}`)
    .filter((name) => /\.tsx?$/.test(name))
}
