import iconv from 'iconv-lite'

export type Decoded = {
  text: string
  encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' | 'macintosh' | 'cp850'
}

/** One-byte encodings that office programs still write: Excel on Windows, Excel on a Mac, and exports of old databases. */
const oneByte = ['windows-1252', 'macintosh', 'cp850'] as const

/** The text of a file and how it was written; null when the bytes are no text. */
export function decodeText(bytes: Buffer): Decoded | null {
  const marked = byMark(bytes)
  if (marked) return marked
  if (bytes.includes(0)) return withoutMark(bytes)
  const utf8 = strictUtf8(bytes)
  if (utf8 !== null) return { text: utf8, encoding: 'utf-8' }
  return likeliest(bytes)
}

function byMark(bytes: Buffer): Decoded | null {
  const starts = (...mark: number[]) => mark.every((byte, at) => bytes[at] === byte)
  if (starts(0xef, 0xbb, 0xbf)) return { text: new TextDecoder('utf-8').decode(bytes), encoding: 'utf-8' }
  if (starts(0xff, 0xfe)) return { text: iconv.decode(bytes, 'utf-16le'), encoding: 'utf-16le' }
  if (starts(0xfe, 0xff)) return { text: iconv.decode(bytes, 'utf-16be'), encoding: 'utf-16be' }
  return null
}

/** UTF-16 without a mark gives itself away: in our alphabets every second byte is mostly zero. */
function withoutMark(bytes: Buffer): Decoded | null {
  const sample = bytes.subarray(0, 4_000)
  const zeros = Array.from(sample.entries()).filter(([, byte]) => byte === 0)
  const odd = zeros.filter(([at]) => at % 2 === 1).length
  const even = zeros.length - odd
  const most = sample.length / 4
  if (odd > most && even < odd / 10) return { text: iconv.decode(bytes, 'utf-16le'), encoding: 'utf-16le' }
  if (even > most && odd < even / 10) return { text: iconv.decode(bytes, 'utf-16be'), encoding: 'utf-16be' }
  return null
}

function strictUtf8(bytes: Buffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** The reading in which the letters beyond ASCII make the most sense in our languages; Windows where they tell nothing. */
function likeliest(bytes: Buffer): Decoded {
  const readings = oneByte.map((encoding) => ({ encoding, text: iconv.decode(bytes, encoding) }))
  const [windows, ...others] = readings as [Decoded, ...Decoded[]]
  return others.reduce<Decoded>((best, other) => (sense(other.text) > sense(best.text) ? other : best), windows)
}

const usual = /[àâäçéèêëîïôöùûüßñÀÂÄÇÉÈÊËÎÏÔÖÙÛÜáíóúãõøåæœ]/u
const punctuation = /[«»’‘“”–—…°€\u00a0§]/u

/** Letters of our languages beside other letters count for a reading; signs that no office types count against it. */
function sense(text: string): number {
  let score = 0
  for (const { 0: sign, index } of text.matchAll(/[\u0080-\uffff]/g)) {
    const beside = `${text[index - 1] ?? ''}${text[index + 1] ?? ''}`
    if (usual.test(sign)) score += isUpperInside(sign, text[index - 1]) ? -1 : /\p{L}/u.test(beside) ? 2 : 0
    else if (!punctuation.test(sign)) score -= /\p{L}/u.test(sign) ? 1 : 3
  }
  return score
}

/** `mÜller`: no one writes a capital after a small letter. */
const isUpperInside = (sign: string, before: string | undefined) =>
  /\p{Lu}/u.test(sign) && before !== undefined && /\p{Ll}/u.test(before)
