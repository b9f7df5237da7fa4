// Reads a request's body as JSON, never more of it than is allowed.
import type { IncomingMessage } from 'node:http'

export type Body = { ok: true; value: unknown } | { ok: false; why: 'too-large' | 'not-json' }

/** Stops reading at the first byte past `limit`; the rest is thrown away unread by the caller closing the connection. */
export async function readJson(request: IncomingMessage, limit: number): Promise<Body> {
  if (Number(request.headers['content-length'] ?? 0) > limit) return { ok: false, why: 'too-large' }
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > limit) return { ok: false, why: 'too-large' }
    chunks.push(chunk)
  }
  try {
    return { ok: true, value: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks))) }
  } catch {
    return { ok: false, why: 'not-json' }
  }
}
