// Which way up a page is: as it is shown, or where nearly all its text stands on its side or on its head, as that text is read.
import type { ContentItem } from './open.ts'

/** A stamp or a watermark has fewer letters than this: it does not say how its page is read. */
const ENOUGH = 200

/** Remembers from page to page how pages are turned, so that the last one, which may hold a few lines, follows the others. */
export class Upright {
  /** Quarters of a turn from how a page is shown to how it is read. */
  #known = 0

  /** The turn in degrees by which the page is read. `shown` is the one by which it is shown. */
  turnOf(items: readonly ContentItem[], shown: number): number {
    const letters = [0, 0, 0, 0]
    for (const { str = '', transform = [1, 0] } of items) {
      const read = Math.round(Math.atan2(transform[1]!, transform[0]!) / (Math.PI / 2)) * 90
      letters[quarters(read - shown)]! += str.trim().length
    }
    const most = letters.indexOf(Math.max(...letters))
    if (most !== 0 && (letters[most]! >= ENOUGH || most === this.#known)) {
      this.#known = most
      return quarters(shown + most * 90) * 90
    }
    return shown
  }
}

const quarters = (degrees: number): number => (((Math.round(degrees / 90) % 4) + 4) % 4)
