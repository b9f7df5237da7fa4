// Slows down whoever tries passphrases in the window: after a few wrong ones in a row each further try has to wait longer.
import { AppError } from '../../../shared/contract/error.ts'

const FREE = 3
const LONGEST = 60

/** Seconds to wait after so many wrong ones in a row. */
export const pauseAfter = (wrong: number): number => (wrong < FREE ? 0 : Math.min(LONGEST, 2 ** (wrong - FREE)))

export class Attempts {
  readonly #now: () => Date
  #wrong = 0
  #from = 0
  #last: Promise<unknown> = Promise.resolve()

  constructor(now: () => Date) {
    this.#now = now
  }

  /** Runs `attempt` after the one before it; throws `passphrase-paused` where it comes too early, and then learns nothing. */
  make<T>(attempt: () => Promise<T>): Promise<T> {
    const made = this.#last.then(() => this.#make(attempt))
    this.#last = made.catch(() => {})
    return made
  }

  async #make<T>(attempt: () => Promise<T>): Promise<T> {
    const left = this.#from - this.#now().getTime()
    if (left > 0) throw new AppError('passphrase-paused', 'too many wrong passphrases', { seconds: Math.ceil(left / 1000) })
    try {
      const got = await attempt()
      this.#wrong = 0
      return got
    } catch (error) {
      if (error instanceof AppError && /^(passphrase|recovery)-wrong$/.test(error.code)) {
        this.#from = this.#now().getTime() + pauseAfter(++this.#wrong) * 1000
      }
      throw error
    }
  }
}
