// The stream of events to each window: one JSON value a line, an empty line now and then as a sign of life.
import type { ServerResponse } from 'node:http'

const BEAT_MS = 20_000
/** Longer than a reload takes, or a window that lost its stream to open it again. */
const LINGER_MS = 10_000
/** A window that reads nothing is dropped past this; it opens the stream again and asks anew. */
const BACKLOG_BYTES = 4 * 1024 * 1024

/** The windows that listen; each is written to until it goes or no longer reads. */
export class EventStreams {
  readonly #open = new Set<ServerResponse>()
  readonly #deserted = Promise.withResolvers<void>()
  readonly #linger: number
  #leaving: NodeJS.Timeout | undefined
  readonly #beat = setInterval(() => this.#write('\n'), BEAT_MS).unref()

  /** `linger` is how long, in ms, the last window may be gone before it is held to be closed. */
  constructor(linger = LINGER_MS) { this.#linger = linger }

  /** Whether any window listens. */
  get any(): boolean { return this.#open.size > 0 }

  /** Resolves when there were windows and the last of them is closed. */
  get deserted(): Promise<void> { return this.#deserted.promise }

  add(response: ServerResponse): void {
    clearTimeout(this.#leaving)
    response.writeHead(200, { 'content-type': 'application/x-ndjson; charset=utf-8' })
    response.write('\n')
    this.#open.add(response)
    response.on('close', () => {
      this.#open.delete(response)
      if (!this.any) this.#leaving = setTimeout(this.#deserted.resolve, this.#linger).unref()
    })
  }

  push(event: string, payload: unknown): void {
    this.#write(`${JSON.stringify({ event, payload })}\n`)
  }

  end(): void {
    clearInterval(this.#beat)
    clearTimeout(this.#leaving)
    for (const response of this.#open) response.end()
  }

  #write(line: string): void {
    for (const response of this.#open) {
      if (response.writableLength > BACKLOG_BYTES) response.destroy()
      else response.write(line)
    }
  }
}
