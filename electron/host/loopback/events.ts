// The stream of events to each window: one JSON value a line, an empty line now and then as a sign of life.
import type { ServerResponse } from 'node:http'

const BEAT_MS = 20_000
/** A window that reads nothing is dropped past this; it opens the stream again and asks anew. */
const BACKLOG_BYTES = 4 * 1024 * 1024

/** The windows that listen; each is written to until it goes or no longer reads. */
export class EventStreams {
  readonly #open = new Set<ServerResponse>()
  readonly #beat = setInterval(() => this.#write('\n'), BEAT_MS).unref()

  /** Whether any window listens. */
  get any(): boolean { return this.#open.size > 0 }

  add(response: ServerResponse): void {
    response.writeHead(200, { 'content-type': 'application/x-ndjson; charset=utf-8' })
    response.write('\n')
    this.#open.add(response)
    response.on('close', () => this.#open.delete(response))
  }

  push(event: string, payload: unknown): void {
    this.#write(`${JSON.stringify({ event, payload })}\n`)
  }

  end(): void {
    clearInterval(this.#beat)
    for (const response of this.#open) response.end()
  }

  #write(line: string): void {
    for (const response of this.#open) {
      if (response.writableLength > BACKLOG_BYTES) response.destroy()
      else response.write(line)
    }
  }
}
