/** What a recording may weigh: about twelve seconds of speech. Our default. */
export const MOST_BYTES = 60 * 1024

const kinds = [
  { type: 'audio/ogg', begins: (head: Buffer) => head.subarray(0, 4).toString('latin1') === 'OggS' },
  { type: 'audio/webm', begins: (head: Buffer) => head.readUInt32BE(0) === 0x1a45dfa3 },
  { type: 'audio/mp4', begins: (head: Buffer) => head.subarray(4, 8).toString('latin1') === 'ftyp' },
  {
    type: 'audio/mpeg',
    begins: (head: Buffer) =>
      head.subarray(0, 3).toString('latin1') === 'ID3' || (head[0] === 0xff && (head[1]! & 0xe0) === 0xe0),
  },
] as const
export type AudioType = (typeof kinds)[number]['type']

/** What kind of sound a file is, by how it begins and never by its name; undefined for anything else. */
export function audioTypeOf(bytes: Buffer): AudioType | undefined {
  return bytes.length < 12 ? undefined : kinds.find(({ begins }) => begins(bytes))?.type
}

export type Recording = { id: string; line: string; language: string; said: string }
