// Calls under way in a host, so that it stops only when the last save has been answered.

export class UnderWay {
  readonly #calls = new Set<Promise<unknown>>()
  #last = 0

  track<T>(call: Promise<T>): Promise<T> {
    this.#calls.add(call)
    const done = () => {
      this.#calls.delete(call)
      this.#last = performance.now()
    }
    void call.then(done, done)
    return call
  }

  /** Resolves once no call was under way for `quiet` ms, at the latest after `limit` ms. */
  async settled(quiet: number, limit: number): Promise<void> {
    const started = performance.now()
    for (;;) {
      const now = performance.now()
      const calm = this.#calls.size > 0 ? 0 : now - Math.max(this.#last, started)
      const rest = Math.min(quiet - calm, limit - (now - started))
      if (calm >= quiet || rest <= 0) return
      await Promise.race([...this.#calls].map((call) => call.catch(() => {})).concat(pause(rest)))
    }
  }
}

const pause = (ms: number) => new Promise<void>((resolve) => { setTimeout(resolve, ms) })
