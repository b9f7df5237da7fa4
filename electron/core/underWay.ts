// Calls under way, so that a host stops and a library is closed only when the last save has been answered.

/** Keeps count of calls until each has ended. */
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
      const left = limit - (now - started)
      const rest = quiet - (now - Math.max(this.#last, started))
      if (left <= 0 || (this.#calls.size === 0 && rest <= 0)) return
      if (this.#calls.size > 0) await this.#someEnded(left)
      else await pause(Math.min(rest, left))
    }
  }

  /** Resolves when the calls of this moment have ended, at the latest after `limit` ms. */
  async #someEnded(limit: number): Promise<void> {
    const over = Promise.withResolvers<void>()
    const timer = setTimeout(over.resolve, limit)
    await Promise.race([Promise.allSettled(this.#calls), over.promise])
    // Left alone it would keep the process from ending.
    clearTimeout(timer)
  }
}

const pause = (ms: number) => new Promise<void>((resolve) => { setTimeout(resolve, ms) })
