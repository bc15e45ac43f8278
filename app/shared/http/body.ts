import type { Context } from 'hono'
import { Typed } from '../forms/forms.ts'

export class TooLarge extends Error {}

const mostFields = 3000

/** Reads a posted form, url-encoded, multipart or JSON (islands). What is no form at all counts as an empty one. */
export async function readTyped(c: Context, maxBytes: number): Promise<Typed> {
  if (Number(c.req.header('content-length') ?? 0) > maxBytes) throw new TooLarge()
  const body = await readAtMost(c.req.raw.body, maxBytes)
  const type = c.req.header('content-type') ?? ''
  try {
    if (type.startsWith('application/json')) return fromJson(JSON.parse(new TextDecoder().decode(body)))
    if (type.startsWith('multipart/form-data')) {
      const form = await new Response(body as BodyInit, { headers: { 'content-type': type } }).formData()
      return fromEntries([...form.entries()])
    }
    return fromEntries([...new URLSearchParams(new TextDecoder().decode(body))])
  } catch (error) {
    if (error instanceof TooLarge) throw error
    return new Typed()
  }
}

async function readAtMost(stream: ReadableStream<Uint8Array> | null, maxBytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of stream ?? []) {
    size += chunk.length
    if (size > maxBytes) throw new TooLarge()
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function fromEntries(entries: [string, FormDataEntryValue][]): Typed {
  const values = new Map<string, string[]>()
  const files = new Map<string, File>()
  for (const [name, value] of entries.slice(0, mostFields)) {
    if (typeof value === 'string') values.set(name, [...(values.get(name) ?? []), value])
    else if (value.size > 0) files.set(name, value)
  }
  return new Typed(values, files)
}

function fromJson(json: unknown): Typed {
  if (typeof json !== 'object' || json === null) return new Typed()
  const text = (value: unknown) =>
    typeof value === 'string' ? value : typeof value === 'number' || typeof value === 'boolean' ? String(value) : ''
  return fromEntries(
    Object.entries(json).flatMap(([name, value]): [string, string][] =>
      Array.isArray(value) ? value.map((one) => [name, text(one)]) : [[name, text(value)]],
    ),
  )
}
