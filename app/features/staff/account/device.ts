const browsers = [
  ['Firefox', /Firefox\//],
  ['Edge', /Edg(?:A|iOS)?\//],
  ['Opera', /OPR\//],
  ['Chrome', /(?:Chrome|Chromium|CriOS)\//],
  ['Safari', /Safari\//],
] as const
const systems = [
  ['iPhone', /iPhone/],
  ['iPad', /iPad/],
  ['Android', /Android/],
  ['Windows', /Windows/],
  ['macOS', /Macintosh|Mac OS X/],
  ['Linux', /Linux|X11/],
] as const

/** What a browser calls itself, in two words that its owner recognises: "Firefox, Windows". Undefined when it says nothing. */
export function deviceName(agent: string): string | undefined {
  const find = (names: readonly (readonly [string, RegExp])[]) => names.find(([, sign]) => sign.test(agent))?.[0]
  const words = [find(browsers), find(systems)].filter(Boolean)
  return words.length > 0 ? words.join(', ') : agent.slice(0, 60) || undefined
}
