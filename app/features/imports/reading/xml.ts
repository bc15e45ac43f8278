/** A step through an XML text. Names come without their namespace prefix; a self-closed element opens and closes. */
export type XmlStep =
  | { type: 'open'; name: string; attributes: Record<string, string> }
  | { type: 'close'; name: string }
  | { type: 'text'; text: string }

const piece = /<!\[CDATA\[([\s\S]*?)\]\]>|<(\/?)([^\s<>/!?]+)((?:[^<>"']|"[^"<]*"|'[^'<]*')*)>|<[!?][^<>]*>|([^<]+)/g
const attribute = /([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g

/**
 * Walks the XML that spreadsheets are written in, in one pass. Declarations are passed over and no entity is looked up but the
 * five of XML and numbered letters, so a document type has nothing to blow up with.
 */
export function* walkXml(xml: string): Generator<XmlStep> {
  for (const [, cdata, slash, name, rest, text] of xml.matchAll(piece)) {
    if (text !== undefined) yield { type: 'text', text: unescapeXml(text) }
    else if (cdata !== undefined) yield { type: 'text', text: cdata }
    else if (name !== undefined) {
      const local = name.slice(name.indexOf(':') + 1)
      if (slash) yield { type: 'close', name: local }
      else {
        yield { type: 'open', name: local, attributes: readAttributes(rest ?? '') }
        if (rest?.endsWith('/')) yield { type: 'close', name: local }
      }
    }
  }
}

function readAttributes(text: string): Record<string, string> {
  const attributes: Record<string, string> = {}
  for (const [, name, double, single] of text.matchAll(attribute)) {
    attributes[name!.slice(name!.indexOf(':') + 1)] = unescapeXml(double ?? single ?? '')
  }
  return attributes
}

const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function unescapeXml(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|\w+);/gi, (whole, code: string) => {
    if (!code.startsWith('#')) return named[code] ?? whole
    const point = code[1]?.toLowerCase() === 'x' ? Number.parseInt(code.slice(2), 16) : Number(code.slice(1))
    return point <= 0x10ffff ? String.fromCodePoint(point) : whole
  })
}
