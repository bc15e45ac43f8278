/** Signs that are not seen: zero-width at the ends, and those that turn the direction of text over (a name could hide another). */
const unseenEnds = /^[\u200b-\u200d\u2060\ufeff\s]+|[\u200b-\u200d\u2060\ufeff\s]+$/g
const turning = /[\u202a-\u202e\u2066-\u2069]/g

/** The text of one line, exactly as typed but for blanks: hard ones become plain, several one, none at the ends. */
export function oneLine(text: string): string {
  return text.normalize('NFC').replace(turning, '').replace(unseenEnds, '').replace(/\s+/g, ' ')
}

/** As `oneLine`, with lines kept apart. */
export function manyLines(text: string): string {
  const lines = text
    .normalize('NFC')
    .replace(turning, '')
    .split(/\r\n?|\n/)
  return lines
    .map((line) => oneLine(line))
    .join('\n')
    .trim()
}

/** What people type in a cell to say there is nothing. Never asked of a name: someone may be called Na. */
const nothing = new Set(
  'aucun aucune néant inconnu inconnue sans rien keine keiner kein unbekannt k.a. ka geen onbekend nvt n.v.t. none unknown n/a na nil null - -- --- – — ? ?? ??? . / x xx xxx 0'.split(
    ' ',
  ),
)
export const saysNothing = (text: string): boolean => text === '' || nothing.has(text.toLowerCase())

/** UTF-8 read as something else and saved again: MÃ¼ller, or the sign for "no such letter". */
export const isGarbled = (text: string): boolean =>
  /Ã[\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|Â[°§«» ]|\ufffd/.test(text)

/** A number Excel wrote in powers of ten: what stood after its first figures is lost. */
export const isMangledNumber = (text: string): boolean =>
  /^[+-]?(\d[.,]\d+E\+?|\dE\+)\d{1,3}$/i.test(text.replace(/\s/g, ''))
