// Writes the type of all message keys from the English files, so that a misspelt key does not compile.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** @param {string} root the project's folder */
export function writeMessageKeys(root) {
  const keys = folders(join(root, 'app'))
    .flatMap((folder) => Object.keys(JSON.parse(readFileSync(join(folder, 'en.json'), 'utf8'))))
    .sort()
  // Properties of an interface, not a union: thousands of members would nest as deep, and parsers give up on that.
  const members = keys.map((key) => `  '${key}': true\n`).join('')
  const text = `// Made from the files app/.../messages/en.json; not kept in git.\nexport type MessageKey = keyof Keys\ninterface Keys {\n${members}}\n`
  const file = join(root, 'app/shared/i18n/keys.gen.ts')
  let old = ''
  try {
    old = readFileSync(file, 'utf8')
  } catch {}
  if (old !== text) writeFileSync(file, text)
}

/** @param {string} folder @returns {string[]} */
function folders(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap((entry) => (entry.name === 'messages' ? [join(folder, entry.name)] : folders(join(folder, entry.name))))
}

if (process.argv[1] === import.meta.filename) writeMessageKeys(process.cwd())
