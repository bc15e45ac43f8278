/** What is wrong with an input file and where, in one line: `persons[3]: has 2 levels, but there are 3 weights`. */
export class BadInput extends Error {
  constructor(place: string, problem: string) {
    super(place === '' ? problem : `${place}: ${problem}`)
    this.name = 'BadInput'
  }
}

/** Throws BadInput with line and column of the first character that JSON doesn't allow. */
export function parseJson(text: string): unknown {
  const json = text.replace(/^\ufeff/, '')
  try {
    return JSON.parse(json)
  } catch {
    const at = firstFault(json)
    const before = json.slice(0, at).split('\n')
    const place = `line ${before.length}, column ${before.at(-1)!.length + 1}`
    throw new BadInput(place, at < json.length ? `not JSON from here: ${excerpt(json, at)}` : 'the JSON ends too early')
  }
}

const excerpt = (text: string, at: number) => JSON.stringify(text.slice(at, at + 20).split('\n')[0])

type Expected = 'value' | 'item or ]' | 'key or }' | 'key' | ':' | ', or end' | 'nothing'

const space = /[ \t\r\n]*/y
const scalar =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a text in JSON has none of them
  /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y

/** The index at which a text stops being JSON; the parser of the language says it only sometimes. */
function firstFault(text: string): number {
  const open: ('{' | '[')[] = []
  let expected: Expected = 'value'
  let at = 0
  const afterValue = (): Expected => (open.length > 0 ? ', or end' : 'nothing')
  for (;;) {
    at = endOf(space, text, at) ?? at
    const char = text[at]
    if (expected === ':') {
      if (char !== ':') return at
      expected = 'value'
      at++
    } else if (
      expected === ', or end' ||
      (expected === 'item or ]' && char === ']') ||
      (expected === 'key or }' && char === '}')
    ) {
      const inObject = open.at(-1) === '{'
      if (char === (inObject ? '}' : ']')) {
        open.pop()
        expected = afterValue()
      } else if (char === ',' && expected === ', or end') expected = inObject ? 'key' : 'value'
      else return at
      at++
    } else if (expected === 'nothing') return at
    else if ((char === '{' || char === '[') && !expected.startsWith('key')) {
      open.push(char)
      expected = char === '{' ? 'key or }' : 'item or ]'
      at++
    } else {
      const isKey = expected.startsWith('key')
      const end = isKey && char !== '"' ? undefined : endOf(scalar, text, at)
      if (end === undefined) return at
      at = end
      expected = isKey ? ':' : afterValue()
    }
  }
}

function endOf(token: RegExp, text: string, at: number): number | undefined {
  token.lastIndex = at
  return token.test(text) ? token.lastIndex : undefined
}
